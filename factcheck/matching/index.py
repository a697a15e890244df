"""The search index: a projection of the event log in a folder that can be thrown away.

The number and hash of the last event seen are a document of the index, replaced in the commit of the
claims they cover, so both are there or neither. One process writes at a time (tantivy's lock ends
with its process); whoever finds it taken looks again whether the other has done the work.
"""

import math
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import tantivy

from claims.errors import DeskBusy
from factcheck.matching import lexicon, terms
from factcheck.matching.documents import CONTEXT, Wanted
from factcheck.matching.entries import (
    BEGINNING,
    Document,
    Hit,
    Mark,
    claim_document,
    hit,
    mark_document,
    schema,
)

__all__ = [
    "BEGINNING",
    "BrokenIndex",
    "ClaimIndex",
    "Document",
    "Hit",
    "Mark",
    "clear",
    "clear_stale",
    "index_folder",
    "rarity",
]

_FORMAT = 3
_WAIT_SECONDS = 20.0
_LOOK_EVERY = 0.02
_HEAP = 30_000_000
_HEAP_BUILD = 256_000_000
"""Bytes of memory a writer takes before it writes a segment."""

_WORD_ITSELF = 0.05
"""The least that a word counts beside its meaning and parts."""

_LONG, _EVERYWHERE = 1_000, 0.03
"""Lists of so many claims take time to read. One that long says little of what stands near a claim where it
holds so large a share of all, and nothing beyond its word where it is as long as that one's."""

_ALWAYS, _FEW, _NEAR = 10, 5, 0.5
"""So many hits are looked at in any case, fewer where one has most of what is asked; and further ones whose
score is at least this share of the best one's. More cost time and found nothing more."""

_MOST = 2 / 3
"""The share of the weight of all that is asked from which a claim has most of it."""


def rarity(total: int, seen: int) -> float:
    """How much a term says that so many of all claims have: the logarithm of how rare it is (inverse document
    frequency)."""
    return math.log1p((total - seen + 0.5) / (seen + 0.5)) if seen < total else 0.1


class BrokenIndex(Exception):
    """The files of the index cannot be read; it has to be built anew."""


