"""Whom an article has named so far: full names behind surnames, and who "the company" is."""

from itertools import pairwise

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.names import Name
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence

_BODIES: dict[Language, frozenset[str]] = {
    "de": words(
        "unternehmen konzern firma hersteller partei gewerkschaft behörde bank verband organisation verein "
        "institut ministerium"
    ),
    "en": words(
        "company firm group insurer organisation organization agency party union bank manufacturer maker"
    ),
}
_ANY_BODY = words("unternehmen konzern firma hersteller company firm group manufacturer maker")
"""What any body in business may be called; the others fit only a body that was introduced as one."""

_BUSINESS = _ANY_BODY | words(
    "start-up startup retailer operator airline bank insurer carmaker chipmaker developer supplier publisher "
    "brewer reederei werft händler anbieter betreiber zulieferer verlag autobauer versicherer fluglinie"
)
"""Nouns before a name that say that it is a business."""

_KINDS: dict[Language, frozenset[str]] = {"de": _BODIES["de"] | _BUSINESS, "en": _BODIES["en"] | _BUSINESS}
_DEFINITE = words("das der die dem den des the")
_STAND_INS = words(
    "er sie es man dieser diese dieses jener jene seiner seinen seinem ihrer ihren ihrem dessen deren he she "
    "they it his her their this"
)
_POSITION = 4
"""Tokens from a sentence's beginning within which a name counts as its subject."""


def _first_verb(sentence: Sentence) -> int:
    """The token of the first main clause's verb, at least the one behind a short subject."""
    found = (c.finite for c in sentence.clauses if c.opening is Opening.MAIN and c.finite is not None)
    return max(_POSITION, next(found, 0))


class People:
    """Reads an article sentence by sentence; what it knows is what was named before. `subject` is the
    person with whom the last sentence began."""

    def __init__(self, language: Language) -> None:
        self.last_person: str | None = None
        self._bodies = _BODIES[language]
        self._kinds = _KINDS[language]
        self.subject: str | None = None
        self._full: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._full_bodies: dict[str, str] = {}
        self._body: str | None = None
        self._body_kind = ""
        self._unnamed = False
        self._of_kind: dict[str, set[str]] = {}

    def see(self, sentence: Sentence) -> None:
        """Takes in the names of a sentence."""
        if self._body is None and not self._unnamed:
            self._unnamed = self._describes(sentence)
        self.subject = None
        if not sentence.names:
            return
        verb = _first_verb(sentence)
        for name in sentence.names:
            if name.person or name.text in self._full.values():
                self._remember_person(name.text)
                self.subject = self.subject or (self.last_person if name.first < verb else None)
            else:
                self._remember_body(sentence, name)
        if not self._unnamed:
            self._see_body(sentence)

    def _remember_body(self, sentence: Sentence, name: Name) -> None:
        low = name.text.lower()
        first, several, _ = name.text.partition(" ")
        if several:
            self._full_bodies.setdefault(first, name.text)
        before = sentence.tokens[name.first - 1].low if name.first else ""
        for kind in (low.rpartition(" ")[2], before):
            if kind in self._kinds and kind != low:
                self._of_kind.setdefault(kind, set()).add(name.text)

    def _remember_person(self, text: str) -> None:
        parts = text.split()
        if len(parts) > 1:
            self._full.setdefault(parts[-1], text)
        self.last_person = self._full.get(parts[-1], text)
        self._latest.pop(self.last_person, None)
        self._latest[self.last_person] = text

    def latest_persons(self) -> list[str]:
        """The persons named so far, the last one first."""
        return list(reversed(self._latest))

    def latest_form(self, full: str) -> str:
        """A name as the article used it last: "Berger" for Anna Berger."""
        return self._latest.get(full, full)

    def _see_body(self, sentence: Sentence) -> None:
        for name in sentence.names:
            before = sentence.tokens[: name.first]
            subject = name.first < _POSITION and not any(token.tag == tags.PREPOSITION for token in before)
            if subject and not name.person and name.text.split()[-1] not in self._full:
                self._body = name.text
                self._body_kind = f"{before[-1].low if before else ''} {name.text.lower()}"
                return

    def _describes(self, sentence: Sentence) -> bool:
        """ "Das Unternehmen" before any name: the article never says which, so nothing resolves it."""
        lows = [token.low for token in sentence.tokens]
        if self._bodies.isdisjoint(lows):
            return False
        return any(one in _DEFINITE and two in self._bodies for one, two in pairwise(lows))

    def _only_business(self) -> str | None:
        """The one body that was introduced as a business: "the Dutch start-up Northwind"."""
        found = {name for kind in _BUSINESS & self._of_kind.keys() for name in self._of_kind[kind]}
        return next(iter(found)) if len(found) == 1 and not self._unnamed else None

    def full_name(self, name: str) -> str | None:
        """The full name of a person, None where the article has only a part of it."""
        return self._full.get(name.split()[-1], name if " " in name else None)

    def is_description(self, words_of: str) -> bool:
        """ "The company", or a pronoun or possessive: words that name nobody by themselves."""
        parts = words_of.lower().split()
        if len(parts) == 1:
            return parts[0] in _STAND_INS
        return len(parts) == 2 and parts[0] in _DEFINITE and parts[1] in self._bodies

    def resolve(self, description: str) -> str | None:
        """Whom "the company" or a short form means; None where it is not plain."""
        parts = description.lower().split()
        if len(parts) == 2 and parts[0] in _DEFINITE and parts[1] in self._bodies:
            of_kind = self._of_kind.get(parts[1], ())
            if parts[1] not in _ANY_BODY and len(of_kind) == 1:
                return next(iter(of_kind))
            fits = parts[1] in _ANY_BODY or parts[1] in self._body_kind
            return (self._body or self._only_business()) if fits else None
        return self._full.get(description) or self._full_bodies.get(description)
