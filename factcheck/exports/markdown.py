"""Markdown (CommonMark) that reads well as it is, and in which no text can become markup.

Every text of the article, of sources and of people is escaped; line breaks in it become spaces, so
that none begins a block. Text that runs from right to left is isolated, so that it cannot turn
what stands after it around.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote as percent_encode

from claims.wording import label
from factcheck.exports import asking, dates, marks, wording
from factcheck.report import (
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedInquiry,
    Signature,
)

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#&|~!$^@])|(?<=www)\.|(?<=\w):(?=//)")
_BLOCK = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=](?:[\s=-]|$)))")
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"})
_ISOLATE, _END = "\u2068", "\u2069"


def write(report: Report) -> bytes:
    return ("\n".join(_lines(report)).rstrip() + "\n").encode()


def escape(text: str) -> str:
    """The text on one line, so that it reads as itself wherever it stands."""
    line = " ".join(text.split())
    line = _BLOCK.sub(r"\1\\", _MARKUP.sub(lambda found: f"\\{found[0]}", line))
    if any(unicodedata.bidirectional(character) in _TURNING for character in line):
        return f"{_ISOLATE}{line}{_END}"
    return line


def _link(url: str | None) -> str:
    address = wording.web_address(url)
    if address is None:
        return escape(url or "")
    return f"<{percent_encode(address, safe=_ADDRESS)}>"


_ADDRESS = ":/?#[]@!$&'()*+,;=%~-._"


def _lines(report: Report) -> Iterator[str]:
    language, alone = report.language, wording.is_on_one_article(report)
    yield from _head(report)
    yield from _overview(report)
    for article in report.articles:
        yield from _manuscript(report, article)
        if found := report.claims_of(article):
            said = wording.say("claims", language) if alone else escape(wording.title(article, language))
            yield from (f"## {said}", "")
            yield from () if alone else (*_origin(article, report), "")
        for claim in found:
            yield from _claim(report, claim)
    if used := wording.tally(report):
        yield from (f"## {wording.say('legend', language)}", "")
        yield from (f"- **{wording.signed(v, language)}**: {wording.meaning(v, language)}" for v, _ in used)


def _head(report: Report) -> Iterator[str]:
    language = report.language
    yield from (f"# {wording.say('title', language)}: {escape(wording.heading(report))}", "")
    if not report.public:
        yield from (f"**{wording.say('internal', language)}**", "")
    if wording.is_on_one_article(report):
        yield from _origin(report.articles[0], report)
    yield f"- {wording.say('by_desk', language, desk=escape(report.desk_name))}"
    made = dates.moment(report.generated_at, language, report.time_zone)
    yield from (f"- {wording.say('as_of', language)} {made}", "")


def _origin(article: ReportedArticle, report: Report) -> Iterator[str]:
    language = report.language
    added = dates.day(article.added_at, language, report.time_zone)
    yield from (f"- {escape(part)}" for part in wording.byline(article, language))
    if article.url:
        yield f"- {_link(article.url)}"
    yield f"- {wording.say('version', language, number=article.version, at=added)}"


def _manuscript(report: Report, article: ReportedArticle) -> Iterator[str]:
    if article.text is not None:
        yield from (f"## {wording.say('manuscript', report.language)}", "")
        for runs in marks.paragraphs(article, report.claims_of(article)):
            yield from ("".join(map(_run, runs)).strip(), "")


def _run(run: marks.Run) -> str:
    """The words with the numbers of the claims that end in them; spaces at the edges are kept."""
    words = escape(run.text)
    before = " " if run.text[:1].isspace() else ""
    after = " " if words and run.text[-1:].isspace() else ""
    numbers = "".join(f" \\[{claim.number}\\]" for claim in run.closes)
    return f"{before}{words}{numbers}{after}"


def _overview(report: Report) -> Iterator[str]:
    language = report.language
    yield from (f"## {wording.say('overview', language)}", "")
    if not report.claims:
        yield from (wording.emptiness(report), "")
    for claim in report.claims:
        yield f"{claim.number}. {escape(claim.text)} **{wording.standing(claim, language)}**"
    if report.claims:
        yield ""
    if number := wording.in_work(report):
        yield from (wording.count("in_work", number, language), "")


def _claim(report: Report, claim: ReportedClaim) -> Iterator[str]:
    language = report.language
    yield from (f"### {claim.number}. {escape(claim.text)}", "")
    yield f"- {wording.say('state', language)}: {wording.state(claim, language)}"
    shown = wording.signed(claim.verdict, language) if claim.verdict else wording.say("no_verdict", language)
    yield f"- {wording.say('verdict', language)}: **{shown}**"
    if place := wording.place(claim, language):
        yield f"- {wording.say('place', language)}: {place}"
    yield from (f"- {name}: {escape(value)}" for name, value in wording.slots(claim, language))
    if holder := wording.holder(claim):
        yield f"- {wording.say('assignee', language)}: {escape(holder)}"
    yield from ("", f"> {escape(claim.exact)}", "")
    yield from _notices(report, claim)
    if claim.decision:
        yield from _decision(report, claim.decision)
    for heading, lines in (
        ("evidence", [_evidence(report, claim, evidence) for evidence in claim.evidence]),
        ("people", [_inquiry(report, inquiry) for inquiry in claim.inquiries]),
        ("corrections", [_correction(report, claim, number) for number in range(len(claim.corrections))]),
        ("earlier", [_earlier(report, decision) for decision in claim.earlier]),
    ):
        if lines:
            yield from (f"**{wording.say(heading, language)}**", "", *lines, "")


def _notices(report: Report, claim: ReportedClaim) -> Iterator[str]:
    if notice := wording.notice(claim):
        yield from (f"**{wording.say(notice, report.language)}**", "")
    if not claim.in_text:
        yield from (wording.say("vanished", report.language), "")


def _decision(report: Report, decision: ReportedDecision) -> Iterator[str]:
    language = report.language
    heading = wording.say("rationale", language)
    if decision.published is None:
        pending = wording.say("pending", language)
        heading += f" ({wording.signed(decision.verdict, language)}, {pending})"
    yield from (f"**{heading}**", "")
    for line in decision.rationale.splitlines():
        if line.strip():
            yield from (escape(line), "")
    if decision.checklist:
        yield from (f"- {label(point, language)}: {escape(why)}" for point, why in decision.checklist.items())
        yield ""
    yield from (_signatures(report, decision), "")


def _signatures(report: Report, decision: ReportedDecision) -> str:
    steps = {"submitted": decision.submitted, "approved": decision.approved, "published": decision.published}
    signed = (_signature(report, step, signature) for step, signature in steps.items() if signature)
    return " · ".join(signed)


def _signature(report: Report, step: str, signature: Signature) -> str:
    at = dates.moment(signature.at, report.language, report.time_zone)
    return f"{wording.say(step, report.language)} {escape(signature.name)}, {at}"


def _evidence(report: Report, claim: ReportedClaim, evidence: ReportedEvidence) -> str:
    language, source = report.language, evidence.source
    accessed = dates.day(evidence.captured_at, language, report.time_zone)
    work = ". ".join(
        escape(part)
        for part in (source.author, source.title, wording.imprint(source, language))
        if part.strip()
    )
    facts = [
        work,
        _link(source.url) if source.url else "",
        label(source.source_class, language),
        wording.say("accessed", language, at=accessed),
        f"{wording.say('snapshot', language)} {evidence.snapshot_sha256}",
        *(wording.say(remark, language) for remark in wording.remarks(claim, evidence)),
    ]
    note = f"\n   {wording.say('note', language)}: {escape(evidence.note)}" if evidence.note.strip() else ""
    stance = label(evidence.stance, language)
    quoted = wording.quoted(escape(evidence.quote), language)
    listed = ", ".join(fact for fact in facts if fact)
    return f"{evidence.number}. **{stance}**: {quoted}  \n   {listed}{note}"


def _inquiry(report: Report, inquiry: ReportedInquiry) -> str:
    language, told = report.language, asking.asked(inquiry, report.language)
    sentence = f"{told.before}{escape(told.whom)}{told.after}"
    if inquiry.confidential:
        sentence += f" ({wording.say('confidential', language)})"
    words = [f"{wording.say('question', language)}: {escape(inquiry.question)}" if inquiry.question else ""]
    words.append(wording.quoted(escape(inquiry.answer), language) if inquiry.answer else "")
    words.append(f"{wording.say('contact', language)}: {escape(inquiry.contact)}" if inquiry.contact else "")
    return "  \n  ".join([f"- {sentence}", *(line for line in words if line)])


def _correction(report: Report, claim: ReportedClaim, number: int) -> str:
    made, language = claim.corrections[number], report.language
    old, new = wording.signed(made.old, language), wording.outcome(made, language)
    at = dates.moment(made.at, language, report.time_zone)
    return f"- **{old} → {new}** ({escape(made.by)}, {at}): {escape(made.reason)}"


def _earlier(report: Report, decision: ReportedDecision) -> str:
    signatures = _signatures(report, decision)
    shown = wording.signed(decision.verdict, report.language)
    return f"- **{shown}** {escape(decision.rationale)}  \n  {signatures}"
