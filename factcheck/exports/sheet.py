"""A report in words and in order, as the formats on paper (PDF, Word) set it: `sheet(report)`.

All that these have to know of language is decided here; they decide on type and lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reason import Language
from claims.verdict import Verdict
from claims.wording import label
from factcheck.exports import asking, dates, marks, wording
from factcheck.exports.bibliography import Entry, Style, entries
from factcheck.exports.works import works
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedInquiry,
)

STYLES: dict[Language, Style] = {"de": Style.ISO690, "en": Style.APA}


@dataclass(frozen=True)
class Judgement:
    """A verdict, or where the work is: `verdict` names its colour, empty where there is none."""

    verdict: str
    sign: str
    word: str


@dataclass(frozen=True)
class Stretch:
    """Words of the manuscript inside the same claims: `claim` is the shortest of them, 0 outside any;
    `opens` are those that begin here for the first time, `closes` those that end here."""

    text: str
    claim: int
    verdict: str
    opens: tuple[int, ...]
    closes: tuple[int, ...]


@dataclass(frozen=True)
class Quoted:
    """A piece of evidence. `work` is its number among the works cited."""

    number: int
    stance: str
    remarks: tuple[str, ...]
    quote: marks.Passage
    language: str
    title: str
    work: int
    facts: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Told:
    """Somebody who was asked: the sentence, and the named words that belong to it."""

    sentence: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Corrected:
    old: Judgement
    new: Judgement
    reason: str
    signature: str


@dataclass(frozen=True)
class Decided:
    judgement: Judgement
    pending: str
    rationale: tuple[str, ...]
    signatures: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One claim with all that is told of it."""

    number: int
    text: str
    language: Language
    judgement: Judgement
    state: str
    notices: tuple[str, ...]
    words: marks.Passage
    slots: tuple[tuple[str, str], ...]
    decision: Decided | None
    sources: str
    evidence: tuple[Quoted, ...]
    people: tuple[Told, ...]
    corrections: tuple[Corrected, ...]
    earlier: tuple[Decided, ...]


