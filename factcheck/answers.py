"""Answers to "Has this been checked?" as programs read them: `answer_record(answer)`."""

from typing import Any

from claims.reason import Language, Reason
from factcheck.matching.reasons import sentence
from factcheck.search import Answer, Result


def answer_record(answer: Answer) -> dict[str, Any]:
    """The answer as JSON; reasons and differences are sentences in the question's language."""
    record: dict[str, Any] = {
        "query": answer.query,
        "results": [result_record(result, answer.language) for result in answer.results],
    }
    if answer.sentences:
        record["sentences"] = [
            {
                "start": each.start,
                "end": each.end,
                "results": [result_record(result, answer.language) for result in each.results],
            }
            for each in answer.sentences
        ]
    return record


def result_record(result: Result, language: Language) -> dict[str, Any]:
    """One result as JSON."""
    return {
        **result.model_dump(mode="json", exclude={"reasons", "differences"}),
        "reasons": _sentences(result.reasons, language),
        "differences": _sentences(result.differences, language),
    }


def _sentences(reasons: tuple[Reason, ...], language: Language) -> list[str]:
    return [sentence(reason, language) for reason in reasons]
