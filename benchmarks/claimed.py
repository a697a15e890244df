"""One made-up claim: its rows, and the steps that brought it where it is."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

from benchmarks.making import EDITOR, REVIEWER, Making
from benchmarks.sentences import Told
from claims.assignment import Priority
from claims.claim import RULES, Claim, ClaimDraft, Kind, Modality, Origin
from claims.decision import Decision
from claims.evidence import Evidence
from claims.proposal import Answer, Proposal, Ruling
from claims.selector import CONTEXT
from claims.store.decisions import WORDS
from claims.verdict import Stance, Verdict
from claims.workflow import State

_SHARES = [State.PUBLISHED] * 2 + [State.OPEN] * 2 + [State.IN_CHECK, State.DISMISSED] + [State.PROPOSED] * 14
"""What becomes of twenty claims in a row."""

_STEPS: dict[State, tuple[str, ...]] = {
    State.PROPOSED: (),
    State.OPEN: ("accept",),
    State.IN_CHECK: ("accept", "take"),
    State.DISMISSED: ("dismiss",),
    State.PUBLISHED: ("accept", "take", "cite", "submit", "approve", "publish"),
}
_LEADS_TO = {
    "accept": State.OPEN,
    "take": State.IN_CHECK,
    "dismiss": State.DISMISSED,
    "submit": State.SUBMITTED,
    "approve": State.APPROVED,
    "publish": State.PUBLISHED,
}
_VERDICTS = (
    (Verdict.SUPPORTED, Stance.SUPPORTS),
    (Verdict.REFUTED, Stance.REFUTES),
    (Verdict.MISLEADING, Stance.QUALIFIES),
    (Verdict.MOSTLY_SUPPORTED, Stance.SUPPORTS),
)
_RATIONALE = {"de": "Das Register hat dieselbe Zahl geprüft.", "en": "The register has checked this figure."}
_SECOND = timedelta(seconds=1)
_SIGNATURES = ("approved_by", "approved_at", "published_by", "published_at")
_DRAFTED = set(ClaimDraft.model_fields)


class Record(NamedTuple):
    """The number and text of the snapshot that an article's claims rest on."""

    snapshot: int
    text: str


def fate(number: int) -> State:
    """The state in which the claim of this number is."""
    return _SHARES[number % len(_SHARES)]


def add_claim(
    making: Making, number: int, told: Told, article: int, text: str, start: int, record: Record | None
) -> None:
    """The claim with its proposal, what was decided on it and its history."""
    row, at = _row(number, told, text, start), making.at + _SECOND
    draft = {name: value for name, value in row.items() if name in _DRAFTED}
    row |= {"article_id": article, "article_version": 1, "language": told.language, "origin": Origin.MACHINE}
    row |= {"state": State.PROPOSED, "lapsed": False, "vanished": False, "candidates": []}
    row |= {"verdict": None, "assignee_id": None, "priority": Priority.NORMAL, "decision_id": None}
    row |= {
        "public_decision_id": None,
        "created_at": making.at + _SECOND,
        "updated_at": making.at + _SECOND,
        "version": 1,
    }
    claim = making.add(Claim, **row)
    row = making.rows[Claim][-1]  # its steps change it before it is written
    proposal = making.add(Proposal, claim_id=claim, draft=draft, proposed_at=at)
    facts = {"to": "proposed", "start": row["start"], "end": row["end"], "version": 1}
    making.log("propose", facts, article=article, claim=claim)
    for step in _STEPS[fate(number)]:
        _Claimed(making, row, proposal, record).go(step)


def _row(number: int, told: Told, text: str, start: int) -> dict[str, Any]:
    """What the claim says: the fields of a draft."""
    end = start + len(told.text)
    figure = start + told.text.index(told.figure)
    year = start + told.text.index(str(told.year))
    worth = round(number * 0.6180339887 % 1, 4)
    return {
        "start": start,
        "end": end,
        "exact": told.text,
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "also_at": [],
        "text": told.text,
        "unresolved": [],
        "proposers": [RULES],
        "kind": Kind.QUANTITY,
        "modality": Modality.ASSERTED,
        "quantities": [
            {"exact": told.figure, "start": figure, "end": figure + len(told.figure), "comparator": "eq"}
            | {"value": told.value, "upper": None, "unit": told.unit, "change": None, "near": False}
        ],
        "times": [{"exact": str(told.year), "start": year, "end": year + 4, "edtf": str(told.year)}],
        "speaker": told.person,
        "speaker_resolved": told.person,
        "speaker_unresolved": False,
        "names": [told.person],
        "worth": worth,
        "reasons": [{"code": "figure", "values": {"words": told.figure}}],
    }


