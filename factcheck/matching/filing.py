"""Claims read for the index, a batch at a time: `read_batches(batches, processes)`. Pure.

Reading is what building an index costs, and batches know nothing of each other, so several processes can.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from claims.reason import Language
from factcheck.matching.documents import document_terms, surroundings, topics
from factcheck.matching.index import Document
from factcheck.matching.stored import pack
from factcheck.matching.terms import analyse


class Unread(NamedTuple):
    """A claim: its words, where they stand in its article, and which one of the batch that is."""

    claim_id: int
    text: str
    language: Language
    start: int
    end: int
    article: int


class Batch(NamedTuple):
    """Claims, and the titles and texts of their articles."""

    claims: list[Unread]
    articles: list[tuple[str, str]]


def read_batches(batches: Iterable[Batch], processes: int = 1) -> Iterator[list[Document]]:
    """The documents of each batch, in order."""
    if processes < 2:
        yield from map(read_batch, batches)
        return
    # not forked: threads of a server may hold locks
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        waiting: deque[Future[list[Document]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(read_batch, batch))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_batch(batch: Batch) -> list[Document]:
    """The documents of these claims."""
    return [_read(claim, *batch.articles[claim.article]) for claim in batch.claims]


def _read(claim: Unread, title: str, text: str) -> Document:
    analysis = analyse(claim.text, claim.language)
    return Document(
        claim.claim_id,
        tuple(document_terms(analysis)) or ("-",),
        surroundings(text, claim.start, claim.end, claim.language),
        topics(title, text, claim.language),
        pack(analysis),
    )
