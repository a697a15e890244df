"""The sentences that askers read for each reason and difference, German and English.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, telling

SENTENCES: dict[str, dict[Language, str]] = {
    "shared_words": {"de": "gleiche Wörter: {words}", "en": "same words: {words}"},
    "shared_meaning": {"de": "gleiche Bedeutung: {words}", "en": "same meaning: {words}"},
    "shared_figure": {"de": "gleiche Angabe: {words}", "en": "same figure: {words}"},
    "shared_time": {"de": "gleiche Zeit: {words}", "en": "same time: {words}"},
    "in_article": {"de": "im selben Artikel genannt: {words}", "en": "named in the same article: {words}"},
    "quantity": {
        "de": "gefragt ist {asked}, die Behauptung sagt {claimed}",
        "en": "you ask {asked}, the claim says {claimed}",
    },
    "direction": {
        "de": "gefragt ist „{asked}“, die Behauptung sagt das Gegenteil: „{claimed}“",
        "en": "you ask “{asked}”, the claim says the opposite: “{claimed}”",
    },
    "time": {
        "de": "gefragt ist {asked}, die Behauptung sagt {claimed}",
        "en": "you ask {asked}, the claim says {claimed}",
    },
    "name": {
        "de": "gefragt ist {asked}, die Behauptung nennt {claimed}",
        "en": "you ask about {asked}, the claim names {claimed}",
    },
    "word": {
        "de": "gefragt ist „{asked}“, die Behauptung sagt „{claimed}“",
        "en": "you ask “{asked}”, the claim says “{claimed}”",
    },
    "negation_asked": {
        "de": "die Frage verneint, die Behauptung nicht",
        "en": "you ask whether it is not so; the claim says it is",
    },
    "negation_claimed": {
        "de": "die Behauptung verneint, die Frage nicht",
        "en": "you ask whether it is so; the claim says it is not",
    },
    "missing_figure": {"de": "{asked} nennt die Behauptung nicht", "en": "the claim does not give {asked}"},
    "missing_name": {"de": "{asked} nennt die Behauptung nicht", "en": "the claim does not name {asked}"},
    "missing_time": {"de": "{asked} nennt die Behauptung nicht", "en": "the claim does not say {asked}"},
}


sentence = telling(SENTENCES)
"""The reason in words."""
