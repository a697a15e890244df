"""A walk through a page by the Tab key alone: where the focus goes, and whether one sees it there."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SCRIPT = (Path(__file__).parent / "focus.js").read_text("utf-8")
_MOST = 1500
"""Stops of a page, far above what any has; a walk that takes longer goes round in a circle."""


def walk(page: Page) -> list[str]:
    """Go from the first stop of the page to its last, unfolding what is folded on the way; what is wrong."""
    page.evaluate(_SCRIPT)
    wrong = list(page.evaluate("walk.begin()"))
    for _ in range(_MOST):
        if page.evaluate("walk.folded()"):
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        found: dict[str, Any] = page.evaluate("walk.look()")
        wrong += found["wrong"]
        if found["over"]:
            return wrong
    return [*wrong, "the walk does not end"]


def skip(page: Page) -> list[str]:
    """Go past the head of the page as its first link offers; what is wrong with where one comes out."""
    page.evaluate("document.querySelector('.skip').focus()")
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.id === 'main'"):
        return ["the skip link does not lead to the content"]
    page.keyboard.press("Tab")
    first = page.evaluate("walk.stops().find((stop) => stop.closest('main')) ?? null") and page.evaluate(
        "document.activeElement.closest('main') !== null"
    )
    return ["behind the skip link the focus is not in the content"] if first is False else []
