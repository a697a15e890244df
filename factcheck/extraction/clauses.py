"""The clauses of a sentence: `find_clauses(tokens, segments, language) -> list[Clause]`.

Segments are folded from left to right: a main clause goes on behind what is embedded in it, a
fragment belongs to what it lists or completes, an apposition to the noun before it.
"""

from dataclasses import dataclass
from itertools import pairwise, zip_longest

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.moods import is_subjunctive
from factcheck.extraction.openings import Opening, begin, finite_at, opening
from factcheck.extraction.parts import contrasts, counts_parts, gives_values
from factcheck.extraction.reduced import reduced_segments
from factcheck.extraction.segments import Segment
from factcheck.extraction.speech import ENGLISH_CUES
from factcheck.extraction.speech_german import NOUNS
from factcheck.extraction.speech_tags import is_speech_tag
from factcheck.extraction.tokens import Token

_INFINITIVES = frozenset({"werden", "sein", "haben", "können", "lassen", "müssen", "dürfen"})
_DATELINE = 4
_CLOSING = frozenset({tags.PARTICIPLE, tags.INFINITIVE, tags.PERHAPS_FINITE})

_INDEPENDENT = frozenset({Opening.MAIN, Opening.FRAGMENT})
_DEPENDENT = frozenset({Opening.CONTENT, Opening.RELATIVE, Opening.ADVERBIAL})


@dataclass(slots=True)
class Clause:
    """Tokens [first, last). `finite` is the token of its verb, `head` the main clause it belongs to,
    `sign` what stands before it."""

    opening: Opening
    first: int
    last: int
    finite: int | None
    head: int | None
    sign: str


def find_clauses(tokens: list[Token], segments: list[Segment], language: Language) -> list[Clause]:
    """The clauses in the order in which they begin; a main clause can reach over embedded ones."""
    reduced = reduced_segments(tokens, segments) if language == "en" else frozenset()
    folding = _Folding(tokens, language, reduced)
    for segment, following in zip_longest(segments, segments[1:]):
        following_sign = following.sign if following else ""
        between = segment.sign if segment.sign == following_sign else ""
        inserted = between == tags.DASH and folding.interrupted()
        if inserted or (between == tags.COMMA and folding.is_tag(segment)):
            folding.insert(segment)
        else:
            folding.take(segment, following_sign)
    return folding.clauses


