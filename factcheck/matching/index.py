"""The search index: a projection of the event log in a folder that can be thrown away.

The number and hash of the last event seen are a document of the index, replaced in the commit of the
claims they cover, so both are there or neither. One process writes at a time (tantivy's lock ends
with its process); whoever finds it taken looks again whether the other has done the work.
"""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import tantivy

from claims.errors import DeskBusy
from factcheck.matching import lexicon, terms
from factcheck.matching.documents import Wanted

_FORMAT = 3
_WAIT_SECONDS = 20.0
_LOOK_EVERY = 0.02
_HEAP = 30_000_000
_HEAP_BUILD = 256_000_000
"""Bytes of memory a writer takes before it writes a segment."""

_CONTEXT = (("around", 0.3), ("topics", 0.4))
"""What a word counts that stands near the claim, or in the article's topics."""


_ALWAYS, _NEAR = 10, 0.4
"""So many hits are looked at in any case; further ones whose score is at least this share of the best one's.
A question that names its matter has few that come near, and more cost time and found nothing more."""


class BrokenIndex(Exception):
    """The files of the index cannot be read; it has to be built anew."""


class Mark(NamedTuple):
    """The last event that the index has seen."""

    seq: int
    hash: str


BEGINNING = Mark(0, "")


class Document(NamedTuple):
    """A claim as it is indexed; without terms it is taken out. `around` are the keys of the words near
    it, `topics` those of what its article is about. `read` is the packed analysis. The reviews
    of others have numbers below zero."""

    claim_id: int
    terms: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    read: bytes = b""


class Hit(NamedTuple):
    """A claim that may answer: its score as a share of the best one's, the keys of its context, and what was
    read of its text, packed."""

    claim_id: int
    score: float
    around: frozenset[str]
    topics: frozenset[str]
    read: bytes = b""


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


class ClaimIndex:
    """An open index. Cheap to ask, safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`, made empty where there is none. Raises BrokenIndex, as all that
        reads or writes does."""
        self.folder = folder
        self._schema = _schema()
        self._index = self._open()

    def _open(self) -> tantivy.Index:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _guarded():
            return tantivy.Index(self._schema, path=str(self.folder), reuse=True)

    @property
    def usable(self) -> bool:
        """Whether the folder is still there; somebody may have deleted it."""
        return (self.folder / "meta.json").exists()

    @_guarded()
    def mark(self) -> Mark:
        """The last event seen, as of the newest commit."""
        self._index.reload()
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.term_query(self._schema, "kind", "mark"), 1).hits
        if not found:
            return BEGINNING
        stored = searcher.doc(found[0][1])
        return Mark(int(stored["seq"][0]), str(stored["hash"][0]))

    @_guarded()
    def count(self) -> int:
        """How many claims are in it."""
        searcher = self._index.searcher()
        return int(searcher.num_docs) - int(searcher.doc_freq("kind", "mark") > 0)

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
            writer.add_document(_mark_document(upto))
            writer.commit()
        self._index.reload()
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
            writer.add_document(_claim_document(document))

    @_guarded()
    def search(self, asked: list[Wanted], limit: int, *, others: bool = False) -> list[Hit]:
        """The claims of the desk that answer most of what is asked, best first; `others` means their
        reviews instead: however many there are, they take no claim's place."""
        clauses = [(tantivy.Occur.Should, self._clause(each)) for each in asked]
        searcher = self._index.searcher()
        if not clauses or (others and not searcher.doc_freq("kind", "review")):
            return []
        query = tantivy.Query.boolean_query(clauses)
        if searcher.doc_freq("kind", "review"):
            side = tantivy.Occur.Must if others else tantivy.Occur.MustNot
            kind = tantivy.Query.const_score_query(
                tantivy.Query.term_query(self._schema, "kind", "review", index_option="basic"), 0.0
            )
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (side, kind)])
        found = searcher.search(query, limit, count=False).hits
        best = found[0][0] if found else 1.0
        near = [pair for at, pair in enumerate(found) if at < _ALWAYS or pair[0] >= _NEAR * best]
        return [_hit(score / best, searcher.doc(address)) for score, address in near]

    def _clause(self, each: Wanted) -> tantivy.Query:
        options = [self._term("terms", name, weight) for name, weight in each.alternatives]
        first = each.alternatives[0][0]
        if first.startswith("w:"):
            options += [self._term(field, first, weight) for field, weight in _CONTEXT]
        return options[0] if len(options) == 1 else tantivy.Query.disjunction_max_query(options)

    def _term(self, field: str, value: str, weight: float) -> tantivy.Query:
        option = "freq" if field == "terms" else "basic"
        query = tantivy.Query.term_query(self._schema, field, value, index_option=option)
        return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)

    @_guarded()
    def frequencies(self, names: Iterable[str]) -> tuple[int, dict[str, int]]:
        """How many claims there are, and in how many each term occurs."""
        searcher = self._index.searcher()
        return int(searcher.num_docs), {name: int(searcher.doc_freq("terms", name)) for name in names}


def clear(folder: Path) -> None:
    """Take the index away. Processes that still read it keep what they have open."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def clear_stale(folder: Path) -> None:
    """Take indexes of other versions away that stand beside this one."""
    for other in folder.parent.iterdir():
        if other != folder and other.is_dir():
            shutil.rmtree(other, ignore_errors=True)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("claim", stored=True, indexed=True)
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    for field in ("around", "topics"):
        builder.add_text_field(field, stored=True, tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("read", stored=True, indexed=False)
    builder.add_integer_field("seq", stored=True)
    builder.add_text_field("hash", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _claim_document(document: Document) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("kind", "claim" if document.claim_id > 0 else "review")
    made.add_integer("claim", document.claim_id)
    made.add_text("terms", " ".join(document.terms))
    made.add_text("around", " ".join(document.around))
    made.add_text("topics", " ".join(document.topics))
    made.add_bytes("read", document.read)
    return made


def _mark_document(mark: Mark) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("kind", "mark")
    made.add_integer("seq", mark.seq)
    made.add_text("hash", mark.hash)
    return made


def _hit(score: float, stored: tantivy.Document) -> Hit:
    around, topics = (frozenset(str(stored[field][0]).split()) for field in ("around", "topics"))
    return Hit(int(stored["claim"][0]), score, around, topics, bytes(stored["read"][0]))
