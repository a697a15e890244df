"""What became of a try to capture a source, as a sentence; German and English. None of them says anything
about a claim."""

from claims.attempt import Attempt, Outcome
from claims.reason import Language
from factcheck.evidence.fetching import Unfetched

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.CAPTURED: ("Erfasst.", "Captured."),
    Outcome.UNCHANGED: (
        "Die Seite sagt dasselbe wie der letzte Schnappschuss.",
        "The page says what the last snapshot says.",
    ),
    Outcome.BLOCKED: ("Nicht versucht: {reason}.", "Not tried: {reason}."),
    Outcome.REFUSED: (
        "Es gibt die Seite, der Server gibt sie aber nicht heraus ({status}).",
        "The page exists, but the server does not give it out ({status}).",
    ),
    Outcome.NOT_FOUND: (
        "Unter dieser Adresse gibt es nichts ({status}).",
        "There is nothing at this address ({status}).",
    ),
    Outcome.TIMED_OUT: ("Der Server antwortete nicht rechtzeitig.", "The server did not answer in time."),
    Outcome.UNREACHABLE: (
        "Der Server ist nicht erreichbar: {reason}.",
        "The server cannot be reached: {reason}.",
    ),
    Outcome.TOO_LARGE: ("Die Seite ist zu groß.", "The page is too large."),
    Outcome.NO_TEXT: ("Es steht kein Text darin{reason}.", "There is no text in it{reason}."),
    Outcome.FAILED: (
        "Der Server antwortete mit einem Fehler: {reason}.",
        "The server answered with an error: {reason}.",
    ),
}
_REASONS: dict[str, tuple[str, str]] = {
    "private": ("die Adresse liegt in keinem öffentlichen Netz", "the address is in no public network"),
    "scheme": (
        "die Adresse beginnt nicht mit http oder https",
        "the address does not begin with http or https",
    ),
    "userinfo": ("in der Adresse steht ein Benutzername", "there is a user’s name in the address"),
    "port": ("die Adresse nennt einen ungewöhnlichen Port", "the address names an unusual port"),
    "number": ("der Server ist als Zahl geschrieben", "the server is written as a number"),
    "malformed": ("das ist keine Webadresse", "this is no web address"),
    "no_address": ("der Name ist unbekannt", "its name is unknown"),
    "connection": ("keine Verbindung", "no connection"),
    "certificate": ("sein Zertifikat ist nicht gültig", "its certificate is not valid"),
    "redirects": ("zu viele Weiterleitungen", "too many redirects"),
    "encoding": ("unbekannte Kodierung", "an unknown encoding"),
    "broken": ("die Antwort war unvollständig", "the answer was incomplete"),
    "status": ("Status {status}", "status {status}"),
    "image": (
        ": Es ist ein Bild, das als Datei mit Beschreibung hereinkommt",
        ": it is a picture, which comes in as a file with a description",
    ),
    "audio": (
        ": Es ist eine Aufnahme, die als Datei mit Abschrift hereinkommt",
        ": it is a recording, which comes in as a file with a transcript",
    ),
}


def sentence(attempt: Attempt, language: Language) -> str:
    """What happened, for a person."""
    return _tell(attempt.outcome, str(attempt.detail.get("reason", "")), attempt.http_status, language)


def say_why(found: Unfetched, language: Language) -> str:
    """Why a page could not be had, for a person."""
    return _tell(found.outcome, found.reason, found.status, language)


def _tell(outcome: Outcome, reason: str, status: int | None, language: Language) -> str:
    at = 0 if language == "de" else 1
    why = _REASONS.get(reason, ("", ""))[at].format(status=status)
    return _OUTCOMES[outcome][at].format(reason=why, status=status)
