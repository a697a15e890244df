"""From rows to what programs read. People are looked up once for all rows of an answer."""

from dataclasses import asdict
from typing import Any, TypeVar

from sqlmodel import Session

from api.auth import account, sees_confidential
from api.claim_records import (
    LANGUAGES,
    People,
    asked_language,
    hidden_evidence,
    people_of,
    represent_claim,
    represent_claims,
)
from api.schemas.aliases import AliasChange, Aliases, AliasRecord, CandidateRecord
from api.schemas.articles import (
    ArticleRecord,
    AsideRecord,
    CoverageRecord,
    IngestedArticle,
    Ingestion,
    RevisionRecord,
    SentenceRecord,
    VersionRecord,
    VersionText,
)
from api.schemas.base import Person, Record
from api.schemas.checking import OwnerRecord
from api.schemas.claims import EventRecord
from api.schemas.sources import EvidenceRecord, SnapshotRecord, SnapshotText, SourceRecord
from claims.article import Alias, Article, ArticleVersion
from claims.aside import Aside
from claims.attempt import Owner
from claims.event import Event
from claims.evidence import Evidence
from claims.reason import Language, Reason
from claims.source import Snapshot, Source
from claims.store import articles, inquiries
from factcheck.coverage import tally
from factcheck.extraction.reasons import sentence
from factcheck.ingest import Ingested
from factcheck.review import Naming, candidates
from factcheck.review.voting import discreet
from factcheck.revision import Revision
from factcheck.survey import Survey, survey

__all__ = [
    "LANGUAGES",
    "asked_language",
    "represent_claim",
    "represent_claims",
]
"""What others look for here besides: how claims are represented stands in `claim_records`."""

Widened = TypeVar("Widened", bound=Record)


def represent_events(session: Session, events: list[Event]) -> tuple[EventRecord, ...]:
    """What happened, as who is asking may know it: of confidential evidence and
    inquiries not even that they are there."""
    events = discreet(session, events, account())
    people = people_of(session, (event.actor_id for event in events))
    about = {event.claim_id or 0 for event in events}
    hidden = hidden_evidence(session, about)
    sealed = set() if sees_confidential() else inquiries.confidential_ids(session, about)
    return tuple(
        _event(event, people[event.actor_id], hidden)
        for event in events
        if (not isinstance(event.body.get("evidence"), int) or event.body["evidence"] not in hidden)
        and event.body.get("inquiry") not in sealed
    )


def represent_articles(session: Session, found: list[Article]) -> tuple[ArticleRecord, ...]:
    surveys = survey(session, found, account())
    return tuple(
        _widen(ArticleRecord, article, version=article.current, coverage=_coverage(surveys[article.id or 0]))
        for article in found
    )


def represent_asides(session: Session, found: list[Aside]) -> tuple[AsideRecord, ...]:
    people = people_of(session, (aside.set_by for aside in found))
    return tuple(_widen(AsideRecord, aside, set_by=people[aside.set_by]) for aside in found)


def _coverage(found: Survey) -> CoverageRecord:
    return CoverageRecord.model_validate({**asdict(found.coverage), "statuses": tally(found.sentences)})


def represent_ingested(session: Session, ingested: Ingested) -> Ingestion:
    article = _widen(
        IngestedArticle,
        ingested.article,
        version=ingested.version.number,
        coverage=_coverage(survey(session, [ingested.article], account())[ingested.article.id or 0]),
        created=ingested.created,
        changed=ingested.changed,
    )
    revision = _revision(ingested.revision) if ingested.revision else None
    return Ingestion(article=article, revision=revision, claims=represent_claims(session, ingested.claims))


def _revision(revision: Revision) -> RevisionRecord:
    fates = {fate.value: ids for fate, ids in revision.fates.items()}
    return RevisionRecord.model_validate({"before": revision.before, **fates})


def represent_versions(session: Session, versions: list[ArticleVersion]) -> tuple[VersionRecord, ...]:
    people = people_of(session, (version.added_by for version in versions))
    return tuple(_version(VersionRecord, version, people) for version in versions)


