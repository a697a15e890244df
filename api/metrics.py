"""What monitoring asks for, as Prometheus reads it: how long requests took, and how the desk stands.

The processes of `factcheck serve` write their figures to files in a folder that the variable
PROMETHEUS_MULTIPROC_DIR names; whichever is asked adds them up.
"""

import os
import time
from collections.abc import Iterable

from flask import Blueprint, Flask, Response, g, request
from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlmodel import Session

from api.auth import token_requires
from api.unit import db
from claims.store import claims, events, letters
from claims.workflow import Role

blueprint = Blueprint("metrics", __name__)

_OWN = CollectorRegistry()
_SECONDS = Histogram(
    "factcheck_request_seconds",
    "Time from a request's arrival to its answer.",
    ("method", "route", "status"),
    registry=_OWN,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


def init_metrics(app: Flask) -> None:
    app.after_request(_observe)
    app.register_blueprint(blueprint)


def _observe(response: Response) -> Response:
    if "begun" in g:
        method = request.method if request.method in _METHODS else "other"
        route = request.url_rule.rule if request.url_rule else "none"
        _SECONDS.labels(method, route, response.status_code).observe(time.perf_counter() - g.begun)
    return response


@blueprint.get("/metrics")
@token_requires(Role.ADMIN)
def show() -> Response:
    registry = _OWN
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    desk = CollectorRegistry()
    desk.register(_Desk(db()))
    return Response(generate_latest(registry) + generate_latest(desk), content_type=CONTENT_TYPE_LATEST)


class _Desk(Collector):
    """Figures that the database has, for all processes the same."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def collect(self) -> Iterable[Metric]:
        stand = GaugeMetricFamily("factcheck_claims", "Claims by state.", labels=["state"])
        for state, count in claims.counts_by_state(self._session).items():
            stand.add_metric([state.value], count)
        yield stand
        yield GaugeMetricFamily(
            "factcheck_log_events", "Events in the log.", value=events.last(self._session)
        )
        yield GaugeMetricFamily(
            "factcheck_letters_waiting", "Mails that wait to be sent.", value=letters.waiting(self._session)
        )
