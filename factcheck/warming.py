"""Reading what every look at a text needs (dictionaries, weights) before anybody waits for it."""

import gc

from claims.reason import Language
from factcheck.evidence.passages import propose
from factcheck.extraction.claims import extract

_SENTENCES: tuple[tuple[Language, str], ...] = (
    ("de", "Nach Angaben des Vereins stieg die Zahl der Mitglieder 2019 um mindestens sieben Prozent."),
    ("en", "According to the club, the number of its members fell by at least seven per cent in 2019."),
)


_MADE = 20_000
"""Objects that are made before one looks for garbage among them: a page makes some thousands, which go with
it, and to look through them ten times meanwhile took 4 % of its time."""


def warm() -> None:
    """Look once for claims and for passages, in each language and across."""
    for language, sentence in _SENTENCES:
        extract(sentence, language)
        for _, other in _SENTENCES:
            propose(sentence, language, other)
    settle()


def settle() -> None:
    """What was read by now stays: without the freezing, a request now and then would wait a tenth of a second
    while all of it is looked through for garbage."""
    gc.freeze()
    gc.set_threshold(_MADE, 20, 20)
