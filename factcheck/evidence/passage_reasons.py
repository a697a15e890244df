"""The sentences that checkers read for why a passage is proposed, German and English.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, telling

SENTENCES: dict[str, dict[Language, str]] = {
    "names": {"de": "nennt {words}", "en": "names {words}"},
    "same_words": {"de": "gleiche Wörter: {words}", "en": "same words: {words}"},
    "same_meaning": {"de": "passende Wörter: {words}", "en": "matching words: {words}"},
    "fits": {"de": "gleiche Angabe: {words}", "en": "same figure or time: {words}"},
    "beside": {
        "de": "Behauptung: {asked}, hier: {claimed}",
        "en": "the claim says {asked}, this says {claimed}",
    },
    "surroundings": {
        "de": "steht bei Sätzen, die zur Behauptung passen",
        "en": "stands among sentences that fit the claim",
    },
}


sentence = telling(SENTENCES)
"""The reason in words."""
