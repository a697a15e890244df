"""Working together on a claim: its assignment, its tags, and notes in threads."""

from flask import Response

from api.auth import account, token_requires
from api.representation import represent_claim
from api.rest.answering import answer, answer_claim
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.base import IfMatch, Person
from api.schemas.claims import ClaimPath, DeskClaim
from api.schemas.team import (
    Assignment,
    NewNote,
    NoteRecord,
    Notes,
    TagSet,
    ThreadPatch,
    ThreadPath,
    WrittenNote,
)
from api.unit import db, now
from claims.note import Note
from claims.store import accounts, claims, notes
from claims.workflow import Role
from factcheck import review

blueprint = make_blueprint("team", "Who is to check a claim, its tags, and what those who check say about it")


@blueprint.put("/claims/<claim_id>/assignment", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def assign_claim(path: ClaimPath, header: IfMatch, body: Assignment) -> Response:
    """Say who is to check a claim, until when and how urgently; what is left out is taken back."""
    claim = review.assign(db(), path.claim_id, body.draft, by=account(), at=now(), expect=header.version)
    return answer_claim(claim)


@blueprint.put("/claims/<claim_id>/tags", responses={200: DeskClaim})
@token_requires(Role.REVIEWER)
@parsed
def set_tags(path: ClaimPath, header: IfMatch, body: TagSet) -> Response:
    """Let a claim have these tags and no others; a tag keeps the spelling that the desk has for it."""
    claim = review.set_tags(db(), path.claim_id, body.tags, by=account(), at=now(), expect=header.version)
    return answer_claim(claim)


@blueprint.get("/claims/<claim_id>/notes", responses={200: Notes})
@token_requires(Role.REVIEWER)
@parsed
def list_notes(path: ClaimPath) -> Response:
    """List the notes about a claim, oldest first; they are for those who check."""
    claim = claims.get(db(), path.claim_id)
    return answer(Notes(items=tuple(_record(note) for note in notes.of_claim(db(), claim.id or 0))))


@blueprint.post("/claims/<claim_id>/notes", responses={201: WrittenNote})
@token_requires(Role.REVIEWER)
@parsed
def write_note(path: ClaimPath, header: IfMatch, body: NewNote) -> Response:
    """Begin a thread about a claim, or answer in one."""
    note = review.write_note(db(), path.claim_id, body.draft, by=account(), at=now(), expect=header.version)
    return _written(note, 201)


@blueprint.patch("/claims/<claim_id>/notes/<note_id>", responses={200: WrittenNote})
@token_requires(Role.REVIEWER)
@parsed
def settle_thread(path: ThreadPath, header: IfMatch, body: ThreadPatch) -> Response:
    """Resolve a thread, or open it again."""
    settle = review.resolve_thread if body.resolved else review.reopen_thread
    note = settle(db(), path.claim_id, path.note_id, by=account(), at=now(), expect=header.version)
    return _written(note, 200)


def _written(note: Note, status: int) -> Response:
    claim = represent_claim(db(), claims.get(db(), note.claim_id))
    return answer(WrittenNote(note=_record(note), claim=claim), status)


def _record(note: Note) -> NoteRecord:
    wanted = {number for number in (note.written_by, note.resolved_by) if number}
    people = {number: Person(id=number, name=name) for number, name in accounts.names(db(), wanted).items()}
    return NoteRecord.model_validate(
        {
            **note.model_dump(),
            "written_by": people[note.written_by],
            "resolved_by": people.get(note.resolved_by or 0),
        }
    )
