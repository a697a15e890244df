"""What many tests need to be there: accounts, an article with a claim, a source."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from claims.account import Account, AccountDraft
from claims.article import Article, ArticleDraft
from claims.claim import Claim, ClaimDraft, Origin
from claims.evidence import Evidence, EvidenceDraft
from claims.selector import anchor
from claims.source import Capture, Snapshot, SnapshotDraft, SourceDraft
from claims.store import accounts, articles, claims
from claims.verdict import Stance
from claims.workflow import Role, State
from factcheck import review
from factcheck.sources import add_source

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = "Der Verein zählt mindestens zwölf Mitglieder. Er wurde 2011 in Bochum gegründet."
QUOTE = "Im Register stehen vierzehn Mitglieder."


def later(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def account(session: Session, name: str, *roles: Role) -> Account:
    return accounts.add(session, AccountDraft(name=name, roles=frozenset(roles)), None, START)


def article(session: Session, by: Account, text: str = TEXT) -> Article:
    """An article with a text of its own and no claims yet."""
    draft = ArticleDraft(text=text, language="de", content=text.encode(), media_type="text/plain")
    made = articles.add(session, draft, START)
    articles.add_version(
        session,
        made,
        {
            "text": text,
            "text_sha256": "",
            "content": draft.content,
            "content_sha256": "",
            "media_type": draft.media_type,
            "pages": draft.pages,
            "sentences": [],
            "added_by": by.id,
            "added_at": START,
        },
    )
    return made


def proposal(session: Session, within: Article, text: str = TEXT, start: int = 0, end: int = 44) -> Claim:
    """A claim that a machine proposed."""
    place = anchor(text, start, end)
    draft = ClaimDraft(**place.model_dump(), text=place.exact)
    return claims.add(
        session,
        draft,
        article_id=within.id or 0,
        article_version=1,
        language="de",
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=START,
    )


def snapshot(session: Session, by: Account, text: str = QUOTE, *, confidential: bool = False) -> Snapshot:
    """A source with one snapshot."""
    source = SourceDraft(title="Vereinsregister", confidential=confidential)
    draft = SnapshotDraft(content=text.encode(), media_type="text/plain", text=text, capture=Capture.PASTED)
    return add_source(session, source, draft, by=by, at=START)[1]


def evidence(session: Session, claim: Claim, by: Account, stance: Stance = Stance.SUPPORTS) -> Evidence:
    """A piece of evidence from a source of its own."""
    draft = EvidenceDraft(snapshot_id=snapshot(session, by).id or 0, quote=QUOTE, stance=stance)
    return review.cite(session, claim.id or 0, draft, by=by, at=START)
