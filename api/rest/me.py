"""Who is asking, and what came into their inbox."""

from flask import Response

from api.auth import account, token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.paging import Position, cut, position
from api.rest.parsing import parsed
from api.schemas.me import Inbox, InboxPatch, InboxQuery, Me, NoticeRecord
from api.unit import db, now
from claims.notice import Notice
from claims.store import notices
from claims.workflow import Role

blueprint = make_blueprint("me", "The account whose token is used, and its inbox")


@blueprint.get("/me", responses={200: Me})
@token_requires(Role.READER)
@parsed
def get_me() -> Response:
    """Who the token belongs to, and what that account may do."""
    who = account()
    return answer(
        Me(
            id=who.id or 0,
            name=who.name,
            display_name=who.display_name,
            roles=tuple(sorted(who.role_set)),
            language=who.language,
        )
    )


@blueprint.get("/me/inbox", responses={200: Inbox})
@token_requires(Role.READER)
@parsed
def list_inbox(query: InboxQuery) -> Response:
    """List what concerns the token's account, newest first."""
    before = position(query.cursor, "newest")
    where = before.id if before else None
    who, limit = account().id or 0, query.limit + 1
    if query.unread:
        found = notices.page(db(), who, read=False, before=where, limit=limit)
    else:
        found = notices.newest(db(), who, before=where, limit=limit)
    return _answer(*cut(found, query.limit))


@blueprint.patch("/me/inbox", responses={200: Inbox})
@token_requires(Role.READER)
@parsed
def read_inbox(body: InboxPatch) -> Response:
    """Say which notices were read; the answer is the first page of those that are left."""
    who = account().id or 0
    notices.mark_read(db(), who, now(), ids=body.ids, until=body.until or 0)
    return _answer(*cut(notices.page(db(), who, read=False, limit=51), 50))


def _answer(found: list[Notice], last: Notice | None) -> Response:
    following = None if last is None else Position(order="newest", id=last.id or 0).opaque
    unread = notices.unread(db(), account().id or 0)
    return answer(Inbox(items=tuple(_record(notice) for notice in found), unread=unread, next=following))


def _record(notice: Notice) -> NoticeRecord:
    return NoticeRecord.model_validate(
        {**notice.model_dump(), "event": notice.event_seq, "due": notice.body.get("due")}
    )
