"""Markdown (CommonMark with tables and strikethrough): the text as a reader sees it.

Headings, paragraphs and list items are paragraphs without their signs; a table's row is one, its cells
are its lines. Links keep their words. Code blocks, pictures and comments are left out. What stands
between lines of three hyphens at the top is about the article: title, author, date, lang.
"""

import html
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claims.errors import UnreadableDocument
from factcheck.reading.document import Document, clean_title, shared_date
from factcheck.reading.plain import read_plain

MEDIA_TYPE = "text/markdown"

_LONGEST = 400_000
"""Code points of a Markdown file; reading takes longer than of any other kind of text."""

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?=[\w-]+[ \t]*:)(?P<facts>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M
)
_FACT = re.compile(r"^(\w+)[ \t]*:[ \t]*(\S.*?)[ \t]*\r?$", re.M)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=\D|$)")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\](?::[ \t]*)?")
_UNSEEN = re.compile(r"<!--|<(script|style)\b", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)


def read_markdown(content: bytes, name: str) -> Document:
    """Raises UnreadableDocument where the bytes are no UTF-8 text, or hold nothing but signs."""
    source = read_plain(content, name).text
    if len(source) > _LONGEST:
        raise UnreadableDocument(
            "%(name)s is too long, more than %(most)s characters: split it and add the parts.",
            name=name or "The text",
            most=_LONGEST,
        )
    front = _FRONT.match(source)
    said = _facts(front["facts"]) if front else {}
    tokens = _PARSER.parse(source[front.end() :] if front else source.removeprefix("\ufeff"))
    text = "\n\n".join(_paragraphs(tokens))
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument("There is no text in %(name)s.", name=name or "The text")
    date = _DATE.match(said.get("date", "") or said.get("datum", ""))
    return Document(
        text=text,
        media_type=MEDIA_TYPE,
        title=clean_title(said.get("title", "") or said.get("titel", "")) or _first_heading(tokens),
        author=said.get("author", "") or said.get("autor", ""),
        published=shared_date(date[0], "") if date else None,
        language=said.get("lang", "") or said.get("language", ""),
    )


_PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def _facts(front: str) -> dict[str, str]:
    """The plain `name: value` lines; values that are lists or blocks are left alone."""
    found = {match[1].lower(): match[2] for match in _FACT.finditer(front)}
    return {name: value.strip("\"'") for name, value in found.items() if value[0] not in "[{|>&*"}


def _first_heading(tokens: list[Token]) -> str:
    at = next((at for at, token in enumerate(tokens) if token.type == "heading_open"), None)
    return " ".join(_words(tokens[at + 1]).split()) if at is not None and tokens[at].tag == "h1" else ""


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield from filter(None, ["\n".join(filter(None, cells))])
            cells = None
        elif words := _words(token):
            if cells is None:
                yield words
            else:
                cells.append(words)


def _words(token: Token) -> str:
    """The words of a block that has some; empty for all others."""
    if token.type == "html_block":
        shown = html.unescape(_TAG.sub(" ", _without_unseen(token.content)))
        return " ".join(shown.split())
    if token.type != "inline":
        return ""
    said = "".join(map(_said, token.children or ()))
    lines = (" ".join(line.split()) for line in _FOOTNOTE.sub("", said).split("\n"))
    return "\n".join(filter(None, lines))


def _without_unseen(block: str) -> str:
    """Without comments, scripts and styles. One that never ends takes the rest with it, and is looked
    for once: a pattern that tries again at each beginning takes time by the square of their number."""
    shown, at, lowered = [], 0, block.lower()
    while begin := _UNSEEN.search(block, at):
        shown.append(block[at : begin.start()])
        ending = f"</{begin[1].lower()}" if begin[1] else "-->"
        end = lowered.find(ending, begin.end())
        close = lowered.find(">", end) if end >= 0 else -1
        if close < 0:
            return " ".join(shown)
        at = close + 1
    return " ".join([*shown, block[at:]])


def _said(token: Token) -> str:
    if token.type == "html_inline" and token.content.lower().startswith("<br"):
        return "\n"
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, "")
