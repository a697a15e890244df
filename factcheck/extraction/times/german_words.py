"""German words of the calendar."""

import re

from claims.time import Part
from factcheck.extraction.lexicon import words

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "jän": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "mär": 3,
    "april": 4,
    "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
    "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
SEASONS = {"frühjahr": 21, "frühling": 21, "sommer": 22, "herbst": 23, "winter": 24}
ORDINALS = {
    "ersten": 1, "erste": 1, "erstes": 1, "erster": 1, "zweiten": 2, "zweite": 2, "zweites": 2, "zweiter": 2,
    "dritten": 3, "dritte": 3, "drittes": 3, "dritter": 3, "vierten": 4, "vierte": 4, "viertes": 4,
    "vierter": 4,
}  # fmt: skip
CENTURIES = {
    "fünften": 5, "sechsten": 6, "siebten": 7, "achten": 8, "neunten": 9, "zehnten": 10, "elften": 11,
    "zwölften": 12, "dreizehnten": 13, "vierzehnten": 14, "fünfzehnten": 15, "sechzehnten": 16,
    "siebzehnten": 17, "achtzehnten": 18, "neunzehnten": 19, "zwanzigsten": 20, "einundzwanzigsten": 21,
}  # fmt: skip
DECADES = {
    "zwanziger": 2, "dreißiger": 3, "vierziger": 4, "fünfziger": 5, "sechziger": 6, "siebziger": 7,
    "achtziger": 8, "neunziger": 9,
}  # fmt: skip
UNITS = {
    "tag": "day", "tage": "day", "tages": "day", "tagen": "day",
    "woche": "week", "wochen": "week", "wochenende": "weekend", "wochenendes": "weekend",
    "monat": "month", "monats": "month", "monate": "month", "monaten": "month",
    "quartal": "quarter", "quartals": "quarter", "quartale": "quarter", "quartalen": "quarter",
    "jahr": "year", "jahres": "year", "jahre": "year", "jahren": "year",
    "jahrzehnt": "decade", "jahrzehnts": "decade", "jahrzehnte": "decade", "jahrzehnten": "decade",
    "jahrhundert": "century", "jahrhunderts": "century", "jahrhunderten": "century",
    "geschäftsjahr": "year", "geschäftsjahres": "year", "schuljahr": "year", "kalenderjahr": "year",
}  # fmt: skip
DIRECTIONS = {
    "letzt": -1, "vergangen": -1, "vorig": -1, "vorangegangen": -1, "zurückliegend": -1, "verflossen": -1,
    "abgelaufen": -1, "nächst": 1, "kommend": 1, "folgend": 1, "dies": 0, "laufend": 0, "heurig": 0,
    "aktuell": 0, "vorletzt": -2, "vorvorig": -2, "vorvergangen": -2, "übernächst": 2,
}  # fmt: skip
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
DAYTIMES = (
    "morgen",
    "vormittag",
    "mittag",
    "nachmittag",
    "abend",
    "nacht",
    "mitternacht",
)
EARLIER = {
    "vorjahr": ("year", -1), "vorjahres": ("year", -1), "vorjahrs": ("year", -1), "vormonat": ("month", -1),
    "vormonats": ("month", -1), "vorquartal": ("quarter", -1), "vorquartals": ("quarter", -1),
    "vorwoche": ("week", -1), "vorvorjahr": ("year", -2),
}  # fmt: skip
FEASTS = {
    "silvester": "last night", "silvesterabend": "last night", "silvesternacht": "last night",
    "neujahrstag": "new year", "neujahr": "new year", "neujahrsmorgen": "new year",
    "heiligabend": "eve", "heiligen abend": "eve", "weihnachten": "christmas", "christtag": "christmas",
    "stefanitag": "second day", "stephanstag": "second day", "nikolaustag": "nicholas", "nikolo": "nicholas",
    "ostern": "easter", "ostersonntag": "easter", "osterfest": "easter", "ostermontag": "easter monday",
    "osterdienstag": "", "karfreitag": "good friday", "karsamstag": "holy saturday",
    "gründonnerstag": "maundy thursday", "palmsonntag": "palm sunday", "pfingsten": "pentecost",
    "pfingstsonntag": "pentecost", "pfingstmontag": "whit monday", "fronleichnam": "corpus christi",
    "christi himmelfahrt": "ascension", "mariä himmelfahrt": "assumption",
    "rosenmontag": "rose monday", "faschingsdienstag": "shrove tuesday", "aschermittwoch": "ash wednesday",
    "muttertag": "mothers", "valentinstag": "valentine", "allerheiligen": "all saints",
    "halloween": "halloween", "dreikönigstag": "epiphany", "nationalfeiertag": "",
    "tag der deutschen einheit": "unity", "tag der arbeit": "labour", "maifeiertag": "labour",
    "fasching": "", "karneval": "", "advent": "",
}  # fmt: skip
"""Feast -> its name in `feasts.DAYS`, empty where it has none or several."""
TURNS = {
    "jahresende": ("year", Part.LATE), "jahresanfang": ("year", Part.EARLY),
    "jahresbeginn": ("year", Part.EARLY), "jahresmitte": ("year", Part.MID),
    "monatsende": ("month", Part.LATE), "monatsanfang": ("month", Part.EARLY),
    "monatsbeginn": ("month", Part.EARLY), "monatsmitte": ("month", Part.MID),
    "wochenbeginn": ("week", Part.EARLY), "wochenanfang": ("week", Part.EARLY),
    "wochenmitte": ("week", Part.MID), "quartalsende": ("quarter", Part.LATE),
    "jahreswechsel": ("", None),
}  # fmt: skip
"""Ends and beginnings in a word: the unit and the part of it."""
PRESENT = (
    "derzeit",
    "zurzeit",
    "gegenwärtig",
    "momentan",
    "jetzt",
    "derzeitig",
    "heutzutage",
)
ABBREVIATED = ("jan", "jän", "feb", "mär", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dez")
FUTURE = words(
    """
    wird werden werde soll sollen will wollen plant planen geplant findet finden beginnt startet kommenden
    nächsten spätestens künftig dürfte dürften
    """
)
PAST = words(
    """
    war waren wurde wurden hatte hatten gab gaben kam kamen starb starben fand fanden ging gingen stand
    standen blieb blieben sank sanken stieg stiegen fiel fielen lag lagen nahm nahmen hielt hielten ließ
    ließen lief liefen traf trafen zog zogen trat traten sprach sprachen schrieb schrieben gewann gewannen
    verlor verloren begann begannen schloss schlossen sah sahen rief riefen bot boten brach brachen trug
    trugen trank aß schlug schlugen flog flogen fuhr fuhren wuchs wuchsen warf warfen bekam bekamen erhielt
    erhielten entschied entschieden verließ unterschrieb erschien erschienen entstand entstanden hieß
    musste mussten wusste wussten konnte konnten wollte wollten durfte durften
    hat haben worden gewesen
    """
)
"""Verbs of the past that do not end as the regular ones do, and what builds its compound forms."""
PAST_ENDING = re.compile(r"[a-zäöüß]{2,}(?<!s)(?:te|ten)")
PRESENT_DESPITE_ENDING = words(
    """
    heute könnte könnten dürfte dürften müsste müssten möchte möchten hätte hätten sollte sollten bitte
    weite weiten gute guten alte alten rote roten breite breiten späte späten mitte seite seiten dritte
    dritten vierte vierten fünfte fünften sechste siebte siebten achte achten neunte neunten zehnte zehnten
    bereite bereiten leichte leichten schlechte schlechten echte echten harte harten kalte kalten bunte
    arbeiten leiten halten erhalten gelten bieten treten warten starten beraten gestalten verwalten enthalten
    betreten vertreten anbieten antreten auftreten eintreten leisten kosten rechten linken unten hinten
    bekannte bekannten konkrete konkreten private privaten gesamte gesamten verschiedenste geraten raten
    """
)
"""Words that end like verbs of the past and are none."""

OPENERS = words(
    """
    im in am an vom zum zu zur um gegen beim den dem des der die das jahr jahre jahres jahren zeitraum anfang
    mitte ende beginn frühen späten frühes spätes ganzen saison spielzeit sommer wintersemester
    sommersemester geschäftsjahr schuljahr kalenderjahr wirtschaftsjahr studienjahr amtsperiode monat eines
    einem noch auf für nacht dieses diesem baujahr circa ca ungefähr ausgehenden beginnenden
    abend morgen vormittag mittag nachmittag
    """
)
"""What stands before an expression of time, belongs to it and leaves its value as it is."""
PARTS = {
    **dict.fromkeys(("anfang", "beginn", "frühen", "frühes", "beginnenden"), Part.EARLY),
    "mitte": Part.MID,
    **dict.fromkeys(("ende", "späten", "spätes", "ausgehenden"), Part.LATE),
}