@contextmanager
def _guarded() -> Iterator[None]:
    """Damaged files make tantivy raise ValueError, or panic, which Python sees as a BaseException."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise BrokenIndex(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise BrokenIndex(str(error)) from error


def index_folder(home: Path) -> Path:
    """Where the index of this version of the analysis stands; others beside it are stale."""
    return home / "index" / f"{_FORMAT}-{terms.VERSION}-{lexicon.fingerprint()}"


class _Commit(NamedTuple):
    """What is read: the index as one commit left it. `counts` are remembered as they are asked for: in each
    field how many claims have a term."""

    searcher: tantivy.Searcher
    mark: Mark
    documents: int
    reviews: bool
    counts: dict[str, dict[str, int]]

    def seen(self, field: str, name: str) -> int:
        """How many claims have a term in a field."""
        known = self.counts[field]
        if name not in known:
            known[name] = int(self.searcher.doc_freq(field, name))
        return known[name]


class ClaimIndex:
    """An open index. Cheap to ask, safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`, made empty where there is none. Raises BrokenIndex, as all that
        reads or writes does."""
        self.folder = folder
        self._schema = schema()
        self._index = self._open()
        self._now: _Commit | None = None

    def _open(self) -> tantivy.Index:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _guarded():
            return tantivy.Index(self._schema, path=str(self.folder), reuse=True)

    @property
    def usable(self) -> bool:
        """Whether the folder is still there; somebody may have deleted it."""
        return (self.folder / "meta.json").exists()

    @property
    def seen(self) -> Mark | None:
        """The last event of the commit that is being read; None before anything was."""
        return self._now and self._now.mark

    @_guarded()
    def mark(self) -> Mark:
        """The last event seen, as of the newest commit, which is read from now on."""
        self._index.reload()
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.term_query(self._schema, "kind", "mark"), 1).hits
        stored = searcher.doc(found[0][1]) if found else None
        mark = Mark(int(stored["seq"][0]), str(stored["hash"][0])) if stored else BEGINNING
        reviews = bool(searcher.doc_freq("kind", "review"))
        self._now = _Commit(searcher, mark, int(searcher.num_docs), reviews, defaultdict(dict))
        return mark

    def _read(self) -> "_Commit":
        if self._now is None:
            self.mark()
        assert self._now is not None
        return self._now

    def count(self) -> int:
        """How many claims are in it."""
        now = self._read()
        return now.documents - (now.mark != BEGINNING)

    @_guarded()
    def write(
        self,
        seen: Mark,
        batches: Callable[[], Iterable[list[Document]]],
        upto: Mark,
        *,
        all_new: bool = False,
    ) -> bool:
        """Bring the index from `seen` to `upto` in one commit; False where another process was there
        first (look again). Raises DeskBusy where the lock stays taken."""
        with self._writer(_HEAP_BUILD if all_new else _HEAP) as writer:
            if self.mark() != seen:
                return False
            if all_new:
                writer.delete_all_documents()
            for batch in batches():
                for document in batch:
                    self._put(writer, document, replace=not all_new)
            writer.delete_documents_by_term("kind", "mark")
            writer.add_document(mark_document(upto))
            writer.commit()
        self.mark()
        return True

    @contextmanager
    def _writer(self, heap: int) -> Iterator[tantivy.IndexWriter]:
        writer = self._wait_for_writer(heap)
        try:
            yield writer
        finally:
            # ends the writer and gives the lock back
            writer.wait_merging_threads()

    def _wait_for_writer(self, heap: int) -> tantivy.IndexWriter:
        until = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                return self._index.writer(heap_size=heap, num_threads=1)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise
                if time.monotonic() > until:
                    raise DeskBusy("Another process has been writing the search index for long.") from error
            time.sleep(_LOOK_EVERY)

    def _put(self, writer: tantivy.IndexWriter, document: Document, *, replace: bool) -> None:
        if replace:
            writer.delete_documents_by_term("claim", document.claim_id)
        if document.terms:
            writer.add_document(claim_document(document))

    @_guarded()
    def search(self, asked: list[Wanted], limit: int, *, others: bool = False) -> list[Hit]:
        """The claims of the desk that answer most of what is asked, best first; `others` means their
        reviews instead: however many there are, they take no claim's place."""
        now, weighed = self._read(), list(self._weigh(asked))
        clauses = [(tantivy.Occur.Should, self._term(*each)) for each in weighed]
        if not clauses or (others and not now.reviews):
            return []
        query = tantivy.Query.boolean_query(clauses)
        if now.reviews:
            side = tantivy.Occur.Must if others else tantivy.Occur.MustNot
            kind = tantivy.Query.const_score_query(
                tantivy.Query.term_query(self._schema, "kind", "review", index_option="basic"), 0.0
            )
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (side, kind)])
        found = now.searcher.search(query, limit, count=False).hits
        best = found[0][0] if found else 1.0
        always = _FEW if best >= _MOST * self._whole(weighed) else _ALWAYS
        near = [pair for at, pair in enumerate(found) if at < always or pair[0] >= _NEAR * best]
        return [hit(score / best, now.searcher.doc(address)) for score, address in near]

    def _weigh(self, asked: list[Wanted]) -> Iterator[tuple[str, str, float]]:
        """Field, term and weight of all that is asked for, each once and beside each other: of such terms
        the index skips what cannot come near the best.

        A claim that has the very word has its meaning and parts too, so the word itself only adds what it
        says beyond them; and all its meanings, so that a word of many says no more than others. What is
        proposed is weighed anew with all that stands near it, so here it may be left out where it is common.
        """
        total, counts = self.frequencies({name for each in asked for name, _ in each.alternatives})
        found: dict[tuple[str, str], float] = {}
        for each in asked:
            word, beyond = each.alternatives[0][0], 1.0
            others = [
                (name, weight)
                for name, weight in each.alternatives[1:]
                if counts[name] and not counts[name] == counts[word] > _LONG
            ]
            like = Counter((name[0], weight) for name, weight in others)
            for name, weight in others:
                own = weight / math.sqrt(like[name[0], weight])
                found["terms", name] = max(own, found.get(("terms", name), 0.0))
                beyond -= own * rarity(total, counts[name]) / rarity(total, counts[word])
            if counts[word]:
                found["terms", word] = max(_WORD_ITSELF, beyond, found.get(("terms", word), 0.0))
            if word.startswith("w:"):
                found |= {(field, word): weight for field, weight in CONTEXT if self._tells(field, word)}
        return ((field, name, weight) for (field, name), weight in found.items())

    def _whole(self, weighed: list[tuple[str, str, float]]) -> float:
        """What a claim of usual length scores that has all of this itself."""
        now = self._read()
        own = ((now.seen(field, name), weight) for field, name, weight in weighed if field == "terms")
        return sum(weight * rarity(now.documents, seen) for seen, weight in own)

    def _tells(self, field: str, word: str) -> bool:
        """Whether it says something that a claim has the word near it, and any does."""
        now = self._read()
        return 0 < now.seen(field, word) <= max(_LONG, _EVERYWHERE * now.documents)

    def _term(self, field: str, value: str, weight: float) -> tantivy.Query:
        option = "freq" if field == "terms" else "basic"
        query = tantivy.Query.term_query(self._schema, field, value, index_option=option)
        return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)

    @_guarded()
    def frequencies(self, names: Iterable[str]) -> tuple[int, dict[str, int]]:
        """How many documents there are, and in how many each term occurs."""
        now = self._read()
        for name in names:
            now.seen("terms", name)
        return now.documents, now.counts["terms"]


def clear(folder: Path) -> None:
    """Take the index away. Processes that still read it keep what they have open."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def clear_stale(folder: Path) -> None:
    """Take indexes of other versions away that stand beside this one."""
    for other in folder.parent.iterdir():
        if other != folder and other.is_dir():
            shutil.rmtree(other, ignore_errors=True)
