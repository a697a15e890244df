"""The sentences and words of reports in German and English: `say("claims", language)`."""

from claims.reason import Language
from claims.verdict import Verdict

_PHRASES: dict[str, tuple[str, str]] = {
    "title": ("Prüfbericht", "Fact-check report"),
    "internal": ("Intern – nicht zur Veröffentlichung", "Internal – not for publication"),
    "on_tag": ("Schlagwort „%(tag)s“", "Tag “%(tag)s”"),
    "on_search": ("Suche „%(name)s“", "Search “%(name)s”"),
    "on_span": ("Entscheidungen: %(days)s", "Decisions: %(days)s"),
    "on_all": ("Alle Behauptungen", "All claims"),
    "nothing_found": ("Dazu gibt es keine Behauptungen.", "There are no claims on this."),
    "untitled": ("Artikel %(id)s", "Article %(id)s"),
    "version": ("Fassung %(number)s vom %(at)s", "Version %(number)s of %(at)s"),
    "as_of": ("Stand:", "As of"),
    "past": (
        "Rückblick auf den Stand vom %(at)s. Was danach geschah, steht hier nicht.",
        "Looking back: what stood on %(at)s. What happened since is not in here.",
    ),
    "made": ("Erstellt:", "Made"),
    "by_desk": ("Geprüft von: %(desk)s", "Checked by %(desk)s"),
    "overview": ("Auf einen Blick", "At a glance"),
    "manuscript": ("Manuskript", "Manuscript"),
    "claims": ("Die Behauptungen", "The claims"),
    "claim": ("Behauptung %(number)s", "Claim %(number)s"),
    "one": ("Behauptung", "Claim"),
    "number": ("Nr.", "No."),
    "nothing_published": (
        "Zu diesem Artikel ist noch kein Urteil veröffentlicht.",
        "No verdict on this article has been published yet.",
    ),
    "no_claims": ("Dieser Artikel hat keine Behauptungen.", "This article has no claims."),
    "no_verdict": ("noch kein Urteil", "no verdict yet"),
    "verdict": ("Urteil", "Verdict"),
    "state": ("Stand", "State"),
    "rationale": ("Begründung", "Rationale"),
    "evidence": ("Belege", "Evidence"),
    "people": ("Gefragt wurden", "People asked"),
    "question": ("Frage", "Question"),
    "contact": ("Kontakt", "Contact"),
    "corrections": ("Korrekturen", "Corrections"),
    "earlier": ("Frühere Entscheidungen", "Earlier decisions"),
    "pending": ("eingereicht, noch nicht veröffentlicht", "submitted, not published yet"),
    "vanished": (
        "Diese Worte stehen nicht mehr in der jetzigen Fassung.",
        "These words no longer stand in the present version.",
    ),
    "lapsed": (
        "Verfallen: Text oder Grundlage des Urteils haben sich geändert; die Behauptung wird neu geprüft.",
        "Lapsed: the text or the ground of the verdict changed; the claim is being checked again.",
    ),
    "lapsed_state": ("verfallen", "lapsed"),
    "withdrawn": ("Das Urteil wurde zurückgezogen.", "The verdict was withdrawn."),
    "challenged": (
        "Das Urteil wurde angefochten; es gilt, solange die Redaktion prüft.",
        "The verdict was challenged; it stands while the desk looks into it.",
    ),
    "kind": ("Art", "Kind"),
    "modality": ("Modalität", "Modality"),
    "quantity": ("Menge", "Quantity"),
    "time": ("Zeit", "Time"),
    "speaker": ("Laut", "According to"),
    "nobody_named": ("offen", "open"),
    "names": ("Namen", "Names"),
    "place": ("Fundstelle", "Place"),
    "on_page": ("Seite %(page)s, Absatz %(paragraph)s", "page %(page)s, paragraph %(paragraph)s"),
    "in_paragraph": ("Absatz %(paragraph)s", "paragraph %(paragraph)s"),
    "assignee": ("In Arbeit bei", "In work with"),
    "note": ("Notiz", "Note"),
    "confidential": ("vertraulich", "confidential"),
    "set_aside": ("beiseitegelegt", "set aside"),
    "not_relied_on": ("trägt das Urteil nicht", "the verdict does not rest on it"),
    "accessed": ("abgerufen am %(at)s", "accessed %(at)s"),
    "snapshot": ("Schnappschuss SHA-256", "snapshot SHA-256"),
    "submitted": ("Eingereicht von", "Submitted by"),
    "approved": ("Freigegeben von", "Approved by"),
    "published": ("Veröffentlicht von", "Published by"),
    "recheck": ("Erneut zu prüfen ab %(day)s", "To be checked again from %(day)s"),
    "nothing_left": ("zurückgezogen", "withdrawn"),
    "checklist": ("Offene Prüfpunkte", "Points left open"),
    "works": ("Quellen", "Sources"),
    "legend": ("Was die Urteile bedeuten", "What the verdicts mean"),
    "up": ("steigend", "rising"),
    "down": ("fallend", "falling"),
    "method": (
        "Jedes Zitat wurde Zeichen für Zeichen in einem gespeicherten Schnappschuss seiner Quelle gefunden. "
        "Kein Urteil erscheint, ohne dass eine zweite Person es freigegeben hat. Was veröffentlicht ist, "
        "ändert sich nur durch eine sichtbare Korrektur.",
        "Every quote was found, character by character, in a stored snapshot of its source. No verdict "
        "appears without the approval of a second person. What is published changes only by a visible "
        "correction.",
    ),
    "how": ("Wie die Redaktion arbeitet", "How the desk works"),
    "imprint": ("Impressum", "Imprint"),
    "logo": ("Logo: %(desk)s", "Logo: %(desk)s"),
    "text_digest": ("Text SHA-256", "text SHA-256"),
}
_COUNTED: dict[str, tuple[str, str, str, str]] = {
    "claims": ("eine Behauptung", "%s Behauptungen", "one claim", "%s claims"),
    "sources": ("eine Quelle", "%s Quellen", "one source", "%s sources"),
    "in_work": (
        "Eine weitere Behauptung ist noch in Arbeit.",
        "%s weitere Behauptungen sind noch in Arbeit.",
        "One more claim is still in work.",
        "%s more claims are still in work.",
    ),
}
_MEANINGS: dict[Verdict, tuple[str, str]] = {
    Verdict.SUPPORTED: (
        "Die Belege stützen die Behauptung, so wie sie dasteht.",
        "The evidence bears the claim out as it stands.",
    ),
    Verdict.MOSTLY_SUPPORTED: (
        "Im Kern richtig; Einzelheiten sind ungenau oder unbelegt.",
        "Right at heart; details are inexact or without evidence.",
    ),
    Verdict.MISLEADING: (
        "Teile stimmen, doch der Eindruck, der entsteht, ist falsch.",
        "Parts are true, but the impression it gives is wrong.",
    ),
    Verdict.REFUTED: ("Die Belege widersprechen der Behauptung.", "The evidence contradicts the claim."),
    Verdict.CONFLICTING: (
        "Gleichwertige Quellen sagen Verschiedenes.",
        "Sources of equal weight say different things.",
    ),
    Verdict.NOT_ENOUGH_EVIDENCE: (
        "Was vorliegt, reicht für ein Urteil in keine Richtung.",
        "What there is does not carry a verdict either way.",
    ),
}


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its values put in."""
    text = _PHRASES[phrase][language == "en"]
    return text % values if values else text


def count(phrase: str, number: int, language: Language) -> str:
    """A phrase that counts, in the singular or the plural."""
    one, many = _COUNTED[phrase][2:] if language == "en" else _COUNTED[phrase][:2]
    return one if number == 1 else many % number


def meaning(verdict: Verdict, language: Language) -> str:
    """What a verdict tells the reader, in one sentence."""
    return _MEANINGS[verdict][language == "en"]
