"""Asking the desk to check something, and what became of what was asked for.

A wish joins the claims that say the same already. What no claim of the desk says comes in as a text of its
own, marked as asked for, and its claims wait in the queue like any other. The work is in two steps, since
looking takes a while in which others may write: `look_up` finds what there is, `make_wish` writes.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from claims.account import Account
from claims.article import Article, ArticleDraft
from claims.claim import Claim, ClaimDraft, Extraction, Origin
from claims.errors import TooOften
from claims.reason import Language
from claims.selector import anchor
from claims.store import accounts, claims, events, wishes
from claims.wish import Wish, WishDraft
from claims.workflow import Action, State
from factcheck.extraction.claims import extract
from factcheck.extraction.language import detect_language
from factcheck.ingest import Ingested, ingest, propose
from factcheck.matching.relation import Relation
from factcheck.search import search

A_DAY = 30
"""Questions that one account may ask within 24 hours: enough for a journalist's day, and no flood."""
_TITLE = 80
"""Code points of the title that a text gets from its first words."""
_ENDED = {State.DISMISSED: Action.DISMISS, State.WITHDRAWN: Action.WITHDRAW}


@dataclass(frozen=True)
class LookedUp:
    """What a question leads to: `known` are the claims that say the same already, `extraction` has what no
    claim says; with neither the whole text is a claim."""

    draft: WishDraft
    language: Language
    known: tuple[int, ...]
    extraction: Extraction

    @property
    def is_known(self) -> bool:
        return bool(self.known) and not self.extraction.claims


@dataclass(frozen=True)
class Outcome:
    """What became of a wish: the claim that stands for it, and why that was dismissed or withdrawn."""

    wish: Wish
    claim: Claim
    reason: str


@dataclass(frozen=True)
class Question:
    """What somebody asked for in one go. `id` is the number of its first wish."""

    id: int
    words: str
    asked_at: datetime
    outcomes: tuple[Outcome, ...]
    created: bool = False


def look_up(session: Session, home: Path, draft: WishDraft) -> LookedUp:
    """Which claims say what is asked, and what nobody said yet. Raises InvalidInput, DeskBusy."""
    language = draft.language or detect_language(draft.words)
    whole = _same(session, home, draft.words, language)
    if whole is not None:
        return LookedUp(draft, language, (whole,), _nothing(language))
    found = extract(draft.words, language)
    said = [_same(session, home, claim.text, language) for claim in found.claims]
    new = tuple(claim for claim, known in zip(found.claims, said, strict=True) if known is None)
    known = tuple(dict.fromkeys(number for number in said if number is not None))
    return LookedUp(draft, language, known, found.model_copy(update={"claims": new}))


def make_wish(session: Session, found: LookedUp, *, by: Account, at: datetime) -> Question:
    """Ask for what was looked up to be checked; the same question of the same account again changes nothing.

    Like taking an article in it takes no role by itself: pages and REST ask for that of a reader. Raises
    TooOften.
    """
    who, draft = by.id or 0, found.draft
    asked = wishes.worded(session, who, draft.words)
    if asked:
        return _question(session, asked)
    if wishes.count_questions(session, who, at - timedelta(days=1)) >= A_DAY:
        raise TooOften("You asked for %(most)s checks within a day: go on tomorrow.", most=A_DAY)
    wanted = [*claims.many(session, found.known).values()]
    if not found.is_known:
        wanted += _take_in(session, found, by, at)
    numbers = [claim.id or 0 for claim in wanted]
    earlier = {wish.claim_id for wish in wishes.of_account(session, who, numbers)}
    for claim in wanted:
        if claim.id not in earlier:
            _add(session, claim, draft, by, at)
    question = _question(session, wishes.of_account(session, who, numbers))
    return replace(question, created=len(earlier) < len(set(numbers)))


def questions(
    session: Session, account: Account, before: int | None = None, limit: int = 50
) -> list[Question]:
    """What the account asked for, newest first, from below the number of a question on."""
    found = wishes.questions(session, account.id or 0, before, limit)
    return [_question(session, each) for each in found]


def outcomes(session: Session, found: Collection[Wish]) -> list[Outcome]:
    """What became of each wish; a claim that was merged is answered by the one that stands for it."""
    own = claims.many(session, {wish.claim_id for wish in found})
    into = claims.many(session, {claim.merged_into for claim in own.values() if claim.merged_into})
    stand = {number: into.get(claim.merged_into or 0, claim) for number, claim in own.items()}
    return [Outcome(wish, stand[wish.claim_id], _reason(session, stand[wish.claim_id])) for wish in found]


