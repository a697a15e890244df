"""Looking things up in a page by the classes they carry."""

from typing import Any

from lxml import html


def parts(root: Any, name: str, tag: str = "*") -> list[Any]:
    """The elements of a page, or of a part of it, that have this class, in order."""
    root = html.fromstring(root) if isinstance(root, str) else root
    return list(root.xpath(f".//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"))


def keys(page: str) -> list[str]:
    """The keys that the page's own list of keys names, in order."""
    return [found.text for found in html.fromstring(page).xpath("//dialog[@class='keys']//kbd")]


def words(element: Any) -> str:
    """The element's text on one line."""
    return " ".join(element.text_content().split())
