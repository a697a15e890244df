"""What the words of the desk are called in German and English: on pages, in reports, in answers."""

import re
from enum import StrEnum

from claims.assignment import Priority
from claims.claim import Kind, Modality
from claims.inquiry import Channel, Reply
from claims.miss import Wrong
from claims.quantity import SIGNS, ChangeKind, Comparator, Quantity
from claims.reason import Language
from claims.source import Capture, SourceClass
from claims.time import Part
from claims.verdict import Point, Stance, Verdict
from claims.workflow import Action, Role, State

# each member: (German, English); no two enums share a value, or one would read as the other
_LABELS: dict[StrEnum, tuple[str, str]] = {
    Comparator.EQ: ("genau", "exactly"),
    Comparator.GE: ("mindestens", "at least"),
    Comparator.GT: ("mehr als", "more than"),
    Comparator.LE: ("höchstens", "at most"),
    Comparator.LT: ("weniger als", "less than"),
    Comparator.APPROX: ("etwa", "about"),
    Comparator.RANGE: ("von … bis", "from … to"),
    Verdict.SUPPORTED: ("belegt", "supported"),
    Verdict.MOSTLY_SUPPORTED: ("größtenteils belegt", "mostly supported"),
    Verdict.MISLEADING: ("irreführend", "misleading"),
    Verdict.REFUTED: ("widerlegt", "refuted"),
    Verdict.CONFLICTING: ("Belege widersprechen sich", "evidence conflicts"),
    Verdict.NOT_ENOUGH_EVIDENCE: ("zu wenig Belege", "not enough evidence"),
    Stance.SUPPORTS: ("stützt", "supports"),
    Stance.REFUTES: ("widerlegt", "refutes"),
    Stance.QUALIFIES: ("schränkt ein", "qualifies"),
    Stance.CONTEXT: ("Hintergrund", "context"),
    State.PROPOSED: ("vorgeschlagen", "proposed"),
    State.OPEN: ("offen", "open"),
    State.IN_CHECK: ("in Prüfung", "in check"),
    State.SUBMITTED: ("eingereicht", "submitted"),
    State.APPROVED: ("freigegeben", "approved"),
    State.PUBLISHED: ("veröffentlicht", "published"),
    State.CHALLENGED: ("angefochten", "challenged"),
    State.CORRECTED: ("korrigiert", "corrected"),
    State.WITHDRAWN: ("zurückgezogen", "withdrawn"),
    State.DISMISSED: ("verworfen", "dismissed"),
    Action.ACCEPT: ("annehmen", "accept"),
    Action.DISMISS: ("verwerfen", "dismiss"),
    Action.TAKE: ("übernehmen", "take"),
    Action.RELEASE: ("abgeben", "release"),
    Action.SUBMIT: ("einreichen", "submit"),
    Action.VOTE: ("verdeckt urteilen", "vote"),
    Action.ADOPT: ("Urteil übernehmen", "take over the verdict"),
    Action.SEND_BACK: ("zurückgeben", "send back"),
    Action.APPROVE: ("freigeben", "approve"),
    Action.PUBLISH: ("veröffentlichen", "publish"),
    Action.CHALLENGE: ("anfechten", "challenge"),
    Action.CONFIRM: ("bestätigen", "confirm"),
    Action.CORRECT: ("korrigieren", "correct"),
    Action.WITHDRAW: ("zurückziehen", "withdraw"),
    Action.LAPSE: ("verfallen lassen", "lapse"),
    Kind.QUANTITY: ("Zahl", "figure"),
    Kind.COMPARISON: ("Vergleich", "comparison"),
    Kind.CHANGE: ("Veränderung", "change"),
    Kind.EVENT: ("Ereignis", "event"),
    Kind.ROLE: ("Rolle", "role"),
    Kind.QUOTE: ("Aussage", "quotation"),
    Kind.CAUSE: ("Ursache", "cause"),
    Kind.OTHER: ("Sonstiges", "other"),
    Modality.ASSERTED: ("behauptet", "asserted"),
    Modality.REPORTED: ("wiedergegeben", "reported"),
    Modality.PLANNED: ("geplant", "planned"),
    Modality.PREDICTED: ("vorhergesagt", "predicted"),
    Modality.DENIED: ("verneint", "denied"),
    Priority.LOW: ("niedrig", "low"),
    Priority.NORMAL: ("normal", "normal"),
    Priority.HIGH: ("hoch", "high"),
    Part.EARLY: ("Anfang", "early"),
    Part.MID: ("Mitte", "mid"),
    Part.LATE: ("Ende", "late"),
    Role.READER: ("Leser", "reader"),
    Role.REVIEWER: ("Prüfer", "reviewer"),
    Role.EDITOR: ("Redakteur", "editor"),
    Role.ADMIN: ("Verwaltung", "admin"),
    SourceClass.PRIMARY: ("Primärquelle", "primary source"),
    SourceClass.SECONDARY: ("Sekundärquelle", "secondary source"),
    SourceClass.TERTIARY: ("Tertiärquelle", "tertiary source"),
    Capture.UPLOADED: ("hochgeladen", "uploaded"),
    Capture.PASTED: ("eingefügt", "pasted"),
    Capture.FETCHED: ("abgerufen", "fetched"),
    Capture.ARCHIVED: ("aus einem Webarchiv", "from a web archive"),
    Point.TWO_SOURCES: ("zwei unabhängige Quellen", "two independent sources"),
    Point.PRIMARY_SOURCE: ("eine Primärquelle", "a primary source"),
    Point.COUNTER_EVIDENCE: ("Gegenbelege gesucht", "evidence against looked for"),
    Point.CONTACT: ("Betroffene gefragt", "those concerned asked"),
    Point.SOURCE_DATES: ("Daten der Quellen passen", "dates of the sources fit"),
    Channel.EMAIL: ("per E-Mail", "by e-mail"),
    Channel.PHONE: ("am Telefon", "by phone"),
    Channel.IN_PERSON: ("persönlich", "in person"),
    Channel.LETTER: ("per Brief", "by letter"),
    Channel.MESSAGE: ("per Nachricht", "by message"),
    Reply.PENDING: ("noch keine Antwort", "no answer yet"),
    Reply.ANSWERED: ("geantwortet", "answered"),
    Reply.DECLINED: ("will nicht antworten", "declined to answer"),
    Reply.SILENT: ("keine Antwort", "no answer"),
    Wrong.CLAIM_MISSING: ("eine Behauptung fehlt", "a claim is missing"),
    Wrong.NOT_A_CLAIM: ("das ist keine Behauptung", "this is no claim"),
    Wrong.WRONG_WORDS: ("falscher Wortlaut", "wrong words"),
    Wrong.WRONG_FIGURE: ("falsche Zahl oder Zeit", "wrong number or date"),
    Wrong.WRONG_SPEAKER: ("falscher Sprecher", "wrong speaker"),
    Wrong.SOMETHING_ELSE: ("etwas anderes", "something else"),
}
# each unit: (German, English), singular and plural where they differ
_UNITS = {
    "percent": ("Prozent", "per cent"),
    "permille": ("Promille", "per mille"),
    "percentage_point": ("Prozentpunkt|Prozentpunkte", "percentage point|percentage points"),
    "basis_point": ("Basispunkt|Basispunkte", "basis point|basis points"),
    "share": ("Anteil", "share"),
    "times": ("Mal", "time|times"),
    "day": ("Tag|Tage", "day|days"),
    "week": ("Woche|Wochen", "week|weeks"),
    "month": ("Monat|Monate", "month|months"),
    "year": ("Jahr|Jahre", "year|years"),
    "decade": ("Jahrzehnt|Jahrzehnte", "decade|decades"),
    "degree": ("Grad", "degree|degrees"),
    "mile": ("Meile|Meilen", "mile|miles"),
    "penny": ("Penny|Pence", "penny|pence"),
}
_WITHOUT_UMLAUTS = str.maketrans("äöü", "aou")
_CHANGES = {
    ChangeKind.BY: ("um", "by"),
    ChangeKind.TO: ("auf", "to"),
    ChangeKind.FROM: ("von", "from"),
}
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_HAS_PARTS = re.compile(rf"{_YEAR_OR_MONTH.pattern}|\d{{2}}XX|\d{{3}}X")
"""Times of which a language says that it is the beginning, the middle or the end of them."""


