"""The endnotes of a Word document: the works cited, each in a note where it is cited first.

python-docx writes none, so this makes their part of the file (ECMA-376, part 1, 17.11): the notes, the
references in the text, and that they are numbered 1, 2, 3, where Word would take i, ii, iii.
"""

from collections.abc import Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from lxml import etree

from factcheck.exports.bibliography import Entry
from factcheck.exports.paper import Paper, clean, run

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


class Endnotes:
    """The notes of a document under way, under a heading, all known beforehand; `cite` puts references
    to them into its text."""

    def __init__(self, paper: Paper, entries: Sequence[Entry], heading: str) -> None:
        self.paper = paper
        self.heading = heading
        self._cited: set[int] = set()
        if entries:
            self._text, self._reference = self._styles()
            self._write(entries)
            self._number()

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """A reference to a note at the paragraph's end: to the note itself the first time, then its number,
        which leads to the first."""
        made = run(paragraph, "")
        made.style = self._reference
        if number in self._cited:
            _text(made._r, str(number))
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), f" NOTEREF work_{number} \\h ")
            paragraph._p.append(field)
            field.append(made._r)
            return
        self._cited.add(number)
        reference = OxmlElement("w:endnoteReference")
        reference.set(qn("w:id"), str(number))
        made._r.append(reference)
        self.paper.mark(paragraph, f"work_{number}", around=made._r)

    def _styles(self) -> tuple[Any, Any]:
        styles = self.paper.document.styles
        text = styles.add_style("endnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = styles["Small print"]
        reference = styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER)
        reference.font.superscript = True
        return text, reference

    def _write(self, entries: Sequence[Entry]) -> None:
        notes = parse_xml(f"<w:endnotes {nsdecls('w')}/>")
        for number, kind in _SEPARATORS.items():
            separator = _under(_note(notes, number, kind), "w:r")
            if kind == "separator":  # what stands above the notes: their heading, in place of a line
                _under(_under(separator, "w:rPr"), "w:b")
                _text(separator, self.heading)
            else:
                _under(separator, f"w:{kind}")
        for number, entry in enumerate(entries, start=1):
            self._fill(_note(notes, number), entry)
        document = self.paper.document.part
        content = etree.tostring(notes, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, content, document.package)
        document.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)

    def _fill(self, paragraph: Any, entry: Entry) -> None:
        _under(_under(paragraph, "w:pPr"), "w:pStyle").set(qn("w:val"), self._text.style_id)
        mark = _under(paragraph, "w:r")
        _under(_under(mark, "w:rPr"), "w:rStyle").set(qn("w:val"), self._reference.style_id)
        _under(mark, "w:endnoteRef")
        _text(_under(paragraph, "w:r"), " ")
        for words in entry:
            made = _under(paragraph, "w:r")
            if words.italic:
                _under(_under(made, "w:rPr"), "w:i")
            _text(made, clean(words.text).replace("\n", " "))

    def _number(self) -> None:
        told = OxmlElement("w:endnotePr")
        _under(told, "w:numFmt").set(qn("w:val"), "decimal")
        for number in _SEPARATORS:
            _under(told, "w:endnote").set(qn("w:id"), str(number))
        document = self.paper.document
        document.settings.element.find(qn("w:compat")).addprevious(told)
        # Word takes it from the settings, LibreOffice from the section
        again = OxmlElement("w:endnotePr")
        _under(again, "w:numFmt").set(qn("w:val"), "decimal")
        document.sections[0]._sectPr.find(qn("w:pgSz")).addprevious(again)


def _note(notes: Any, number: int, kind: str = "") -> Any:
    """A new note's paragraph."""
    note = _under(notes, "w:endnote")
    if kind:
        note.set(qn("w:type"), kind)
    note.set(qn("w:id"), str(number))
    return _under(note, "w:p")


def _under(parent: Any, name: str) -> Any:
    made = OxmlElement(name)
    parent.append(made)
    return made


def _text(parent: Any, words: str) -> None:
    made = _under(parent, "w:t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
