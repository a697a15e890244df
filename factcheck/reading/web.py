"""The article in a web page, by trafilatura: its text without navigation, and what the page says of it."""

import logging
import re

import trafilatura
from lxml.etree import LxmlError, strip_tags
from lxml.html import HtmlElement
from trafilatura.settings import Document as Extracted

from claims.errors import UnreadableDocument
from factcheck.reading.document import Document
from factcheck.reading.raised import raise_figure

# what is wrong with a page is said by the error that it raises, once
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_web(content: bytes, name: str) -> Document:
    """Raises UnreadableDocument where the page has no article text."""
    try:
        found = trafilatura.bare_extraction(
            _with_raised(content), with_metadata=True, include_comments=False, include_tables=True
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise UnreadableDocument("%(name)s is broken HTML.", name=name or "The page") from error
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        raise UnreadableDocument("There is no article text in %(name)s.", name=name or "the page")
    date = str(found.date or "")
    return Document(
        text=found.text or "",
        media_type="text/html",
        title=found.title or "",
        author=found.author or "",
        publisher=found.sitename or "",
        published=date if _DATE.fullmatch(date) else None,
    )


def _with_raised(content: bytes) -> HtmlElement | bytes:
    """The page with its powers written as such and without the marks of its notes: "10<sup>6</sup>" would be
    read as 106."""
    tree = trafilatura.load_html(content)
    if tree is None:
        return content
    for raised in list(tree.iter("sup")):
        before = raised.getprevious()
        told = raised.getparent().text if before is None else before.tail
        said = raise_figure(" ".join((told or "").split()) if told else "", "".join(raised.itertext()))
        for child in list(raised):
            raised.remove(child)
        raised.text = said
    strip_tags(tree, "sup")
    return tree
