"""What is being made of a desk: rows by table, the numbers given so far, and the history's end."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from sqlmodel import SQLModel

from claims.event import GENESIS, Event, chain, digest_note

BEGINNING = datetime(2024, 1, 1, 6, tzinfo=UTC)
REVIEWER, EDITOR = 1, 2
"""The accounts that do everything."""


@dataclass
class Making:
    """Rows are taken away by whoever writes them; numbers and history go on. Each event comes a second after
    the last."""

    seed: int
    rows: dict[type[SQLModel], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[type[SQLModel], int] = field(default_factory=lambda: defaultdict(int))
    seq: int = 0
    head: str = GENESIS
    at: datetime = BEGINNING

    def add(self, model: type[SQLModel], **values: Any) -> int:
        """One more row; returns its number."""
        self.numbers[model] += 1
        self.rows[model].append({"id": self.numbers[model], **values})
        return self.numbers[model]

    def log(
        self,
        action: str,
        body: dict[str, Any],
        *,
        article: int | None = None,
        claim: int | None = None,
        sealed: dict[str, str] | None = None,
        by: int = REVIEWER,
    ) -> None:
        """The next event, chained as the desk chains it. `sealed` are words of which it holds a digest."""
        self.seq += 1
        self.at += timedelta(seconds=1)
        salt = f"{self.seq:032x}"
        digests = {f"{name}_digest": digest_note(words, salt) for name, words in (sealed or {}).items()}
        entry = SimpleNamespace(
            seq=self.seq,
            at=self.at,
            actor_id=by,
            action=action,
            article_id=article,
            claim_id=claim,
            body=body | digests,
            salt=salt,
            note_digest=None,
            previous=self.head,
        )
        # a row object costs more than all else here
        self.head = chain(cast(Event, entry))
        self.rows[Event].append(vars(entry) | {"hash": self.head})
