"""German past tense by form: `is_preterite(low)`."""

from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import remembered

_PRESENT = words("soll will kann darf muss muß mag weiß lässt läßt gibt wird bin bist sind seid ist")
_SUBJUNCTIVE = words("möchte möchten könnte könnten dürfte dürften müsste müssten hätte hätten würde würden")


@remembered
def is_preterite(low: str) -> bool:
    """Whether a finite verb is in the past tense: "verkaufte", "traf", "kamen"."""
    if low in _PRESENT or low in _SUBJUNCTIVE or not low.isalpha():
        return False
    if low.endswith(("te", "ten")):
        return infinitive(low) not in (low, low + "n")
    base = infinitive(low)
    if base in (low, low.replace("zu", "", 1)) or not base.endswith("n"):
        return False
    if low.endswith("en"):
        return True
    return not low.endswith(("t", "e", "st")) and low + "en" != base
