"""A Word document: the manuscript with a comment at each claim's words, a table of the claims, each in
detail, and the works cited as endnotes.

Where the report holds no whole text, and for words that no longer stand in it, the comment is at the claim's
quoted words. A work has its endnote where it is quoted first; where it is quoted again stands its number,
which leads to that place.
"""

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from factcheck.exports.endnotes import Endnotes
from factcheck.exports.paper import COLOURS, INK, SOFT, Paper, clean, rule, run
from factcheck.exports.phrases import say
from factcheck.exports.sheet import sheet
from factcheck.exports.sheets import Corrected, Decided, Item, Judgement, Quoted, Section, Sheet, Told
from factcheck.report import Report

_LANGUAGES = ("de", "en", "fr", "it", "es")


def write(report: Report) -> bytes:
    told = sheet(report)
    paper = Paper(f"{told.heading} – {told.what}", told.desk, told.language, report.generated_at, told.accent)
    _Writer(paper, told, report.house.logo).write()
    return paper.content()


class _Writer:
    """Sets a sheet on paper, from top to bottom. `commented` are the claims that have their comment."""

    def __init__(self, paper: Paper, told: Sheet, logo: bytes | None) -> None:
        self.paper = paper
        self.logo = logo
        self.sheet = told
        self.commented: set[int] = set()
        self.notes = Endnotes(paper, told.works, told.names["works"])

    def write(self) -> None:
        self._head()
        self._overview()
        for section in self.sheet.sections:
            self._manuscript(section)
            self._section(section)
        self._desk()

    def _desk(self) -> None:
        """What the verdicts mean, how the desk works, and who it is. The endnotes come after all of it."""
        told, names = self.sheet, self.sheet.names
        self.paper.head(names["legend"], 1)
        for number, (judgement, meaning) in enumerate(told.legend, start=1):
            # together, so that no page has the last lines alone
            line = self.paper.line(leads=number < len(told.legend))
            run(_judged(line, judgement), f": {meaning}")
        self.paper.head(names["how"], 1)
        self.paper.line(f"{told.method} {told.method_address}".strip())
        if told.imprint:
            self.paper.head(names["imprint"], 1)
            self.paper.line("\n".join(told.imprint))
        for words in told.made:
            self.paper.line(words, "Small print")

    def _head(self) -> None:
        told = self.sheet
        if self.logo:
            self.paper.picture(self.logo, told.desk)
        run(self.paper.line(), f"{told.desk} · {told.what}", colour=SOFT)
        if told.internal:
            run(self.paper.line(), told.internal, colour=self.paper.accent, bold=True)
        if told.past:
            run(self.paper.line(), told.past, colour=self.paper.accent, bold=True)
        self.paper.head(told.heading, 0)
        if told.byline:
            run(self.paper.line(), told.byline, colour=SOFT)

    def _overview(self) -> None:
        told, language = self.sheet, self.sheet.language
        self.paper.head(told.names["overview"], 1)
        if told.nothing:
            self.paper.line(told.nothing)
        items = [item for section in told.sections for item in section.items]
        if items:
            table = self.paper.document.add_table(1, 3)
            heads = (say("number", language), *(say(n, language) for n in ("one", "verdict")))
            for cell, words in zip(table.rows[0].cells, heads, strict=True):
                run(cell.paragraphs[0], words, bold=True)
            for item in items:
                number, words, judgement = (cell.paragraphs[0] for cell in table.add_row().cells)
                self.paper.link(number, str(item.number), f"claim_{item.number}")
                run(words, item.text, language=item.language)
                _judged(judgement, item.judgement)
            rule(table, (1.2, 9.9, 4.5))
            self.paper.line()
        if told.in_work:
            self.paper.line(told.in_work)

    def _manuscript(self, section: Section) -> None:
        if not section.manuscript:
            return
        self.paper.head(self.sheet.names["manuscript"], 1)
        items = {item.number: item for item in section.items}
        begun: dict[int, Run] = {}
        for stretches in section.manuscript:
            paragraph = self.paper.line()
            for stretch in stretches:
                words = run(paragraph, stretch.text, underline=stretch.claim > 0, language=section.language)
                begun.update((number, words) for number in stretch.opens)
                for number in stretch.closes:
                    self._comment(items[number], begun.get(number), words)
                for number in stretch.closes:
                    self.paper.link(paragraph, f"\u00a0{number}", f"claim_{number}", raised=True)

    def _comment(self, item: Item, first: Run | None, last: Run) -> None:
        """Once, where the claim is made first."""
        if first is not None and item.number not in self.commented:
            self.commented.add(item.number)
            self.paper.comment(first, last, _comment_lines(item))

    def _section(self, section: Section) -> None:
        if not section.items:
            return
        alone = bool(self.sheet.byline) or len(self.sheet.sections) == 1
        self.paper.head(self.sheet.names["claims"] if alone else section.title, 1)
        if not self.sheet.byline and section.byline:
            run(self.paper.line(), section.byline, colour=SOFT)
        for item in section.items:
            self._item(item)

    def _item(self, item: Item) -> None:
        head = self.paper.head(f"{item.number}. ", 2, f"claim_{item.number}")
        run(head, item.text, language=item.language)
        standing = _judged(self.paper.line(leads=True), item.judgement)
        if item.judgement.verdict:
            run(standing, f" · {item.state}", colour=SOFT)
        if item.evidence:
            run(standing, f" · {item.sources}", colour=SOFT)
        for notice in item.notices:
            run(self.paper.line(leads=True), notice, bold=True)
        quoted = self.paper.line(style="Quote", leads=bool(item.slots))
        run(quoted, item.words.before, colour=SOFT, language=item.language)
        words = run(quoted, item.words.exact, underline=True, language=item.language)
        run(quoted, item.words.after, colour=SOFT, language=item.language)
        self._comment(item, words, words)
        self._pairs(item.slots)
        if item.decision:
            self._decided(item.decision, item.language, self.sheet.names["rationale"])
        self._grounds(item)
        if item.earlier:
            self.paper.head(self.sheet.names["earlier"], 3)
        for decision in item.earlier:
            self._decided(decision, item.language, "")

    def _grounds(self, item: Item) -> None:
        names = self.sheet.names
        if item.evidence:
            self.paper.head(names["evidence"], 3)
        for evidence in item.evidence:
            self._quoted(evidence)
        if item.people:
            self.paper.head(names["people"], 3)
        for told in item.people:
            self._told(told)
        if item.corrections:
            self.paper.head(names["corrections"], 3)
        for corrected in item.corrections:
            self._corrected(corrected)

    def _pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        if not pairs:
            return
        line = self.paper.line()
        for number, (name, value) in enumerate(pairs):
            run(line, f"{' · ' if number else ''}{name} ", colour=SOFT)
            run(line, value)

    def _decided(self, decided: Decided, language: str, heading: str) -> None:
        if heading:
            self.paper.head(heading, 3)
        if decided.pending or not heading:
            line = _judged(self.paper.line(), decided.judgement)
            run(line, f" ({decided.pending})" if decided.pending else "", colour=SOFT)
        for words in decided.rationale:
            self.paper.line(words, language=language)
        if decided.checklist:
            self.paper.head(self.sheet.names["checklist"], 3)
        self._pairs(tuple((f"{point}:", why) for point, why in decided.checklist))
        self.paper.line(" · ".join(decided.signatures), "Small print")

    def _quoted(self, evidence: Quoted) -> None:
        language = evidence.language if evidence.language in _LANGUAGES else ""
        line = self.paper.line(leads=True)
        run(line, " · ".join((f"{evidence.number}. {evidence.stance}", *evidence.remarks)), bold=True)
        quote = self.paper.line(style="Quote", leads=True)
        run(quote, evidence.quote.before, colour=SOFT, language=language)
        run(quote, evidence.quote.exact, language=language)
        run(quote, evidence.quote.after, colour=SOFT, language=language)
        work = self.paper.line(leads=True)
        run(work, f"{evidence.title} ", language=language)
        self.notes.cite(work, evidence.work)
        run(work, f", {evidence.place}" if evidence.place else "")
        self.paper.line(" · ".join(evidence.facts), "Small print")
        if evidence.note.strip():
            self._pairs(((f"{self.sheet.names['note']}:", evidence.note),))

    def _told(self, told: Told) -> None:
        self.paper.line(told.sentence)
        for name, said in told.words:
            line = self.paper.line(style="Quote")
            run(line, f"{name}: " if name else "", colour=SOFT)
            run(line, said)

    def _corrected(self, made: Corrected) -> None:
        line = _judged(self.paper.line(), made.old)
        run(line, " → ")
        run(_judged(line, made.new), f". {made.reason}")
        run(line, f" ({made.signature})", colour=SOFT)


def _judged(paragraph: Paragraph, judgement: Judgement) -> Paragraph:
    words = f"{judgement.sign} {judgement.word}".strip()
    run(paragraph, words, colour=COLOURS.get(judgement.verdict, INK), bold=True)
    return paragraph


def _comment_lines(item: Item) -> list[str]:
    """Verdict or state, why, and what it rests on, a line each."""
    judged = f"{item.number}. {item.judgement.sign} {item.judgement.word}".replace("  ", " ")
    why = item.decision.rationale if item.decision else ()
    grounds = [f"{e.stance}: {e.quote.exact} – {e.title} [{e.work}]" for e in item.evidence]
    return [clean(line).replace("\n", " ") for line in (judged, *item.notices, *why, *grounds)]
