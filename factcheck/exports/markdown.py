"""Markdown (CommonMark) that reads well as it is, and in which no text can become markup.

Every text of the article, of sources and of people is escaped; line breaks in it become spaces, so
that none begins a block. Text that runs from right to left is isolated, so that it cannot turn
what stands after it around.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote as percent_encode

from claims.verdict import Verdict
from claims.wording import label
from factcheck.exports import asking, bibliography, dates, marks, wording
from factcheck.exports.phrases import count, say
from factcheck.exports.works import work_numbers
from factcheck.report import (
    Correction,
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


def _signed(verdict: Verdict, report: Report) -> str:
    return f"{verdict.sign} {escape(wording.word(verdict, report))}"


def _standing(claim: ReportedClaim, report: Report) -> str:
    return _signed(claim.verdict, report) if claim.verdict else wording.state(claim, report.language)


def _outcome(made: Correction, report: Report) -> str:
    return _signed(made.new, report) if made.new else say("nothing_left", report.language)


def _link(url: str | None) -> str:
    address = wording.web_address(url)
    if address is None:
        return escape(url or "")
    return f"<{percent_encode(address, safe=_ADDRESS)}>"


_ADDRESS = ":/?#[]@!$&'()*+,;=%~-._"


def _lines(report: Report) -> Iterator[str]:
    language, alone = report.language, wording.is_on_one_article(report)
    numbers = work_numbers(report)
    yield from _head(report)
    yield from _overview(report)
    for article in report.articles:
        yield from _manuscript(report, article)
        if found := report.claims_of(article):
            said = say("claims", language) if alone else escape(wording.title(article, language))
            yield from (f"## {said}", "")
            yield from () if alone else (*_origin(article, report), "")
        for claim in found:
            yield from _claim(report, claim, numbers)
    yield from _works(report)
    yield from _desk(report)


def _works(report: Report) -> Iterator[str]:
    if found := bibliography.listed(report):
        yield from (f"## {say('works', report.language)}", "")
    for number, entry in enumerate(found, start=1):
        yield from (f"{number}. {''.join(map(_cited, entry))}", "")


def _cited(run: bibliography.Run) -> str:
    """The words with the spaces at their edges, in italics where the style has them so."""
    words = escape(run.text)
    if not words:
        return run.text
    before, after = (" " if edge.isspace() else "" for edge in (run.text[0], run.text[-1]))
    return f"{before}*{words}*{after}" if run.italic else f"{before}{words}{after}"


def _desk(report: Report) -> Iterator[str]:
    """What the verdicts mean, how the desk works, and who it is."""
    language = report.language
    yield from (f"## {say('legend', language)}", "")
    yield from (f"- **{_signed(v, report)}**: {means}" for v, means in wording.legend(report))
    address = wording.method_address(report)
    yield from ("", f"## {say('how', language)}", "", say("method", language), "")
    yield from (_link(address), "") if address else ()
    if lines := [line for line in report.house.imprint.splitlines() if line.strip()]:
        yield from (f"## {say('imprint', language)}", "", "  \n".join(map(escape, lines)), "")


def _head(report: Report) -> Iterator[str]:
    language = report.language
    yield from (f"# {say('title', language)}: {escape(wording.heading(report))}", "")
    if not report.public:
        yield from (f"**{say('internal', language)}**", "")
    if past := wording.past(report):
        yield from (f"**{past}**", "")
    if wording.is_on_one_article(report):
        yield from _origin(report.articles[0], report)
    yield f"- {say('by_desk', language, desk=escape(report.desk_name))}"
    made = dates.moment(report.generated_at, language, report.time_zone)
    yield from (f"- {say('made' if report.as_of else 'as_of', language)} {made}", "")


def _origin(article: ReportedArticle, report: Report) -> Iterator[str]:
    language = report.language
    added = dates.day(article.added_at, language, report.time_zone)
    yield from (f"- {escape(part)}" for part in wording.byline(article, language))
    if article.url:
        yield f"- {_link(article.url)}"
    yield f"- {say('version', language, number=article.version, at=added)}"


def _manuscript(report: Report, article: ReportedArticle) -> Iterator[str]:
    if article.text is not None:
        yield from (f"## {say('manuscript', report.language)}", "")
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
    yield from (f"## {say('overview', language)}", "")
    if not report.claims:
        yield from (wording.emptiness(report), "")
    for claim in report.claims:
        yield f"{claim.number}. {escape(claim.text)} **{_standing(claim, report)}**"
    if report.claims:
        yield ""
    if number := wording.in_work(report):
        yield from (count("in_work", number, language), "")


def _claim(report: Report, claim: ReportedClaim, numbers: dict[int, int]) -> Iterator[str]:
    language = report.language
    yield from (f"### {claim.number}. {escape(claim.text)}", "")
    yield f"- {say('state', language)}: {wording.state(claim, language)}"
    shown = _signed(claim.verdict, report) if claim.verdict else say("no_verdict", language)
    yield f"- {say('verdict', language)}: **{shown}**"
    if place := wording.place(claim, language):
        yield f"- {say('place', language)}: {place}"
    yield from (f"- {name}: {escape(value)}" for name, value in wording.slots(claim, language))
    if holder := wording.holder(claim):
        yield f"- {say('assignee', language)}: {escape(holder)}"
    yield from ("", f"> {escape(claim.exact)}", "")
    yield from _notices(report, claim)
    if claim.decision:
        yield from _decision(report, claim.decision)
    for heading, lines in (
        ("evidence", [_evidence(report, claim, e, numbers[e.source.id]) for e in claim.evidence]),
        ("people", [_inquiry(report, inquiry) for inquiry in claim.inquiries]),
        ("corrections", [_correction(report, claim, number) for number in range(len(claim.corrections))]),
        ("earlier", [_earlier(report, decision) for decision in claim.earlier]),
    ):
        if lines:
            yield from (f"**{say(heading, language)}**", "", *lines, "")


def _notices(report: Report, claim: ReportedClaim) -> Iterator[str]:
    if notice := wording.notice(claim):
        yield from (f"**{say(notice, report.language)}**", "")
    if not claim.in_text:
        yield from (say("vanished", report.language), "")


def _decision(report: Report, decision: ReportedDecision) -> Iterator[str]:
    language = report.language
    heading = say("rationale", language)
    if decision.published is None:
        pending = say("pending", language)
        heading += f" ({_signed(decision.verdict, report)}, {pending})"
    yield from (f"**{heading}**", "")
    for line in decision.rationale.splitlines():
        if line.strip():
            yield from (escape(line), "")
    if decision.checklist:
        yield from (f"**{say('checklist', language)}**", "")
        yield from (f"- {label(point, language)}: {escape(why)}" for point, why in decision.checklist.items())
        yield ""
    yield from (_signatures(report, decision), "")


def _signatures(report: Report, decision: ReportedDecision) -> str:
    steps = {"submitted": decision.submitted, "approved": decision.approved, "published": decision.published}
    signed = [_signature(report, step, signature) for step, signature in steps.items() if signature]
    recheck = wording.recheck(decision, report.language)
    return " · ".join([*signed, recheck] if recheck else signed)


def _signature(report: Report, step: str, signature: Signature) -> str:
    at = dates.moment(signature.at, report.language, report.time_zone)
    return f"{say(step, report.language)} {escape(signature.name)}, {at}"


def _evidence(report: Report, claim: ReportedClaim, evidence: ReportedEvidence, work: int) -> str:
    language, source = report.language, evidence.source
    accessed = dates.day(evidence.captured_at, language, report.time_zone)
    said = ". ".join(
        escape(part)
        for part in (source.author, source.title, wording.imprint(source, language))
        if part.strip()
    )
    facts = [
        f"{said} \\[{work}\\]".strip(),
        wording.place(evidence, language),
        _link(source.url) if source.url else "",
        label(source.source_class, language),
        say("accessed", language, at=accessed),
        f"{say('snapshot', language)} {evidence.snapshot_sha256}",
        *(say(remark, language) for remark in wording.remarks(claim, evidence)),
    ]
    note = f"\n   {say('note', language)}: {escape(evidence.note)}" if evidence.note.strip() else ""
    stance = label(evidence.stance, language)
    quoted = wording.quoted(escape(evidence.quote), language)
    listed = ", ".join(fact for fact in facts if fact)
    return f"{evidence.number}. **{stance}**: {quoted}  \n   {listed}{note}"


def _inquiry(report: Report, inquiry: ReportedInquiry) -> str:
    language, told = report.language, asking.asked(inquiry, report.language)
    sentence = f"{told.before}{escape(told.whom)}{told.after}"
    if inquiry.confidential:
        sentence += f" ({say('confidential', language)})"
    words = [f"{say('question', language)}: {escape(inquiry.question)}" if inquiry.question else ""]
    words.append(wording.quoted(escape(inquiry.answer), language) if inquiry.answer else "")
    words.append(f"{say('contact', language)}: {escape(inquiry.contact)}" if inquiry.contact else "")
    return "  \n  ".join([f"- {sentence}", *(line for line in words if line)])


def _correction(report: Report, claim: ReportedClaim, number: int) -> str:
    made, language = claim.corrections[number], report.language
    old, new = _signed(made.old, report), _outcome(made, report)
    at = dates.moment(made.at, language, report.time_zone)
    return f"- **{old} → {new}** ({escape(made.by)}, {at}): {escape(made.reason)}"


def _earlier(report: Report, decision: ReportedDecision) -> str:
    signatures = _signatures(report, decision)
    shown = _signed(decision.verdict, report)
    return f"- **{shown}** {escape(decision.rationale)}  \n  {signatures}"
