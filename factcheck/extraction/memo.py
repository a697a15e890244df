"""What is known of a word, kept for the next time it comes: `@remembered`, `@remembered_by_language`.

As `functools.lru_cache`, but what is kept stands in an ordinary dictionary: looking it up costs half as
much, and there is no chain of entries that every run of the garbage collector follows to its end.
"""

from collections.abc import Callable
from typing import TypeVar

from claims.reason import Language

_Value = TypeVar("_Value")

MOST = 65536
"""Words of which an answer is kept: more than a newsroom uses in a day."""


class Memo(dict[str, _Value]):
    """The answers by word, each computed when first asked for; when there are too many it begins anew."""

    def __init__(self, compute: Callable[[str], _Value]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, word: str) -> _Value:
        found = self._compute(word)
        if len(self) >= MOST:
            self.clear()
        self[word] = found
        return found


def remembered(compute: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """The function of a word, with a memory."""
    return Memo(compute).__getitem__


def remembered_by_language(
    compute: Callable[[str, Language], _Value],
) -> Callable[[str, Language], _Value]:
    """The function of a word and its language, with a memory for each."""
    german = Memo(lambda word: compute(word, "de"))
    english = Memo(lambda word: compute(word, "en"))

    def look_up(word: str, language: Language) -> _Value:
        return (german if language == "de" else english)[word]

    return look_up
