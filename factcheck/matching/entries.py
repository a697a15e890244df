"""What stands in the index: claims, and the mark of the last event that it has seen."""

from collections.abc import Container
from typing import NamedTuple

import tantivy


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


class Context:
    """The terms that stand near a claim, as they were written: few are ever asked for, so they are not taken
    apart."""

    __slots__ = ("_written",)

    def __init__(self, written: str) -> None:
        self._written = f" {written} "

    def __contains__(self, term: object) -> bool:
        return f" {term} " in self._written


class Hit(NamedTuple):
    """A claim that may answer: its score as a share of the best one's, the keys of its context, and what was
    read of its text, packed."""

    claim_id: int
    score: float
    around: Container[str]
    topics: Container[str]
    read: bytes = b""


def schema() -> tantivy.Schema:
    """The fields of a claim, and those of the mark."""
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


def claim_document(document: Document) -> tantivy.Document:
    """The claim as it is written."""
    made = tantivy.Document()
    made.add_text("kind", "claim" if document.claim_id > 0 else "review")
    made.add_integer("claim", document.claim_id)
    made.add_text("terms", " ".join(document.terms))
    made.add_text("around", " ".join(document.around))
    made.add_text("topics", " ".join(document.topics))
    made.add_bytes("read", document.read)
    return made


def mark_document(mark: Mark) -> tantivy.Document:
    """The mark as it is written."""
    made = tantivy.Document()
    made.add_text("kind", "mark")
    made.add_integer("seq", mark.seq)
    made.add_text("hash", mark.hash)
    return made


def hit(score: float, stored: tantivy.Document) -> Hit:
    """A claim as it was found."""
    around, topics = (Context(stored[field][0]) for field in ("around", "topics"))
    return Hit(stored["claim"][0], score, around, topics, bytes(stored["read"][0]))
