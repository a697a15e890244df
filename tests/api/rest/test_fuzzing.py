"""Schemathesis makes requests out of the OpenAPI document, good ones and bad ones, alone and in sequence.

Whatever it sends, the desk answers as the document says, and never with a 5xx.
"""

import os
from collections import Counter

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from tests.api.rest.conftest import Desk

_CASES = int(os.environ.get("FACTCHECK_TEST_CASES", "40"))
"""Cases of each operation in the long run; `make torture` makes it more than 10,000 requests."""


def _config(desk: Desk, cases: int, coverage: bool) -> SchemathesisConfig:
    """`cases` for each operation and sequences besides, as an editor, who may do almost everything;
    `coverage` adds every boundary that the schemas have."""
    return SchemathesisConfig.from_dict(
        {
            "seed": 1,
            # over WSGI it asks for gzip and takes what comes for plain
            "headers": {
                "Authorization": f"Bearer {desk['editor'].token}",
                "Accept-Encoding": "identity",
            },
            "continue-on-failure": True,
            "generation": {"max-examples": cases, "deterministic": True, "database": "none"},
            "phases": {
                "coverage": {"enabled": coverage},
                # the other way of finding links breaks off at any text that looks like half an address
                "stateful": {"max-steps": 6, "inference": {"algorithms": ["dependency-analysis"]}},
            },
            "checks": {
                # no schema says that a text is German or English, or that a quote stands in its source
                "positive_data_acceptance": {"enabled": False},
                # breaks off over WSGI; test_permissions asks every route without a token
                "ignored_auth": {"enabled": False},
                # RFC 6585 has a status of its own for a missing If-Match
                "missing_required_header": {"expected-statuses": [428]},
            },
            "operations": [
                # an article that was just added is there, but this desk has no language model to ask
                {
                    "include-path": "/api/v1/articles/{article_id}/second-reading",
                    "checks": {"ensure_resource_availability": {"enabled": False}},
                }
            ],
        }
    )


def _run(desk: Desk, cases: int, *, coverage: bool = False) -> tuple[Counter[int], list[str]]:
    """How often each status was answered, and what broke the document's word."""
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", desk.app, config=_config(desk, cases, coverage)
    )
    answered: Counter[int] = Counter()
    broken: list[str] = []
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            broken.append(str(getattr(event, "value", event)))
        if isinstance(event, events.ScenarioFinished):
            answered.update(_statuses(event.recorder))
            broken += _failures(event.recorder)
    return answered, broken


def _statuses(recorder: ScenarioRecorder) -> list[int]:
    return [
        interaction.response.status_code
        for interaction in recorder.interactions.values()
        if interaction.response
    ]


def _failures(recorder: ScenarioRecorder) -> list[str]:
    return [
        f"{recorder.label}: {check.failure_info.failure if check.failure_info else check.name}"
        for checks in recorder.checks.values()
        for check in checks
        if check.status is Status.FAILURE
    ]


def _fill(desk: Desk) -> None:
    """Something for the first ids to name."""
    desk.cite(desk.move("reviewer", desk.claim(), "take"))
    desk.submitted()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_whatever_is_sent_is_answered_as_the_document_says(desk: Desk) -> None:
    _fill(desk)
    answered, broken = _run(desk, cases=16)
    assert broken == []
    assert answered.total() > 400
    assert answered[200] > 50


@pytest.mark.long
def test_thousands_of_requests_are_answered_as_the_document_says(desk: Desk) -> None:
    _fill(desk)
    answered, broken = _run(desk, cases=_CASES, coverage=True)
    assert broken == []
    assert answered.total() > 24 * _CASES
