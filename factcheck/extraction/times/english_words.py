"""English words of the calendar."""

import re

from claims.time import Part
from factcheck.extraction.english_words import IRREGULAR
from factcheck.extraction.lexicon import words

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
CENTURIES = {
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "weekend": "weekend", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
    "fortnight": "fortnight", "fortnights": "fortnight",
}  # fmt: skip
DIRECTIONS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
}
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
DAYTIMES = ("morning", "afternoon", "evening", "night", "lunchtime")
FEASTS = {
    "new year's eve": "last night", "new year's day": "new year", "christmas eve": "eve",
    "christmas day": "christmas", "christmas": "christmas", "boxing day": "second day", "easter": "easter",
    "easter sunday": "easter", "easter monday": "easter monday", "easter saturday": "holy saturday",
    "good friday": "good friday", "maundy thursday": "maundy thursday", "palm sunday": "palm sunday",
    "ash wednesday": "ash wednesday", "shrove tuesday": "shrove tuesday", "ascension day": "ascension",
    "pentecost": "pentecost", "whit sunday": "pentecost", "whit monday": "whit monday",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "black friday": "black friday",
    "cyber monday": "cyber monday", "halloween": "halloween", "valentine's day": "valentine",
    "all saints' day": "all saints", "bastille day": "bastille",
}  # fmt: skip
"""Feast -> its name in `feasts.DAYS`."""
FUTURE = words(
    """
    will shall plans planned due scheduled expected set upcoming would next intends may could 'll
    """
)
PAST = (IRREGULAR - words("put set cut cost hit hurt read beat bet burst cast split spread")) | words(
    "was were had did been has"
)
PAST_ENDING = re.compile(r"[a-z]{2,}ed")

OPENERS = words(
    """
    in on at the during of early late mid - end beginning start middle year season about around over within
    throughout for ' ’ ‘ this circa towards toward fiscal financial academic
    """
)
"""What stands before an expression of time, belongs to it and leaves its value as it is."""
PARTS = {
    **dict.fromkeys(("early", "beginning", "start"), Part.EARLY),
    **dict.fromkeys(("mid", "middle"), Part.MID),
    **dict.fromkeys(("late", "end"), Part.LATE),
}
