"""Which of a sentence's attributions a proposition belongs to, and what that makes of it."""

from claims.reason import Language, Reason
from claims.selector import Place
from factcheck.extraction import tags
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.roles import is_role
from factcheck.extraction.speakers import Attribution

_VOICED: dict[Language, frozenset[str]] = {
    "de": frozenset({"opinion", "prediction", "own_mind"}),
    "en": frozenset({"opinion", "prediction"}),
}
"""What is no claim by itself is one as something a named speaker has said: that he said it."""

_PERSONS = words("people persons sources officials personen leute leuten menschen insider insidern")


def _before_verb(frame: Frame, proposition: Proposition) -> bool:
    """A relative clause about the speaker himself is no part of what he said."""
    return (
        frame.message is not None
        and frame.message[0] <= proposition.first
        and proposition.last <= frame.cue[0]
    )


def is_voiced(reason: Reason, attribution: Attribution | None, language: Language) -> bool:
    """Whether that somebody named voiced it can be checked; a demand only where it is put as his view,
    with "laut" or "according to"."""
    if attribution is None or attribution.frame is None:
        return False
    return reason.code in _VOICED[language] or (reason.code == "appeal" and attribution.frame.clause is None)


def _is_quoted(sentence: Sentence, proposition: Proposition) -> bool:
    return sentence.tokens[proposition.first].tag == tags.QUOTE


def is_act(attribution: Attribution, sentence: Sentence, proposition: Proposition) -> bool:
    """Whether that somebody voiced it is the point: he warned, demanded, called it something."""
    frame = proposition.frame or attribution.frame
    if proposition.aside is not None:
        return False
    own = proposition.frame
    if own is not None and own.report and (not own.trailing or _is_quoted(sentence, proposition)):
        return True  # the words with who said them: only that he did can be checked
    return frame is not None and not frame.report and (proposition.frame is not None or frame.clause is None)


def attribution_of(
    attributions: list[Attribution], sentence: Sentence, proposition: Proposition
) -> Attribution | None:
    """Of the frame that the proposition includes, else of the innermost message that most of it is in."""
    if not attributions:
        return None
    start, end = sentence.span((proposition.first, proposition.last))
    if proposition.frame is not None:
        return next((a for a in attributions if a.frame is proposition.frame), None)
    aside = proposition.aside
    if aside is not None and any(
        f.source and f.source[0] <= aside.first < f.source[1] for f in sentence.frames
    ):
        return None
    if proposition.clause.opening is Opening.RELATIVE:
        attributions = [a for a in attributions if a.frame is None or not _before_verb(a.frame, proposition)]
    inside = [a for a in attributions if min(a.end, end) - max(a.start, start) > (end - start) / 2]
    return min(inside, key=lambda a: a.end - a.start, default=None)


def is_open_voice(
    attribution: Attribution | None,
    unnamed: list[tuple[int, int]],
    sentence: Sentence,
    proposition: Proposition,
) -> bool:
    """Whether somebody says it of whom the article does not plainly say who he is."""
    if attribution is not None:
        return attribution.unresolved
    if not unnamed or proposition.aside is not None:
        return False
    start, end = sentence.span((proposition.first, proposition.last))
    return any(min(last, end) - max(first, start) > (end - start) / 2 for first, last in unnamed)


def sayers(sentence: Sentence, language: Language) -> list[Place]:
    """ "According to two people familiar with the talks, …": how many say it is nothing that they say."""
    found = []
    for frame in sentence.frames:
        source = frame.source
        if frame.clause is None and source is not None and frame.cue[1] == source[0]:
            persons = any(
                token.low in _PERSONS or is_role(token.text, language)
                for token in sentence.tokens[source[0] : source[1]]
            )
            start, end = sentence.span(source)
            found += [Place(start=start, end=end)] if persons else []
    return found
