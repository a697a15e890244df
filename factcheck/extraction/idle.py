"""Propositions that state nothing by themselves: they ask, announce or look back at no time in particular."""

import re

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.preterite import is_preterite
from factcheck.extraction.readings import Reading

_ONCE = re.compile(
    r"there (?:was|were|is|are) (?:\w+ )?(?:a |no )?(?:times?|days?|moments?|ages?) (?:when|where|in which)\b"
    r"|es (?:gab|gibt|war) (?:\w+ )?(?:eine |die )?(?:zeit|zeiten|tage|momente?) ?,? (?:in|da|als|wo)\b"
)


ASKING = words("was wie warum wo wer weshalb wieso woher wohin wann welche welcher welches womit wofür worum")
_TEXTS = words(
    "fragen antworten frage antwort überblick chronik chronologie fakten übersicht porträt interview "
    "kommentar reportage glosse analyse protokoll rückblick ausblick zusammenfassung"
)
"""What an article or a part of one is called."""

_NOWHERE = words("irgendwo irgendwann irgendwie irgendwer irgendjemand irgendwas irgendetwas")
_NOTICING = words("versteht ahnt merkt spürt begreift sieht erkennt weiß fühlt hört")


def is_idle(reading: Reading) -> bool:
    """Whether the words only lead to what comes."""
    if _only_announces(reading) or _only_recalls(reading):
        return True
    return reading.language == "de" and (_tells_nowhere(reading) or _tells_of_anybody(reading))


def asks(reading: Reading) -> bool:
    """ "Who will pay?" he asked: a question that is quoted asserts nothing either."""
    tokens, last = reading.sentence.tokens, reading.proposition.last
    following = [token.text for token in tokens[last : last + 1] if token.text in ("?", "!")]
    if "?" not in following and "?" not in reading.lows:
        return False
    signs = [token.text for token in reading.tokens if token.text in (".", "?", "!")] + following
    quoted = tokens[0].tag == tags.QUOTE or any(token.tag == tags.QUOTE for token in reading.tokens)
    return quoted and signs[:1] == ["?"] and not reading.measured


def is_heading(reading: Reading) -> bool:
    """Whether the line only stands above what follows, though it has a verb or marks of quotation."""
    return _is_quoted_heading(reading) or _is_asking_heading(reading)


def _is_asking_heading(reading: Reading) -> bool:
    """German "Was das Urteil für Mieter bedeutet", "Warum der Fluss steigt": a line that is nothing but a
    clause of question says what the article is about."""
    sentence, finite = reading.sentence, reading.proposition.clause.finite
    if reading.language != "de" or reading.attributed or sentence.tokens[0].low not in ASKING:
        return False
    alone = all(clause.opening is not Opening.MAIN for clause in sentence.clauses)
    return alone and finite is not None and finite > 1


def is_text_heading(reading: Reading) -> bool:
    """German "Die wichtigsten Fragen und Antworten.", "Eine Chronik.": it only names what follows."""
    nouns = [token.low for token in reading.tokens if token.tag == tags.NOUN]
    return reading.language == "de" and bool(nouns) and all(noun in _TEXTS for noun in nouns)


def _is_quoted_heading(reading: Reading) -> bool:
    """ "„Wir zählen die Kräne nicht“" above an interview: a line of quoted words, without a full stop."""
    tokens = reading.sentence.tokens
    if not (tokens[0].tag == tags.QUOTE == tokens[-1].tag) or reading.attributed or reading.measured:
        return False
    return len(tokens) > 2 and not any(token.tag in (tags.QUOTE, tags.STOP) for token in tokens[1:-1])


def _tells_nowhere(reading: Reading) -> bool:
    """ "Irgendwo lief ein Motor": where and when nobody could look."""
    return not reading.lows.isdisjoint(_NOWHERE) and not (
        reading.measured or reading.named or reading.attributed
    )


def _tells_of_anybody(reading: Reading) -> bool:
    """ "Wer hier wohnt, versteht, warum …", "Im Ort atmet man auf": of no one in particular, in the present
    and without a figure or a date."""
    finite = reading.finite
    if finite is None or reading.measured or reading.times or reading.attributed or reading.frame is not None:
        return False
    if reading.sentence.tokens[0].low == "wer":
        return finite.low in _NOTICING
    finite_at = reading.tokens.index(finite) if finite in reading.tokens else 0
    beside = [token.low for token in reading.tokens[max(0, finite_at - 1) : finite_at + 2]]
    present = finite.tag in (tags.FINITE, tags.PERHAPS_FINITE) and finite.low.endswith("t")
    return "man" in beside and present and not is_preterite(finite.low)


def _only_announces(reading: Reading) -> bool:
    """ "Die Sache hat einen Haken: …": what says something stands behind the colon."""
    tokens, last = reading.sentence.tokens, reading.proposition.last
    if last >= len(tokens) or tokens[last].tag != tags.COLON or reading.attributed:
        return False
    if reading.measured or reading.times or reading.named:
        return False
    return any(clause.first == last + 1 and clause.finite is not None for clause in reading.sentence.clauses)


def _only_recalls(reading: Reading) -> bool:
    """ "There was a time when …", "Es gab Zeiten, in denen …": no time that one could look up."""
    if reading.sentence.tokens[0].low not in ("there", "es"):
        return False
    text = " ".join(token.low for token in reading.sentence.tokens[:8])
    return _ONCE.match(text) is not None and not (reading.measured or reading.times)