class _Folding:
    """The state of the walk over the segments of one sentence."""

    def __init__(self, tokens: list[Token], language: Language, reduced: frozenset[int]) -> None:
        self.tokens = tokens
        self.reduced = reduced
        self.language = language
        self.clauses: list[Clause] = []
        self.main: int | None = None
        self.latest: Clause | None = None
        self.finite: int | None = None
        """The finite verb of the segment that is taken."""

    def take(self, segment: Segment, following_sign: str) -> None:
        self.finite = finite_at(self.tokens, segment.first, segment.last)
        kind = opening(self.tokens, segment, self.finite, self.language)
        if kind is Opening.MAIN:
            kind = self._kind_of_main(segment, following_sign)
        last = self.latest
        waiting = self._waiting() if kind in _INDEPENDENT else None
        if waiting is not None:
            self._extend(waiting, segment)
        elif following_sign == tags.COLON and self._is_name(segment):
            self._add(Opening.MAIN, segment)
        elif kind is Opening.MAIN and following_sign == tags.COMMA and self._says_what(segment):
            self._add(Opening.CONTENT, segment)
        elif kind is Opening.MAIN:
            self._take_main(segment)
        elif kind is Opening.FRAGMENT:
            self._take_fragment(segment, last)
        else:
            self._add(kind, segment)

    def _kind_of_main(self, segment: Segment, following_sign: str) -> Opening:
        """What a segment is that looks like a main clause."""
        if segment.first in self.reduced or (segment.sign == tags.COMMA and self._only_counts(segment)):
            return Opening.FRAGMENT
        goes_on = following_sign == tags.COMMA and self._goes_on_relative(segment)
        return Opening.RELATIVE if goes_on else Opening.MAIN

    def _goes_on_relative(self, segment: Segment) -> bool:
        """English "The bridge, which opened in 1932 and carries 900 cars a day, (is closed)"."""
        if self.language == "de" or segment.sign != tags.CONJUNCTION or not self.interrupted():
            return False
        relative = self.latest is not None and self.latest.opening is Opening.RELATIVE
        return relative and self.tokens[segment.first].tag in tags.VERBAL

    def _only_counts(self, segment: Segment) -> bool:
        """English ", two of them partly paralysed miners,": what looks like a verb describes the noun."""
        if self.language == "de" or not counts_parts(self.tokens, segment.first, segment.last):
            return False
        pairs = pairwise(self.tokens[segment.first : segment.last])
        return all(
            one.tag not in tags.VERBAL or (one.low.endswith("ed") and two.tag == tags.NOUN)
            for one, two in pairs
        )

    def _says_what(self, segment: Segment) -> bool:
        """ "Der Vorwurf der Reederei, die Werft habe Kräne verkauft, (blieb …)": what the noun names."""
        finite = self.finite
        if self.language == "en" or segment.sign != tags.COMMA or finite is None or not self.interrupted():
            return False
        main = self.clauses[self.main or 0]
        named = any(token.low in NOUNS for token in self.tokens[main.first : main.last])
        return named and finite > segment.first and is_subjunctive(self.tokens[finite].low)

    def interrupted(self) -> bool:
        """Whether the main clause still waits for its verb: what stands between dashes is an insertion."""
        return self.main is not None and self.clauses[self.main].finite is None

    def is_tag(self, segment: Segment) -> bool:
        """ "Man habe, so Huber, …", "The wind, he points out, …": who says it, inside what is said."""
        main = self.clauses[self.main] if self.main is not None else None
        if main is None or self.latest is not main or not (main.finite is None or self._open(main)):
            return False
        return is_speech_tag(self.tokens, segment.first, segment.last, self.language)

    def insert(self, segment: Segment) -> None:
        """ "Der Auftraggeber – das liegt nahe – war die Stadt": a clause inside the one that goes on."""
        finite = finite_at(self.tokens, segment.first, segment.last)
        if finite is not None:
            self.clauses.append(
                Clause(Opening.MAIN, segment.first, segment.last, finite, self.main, segment.sign)
            )

    def _waiting(self) -> Clause | None:
        """The subordinate clause that has no verb yet: the latest, or one that a relative clause parts."""
        for clause in reversed(self.clauses):
            if self._lacks_verb(clause):
                return clause
            if clause.opening is not Opening.RELATIVE:
                return None
        return None

    def _is_name(self, segment: Segment) -> bool:
        """One to three nouns and nothing else: who speaks, in "Berger: Wir bauen neu"."""
        piece = self.tokens[segment.first : segment.last]
        return len(piece) <= 3 and all(token.tag == tags.NOUN for token in piece)

    def _lacks_verb(self, clause: Clause) -> bool:
        return clause.finite is None and clause.opening in _DEPENDENT

    def _add(self, kind: Opening, segment: Segment) -> None:
        is_main = kind is Opening.MAIN
        head = None if is_main else self.main
        self.clauses.append(Clause(kind, segment.first, segment.last, self.finite, head, segment.sign))
        self.latest = self.clauses[-1]
        if is_main:
            self.main = len(self.clauses) - 1

    def _extend(self, clause: Clause, segment: Segment) -> None:
        self.latest = clause
        clause.last = segment.last
        if clause.finite is None and segment.first not in self.reduced:
            clause.finite = self.finite

    def _take_main(self, segment: Segment) -> None:
        main = self.clauses[self.main] if self.main is not None else None
        if main is not None and self._continues(main, segment):
            self._extend(main, segment)
        else:
            self._add(Opening.MAIN, segment)

    def _continues(self, main: Clause, segment: Segment) -> bool:
        """A main clause that still waits for its verb, or in German for the second part of it."""
        if segment.sign in (tags.SEMICOLON, tags.COLON, tags.CONJUNCTION):
            return False
        if main.finite is None and self._names_source(segment):
            return False
        if main.finite is None or self._awaits_content(main):
            return segment.sign != tags.DASH or self._is_place(main) or not self._has_subject(segment)
        certain = self.finite is not None and self.tokens[self.finite].tag in tags.VERBAL
        if certain and self._ends_with_infinitive(segment):
            certain = False
        return self.language == "de" and not certain and self._open(main) and self._closes(segment)

    def _names_source(self, segment: Segment) -> bool:
        """ "(600 jobs to go,) union says": who says it, at the end of a headline without a verb."""
        piece = self.tokens[segment.first : segment.last]
        if self.language == "de" or segment.last != len(self.tokens) or not 2 <= len(piece) <= _DATELINE:
            return False
        return piece[-1].low in ENGLISH_CUES and all(token.tag == tags.NOUN for token in piece[:-1])

    def _is_place(self, main: Clause) -> bool:
        """ "Wien –": the dateline of what follows."""
        piece = self.tokens[main.first : main.last]
        return len(piece) <= _DATELINE and all(token.tag != tags.ADJECTIVE for token in piece)

    def _has_subject(self, segment: Segment) -> bool:
        """ "(Übernahme perfekt –) Berger tritt zurück": a headline's second half says something by itself."""
        before = self.tokens[segment.first : self.finite] if self.finite is not None else []
        return any(token.tag in (tags.NOUN, tags.PRONOUN) for token in before)

    def _ends_with_infinitive(self, segment: Segment) -> bool:
        """ "(sollten die Werke, …,) an Firmen verkauft werden": its only verb is the one it ends with."""
        verbs = [at for at in range(segment.first, segment.last) if self.tokens[at].tag in tags.VERBAL]
        words = [at for at in range(segment.first, segment.last) if self.tokens[at].tag.isalpha()]
        return len(verbs) == 1 and verbs[0] == words[-1] and self.tokens[verbs[0]].low in _INFINITIVES

    def _awaits_content(self, main: Clause) -> bool:
        """English "said that the builder, Veltro Ltd, had …": the verb of what is said comes later."""
        if self.language == "de" or main.finite is None:
            return False
        after = self.tokens[main.finite + 1 : main.last]
        begun = any(token.low == "that" and token.tag == tags.SUBORDINATOR for token in after)
        said = self.tokens[main.finite].low in ("say", "says", "said")
        begun = begun or (said and bool(after) and after[0].tag == tags.DETERMINER)
        return begun and not any(token.tag in tags.VERBAL for token in after)

    def _open(self, main: Clause) -> bool:
        """An auxiliary without its participle or infinitive yet."""
        if main.finite is None or self.tokens[main.finite].tag != tags.AUXILIARY:
            return False
        return not any(token.tag in _CLOSING for token in self.tokens[main.finite + 1 : main.last])

    def _closes(self, segment: Segment) -> bool:
        words = [token.tag for token in self.tokens[segment.first : segment.last] if token.tag.isalpha()]
        return bool(words) and (words[-1] in _CLOSING or self._ends_with_infinitive(segment))

    def _take_fragment(self, segment: Segment, last: Clause | None) -> None:
        main = self.clauses[self.main] if self.main is not None else None
        values = self.language == "de" and gives_values(self.tokens, segment)
        if main is not None and main.finite is not None and last is main and values:
            self._extend(main, segment)
        elif (
            last is None
            or main is None
            or segment.sign in (tags.COLON, tags.SEMICOLON)
            or (segment.sign == tags.DASH and self._counts_in_headline(main, segment))
        ):
            self._add(Opening.MAIN, segment)
        elif last is not main and (
            (self._open(main) and self._closes(segment)) or self._is_complete(last, segment)
        ):
            self._extend(main, segment)
        elif self._gapped(main, segment) or self._contrasts(segment):
            self._add(Opening.MAIN, segment)
            self.clauses[-1].finite = main.finite
        else:
            self._extend(last if last.opening is not Opening.FRAGMENT else main, segment)

    def _counts_in_headline(self, main: Clause, segment: Segment) -> bool:
        """ "Werft ist pleite – 640 Stellen in Gefahr": the second half of a headline, with a figure."""
        piece = self.tokens[segment.first : segment.last]
        ends = segment.last == len(self.tokens) and piece[-1].tag != tags.STOP
        figures = any(token.tag == tags.NUMBER for token in piece[:2])
        apart = segment.sign == tags.DASH and ends and figures
        return apart and main.finite is not None and any(t.tag == tags.NOUN for t in piece)

    def _is_complete(self, clause: Clause, segment: Segment) -> bool:
        """German relative clauses end with their verb: "(weichen die Vereine, die …,) nach Ulm aus"; so do
        "(nicht die Werft, wie viele meinen,) sondern die Klinik" and "(lay, as records show,) 300 metres"."""
        if self.language == "de" and clause.opening is Opening.ADVERBIAL:
            goes_on = self.tokens[segment.first].low == "sondern"
            return goes_on and clause.finite == clause.last - 1
        if self.language == "en" and clause.opening is Opening.ADVERBIAL:
            said = clause.finite is not None and self.tokens[clause.finite].low in ENGLISH_CUES
            return said and clause.finite == clause.last - 1 and self.tokens[clause.first].low == "as"
        relative = self.language == "de" and clause.opening is Opening.RELATIVE
        return relative and clause.finite == clause.last - 1

    def _contrasts(self, segment: Segment) -> bool:
        return self.language == "de" and contrasts(self.tokens, segment)

    def _gapped(self, main: Clause, segment: Segment) -> bool:
        """ "wurden die Preise gesenkt, die Löhne erhöht": a participle of its own, the auxiliary shared."""
        if self.language != "de" or main.finite is None or self._open(main):
            return False
        if self.tokens[main.finite].tag != tags.AUXILIARY or not self._closes(segment):
            return False
        return any(
            token.tag == tags.NOUN for token in self.tokens[begin(self.tokens, segment) : segment.last]
        )


def begin_of(tokens: list[Token], clause: Clause) -> int:
    """The first word of a clause behind conjunctions, quotation marks and adverbs."""
    at = clause.first
    while at < clause.last - 1 and tokens[at].tag in (tags.CONJUNCTION, tags.QUOTE, tags.ADVERB):
        at += 1
    return at