def asked_by(session: Session, claim_ids: Collection[int]) -> dict[int, list[str]]:
    """By number of a claim the names of those who asked for it, the first one first."""
    found = wishes.of_claims(session, claim_ids)
    names = accounts.names(session, {wish.account_id for wish in found})
    asked: dict[int, list[str]] = {}
    for wish in found:
        asked.setdefault(wish.claim_id, []).append(names[wish.account_id])
    return asked


def askers(session: Session, shown: Collection[Article]) -> dict[int, list[str]]:
    """By number of an article the names of those who asked for what stands in it, the first one first; nobody
    for what is an article indeed."""
    wished = [article.id or 0 for article in shown if article.wished]
    of = {number: [c.id or 0 for c in own] for number, own in claims.of_articles(session, wished).items()}
    asked = asked_by(session, {number for own in of.values() for number in own})
    found = {article.id or 0: list[str]() for article in shown}
    for article_id, own in of.items():
        found[article_id] = list(dict.fromkeys(name for number in own for name in asked.get(number, ())))
    return found


def _reason(session: Session, claim: Claim) -> str:
    if claim.state not in _ENDED:
        return ""
    ended = events.of_claims(session, [claim.id or 0], _ENDED[claim.state])
    return (ended[-1].note or "") if ended else ""


def _question(session: Session, found: list[Wish]) -> Question:
    first = found[0]
    return Question(first.id or 0, first.words, first.made_at, tuple(outcomes(session, found)))


def _same(session: Session, home: Path, text: str, language: Language) -> int | None:
    """The number of the claim that says the same best; one with a verdict answers before one without."""
    results = search(session, home, text, language=language)
    same = [found.claim for found in results if found.relation is Relation.SAME]
    decided = [claim for claim in same if claim.verdict is not None]
    return next((claim.id for claim in (*decided, *same)), None)


def _nothing(language: Language) -> Extraction:
    return Extraction(language=language, claims=(), sentences=())


def _take_in(session: Session, found: LookedUp, by: Account, at: datetime) -> list[Claim]:
    """The claims of the text, proposed as far as they are not those of a text with the same words."""
    words = found.draft.words
    draft = ArticleDraft(text=words, language=found.language, content=words.encode(), media_type="text/plain")
    # without its claims, since a text that is known already may have some of them
    told = found.extraction.model_copy(update={"claims": ()})
    ingested = ingest(session, draft, by=by, at=at, extraction=told)
    if ingested.created:
        # the words of somebody are no title in the log, which keeps it for good
        ingested.article.wished, ingested.article.title = True, _title(words)
        session.add(ingested.article)
    standing = [claim for claim in ingested.claims if claim.state is not State.DISMISSED]
    drafts = found.extraction.claims
    if not drafts:
        return standing or [_propose_whole(session, ingested, by, at)]
    return [_claim(session, ingested, standing, each, by, at) for each in drafts]


def _claim(
    session: Session, ingested: Ingested, standing: list[Claim], draft: ClaimDraft, by: Account, at: datetime
) -> Claim:
    known = next((claim for claim in standing if draft.is_of_same_words(claim.selector)), None)
    language = ingested.article.language
    return known or propose(session, ingested.version, draft, language, by=by, at=at)


def _propose_whole(session: Session, ingested: Ingested, by: Account, at: datetime) -> Claim:
    """The whole text as one claim: a person put it forward, and those who check say whether it is one."""
    text = ingested.version.text
    draft = ClaimDraft(**anchor(text, 0, len(text)).model_dump(), text=text, proposers=())
    claim = claims.add(
        session,
        draft,
        article_id=ingested.version.article_id,
        article_version=ingested.version.number,
        language=ingested.article.language,
        origin=Origin.PERSON,
        state=State.PROPOSED,
        at=at,
    )
    facts = {"to": claim.state.value, "start": claim.start, "end": claim.end}
    events.record(session, claim, "propose", by=by.id or 0, at=at, facts=facts)
    return claim


def _add(session: Session, claim: Claim, draft: WishDraft, by: Account, at: datetime) -> None:
    """The claim keeps its version: a wish is no change that somebody who works on it has to see first."""
    wish = wishes.add(session, claim.id or 0, by.id or 0, draft.words, at)
    facts = {"wish": wish.id}
    sealed = {"words": draft.words}
    events.record(session, claim, "wish", by=by.id or 0, at=at, facts=facts, note=draft.note, sealed=sealed)


def _title(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _TITLE:
        return line
    head, space, _ = line[:_TITLE].rpartition(" ")
    return f"{head if space else line[:_TITLE]} …"
