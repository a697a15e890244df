"""The sentences for each reason and difference, German and English: those that askers read, and for
differences those that stand beside a claim.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, Reason, telling

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

_BESIDE: dict[str, dict[Language, str]] = {
    "quantity": {
        "de": "hier steht {asked}, in {other} {claimed}",
        "en": "this says {asked}, {other} {claimed}",
    },
    "direction": {
        "de": "hier steht „{asked}“, in {other} das Gegenteil: „{claimed}“",
        "en": "this says “{asked}”, {other} the opposite: “{claimed}”",
    },
    "time": {
        "de": "hier steht {asked}, in {other} {claimed}",
        "en": "this says {asked}, {other} {claimed}",
    },
    "name": {
        "de": "hier geht es um {asked}, in {other} um {claimed}",
        "en": "this is about {asked}, {other} about {claimed}",
    },
    "word": {
        "de": "hier steht „{asked}“, in {other} „{claimed}“",
        "en": "this says “{asked}”, {other} “{claimed}”",
    },
    "negation_asked": {
        "de": "hier wird verneint, in {other} nicht",
        "en": "this says that it is not so, {other} that it is",
    },
    "negation_claimed": {
        "de": "hier wird nicht verneint, in {other} schon",
        "en": "this says that it is so, {other} that it is not",
    },
    "missing_name": {
        "de": "{asked} kommt in {other} nicht vor",
        "en": "{other} does not name {asked}",
    },
    "missing_here": {
        "de": "{asked} kommt nur in {other} vor",
        "en": "only {other} names {asked}",
    },
}
_OTHER: dict[bool, dict[Language, str]] = {
    True: {"de": "der geprüften Behauptung", "en": "the checked claim"},
    False: {"de": "der anderen Behauptung", "en": "the other claim"},
}
_TURNED = {
    "negation_asked": "negation_claimed",
    "negation_claimed": "negation_asked",
    "missing_name": "missing_here",
    "missing_here": "missing_name",
}


def beside(difference: Reason, language: Language, *, checked: bool) -> str:
    """How a claim differs from another one, in words that stand beside the first; `checked` says whether
    the other one has a verdict."""
    other = _OTHER[checked][language]
    return _BESIDE[difference.code][language].format(**difference.values, other=other)


def turned(difference: Reason) -> Reason:
    """The same difference, told from the other claim's side."""
    code = _TURNED.get(difference.code, difference.code)
    values = dict(difference.values)
    if "claimed" in values:
        values["asked"], values["claimed"] = values["claimed"], values["asked"]
    return Reason(code=code, values=values)
