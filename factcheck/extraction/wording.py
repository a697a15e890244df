"""A claim's words made readable on their own: `Writer(text, language, aliases)`, sentence by sentence.

What the words leave to their surroundings is put before them or in their place where it is plain: the
subject of a second verb, the noun of a relative clause, the name behind "he" or "the company". What is
not plain is named as open. Nothing of the words is lost but what joins them to their surroundings.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.aliases import Aliases
from factcheck.extraction.arrangement import arrange
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.people import People
from factcheck.extraction.pieces import MISSING, Piece, capitalise, render
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.references import References, Resolved
from factcheck.extraction.scene import Scene


class Wording(NamedTuple):
    """`open` are words of `text` that stand for nobody plainly named; `voices` those of the first person,
    which are open where nobody is known to speak, `names` those put in for a pronoun or description."""

    text: str
    open: tuple[str, ...]
    voices: tuple[str, ...]
    names: tuple[str, ...] = ()

    def unresolved(self, *, spoken: bool) -> tuple[str, ...]:
        """The open words, where a speaker is known (`spoken`) or not."""
        return self.open if spoken else tuple(dict.fromkeys((*self.open, *self.voices)))


class Writer:
    """Goes through an article; what a pronoun stands for hangs on the sentences seen before."""

    def __init__(self, text: str, language: Language, aliases: Aliases) -> None:
        self._text, self._language, self._aliases = text, language, aliases
        self._people = People(language)
        self._scene = Scene(language, self._people)

    def references(self, sentence: Sentence) -> References:
        """What the words of the next sentence stand for."""
        return References(sentence, self._language, self._scene, self._people, self._aliases)

    def word(self, proposition: Proposition, references: References) -> Wording:
        """The readable wording of a proposition of that sentence."""
        return _word(self._text, proposition, references, self._language)

    def see(self, sentence: Sentence) -> None:
        """Takes a sentence in, behind everything that was asked about it."""
        self._scene.see(sentence)


def _word(text: str, proposition: Proposition, references: References, language: Language) -> Wording:
    sentence = references.sentence
    pieces = arrange(sentence, proposition, language)
    resolved = references.resolve(text, pieces)
    written = render(text, sentence.tokens, resolved.pieces)
    missing = [MISSING] if pieces and pieces[0].text == MISSING else []
    if not (missing or resolved.open or resolved.voices):
        return Wording(written, (), (), tuple(resolved.names))
    opened = (*missing, *_shown(resolved, resolved.open))
    return Wording(
        written,
        tuple(dict.fromkeys(words for words in opened if words in written)),
        tuple(words for words in _shown(resolved, resolved.voices) if words in written),
        tuple(resolved.names),
    )


def _shown(resolved: Resolved, marked: Sequence[Sequence[Piece]]) -> list[str]:
    """The marked words as the wording has them."""
    shown = []
    for pieces in marked:
        words_of = " ".join(piece.text for piece in pieces)
        leads = pieces[0] is resolved.pieces[0]
        shown.append(capitalise(words_of) if leads else words_of)
    return shown
