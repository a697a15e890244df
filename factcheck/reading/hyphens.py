"""Words that were parted at the end of a line, put together: `Hyphens(text, language).join(head, tail)`.

A hyphen at the end of a line is one of the word's own ("E-Mail", "nord- und südwärts", "well-known") or
one of the printer's ("Wirt-schaft"). The document's other words decide, then the dictionary, then what
is usual in the language.
"""

import re

from factcheck.extraction.lexicon import is_known, words

_WORD = re.compile(r"\w+(?:-\w+)*")
_HEAD = re.compile(r"(\w+(?:-\w+)*)-$")
_TAIL = re.compile(r"\w+")
_JOINING = re.compile(r"(?:und|oder|bzw|sowie|bis|wie|als|statt|noch|and|or|to|nor)\b", re.I)
"""Words after which the rest of a word that was left out stands: "nord- und südwärts"."""

_COMPOUNDING = words(
    "well long short self ill ex non half low far hard mid two three four five six seven eight nine ten"
)
"""English words that others are joined to by a hyphen; dictionaries list such words without it too."""


class Hyphens:
    """`text` is the document with its lines as they are; `language` `de`, `en` or empty."""

    def __init__(self, text: str, language: str) -> None:
        self._words = {found.lower() for found in _WORD.findall(text)}
        self._language = language

    def join(self, head: str, tail: str) -> str:
        """Two lines of one paragraph as one."""
        if not head.endswith("-") or head[-2:-1].isspace() or len(head) < 2:
            return head + ("" if head.endswith("/") or _is_range(head, tail) else " ") + tail
        if _JOINING.match(tail):
            return f"{head} {tail}"
        return (head[:-1] if self._is_printers(head, tail) else head) + tail

    def _is_printers(self, head: str, tail: str) -> bool:
        before, after = _HEAD.search(head), _TAIL.match(tail)
        # before a capital or a figure the hyphen is the word's own: "E-Mail", "Covid-19"
        if before is None or after is None or not after[0][0].islower() or not before[1][-1].isalpha():
            return False
        first, rest = before[1].lower(), after[0].lower()
        if f"{first}{rest}" in self._words or f"{first}-{rest}" in self._words:
            return f"{first}{rest}" in self._words
        return self._is_usual(first, rest)

    def _is_usual(self, first: str, rest: str) -> bool:
        if self._language != "en":
            return True
        two_words = self._knows(first.rpartition("-")[2]) and self._knows(rest)
        return not two_words or (self._knows(first + rest) and first not in _COMPOUNDING)

    def _knows(self, word: str) -> bool:
        return is_known(word, "en")


def _is_range(head: str, tail: str) -> bool:
    """ "2019–" and "2024" on the next line."""
    return head[-1:] in "–—" and head[-2:-1].isdigit() and tail[:1].isdigit()
