"""Everything that the page of one claim shows, read from the desk for the one who looks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sqlmodel import Session

from api import auth
from api.pages.asked import Asked
from api.pages.claim_ballot import Ballot, open_ballot
from api.pages.claim_inquiries import asked_names
from api.pages.claim_passage import Passage, passage, whole_words
from api.pages.whereabouts import spot_of
from claims.account import Account
from claims.article import Article
from claims.claim import Claim
from claims.decision import Decision
from claims.event import Event
from claims.evidence import Evidence
from claims.layout import Layout, Spot
from claims.reason import Language
from claims.source import Snapshot, Source
from claims.store import accounts, articles, claims, decisions, events, sources
from claims.verdict import Verdict
from claims.workflow import MOVES, Action, Guard, Role, State, actions, may
from factcheck.history import Told, tell
from factcheck.review import CITABLE, is_editable
from factcheck.review.voting import discreet

_TWO_PEOPLE = {found.action for found in MOVES if Guard.SECOND_PERSON in found.guards}
_DECIDING = (Action.VOTE, Action.SUBMIT)
_NEXT = (Action.ACCEPT, *_DECIDING, Action.TAKE, Action.APPROVE, Action.PUBLISH, Action.CONFIRM)


@dataclass(frozen=True)
class Cited:
    """A piece of evidence with what it is quoted from. `letter` names it on the page, `spot` says where the
    quote begins there; `before` and `after` are whole words around it."""

    letter: str
    evidence: Evidence
    snapshot: Snapshot
    source: Source
    by: str
    spot: Spot
    before: str
    after: str


@dataclass(frozen=True)
class Decided:
    """A decision with the names of those who stand for it and the letters of its evidence. `replaces`
    is the verdict that it corrects; `public` is what readers see as it stands."""

    decision: Decision
    submitted: str
    approved: str | None
    published: str | None
    letters: list[str]
    replaces: Verdict | None
    public: bool
    standing: bool


@dataclass(frozen=True)
class Neighbours:
    """The claims before and after in the article, and this one's number among them."""

    previous: int | None
    following: int | None
    number: int
    count: int


@dataclass(frozen=True)
class Offers:
    """What this account can do now. `blocked` are moves it may make, but not on its own submission;
    `next` is the one step to be taken: an action's value, `cite`, or empty."""

    actions: frozenset[Action]
    blocked: frozenset[Action]
    edit: bool
    cite: bool
    next: str

    @cached_property
    def forms(self) -> set[str]:
        """The forms that the page has."""
        words = {"edit", "split"} if self.edit else set()
        evidence = {"cite", "retract"} if self.cite else set()
        return {action.value for action in self.actions} | words | evidence


@dataclass(frozen=True)
class Dossier:
    """`hidden` counts the evidence from confidential sources that this account may not see. `passage` and
    `spot` are those of the version in which the claim's words stand."""

    claim: Claim
    article: Article
    passage: Passage
    spot: Spot
    neighbours: Neighbours
    offers: Offers
    ballot: Ballot
    evidence: list[Cited]
    hidden: int
    decisions: list[Decided]
    history: list[Told]

    @cached_property
    def explanation(self) -> str | None:
        """Where it is explained why the claim was found in its sentence, read after those before it; None
        where they are too long for an address."""
        text, own = self.passage.words.strip(), self.passage.own
        asked = Asked(
            text=text, language=self.article.language, published=self.article.published or "", about=own
        )
        return asked.link

    assignee: str | None

    @cached_property
    def standing(self) -> list[Cited]:
        return [cited for cited in self.evidence if cited.evidence.retracted_at is None]

    @cached_property
    def aside(self) -> list[Cited]:
        return [cited for cited in self.evidence if cited.evidence.retracted_at is not None]

    @cached_property
    def current(self) -> Decided | None:
        """The decision under way or standing, None before the first and after it was sent back."""
        return next((decided for decided in self.decisions if decided.standing), None)


def sees_confidential(account: Account) -> bool:
    return may(account.role_set, Role.REVIEWER)


def dossier(session: Session, claim_id: int, account: Account, language: Language, zone: str) -> Dossier:
    """Raises NotFound."""
    claim = claims.get(session, claim_id)
    names = accounts.names(session)
    evidence = _evidence(session, claim_id, names)
    seen = _visible(evidence, account)
    letters = {cited.evidence.id or 0: cited.letter for cited in seen}
    found = decisions.of_claims(session, [claim_id])
    ballot = open_ballot(session, claim, account, letters)
    article = articles.get(session, claim.article_id)
    version = articles.version(session, article, claim.article_version)
    return Dossier(
        claim=claim,
        article=article,
        passage=passage(version.text, claim.start, claim.end, version.sentences),
        spot=Layout(version.text, version.pages).spot(claim.start),
        neighbours=_neighbours(session, claim),
        offers=_offers(claim, account, found, evidence, ballot),
        ballot=ballot,
        evidence=seen,
        hidden=sum(c.evidence.retracted_at is None for c in evidence) - _standing(seen),
        decisions=[_decided(claim, decision, found, names, letters) for decision in reversed(found)],
        history=recount(
            session,
            events.of_claim(session, claim_id),
            seen,
            asked_names(session, claim_id, account),
            language,
            zone,
        ),
        assignee=names.get(claim.assignee_id) if claim.assignee_id else None,
    )


