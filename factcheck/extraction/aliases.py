"""What a reviewer said that words of an article stand for: `Aliases(given).name_at(tokens, at)`.

"das Unternehmen" also holds for "dem Unternehmen", "des Unternehmens"; "the company" for "the company's".
Longer words come first.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.draft import AliasDraft, ClaimDraft
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.tokens import Token, tag_tokens

_ARTICLES: dict[Language, frozenset[str]] = {
    "de": words("der die das dem den des beim vom zum zur im am"),
    "en": words("the"),
}
_ENDINGS = ("", "s", "es", "n", "en", "'s", "’s", "'", "’")
_ADJECTIVE = ("en", "em", "er", "es", "e")


def with_speaker(draft: ClaimDraft, aliases: "Aliases") -> ClaimDraft:
    """The draft with its speaker resolved where a reviewer named him."""
    name = aliases.name_of(draft.speaker) if aliases and draft.speaker else None
    if name is None:
        return draft
    return draft.model_copy(update={"speaker_resolved": name, "speaker_unresolved": False})


class Match(NamedTuple):
    """Words that an alias names: how many tokens, and the name."""

    length: int
    name: str


class Aliases:
    """The aliases of one article, ready to be looked up."""

    def __init__(self, given: Iterable[AliasDraft], language: Language) -> None:
        self._language = language
        self._articles = _ARTICLES[language]
        self._known: dict[str, list[tuple[list[str], str]]] = {}
        for alias in given:
            forms = [token.text for token in tag_tokens(alias.words, 0, len(alias.words), language)]
            if forms:
                self._known.setdefault(self._key(forms[0]), []).append((forms, alias.name))
        for entries in self._known.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def __bool__(self) -> bool:
        return bool(self._known)

    def _key(self, form: str) -> str:
        return "" if form.lower() in self._articles else form.lower()

    def name_at(self, tokens: Sequence[Token], at: int, last: int) -> Match | None:
        """The name for the words that begin at token `at`, before `last`."""
        for forms, name in self._known.get(self._key(tokens[at].text), ()):
            there = [token.text for token in tokens[at : min(last, at + len(forms))]]
            if len(there) == len(forms) and self._same(forms, there):
                return Match(len(forms), name)
        return None

    def occur_in(self, text: str) -> bool:
        """Whether the text has the words of any of them, in any form."""
        tokens = tag_tokens(text, 0, len(text), self._language)
        return any(self.name_at(tokens, at, len(tokens)) for at in range(len(tokens)))

    def name_of(self, description: str) -> str | None:
        """The name for words that stand by themselves: "dem Unternehmen"."""
        there = description.split()
        for forms, name in self._known.get(self._key(there[0]), ()) if there else ():
            if len(there) == len(forms) and self._same(forms, there):
                return name
        return None

    def _same(self, forms: list[str], there: list[str]) -> bool:
        if self._key(forms[0]):
            return all(_equal(one, two, at) for at, (one, two) in enumerate(zip(forms, there, strict=True)))
        described = zip(forms[1:-1], there[1:-1], strict=True)
        return _same_noun(forms[-1], there[-1]) and all(_stem(one) == _stem(two) for one, two in described)


def _equal(form: str, there: str, at: int) -> bool:
    """Case counts, but not that of a word that may begin a sentence."""
    return form == there or (at == 0 and form[1:] == there[1:] and form.lower() == there.lower())


def _same_noun(form: str, there: str) -> bool:
    longer, shorter = (there, form) if len(there) >= len(form) else (form, there)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _stem(adjective: str) -> str:
    low = adjective.lower()
    ending = next((ending for ending in _ADJECTIVE if low.endswith(ending)), "")
    return low[: len(low) - len(ending)]
