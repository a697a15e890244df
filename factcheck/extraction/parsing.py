"""A text read once: `parse(text, language) -> list[Sentence]`."""

from typing import NamedTuple

from claims.reason import Language
from claims.selector import Place
from factcheck.extraction.clauses import Clause, find_clauses
from factcheck.extraction.frames import Frame, find_frames
from factcheck.extraction.names import Name, find_names
from factcheck.extraction.phrases import Span
from factcheck.extraction.segments import Segment, cut
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.tokens import Token, tag_tokens


class Sentence(NamedTuple):
    """A sentence with its words, segments, clauses, frames of speech and names; spans count its tokens."""

    place: Place
    tokens: list[Token]
    segments: list[Segment]
    clauses: list[Clause]
    frames: list[Frame]
    names: list[Name]

    def span(self, span: Span) -> tuple[int, int]:
        """Code points of tokens [first, last)."""
        return self.tokens[span[0]].start, self.tokens[span[1] - 1].end


def parse(text: str, language: Language) -> list[Sentence]:
    """Every sentence of the text, in order."""
    places = split_sentences(text, language)
    tokens = [tag_tokens(text, place.start, place.end, language) for place in places]
    names = find_names(tokens, language)
    return [
        _sentence(place, words, of_sentence, language)
        for place, words, of_sentence in zip(places, tokens, names, strict=True)
    ]


def _sentence(place: Place, tokens: list[Token], names: list[Name], language: Language) -> Sentence:
    segments = cut(tokens, language)
    clauses = find_clauses(tokens, segments, language)
    return Sentence(place, tokens, segments, clauses, find_frames(tokens, clauses, language), names)