@dataclass
class _Claimed:
    """A claim's row on its way, and what its steps take."""

    making: Making
    row: dict[str, Any]
    proposal: int
    record: Record | None

    def go(self, step: str) -> None:
        """Change the row as the step does, and write its event."""
        making, row = self.making, self.row
        by = EDITOR if step in ("approve", "publish") else REVIEWER
        before = row["state"]
        row["state"] = _LEADS_TO.get(step, before)
        row["version"] += 1
        facts = self._do(step, by)
        if step != "cite":
            facts |= {"from": before, "to": row["state"], "standing": row["verdict"], "lapsed": False}
        sealed = {"rationale": _RATIONALE[row["language"]]} if step == "submit" else {}
        facts["version"] = row["version"]
        making.log(step, facts, article=row["article_id"], claim=row["id"], sealed=sealed, by=by)
        row["updated_at"] = making.at

    def _do(self, step: str, by: int) -> dict[str, Any]:
        """What the step does beside changing the state; what its event says of that."""
        if step == "take":
            self.row["assignee_id"] = REVIEWER
            return {"held": {"assignee_id": REVIEWER, "due": None, "priority": "normal"}}
        if step == "cite":
            return self._cite()
        if step == "submit":
            return self._submit()
        if step in ("approve", "publish"):
            return self._sign(step, by)
        answer = Answer.DISMISSED if step == "dismiss" else Answer.ACCEPTED
        at = self.making.at + _SECOND
        self.making.add(Ruling, proposal_id=self.proposal, answer=answer, ruled_by=by, ruled_at=at)
        return {}

    def _cite(self) -> dict[str, Any]:
        row = self.row
        record = self.record or Record(0, "")
        start = record.text.index(row["exact"])
        end = start + len(row["exact"])
        number = self.making.add(
            Evidence,
            claim_id=row["id"],
            snapshot_id=record.snapshot,
            start=start,
            end=end,
            exact=row["exact"],
            prefix=record.text[max(0, start - CONTEXT) : start],
            suffix=record.text[end : end + CONTEXT],
            stance=_VERDICTS[row["id"] % len(_VERDICTS)][1],
            note="",
            added_by=REVIEWER,
            added_at=self.making.at + _SECOND,
            transcribed=False,
        )
        stance = self.making.rows[Evidence][-1]["stance"]
        return {"evidence": number, "snapshot": record.snapshot, "start": start, "end": end, "stance": stance}

    def _submit(self) -> dict[str, Any]:
        row = self.row
        verdict, _ = _VERDICTS[row["id"] % len(_VERDICTS)]
        evidence = [self.making.numbers[Evidence]]
        row["decision_id"] = self.making.add(
            Decision,
            claim_id=row["id"],
            verdict=verdict,
            rationale=_RATIONALE[row["language"]],
            evidence_ids=evidence,
            claim_text=row["text"],
            claim_words={name: value for name, value in row.items() if name in WORDS},
            checklist={},
            correction_reason="",
            submitted_by=REVIEWER,
            submitted_at=self.making.at + _SECOND,
        )
        self.making.rows[Decision][-1] |= dict.fromkeys(_SIGNATURES)
        return {"decision": row["decision_id"], "verdict": verdict, "evidence": evidence}

    def _sign(self, step: str, by: int) -> dict[str, Any]:
        decision = self.making.rows[Decision][-1]
        stem = "approved" if step == "approve" else "published"
        decision |= {f"{stem}_by": by, f"{stem}_at": self.making.at + _SECOND}
        self.row["verdict"] = decision["verdict"]
        if step == "publish":
            self.row["public_decision_id"] = decision["id"]
        return {"decision": decision["id"], "verdict": decision["verdict"]}
