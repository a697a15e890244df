"""Whether a line breaks off inside a sentence by its last word: `breaks_off(head, begins)`.

"kamen mindestens / 80 Menschen ums Leben": no heading ends with an article, a bound or "und". Words that end
headings as well ("baut um", "called off") are left out, and some count only before a number.
"""

from factcheck.extraction.lexicon import words

_NEVER_LAST = words(
    "der die das den dem des eine einen einem einer eines seine ihre und oder sowie von vom im am zum "
    "zur für seit gegen ohne durch zwischen als mindestens höchstens rund etwa circa knapp fast beinahe "
    "insgesamt the a an of and or from with for between than nearly almost at least some its their his "
    "her"
)
_BEFORE_NUMBER = words(
    "über unter bei bis nur gut schon noch jahr jahre jahren nummer in on by over under about around to "
    "until since only just sind waren wurden werden are were was ist war"
)


def breaks_off(head: str, begins: str) -> bool:
    """`head` is the line without white space at its end, `begins` the next one without any before it."""
    last = head.rpartition(" ")[2].lower()
    counted = begins[0].isdigit() and (last in _BEFORE_NUMBER or head.endswith("bis zu"))
    return counted or last in _NEVER_LAST
