"""A report in words and in order, as the formats on paper (PDF, Word) set it: `sheet(report)`.

All that these have to know of language is decided here; they decide on type and lines.
"""

from collections.abc import Sequence

from claims.reason import Language
from claims.verdict import Verdict
from claims.wording import label
from factcheck.exports import asking, dates, marks, wording
from factcheck.exports.bibliography import listed
from factcheck.exports.phrases import count, say
from factcheck.exports.sheets import (
    Corrected,
    Decided,
    Item,
    Judgement,
    Quoted,
    Section,
    Sheet,
    Stretch,
    Told,
)
from factcheck.exports.works import work_numbers
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedInquiry,
)

_NAMES: tuple[str, ...] = (
    "overview",
    "manuscript",
    "claims",
    "rationale",
    "evidence",
    "people",
    "corrections",
    "earlier",
    "checklist",
    "legend",
    "works",
    "note",
    "how",
    "imprint",
)


def sheet(report: Report) -> Sheet:
    """The report in the words of its language."""
    language = report.language
    numbers = work_numbers(report)
    alone = wording.is_on_one_article(report)
    number = wording.in_work(report)
    return Sheet(
        language=language,
        desk=report.desk_name,
        what=say("title", language),
        internal="" if report.public else say("internal", language),
        past=wording.past(report),
        heading=wording.heading(report),
        byline=_origin(report.articles[0], language) if alone else "",
        nothing="" if report.claims else wording.emptiness(report),
        in_work=count("in_work", number, language) if number else "",
        sections=tuple(_section(report, article, numbers) for article in report.articles),
        works=listed(report),
        legend=tuple((_judged(v, report), means) for v, means in wording.legend(report)),
        method=say("method", language),
        method_address=wording.method_address(report),
        imprint=tuple(filter(str.strip, report.house.imprint.splitlines())),
        accent=report.house.accent,
        made=tuple(_made(report)),
        names={name: say(name, language) for name in _NAMES},
    )


def _made(report: Report) -> Sequence[str]:
    at = dates.moment(report.generated_at, report.language, report.time_zone)
    said = say("made" if report.as_of else "as_of", report.language)
    first = f"{report.desk_name}. {said} {at}."
    return [first, *(_version(report, article) for article in report.articles)]


def _version(report: Report, article: ReportedArticle) -> str:
    language = report.language
    added = dates.day(article.added_at, language, report.time_zone)
    version = say("version", language, number=article.version, at=added)
    digest = say("text_digest", language)
    return f"{wording.title(article, language)}: {version}, {digest} {article.text_sha256}"


def _origin(article: ReportedArticle, language: Language) -> str:
    return " · ".join([*wording.byline(article, language), *([article.url] if article.url else [])])


def _section(report: Report, article: ReportedArticle, numbers: dict[int, int]) -> Section:
    claims = report.claims_of(article)
    return Section(
        title=wording.title(article, report.language),
        language=article.language,
        byline=_origin(article, report.language),
        manuscript=tuple(tuple(map(_stretch, runs)) for runs in marks.paragraphs(article, claims)),
        items=tuple(_item(report, claim, numbers) for claim in claims),
    )


def _stretch(run: marks.Run) -> Stretch:
    shortest = run.inside[0] if run.inside else None
    return Stretch(
        text=run.text,
        claim=shortest.number if shortest else 0,
        verdict=shortest.verdict.value if shortest and shortest.verdict else "",
        opens=tuple(claim.number for claim in run.first),
        closes=tuple(claim.number for claim in run.closes),
    )


def _judged(verdict: Verdict, report: Report) -> Judgement:
    return Judgement(verdict.value, verdict.sign, wording.word(verdict, report))


def _item(report: Report, claim: ReportedClaim, numbers: dict[int, int]) -> Item:
    language = report.language
    state = wording.state(claim, language)
    notices = [wording.notice(claim), None if claim.in_text else "vanished"]
    placed = wording.place(claim, language)
    found = [(say("place", language), placed)] if placed else []
    return Item(
        number=claim.number,
        text=claim.text,
        language=claim.language,
        judgement=_judged(claim.verdict, report) if claim.verdict else Judgement("", "", state),
        state=state,
        notices=tuple(say(notice, language) for notice in notices if notice),
        words=marks.passage(claim.prefix, claim.exact, claim.suffix),
        slots=(*found, *wording.slots(claim, language)),
        decision=_decided(report, claim.decision) if claim.decision else None,
        sources=count("sources", claim.sources, language),
        evidence=tuple(_quoted(report, claim, evidence, numbers) for evidence in claim.evidence),
        people=tuple(_told(inquiry, language) for inquiry in claim.inquiries),
        corrections=tuple(_corrected(report, made) for made in claim.corrections),
        earlier=tuple(_decided(report, decision) for decision in claim.earlier),
    )


def _decided(report: Report, decision: ReportedDecision) -> Decided:
    language = report.language
    steps = {"submitted": decision.submitted, "approved": decision.approved, "published": decision.published}
    signed = [
        f"{say(step, language)} {signature.name}, {dates.moment(signature.at, language, report.time_zone)}"
        for step, signature in steps.items()
        if signature
    ]
    recheck = wording.recheck(decision, language)
    return Decided(
        judgement=_judged(decision.verdict, report),
        pending="" if decision.published else say("pending", language),
        rationale=tuple(line for line in decision.rationale.splitlines() if line.strip()),
        checklist=tuple((label(point, language), why) for point, why in decision.checklist.items()),
        signatures=(*signed, recheck) if recheck else tuple(signed),
    )


def _quoted(
    report: Report, claim: ReportedClaim, evidence: ReportedEvidence, numbers: dict[int, int]
) -> Quoted:
    language, source = report.language, evidence.source
    accessed = dates.day(evidence.captured_at, language, report.time_zone)
    return Quoted(
        number=evidence.number,
        stance=label(evidence.stance, language),
        remarks=tuple(say(remark, language) for remark in wording.remarks(claim, evidence)),
        quote=marks.passage(evidence.prefix, evidence.quote, evidence.suffix),
        language=(source.language or "")[:2].lower(),
        title=source.title,
        work=numbers[source.id],
        place=wording.place(evidence, language),
        facts=(
            label(source.source_class, language),
            say("accessed", language, at=accessed),
            f"{say('snapshot', language)} {evidence.snapshot_sha256}",
        ),
        note=evidence.note,
    )


def _told(inquiry: ReportedInquiry, language: Language) -> Told:
    told = asking.asked(inquiry, language)
    sentence = f"{told.before}{told.whom}{told.after}"
    if inquiry.confidential:
        sentence += f" ({say('confidential', language)})"
    words = [
        (say("question", language), inquiry.question),
        ("", inquiry.answer and wording.quoted(inquiry.answer, language)),
        (say("contact", language), inquiry.contact),
    ]
    return Told(sentence, tuple((name, said) for name, said in words if said.strip()))


def _corrected(report: Report, made: Correction) -> Corrected:
    language = report.language
    new = _judged(made.new, report) if made.new else Judgement("", "", wording.outcome(made, report))
    at = dates.moment(made.at, language, report.time_zone)
    return Corrected(_judged(made.old, report), new, made.reason, f"{made.by}, {at}")
