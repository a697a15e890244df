"""The words that say what a statement is about: `find_content(analysis, spans, …) -> term indexes`.

Names, times, ranks and figures are slots of their own; words that stand beside any figure ("amounts to",
"Angaben zufolge") say nothing of the matter.
"""

from collections.abc import Sequence

from factcheck.evidence.kinship import Groups
from factcheck.extraction.lexicon import words
from factcheck.matching.folding import fold
from factcheck.matching.stopwords import LINKING_VERBS
from factcheck.matching.terms import Analysis

_LIGHT = frozenset(
    map(
        fold,
        words(
            """
            zahlen umfassen betragen liegen beschaftigen verfugen leben geben haben wiegen messen lang lange
            gross grosse hoch hohe gesamt insgesamt zahl anzahl quote anteil wert stand jahr angabe zufolge
            behorde amt bericht jahresbericht statistik neu derzeit aktuell jungst laut wohnen erreichen
            mitteilen sagen erklaren berichten teilen mitteilung einer etwas davon davor darunter eigene
            unternehmen firma konzern hersteller land stadt gehoren stehen kommen machen besitzen existieren
            summieren beziffern sitz person leute mensch stuck haus gelten sein bilden stellen
            flache breit breite menge lauten wenig viel erhalten bekommen gehen treten kraft bisher seither

            figure number have be total amount measure say tell report show accord official figures
            statement employ include make reach stand live exist size length weigh company firm group
            people person website registry currently annual year city town new be located base locate
            member old weight long wide large area few less more bebase receive get enter effect inforce force
            total overall official date cost majority mehrheit notig kosten insgesamt
            """
        ),
    )
)
"""Words without which a figure, a time or a name says the same."""

_PLANNING = 34
"""The number in kin.tsv of the words that say that something is planned."""


_SOURCES = frozenset(
    map(
        fold,
        words(
            """
            polizei feuerwehr veranstalter ministerium prufer institut forscher sprecher sprecherin zeitung
            behorden leitung unternehmensangabe gutachten zahlung erhebung umfrage
            police firefighter organiser organizer ministry agency auditor researcher spokesman spokeswoman
            newspaper authority trustee official rescuer count survey officer
            """
        ),
    )
)
"""Who tells it, in a passage: no part of what is told."""


def find_content(
    analysis: Analysis, spans: Sequence[tuple[int, int]], kin: Sequence[Groups], *, planned: bool, told: bool
) -> tuple[int, ...]:
    """The indexes of the terms outside `spans` that say what the matter is. Where it is `planned`, that
    is no part of it, nor, where it is `told`, who tells it."""
    linking = LINKING_VERBS[analysis.language]
    return tuple(
        at
        for at, term in enumerate(analysis.terms)
        if term.key not in _LIGHT
        and term.key not in linking
        and not (told and term.key in _SOURCES)
        and not (planned and _PLANNING in kin[at])
        and not any(start <= term.start < end for start, end in spans)
    )