def represent_text(session: Session, version: ArticleVersion, language: Language) -> VersionText:
    """A version with its text, and why sentences make no claim in the language that is asked for, else
    in the article's."""
    shown = asked_language() or language
    sentences = tuple(
        SentenceRecord(start=found["start"], end=found["end"], why_none=_why(found["why_none"], shown))
        for found in version.sentences
    )
    people = people_of(session, [version.added_by])
    return _version(VersionText, version, people, text=version.text, sentences=sentences)


def represent_aliases(session: Session, article_id: int) -> Aliases:
    """What words of the article are said to mean, and what is open."""
    found = articles.aliases(session, article_id)
    people = people_of(session, (alias.set_by for alias in found))
    return Aliases(
        items=tuple(_alias(alias, people) for alias in found),
        candidates=tuple(
            CandidateRecord(words=candidate.words, claims=candidate.claims)
            for candidate in candidates(session, article_id)
        ),
    )


def represent_naming(session: Session, naming: Naming) -> AliasChange:
    """What a name changed."""
    alias = naming.alias
    return AliasChange(
        alias=None if alias is None else _alias(alias, people_of(session, [alias.set_by])),
        claims=represent_claims(session, list(naming.changed)),
        decided=naming.decided,
        worded=naming.worded,
    )


def _alias(alias: Alias, people: People) -> AliasRecord:
    return AliasRecord(words=alias.words, name=alias.name, set_by=people[alias.set_by], set_at=alias.set_at)


def represent_source(source: Source) -> SourceRecord:
    return _widen(SourceRecord, source)


def represent_snapshots(session: Session, snapshots: list[Snapshot]) -> tuple[SnapshotRecord, ...]:
    people = people_of(session, (snapshot.captured_by for snapshot in snapshots))
    return tuple(_snapshot(SnapshotRecord, snapshot, people) for snapshot in snapshots)


def represent_snapshot(session: Session, snapshot: Snapshot) -> SnapshotText:
    people = people_of(session, [snapshot.captured_by])
    return _snapshot(SnapshotText, snapshot, people, text=snapshot.text)


def represent_evidence(
    session: Session, rows: list[tuple[Evidence, Snapshot, Source]]
) -> tuple[EvidenceRecord, ...]:
    people = people_of(session, (evidence.added_by for evidence, _, _ in rows))
    return tuple(
        _widen(
            EvidenceRecord,
            evidence,
            source=represent_source(source),
            captured_at=snapshot.captured_at,
            added_by=people[evidence.added_by],
        )
        for evidence, snapshot, source in rows
    )


def represent_owners(session: Session, owners: list[Owner]) -> tuple[OwnerRecord, ...]:
    people = people_of(session, (owner.set_by for owner in owners))
    return tuple(
        OwnerRecord(outlet=owner.outlet, owner=owner.name, set_by=people[owner.set_by], set_at=owner.set_at)
        for owner in owners
    )


def _widen(kind: type[Widened], row: Any, **more: object) -> Widened:
    """A record out of the row's columns of the same names and what is said besides."""
    fields = {
        name: getattr(row, name) for name in kind.model_fields if name not in more and hasattr(row, name)
    }
    return kind.model_validate({**fields, **more})


def _event(event: Event, actor: Person, hidden: set[int]) -> EventRecord:
    body = event.body
    evidence = body.get("evidence", ())
    numbers = (evidence,) if isinstance(evidence, int) else evidence
    return EventRecord(
        seq=event.seq,
        at=event.at,
        claim=event.claim_id,
        article=event.article_id,
        actor=actor,
        action=event.action,
        source=body.get("from"),
        target=body.get("to"),
        verdict=body.get("verdict"),
        decision=body.get("decision"),
        evidence=tuple(number for number in numbers if number not in hidden),
        inquiry=body.get("inquiry"),
        version=body.get("version"),
        note=event.note if event.action not in ("assign", "wish") or sees_confidential() else None,
        before=body["before"] if event.claim_id and "before" in body else None,
        after=body.get("after"),
    )


def _version(kind: type[Widened], version: ArticleVersion, people: People, **more: object) -> Widened:
    return _widen(kind, version, added_by=people[version.added_by], **more)


def _snapshot(kind: type[Widened], snapshot: Snapshot, people: People, **more: object) -> Widened:
    return _widen(kind, snapshot, captured_by=people[snapshot.captured_by], **more)


def _why(stored: dict[str, Any] | None, language: Language) -> str | None:
    return sentence(Reason.model_validate(stored), language) if stored else None
