"""The sentences that people read for the reasons of an assessment, German and English.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, telling

SENTENCES: dict[str, dict[Language, str]] = {
    # figures
    "figure_agrees": {
        "de": "Angabe stimmt überein: {claim} – {passage}",
        "en": "the figures agree: {claim} – {passage}",
    },
    "figure_differs": {
        "de": "Die Behauptung sagt {claim}, die Stelle {passage}",
        "en": "the claim says {claim}, the passage {passage}",
    },
    "figure_open": {
        "de": "{claim} und {passage}: so genau sind die Worte nicht",
        "en": "{claim} and {passage}: the words are not that exact",
    },
    "no_figure": {
        "de": "Zu {claim} nennt die Stelle keine Zahl derselben Sache",
        "en": "the passage gives no figure of the same thing for {claim}",
    },
    "other_currency": {
        "de": "{claim} und {passage}: verschiedene Währungen",
        "en": "{claim} and {passage}: different currencies",
    },
    "points_or_percent": {
        "de": "{claim} und {passage}: Prozent sind keine Prozentpunkte",
        "en": "{claim} and {passage}: percent are not percentage points",
    },
    "level_or_change": {
        "de": "{claim} und {passage}: das eine ist eine Änderung, das andere ein Stand",
        "en": "{claim} and {passage}: one is a change, the other a level",
    },
    "opposite_change": {
        "de": "{claim} und {passage} gehen in verschiedene Richtungen",
        "en": "{claim} and {passage} go in opposite directions",
    },
    # times
    "time_agrees": {
        "de": "Zeit stimmt überein: {claim} – {passage}",
        "en": "the times agree: {claim} – {passage}",
    },
    "time_differs": {
        "de": "Die Behauptung sagt {claim}, die Stelle {passage}",
        "en": "the claim says {claim}, the passage {passage}",
    },
    "time_open": {
        "de": "{claim} und {passage} können dasselbe meinen",
        "en": "{claim} and {passage} may be the same",
    },
    "time_undated": {
        "de": "{passage} ist ohne Datum: mit {claim} nicht zu vergleichen",
        "en": "{passage} has no date: it cannot be compared with {claim}",
    },
    "other_period": {
        "de": "Die Behauptung spricht von {claim}, die Stelle von {passage}",
        "en": "the claim speaks of {claim}, the passage of {passage}",
    },
    "no_time": {"de": "Zu {claim} sagt die Stelle nichts", "en": "the passage says nothing on {claim}"},
    # names, places, roles, ranks
    "name_agrees": {"de": "beide nennen {claim}", "en": "both name {claim}"},
    "name_differs": {
        "de": "Die Behauptung nennt {claim}, die Stelle an dessen Platz {passage}",
        "en": "the claim names {claim}, the passage {passage} in its place",
    },
    "other_name": {
        "de": "Die Stelle spricht von {passage}, nicht von {claim}",
        "en": "the passage speaks of {passage}, not of {claim}",
    },
    "other_person": {
        "de": "{claim} kann jemand anders desselben Namens sein",
        "en": "{claim} may be somebody else of that name",
    },
    "no_name": {"de": "{claim} nennt die Stelle nicht", "en": "the passage does not name {claim}"},
    "role_differs": {
        "de": "Die Behauptung sagt „{claim}“, die Stelle „{passage}“",
        "en": "the claim says “{claim}”, the passage “{passage}”",
    },
    "rank_agrees": {
        "de": "Rang stimmt überein: {claim} – {passage}",
        "en": "the ranks agree: {claim} – {passage}",
    },
    "rank_differs": {
        "de": "Die Behauptung sagt „{claim}“, die Stelle „{passage}“",
        "en": "the claim says “{claim}”, the passage “{passage}”",
    },
    "rank_open": {
        "de": "„{claim}“ und „{passage}“ schließen sich nicht aus",
        "en": "“{claim}” and “{passage}” can both be so",
    },
    "no_rank": {"de": "Zu „{claim}“ sagt die Stelle nichts", "en": "the passage says nothing on “{claim}”"},
    # what happened, and whether
    "same_event": {"de": "beide sagen: {claim}", "en": "both say: {claim}"},
    "opposite": {
        "de": "Die Behauptung sagt „{claim}“, die Stelle das Gegenteil: „{passage}“",
        "en": "the claim says “{claim}”, the passage the opposite: “{passage}”",
    },
    "same_trend": {
        "de": "gleiche Richtung: {claim} – {passage}",
        "en": "the same direction: {claim} – {passage}",
    },
    "other_trend": {
        "de": "andere Richtung: Behauptung „{claim}“, Stelle „{passage}“",
        "en": "another direction: claim “{claim}”, passage “{passage}”",
    },
    "same_by_denial": {
        "de": "„{claim}“ und „{passage}“ sagen, eines verneint, dasselbe",
        "en": "“{claim}” and “{passage}” say the same, one of them denied",
    },
    "denied_claim": {
        "de": "Die Behauptung verneint, was die Stelle sagt",
        "en": "the claim denies what the passage says",
    },
    "denied_passage": {
        "de": "Die Stelle verneint, was die Behauptung sagt",
        "en": "the passage denies what the claim says",
    },
    "both_deny": {"de": "beide verneinen es", "en": "both deny it"},
    "only_planned": {
        "de": "Die Stelle spricht von einem Vorhaben, nicht davon, dass es geschehen ist",
        "en": "the passage speaks of a plan, not of what has happened",
    },
    "only_predicted": {
        "de": "Die Stelle sagt voraus oder hält für möglich, sie stellt nicht fest",
        "en": "the passage forecasts or holds possible, it does not state",
    },
    "only_told": {
        "de": "Die Stelle gibt wieder, was gesagt oder vermutet wird",
        "en": "the passage tells what is said or suspected",
    },
    "claim_open": {
        "de": "Die Behauptung spricht von einem Vorhaben oder einer Erwartung, die Stelle nicht",
        "en": "the claim speaks of a plan or a forecast, the passage does not",
    },
    # the whole
    "all_agree": {
        "de": "Was sich vergleichen lässt, stimmt überein",
        "en": "all that can be compared agrees",
    },
    "slot_excludes": {
        "de": "Dieselbe Sache, und eine Angabe schließt die Behauptung aus",
        "en": "the same matter, and what it says excludes the claim",
    },
    "slot_open": {
        "de": "Gefunden, nicht entschieden: nicht alles lässt sich vergleichen",
        "en": "found, not decided: not everything can be compared",
    },
    "other_matter": {
        "de": "Gefunden, nicht entschieden: ob es um dieselbe Sache geht, ist offen",
        "en": "found, not decided: whether it is the same matter is open",
    },
    "says_both": {
        "de": "Gefunden, nicht entschieden: die Stelle lässt beides zu",
        "en": "found, not decided: the passage can be read both ways",
    },
    "no_statement": {
        "de": "Gefunden, nicht entschieden: die Stelle stellt nichts fest",
        "en": "found, not decided: the passage states nothing",
    },
}


sentence = telling(SENTENCES)
"""The reason in words."""
