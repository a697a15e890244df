"""What reports say in German and English, beside the names in `claims.wording`."""

from claims.claim import Kind, Modality
from claims.quantity import Change, Quantity
from claims.reason import Language
from claims.time import TimeExpression
from claims.verdict import Verdict
from claims.wording import label, quantity
from claims.workflow import State
from factcheck.exports import dates
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedEvidence,
    ReportedSource,
)

_PHRASES: dict[str, tuple[str, str]] = {
    "title": ("Prüfbericht", "Fact-check report"),
    "internal": ("Intern – nicht zur Veröffentlichung", "Internal – not for publication"),
    "on_tag": ("Schlagwort „%(tag)s“", "Tag “%(tag)s”"),
    "on_span": ("Entscheidungen: %(days)s", "Decisions: %(days)s"),
    "on_all": ("Alle Entscheidungen", "All decisions"),
    "nothing_found": ("Dazu gibt es keine Behauptungen.", "There are no claims on this."),
    "untitled": ("Artikel %(id)s", "Article %(id)s"),
    "version": ("Fassung %(number)s vom %(at)s", "Version %(number)s of %(at)s"),
    "as_of": ("Stand:", "As of"),
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
    "nothing_left": ("zurückgezogen", "withdrawn"),
    "works": ("Quellen", "Sources"),
    "legend": ("Was die Urteile bedeuten", "What the verdicts mean"),
    "up": ("steigend", "rising"),
    "down": ("fallend", "falling"),
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
_IN_HANDS = (State.IN_CHECK, State.SUBMITTED, State.APPROVED)
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


def quoted(words: str, language: Language) -> str:
    """Words in the language's quotation marks."""
    return f"„{words}“" if language == "de" else f"“{words}”"


def meaning(verdict: Verdict, language: Language) -> str:
    """What a verdict tells the reader, in one sentence."""
    return _MEANINGS[verdict][language == "en"]


def signed(verdict: Verdict, language: Language) -> str:
    """Sign and word: ✓ supported."""
    return f"{verdict.sign} {label(verdict, language)}"


def state(claim: ReportedClaim, language: Language) -> str:
    """Where the work on the claim is; a lapsed one is called so, wherever its new check has come to."""
    if claim.lapsed:
        return say("lapsed_state", language)
    return label(claim.state, language)


def standing(claim: ReportedClaim, language: Language) -> str:
    """What one reads first of a claim: its verdict, or where the work on it is."""
    return signed(claim.verdict, language) if claim.verdict else state(claim, language)


def holder(claim: ReportedClaim) -> str | None:
    """Who works on the claim, as long as somebody does."""
    return claim.assignee if claim.state in _IN_HANDS else None


def notice(claim: ReportedClaim) -> str | None:
    """The phrase that warns of a verdict that does not simply stand, None where it does."""
    if claim.lapsed:
        return "lapsed"
    return claim.state.value if claim.state.value in ("withdrawn", "challenged") else None


def remarks(claim: ReportedClaim, evidence: ReportedEvidence) -> list[str]:
    """The phrases that say what is special about a piece of evidence."""
    decided = claim.decision
    found = {
        "confidential": evidence.source.confidential,
        "set_aside": evidence.retracted_at is not None,
        "not_relied_on": decided is not None and evidence.number not in decided.evidence,
    }
    return [phrase for phrase, holds in found.items() if holds]


def outcome(made: Correction, language: Language) -> str:
    """What a correction led to: the new verdict, or that there is none."""
    return signed(made.new, language) if made.new else say("nothing_left", language)


def slots(claim: ReportedClaim, language: Language) -> list[tuple[str, str]]:
    """The claim's slots, named: [("Quantity", "≥ 7 employees"), …]; empty ones are left out."""
    found = [("kind", label(claim.kind, language))] if claim.kind is not Kind.OTHER else []
    if claim.modality is not Modality.ASSERTED:
        found.append(("modality", label(claim.modality, language)))
    found += [("quantity", _quantity(q, language)) for q in claim.quantities]
    found += [("time", _time(t, language)) for t in claim.times]
    if speaker := _speaker(claim, language):
        found.append(("speaker", speaker))
    if claim.names:
        found.append(("names", ", ".join(claim.names)))
    return [(say(name, language), value) for name, value in found]


def _speaker(claim: ReportedClaim, language: Language) -> str:
    """Who says so; that it is open where the article does not plainly name him."""
    named = claim.speaker_resolved or claim.speaker or ""
    if not claim.speaker_unresolved:
        return named
    return f"{named} ({say('nobody_named', language)})" if named else say("nobody_named", language)


def place(claim: ReportedClaim, language: Language) -> str:
    """Where a reader finds the claim: page 3, paragraph 12; empty where its words are gone."""
    if claim.paragraph is None:
        return ""
    phrase = "in_paragraph" if claim.page is None else "on_page"
    return say(phrase, language, page=claim.page, paragraph=claim.paragraph)


def gist(claim: ReportedClaim, language: Language) -> str:
    """The slots that fit a margin: quantities and times."""
    found = [quantity(q, language) for q in claim.quantities]
    return " · ".join(found + [_time(t, language) for t in claim.times])


def _quantity(found: Quantity, language: Language) -> str:
    shown = quantity(found, language)
    way = found.direction or found.change
    return shown if way is None else f"{shown} ({say(Change(way).value, language)})"


def _time(found: TimeExpression, language: Language) -> str:
    return dates.edtf(found.edtf, language, found.part) if found.edtf else found.exact


def emptiness(report: Report) -> str:
    """What stands where there are no claims to tell of."""
    if not is_on_one_article(report):
        return say("nothing_found", report.language)
    return say("nothing_published" if report.public else "no_claims", report.language)


def tally(report: Report) -> list[tuple[Verdict, int]]:
    """How many claims have which verdict, in the order of the verdicts, without those that none has."""
    given = [claim.verdict for claim in report.claims]
    return [(verdict, given.count(verdict)) for verdict in Verdict if verdict in given]


def heading(report: Report) -> str:
    """What the report is on: the article's title, a tag, some days."""
    scope, language = report.scope, report.language
    if scope.kind == "tag":
        return say("on_tag", language, tag=scope.tag)
    if scope.kind == "span":
        days = dates.edtf(f"{scope.since or '..'}/{scope.until or '..'}", language)
        return say("on_span", language, days=days) if scope.since or scope.until else say("on_all", language)
    return title(report.articles[0], language)


def title(article: ReportedArticle, language: Language) -> str:
    """The article's title, else its number."""
    return _one_line(article.title) or say("untitled", language, id=article.id)


def byline(article: ReportedArticle, language: Language) -> list[str]:
    """Author, publisher and date of the article, as far as they are known."""
    published = dates.edtf(article.published, language) if article.published else ""
    return [part for part in (_one_line(article.author), _one_line(article.publisher), published) if part]


def is_on_one_article(report: Report) -> bool:
    """Whether the article's title heads the report; otherwise each article heads its claims."""
    return report.scope.kind in ("article", "claim")


def in_work(report: Report) -> int:
    """How many claims the report does not show yet, since it is public."""
    return sum(article.in_work for article in report.articles) if report.public else 0


def imprint(source: ReportedSource, language: Language) -> str:
    """Where and when a source appeared, after its author and title."""
    issued = dates.edtf(source.issued, language) if source.issued else ""
    return ", ".join(part for part in (_one_line(source.publisher), issued) if part)


def web_address(url: str | None) -> str | None:
    """The address where it is one that a browser may be sent to, else None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _one_line(words: str) -> str:
    return " ".join(words.split())