def label(member: StrEnum, language: Language) -> str:
    """The member's name as a reader knows it."""
    german, english = _LABELS[member]
    return german if language == "de" else english


def figure(value: float, language: Language) -> str:
    """A number as the language writes it, up to four decimals: 200.000 or 200,000."""
    written = f"{value:,.4f}".rstrip("0").rstrip(".")
    return written.translate(str.maketrans(",.", ".,")) if language == "de" else written


def quantity(found: Quantity, language: Language) -> str:
    """A quantity in short: `≥ 7 Mitarbeiter`, `5–7 Prozent`, `um 3 Prozent`, `auf 40 Prozent`."""
    numbers = figure(found.value, language)
    if found.upper is not None:
        numbers += f"–{figure(found.upper, language)}"
    if found.change and found.unit == "times":
        return " ".join(part for part in (_sign(found), f"× {numbers}") if part)
    change = _CHANGES[found.change_kind][language == "en"] if found.change_kind else ""
    return " ".join(part for part in (change, _sign(found), numbers, _unit(found, language)) if part)


def _unit(found: Quantity, language: Language) -> str:
    if found.unit not in _UNITS:
        return _as_written(found.unit or "", found.exact)
    forms = _UNITS[found.unit][language == "en"].split("|")
    return forms[0] if found.value == 1 and found.upper is None else forms[-1]


def _as_written(noun: str, words: str) -> str:
    """A noun that is counted, in the form that the words have it in: Städte for Stadt, women for woman."""
    if len(noun) < 3 or not noun.isalpha() or noun.isupper():
        return noun
    begins = _plain(noun)[: max(2, min(4, len(noun) - 2))]
    return next((word for word in reversed(words.split()) if _plain(word).startswith(begins)), noun)


def _plain(word: str) -> str:
    return word.lower().translate(_WITHOUT_UMLAUTS)


def _sign(found: Quantity) -> str:
    return "≲" if found.near and found.comparator is Comparator.LT else SIGNS[found.comparator]


def time(words: str, edtf: str, part: Part | None, language: Language) -> str:
    """The words for one EDTF date with what stands beside it: Ende 2022, late 1990s, ca. 1900."""
    if edtf.endswith("~"):
        words = f"{'ca.' if language == 'de' else 'about'} {words}"
    if part is None:
        return words
    name, plain = label(part, language), edtf.rstrip("~?%")
    if language == "en" and _HAS_PARTS.fullmatch(plain):
        return f"{name}-{words}" if part is Part.MID else f"{name} {words}"
    if _YEAR_OR_MONTH.fullmatch(plain):
        return f"{name} {words}"
    if _HAS_PARTS.fullmatch(plain):
        return f"{name} des {words}s" if plain.endswith("XX") else f"{name} der {words}"
    return f"{words} ({name})"
