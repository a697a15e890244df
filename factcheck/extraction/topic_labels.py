"""What stands before a colon in a headline, who speaks or a topic: `is_topic(sentence, frame, language)`.

"Berger: Wir bauen neu", "Studie: Bäume kühlen die Stadt" name a speaker; "Handball-EM: …" does not.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.roles import is_role

_FIRST_PERSON = words("ich wir unser unsere mein meine i we our my")
_VOICES = words(
    "kreise studie umfrage bericht medienbericht medien polizei feuerwehr regierung ministerium gericht "
    "behörde behörden gewerkschaft verband partei kritiker opposition zeitung insider study report survey "
    "police government union court ministry researchers officials reports poll watchdog"
)
"""Nouns that stand for who speaks."""


def is_topic(sentence: Sentence, frame: Frame, language: Language) -> bool:
    """Whether the words before the colon name what is spoken of rather than who speaks."""
    if frame.cue != frame.source or frame.message is None:
        return False
    label = sentence.tokens[slice(*frame.cue)]
    if any(name.person and frame.cue[0] <= name.first < frame.cue[1] for name in sentence.names):
        return False
    if any(token.low in _VOICES or is_role(token.text, language) for token in label):
        return False
    said = sentence.tokens[slice(*frame.message)]
    if any(token.low in _FIRST_PERSON for token in said) or said[0].tag == tags.QUOTE:
        return False
    return language == "en" or subjunctive_at(sentence.tokens, *frame.message) is None