def seen_evidence(session: Session, claim_id: int, account: Account) -> list[Cited]:
    """The evidence of a claim that this account may see, oldest first."""
    return _visible(_evidence(session, claim_id, accounts.names(session)), account)


def _visible(evidence: list[Cited], account: Account) -> list[Cited]:
    return [cited for cited in evidence if sees_confidential(account) or not cited.source.confidential]


def _standing(evidence: list[Cited]) -> int:
    return sum(cited.evidence.retracted_at is None for cited in evidence)


def _neighbours(session: Session, claim: Claim) -> Neighbours:
    own = claim.id or 0
    known = claims.in_sequence(session, claim.article_id)
    ids = [number for number, state in known if state is not State.DISMISSED or number == own]
    at = ids.index(own)
    return Neighbours(
        previous=ids[at - 1] if at else None,
        following=ids[at + 1] if at + 1 < len(ids) else None,
        number=at + 1,
        count=len(ids),
    )


def _evidence(session: Session, claim_id: int, names: dict[int, str]) -> list[Cited]:
    return [
        Cited(
            letter=_letter(number),
            evidence=evidence,
            snapshot=snapshot,
            source=source,
            by=names[evidence.added_by],
            spot=spot_of(evidence, snapshot),
            before=whole_words(evidence.prefix[::-1])[::-1],
            after=whole_words(evidence.suffix),
        )
        for number, (evidence, snapshot, source) in enumerate(sources.evidence_of(session, [claim_id]))
    ]


def _letter(number: int) -> str:
    """A to Z, then A2 to Z2 and so on."""
    round_, place = divmod(number, 26)
    return f"{chr(ord('A') + place)}{round_ + 1 if round_ else ''}"


def _decided(
    claim: Claim,
    decision: Decision,
    every: list[Decision],
    names: dict[int, str],
    letters: dict[int, str],
) -> Decided:
    corrected = next((d for d in every if d.id == decision.corrects), None)
    return Decided(
        decision=decision,
        submitted=names[decision.submitted_by],
        approved=names.get(decision.approved_by or 0),
        published=names.get(decision.published_by or 0),
        letters=[letters[number] for number in decision.evidence_ids if number in letters],
        replaces=corrected.verdict if corrected else None,
        public=decision.id == claim.public_decision_id and decision.ended_at is None,
        standing=decision.id == claim.decision_id and decision.ended_at is None,
    )


def recount(
    session: Session,
    found: list[Event],
    evidence: list[Cited],
    asked: Mapping[int, str],
    language: Language,
    zone: str,
) -> list[Told]:
    """Events in words, newest first, without what happened to evidence that is not among `evidence` and
    to inquiries that are not in `asked`, which says who was asked."""
    names = accounts.names(session)
    seen = {cited.evidence.id for cited in evidence}
    return [
        _discreet(event, tell(event, names, language, zone, asked))
        for event in reversed(discreet(session, found, auth.account()))
        if (not isinstance(event.body.get("evidence"), int) or event.body["evidence"] in seen)
        and ("inquiry" not in event.body or event.body["inquiry"] in asked)
    ]


def _discreet(event: Event, told: Told) -> Told:
    """Without what one person of the desk said to another, unless who looks is one of those who check."""
    private = event.action in ("assign", "wish")
    return replace(told, why="") if private and not auth.sees_confidential() else told


def _offers(
    claim: Claim, account: Account, found: list[Decision], evidence: list[Cited], ballot: Ballot
) -> Offers:
    allowed = frozenset(
        actions(claim.state, account.role_set, public=claim.is_public, standing=claim.is_standing)
    ).difference(ballot.withheld)
    submitted = next((d.submitted_by for d in found if d.id == claim.decision_id), None)
    took_part = submitted == account.id or ballot.took_part
    blocked = allowed & _TWO_PEOPLE if took_part else frozenset()
    works = may(account.role_set, Role.REVIEWER)
    offered = allowed - blocked
    return Offers(
        actions=offered,
        blocked=frozenset(blocked),
        edit=works and is_editable(claim),
        cite=works and claim.state in CITABLE,
        next=_next(offered, evidence),
    )


def _next(offered: frozenset[Action], evidence: list[Cited]) -> str:
    found = next((action for action in _NEXT if action in offered), None)
    if found in _DECIDING and not _standing(evidence):
        return "cite"
    return found.value if found else ""
