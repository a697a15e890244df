"""What reports say in German and English, beside the names in `claims.wording`."""

from claims.claim import Kind, Modality
from claims.quantity import Change, Quantity
from claims.reason import Language
from claims.time import TimeExpression
from claims.verdict import Verdict
from claims.wording import label, quantity
from claims.workflow import State
from factcheck.exports import dates
from factcheck.exports.phrases import meaning, say
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedSource,
)

_IN_HANDS = (State.IN_CHECK, State.SUBMITTED, State.APPROVED)


def quoted(words: str, language: Language) -> str:
    """Words in the language's quotation marks."""
    return f"„{words}“" if language == "de" else f"“{words}”"


def word(verdict: Verdict, report: Report) -> str:
    """The verdict as the desk calls it."""
    return report.house.labels.get(verdict) or label(verdict, report.language)


def signed(verdict: Verdict, report: Report) -> str:
    """Sign and word: ✓ supported."""
    return f"{verdict.sign} {word(verdict, report)}"


def state(claim: ReportedClaim, language: Language) -> str:
    """Where the work on the claim is; a lapsed one is called so, wherever its new check has come to."""
    if claim.lapsed:
        return say("lapsed_state", language)
    return label(claim.state, language)


def standing(claim: ReportedClaim, report: Report) -> str:
    """What one reads first of a claim: its verdict, or where the work on it is."""
    return signed(claim.verdict, report) if claim.verdict else state(claim, report.language)


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


def recheck(decision: ReportedDecision, language: Language) -> str:
    """From which day on a verdict is to be checked again; empty where there is none or it has ended."""
    if decision.recheck_on is None or decision.ended_at is not None:
        return ""
    return say("recheck", language, day=dates.edtf(decision.recheck_on.isoformat(), language))


def outcome(made: Correction, report: Report) -> str:
    """What a correction led to: the new verdict, or that there is none."""
    return signed(made.new, report) if made.new else say("nothing_left", report.language)


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


def place(told: ReportedClaim | ReportedEvidence, language: Language) -> str:
    """Where a reader finds the claim or the quote: page 3, paragraph 12; empty where its words are gone."""
    if told.paragraph is None:
        return ""
    phrase = "in_paragraph" if told.page is None else "on_page"
    return say(phrase, language, page=told.page, paragraph=told.paragraph)


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


def past(report: Report) -> str:
    """That the report speaks of an earlier moment, and of which; empty where it does not."""
    if report.as_of is None:
        return ""
    return say("past", report.language, at=dates.moment(report.as_of, report.language, report.time_zone))


def legend(report: Report) -> list[tuple[Verdict, str]]:
    """Every verdict with what it tells the reader."""
    return [(verdict, meaning(verdict, report.language)) for verdict in Verdict]


def method_address(report: Report) -> str:
    """Where the desk says how it works; empty where it has no public address."""
    return f"{report.address}/method" if report.address else ""


def heading(report: Report) -> str:
    """What the report is on: the article's title, a tag, some days."""
    scope, language = report.scope, report.language
    if scope.kind == "tag":
        return say("on_tag", language, tag=scope.tag)
    if scope.kind == "search":
        return say("on_search", language, name=report.subject)
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