@dataclass(frozen=True)
class Section:
    """The claims of one article, under its title where the report is on several."""

    title: str
    language: Language
    byline: str
    manuscript: tuple[tuple[Stretch, ...], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole report. `names` are the words of headings, by what they head."""

    language: Language
    desk: str
    what: str
    internal: str
    heading: str
    byline: str
    nothing: str
    in_work: str
    sections: tuple[Section, ...]
    works: tuple[Entry, ...]
    legend: tuple[tuple[Judgement, str], ...]
    made: tuple[str, ...]
    names: dict[str, str]


_NAMES: tuple[str, ...] = (
    "overview",
    "manuscript",
    "claims",
    "rationale",
    "evidence",
    "people",
    "corrections",
    "earlier",
)
_NAMES += ("legend", "works", "note")


def sheet(report: Report) -> Sheet:
    """The report in the words of its language."""
    language = report.language
    cited = works(report)
    numbers = {work.source.id: number for number, work in enumerate(cited, start=1)}
    alone = wording.is_on_one_article(report)
    number = wording.in_work(report)
    return Sheet(
        language=language,
        desk=report.desk_name,
        what=wording.say("title", language),
        internal="" if report.public else wording.say("internal", language),
        heading=wording.heading(report),
        byline=_origin(report.articles[0], language) if alone else "",
        nothing="" if report.claims else wording.emptiness(report),
        in_work=wording.count("in_work", number, language) if number else "",
        sections=tuple(_section(report, article, numbers) for article in report.articles),
        works=tuple(entries(cited, STYLES[language], language)),
        legend=tuple((_judged(v, language), wording.meaning(v, language)) for v, _ in wording.tally(report)),
        made=tuple(_made(report)),
        names={name: wording.say(name, language) for name in _NAMES},
    )


def _made(report: Report) -> Sequence[str]:
    at = dates.moment(report.generated_at, report.language, report.time_zone)
    first = f"{report.desk_name}. {wording.say('as_of', report.language)} {at}."
    return [first, *(_version(report, article) for article in report.articles)]


def _version(report: Report, article: ReportedArticle) -> str:
    language = report.language
    added = dates.day(article.added_at, language, report.time_zone)
    version = wording.say("version", language, number=article.version, at=added)
    digest = wording.say("text_digest", language)
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


def _judged(verdict: Verdict, language: Language) -> Judgement:
    return Judgement(verdict.value, verdict.sign, label(verdict, language))


def _item(report: Report, claim: ReportedClaim, numbers: dict[int, int]) -> Item:
    language = report.language
    state = wording.state(claim, language)
    notices = [wording.notice(claim), None if claim.in_text else "vanished"]
    placed = wording.place(claim, language)
    found = [(wording.say("place", language), placed)] if placed else []
    return Item(
        number=claim.number,
        text=claim.text,
        language=claim.language,
        judgement=_judged(claim.verdict, language) if claim.verdict else Judgement("", "", state),
        state=state,
        notices=tuple(wording.say(notice, language) for notice in notices if notice),
        words=marks.passage(claim.prefix, claim.exact, claim.suffix),
        slots=(*found, *wording.slots(claim, language)),
        decision=_decided(report, claim.decision) if claim.decision else None,
        sources=wording.count("sources", claim.sources, language),
        evidence=tuple(_quoted(report, claim, evidence, numbers) for evidence in claim.evidence),
        people=tuple(_told(inquiry, language) for inquiry in claim.inquiries),
        corrections=tuple(_corrected(report, made) for made in claim.corrections),
        earlier=tuple(_decided(report, decision) for decision in claim.earlier),
    )


def _decided(report: Report, decision: ReportedDecision) -> Decided:
    language = report.language
    signed = {"submitted": decision.submitted, "approved": decision.approved, "published": decision.published}
    return Decided(
        judgement=_judged(decision.verdict, language),
        pending="" if decision.published else wording.say("pending", language),
        rationale=tuple(line for line in decision.rationale.splitlines() if line.strip()),
        signatures=tuple(
            f"{wording.say(step, language)} {signature.name}, "
            f"{dates.moment(signature.at, language, report.time_zone)}"
            for step, signature in signed.items()
            if signature
        ),
    )


def _quoted(
    report: Report, claim: ReportedClaim, evidence: ReportedEvidence, numbers: dict[int, int]
) -> Quoted:
    language, source = report.language, evidence.source
    accessed = dates.day(evidence.captured_at, language, report.time_zone)
    return Quoted(
        number=evidence.number,
        stance=label(evidence.stance, language),
        remarks=tuple(wording.say(remark, language) for remark in wording.remarks(claim, evidence)),
        quote=marks.passage(evidence.prefix, evidence.quote, evidence.suffix),
        language=(source.language or "")[:2].lower(),
        title=source.title,
        work=numbers[source.id],
        facts=(
            label(source.source_class, language),
            wording.say("accessed", language, at=accessed),
            f"{wording.say('snapshot', language)} {evidence.snapshot_sha256}",
        ),
        note=evidence.note,
    )


def _told(inquiry: ReportedInquiry, language: Language) -> Told:
    told = asking.asked(inquiry, language)
    sentence = f"{told.before}{told.whom}{told.after}"
    if inquiry.confidential:
        sentence += f" ({wording.say('confidential', language)})"
    words = [
        (wording.say("question", language), inquiry.question),
        ("", inquiry.answer and wording.quoted(inquiry.answer, language)),
        (wording.say("contact", language), inquiry.contact),
    ]
    return Told(sentence, tuple((name, said) for name, said in words if said.strip()))


def _corrected(report: Report, made: Correction) -> Corrected:
    language = report.language
    new = _judged(made.new, language) if made.new else Judgement("", "", wording.outcome(made, language))
    at = dates.moment(made.at, language, report.time_zone)
    return Corrected(_judged(made.old, language), new, made.reason, f"{made.by}, {at}")
