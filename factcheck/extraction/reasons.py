"""The sentences that users read for each reason, German and English.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, Reason

SENTENCES: dict[str, dict[Language, str]] = {
    "figure": {"de": "nennt eine Zahl: {words}", "en": "gives a figure: {words}"},
    "named": {"de": "nennt beim Namen: {words}", "en": "names {words}"},
    "dated": {"de": "nennt eine Zeit: {words}", "en": "says when: {words}"},
    "question": {
        "de": "Der Satz fragt, er behauptet nichts.",
        "en": "The sentence asks; it asserts nothing.",
    },
    "heading": {
        "de": "Eine Überschrift oder ein Satzrest ohne Aussage.",
        "en": "A heading or fragment without an assertion.",
    },
}


def sentence(reason: Reason, language: Language) -> str:
    """The reason in words. Raises KeyError for a code that has no sentence."""
    return SENTENCES[reason.code][language].format(**reason.values)
