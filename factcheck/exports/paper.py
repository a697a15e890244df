"""A Word document to write on: its styles, runs in a language, places to jump to, comments, and its bytes.

XML 1.0 cannot hold most control characters; they are taken out of every text. The same calls give the same
bytes: nothing in the file tells the time but what is handed in.
"""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

INK, SOFT, ACCENT, LINE = "1F1C18", "635D53", "7B3A17", "DCD5C6"
COLOURS = {
    "supported": "1A6B3A",
    "mostly_supported": "56650A",
    "misleading": "8A5700",
    "refuted": "A52A1E",
    "conflicting": "6A3D9A",
    "not_enough_evidence": "47596B",
}
_NO_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HEADINGS = ((1, 15, 20), (2, 12.5, 18), (3, 10.5, 10))
"""Level, size and space above, in points."""


def clean(words: str) -> str:
    """The words as XML can hold them; whatever ends a line is a line feed."""
    return _NO_XML.sub("", _LINE_END.sub("\n", words))


class Paper:
    """A document under way. Raises nothing for any text."""

    def __init__(self, title: str, desk: str, language: str, at: datetime, accent: str = "") -> None:
        self.document = Document()
        self.at = at.astimezone(UTC).replace(microsecond=0)
        self.desk = clean(desk)
        self.accent = accent.removeprefix("#").upper() or ACCENT
        self._marks = 0
        self._set_properties(clean(title), language)
        self._set_styles(language)
        self._set_page()

    def _set_properties(self, title: str, language: str) -> None:
        core = self.document.core_properties
        core.title, core.author, core.last_modified_by = title[:255], self.desk[:255], self.desk[:255]
        core.created = core.modified = self.at
        core.language, core.comments, core.revision = language, "", 1

    def _set_styles(self, language: str) -> None:
        styles = self.document.styles
        for tag in styles.element.iter(qn("w:lang")):
            tag.set(qn("w:val"), _tag(language))
        normal = styles["Normal"]
        _dress(normal, 10.5, INK, bold=False)
        normal.paragraph_format.space_after = Pt(6)
        _dress(styles["Title"], 23, INK, bold=False)
        for border in styles["Title"].element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
        for level, size, above in _HEADINGS:
            style = styles[f"Heading {level}"]
            _dress(style, size, SOFT if level == 3 else INK, bold=True)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
        quote = styles["Quote"]
        _dress(quote, 10.5, INK, bold=False)
        quote.font.italic = False
        quote.paragraph_format.left_indent = Cm(0.8)
        small = styles.add_style("Small print", WD_STYLE_TYPE.PARAGRAPH)
        small.base_style = normal
        _dress(small, 8.5, SOFT, bold=False)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(2.4)
        section.top_margin = section.bottom_margin = Cm(2.4)
        footer = section.footer.paragraphs[0]
        footer.style = self.document.styles["Small print"]
        footer.add_run(f"{self.desk} · ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)

    def line(
        self, words: str = "", style: str = "Normal", language: str = "", *, leads: bool = False
    ) -> Paragraph:
        """A paragraph of its own; one that leads stands on the page of the next."""
        paragraph = self.document.add_paragraph(style=style)
        if leads:
            paragraph.paragraph_format.keep_with_next = True
        if words:
            run(paragraph, words, language=language)
        return paragraph

    def head(self, words: str, level: int, mark: str = "", language: str = "") -> Paragraph:
        """A heading; `mark` is the name by which links find it."""
        paragraph = self.line(words, "Title" if level == 0 else f"Heading {level}", language)
        if mark:
            self.mark(paragraph, mark)
        return paragraph

    def mark(self, paragraph: Paragraph, name: str, around: Any = None) -> None:
        """Make the paragraph a place to jump to, or the run in it that is handed in as its element."""
        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:name"), name)
        for element in (start, end):
            element.set(qn("w:id"), str(self._marks))
        if around is not None:
            around.addprevious(start)
            around.addnext(end)
            return
        paragraph._p.insert(1, start)  # behind its properties
        paragraph._p.append(end)

    def link(self, paragraph: Paragraph, words: str, mark: str, *, raised: bool = False) -> None:
        """Words at the paragraph's end that lead to a place in the document."""
        made = run(paragraph, words, colour=self.accent, raised=raised)
        anchor = OxmlElement("w:hyperlink")
        anchor.set(qn("w:anchor"), mark)
        paragraph._p.append(anchor)
        anchor.append(made._r)

    def picture(self, content: bytes, alt: str) -> None:
        """A PNG on a line of its own, a centimetre high."""
        shape = self.line().add_run().add_picture(io.BytesIO(content), height=Cm(1))
        shape._inline.docPr.set("descr", clean(alt))

    def comment(self, first: Run, last: Run, lines: list[str]) -> None:
        """A comment on the words from one run to another."""
        initials = "".join(word[0] for word in self.desk.split())[:3].upper()
        made = self.document.add_comment([first, last], author=self.desk, initials=initials)
        made._comment_elm.date = self.at
        for number, said in enumerate(lines):
            paragraph = made.add_paragraph() if number else made.paragraphs[0]
            run(paragraph, said, bold=number == 0)

    def content(self) -> bytes:
        """The file: the parts in the order in which they were made, all of one date."""
        saved, packed = io.BytesIO(), io.BytesIO()
        self.document.save(saved)
        with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
        return packed.getvalue()


def run(
    paragraph: Paragraph,
    words: str,
    *,
    colour: str = "",
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    raised: bool = False,
    language: str = "",
) -> Run:
    """Some words at the paragraph's end."""
    made = paragraph.add_run(clean(words))
    made.bold, made.italic, made.underline = bold or None, italic or None, underline or None
    made.font.superscript = raised or None
    if colour:
        made.font.color.rgb = RGBColor.from_string(colour)
    if language:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), _tag(language))
        made._r.get_or_add_rPr().append(spoken)
    return made


def rule(table: Any, widths: tuple[float, ...]) -> None:
    """Give the columns their widths, in centimetres, and thin lines between the rows; let the first row stand
    on every page, and tell a screen reader that it is the head."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    borders = OxmlElement("w:tblBorders")
    for name in ("bottom", "insideH"):
        line = OxmlElement(f"w:{name}")
        for attribute, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{attribute}"), value)
        borders.append(line)
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        # cantSplit stands before tblHeader in a row's properties
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _dress(style: Any, size: float, colour: str, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = "Georgia", Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _tag(language: str) -> str:
    """The language with the country that Word wants."""
    return {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "it": "it-IT", "es": "es-ES"}.get(language, language)
