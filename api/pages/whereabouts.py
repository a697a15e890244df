"""Where in its source a quote stands: the page and the paragraph of a snapshot's text."""

from datetime import datetime
from functools import lru_cache

from api.unit import db
from claims.evidence import Evidence
from claims.layout import Layout, Spot
from claims.source import Snapshot
from claims.store import sources

_REMEMBERED = 200


def spot_of(evidence: Evidence, snapshot: Snapshot) -> Spot:
    """The page and the paragraph in which the quote begins."""
    return layout_of(snapshot).spot(evidence.start)


def layout_of(snapshot: Snapshot) -> Layout:
    """The layout of its text, found once: a snapshot is never changed."""
    return _layout(snapshot.id or 0, snapshot.sha256, snapshot.captured_at)


@lru_cache(_REMEMBERED)
def _layout(snapshot_id: int, _sha256: str, _captured_at: datetime) -> Layout:
    # whoever asks has the snapshot without its text, which may be a book's
    found = sources.snapshot(db(), snapshot_id)
    return Layout(found.text, found.pages)
