"""Answers to "Has this been checked?" as programs read them: `answer_record(answer)`."""

from pydantic import BaseModel, ConfigDict, Field

from claims.reason import Language, Reason
from factcheck.found import Found, Result
from factcheck.matching.reasons import sentence
from factcheck.matching.relation import Relation
from factcheck.search import Answer


class ResultRecord(BaseModel):
    """One claim that answers; reasons and differences are sentences. `score` orders the claims of one answer
    and compares them with no other."""

    model_config = ConfigDict(frozen=True)

    claim: Found
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    differences: tuple[str, ...]


class SentenceAnswerRecord(BaseModel):
    """The answer to one sentence, `start` and `end` in code points of the question."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    never_checked: bool
    results: tuple[ResultRecord, ...]


class AnswerRecord(BaseModel):
    """The answer, best claim first. `never_checked`: a claim is made, and no claim of the desk says the same,
    or the same with a difference. `sentences` stand there where the question has several."""

    model_config = ConfigDict(frozen=True)

    query: str
    never_checked: bool
    results: tuple[ResultRecord, ...]
    sentences: tuple[SentenceAnswerRecord, ...] = Field(default=(), exclude_if=lambda found: not found)


def answer_record(answer: Answer, language: Language | None = None) -> AnswerRecord:
    """The answer; reasons and differences are in `language`, else in the question's."""
    spoken = language or answer.language
    return AnswerRecord(
        query=answer.query,
        never_checked=answer.never_checked,
        results=_records(answer.results, spoken),
        sentences=tuple(
            SentenceAnswerRecord(
                start=each.start,
                end=each.end,
                never_checked=each.never_checked,
                results=_records(each.results, spoken),
            )
            for each in answer.sentences
        ),
    )


def _records(results: tuple[Result, ...], language: Language) -> tuple[ResultRecord, ...]:
    return tuple(
        ResultRecord(
            claim=result.claim,
            relation=result.relation,
            score=result.score,
            reasons=_sentences(result.reasons, language),
            differences=_sentences(result.differences, language),
        )
        for result in results
    )


def _sentences(reasons: tuple[Reason, ...], language: Language) -> tuple[str, ...]:
    return tuple(sentence(reason, language) for reason in reasons)
