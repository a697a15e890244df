"""Word files (DOCX, ECMA-376): the text as it would be printed with all changes accepted.

Paragraphs, headings and list items are paragraphs; a table's row is one, its cells are its lines.
What was inserted under tracked changes is in, what was deleted is out; hidden text, comments, heads
and feet, field codes, a table of contents and placeholders are left out. Footnotes and endnotes
follow at the end, in the order in which the text refers to them.
"""

import posixpath
from collections.abc import Mapping
from xml.parsers import expat

from claims.errors import UnreadableDocument
from factcheck.reading.document import Document, clean_title, shared_date
from factcheck.reading.package import Package
from factcheck.reading.word_text import Block, read_blocks, read_notes
from factcheck.reading.xml import each_element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(content: bytes, name: str) -> Document:
    """Raises UnreadableDocument where it is no Word file, is broken or locked, or has no text."""
    shown = name or "The file"
    package = Package(content, shown)
    main = _main_part(package, shown)
    styles = _Styles(package, _beside(main, "styles.xml"))
    try:
        found = read_blocks(package.part(main), styles.names)
        notes = [
            note
            for kind, part in (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml"))
            for note in read_notes(package.part(_beside(main, part)), kind, found.references)
        ]
    except expat.ExpatError as error:
        raise UnreadableDocument(
            "%(name)s is a broken file: save it anew and add that.", name=shown
        ) from error
    text = "\n\n".join([*(block.text for block in found.blocks), *notes])
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument("There is no text in %(name)s.", name=shown)
    said = package.facts("docProps/core.xml")
    return Document(
        text=text,
        media_type=MEDIA_TYPE,
        title=clean_title(said.get("title", "")) or _title(found.blocks),
        author=" ".join(said.get("creator", "").split()),
        published=shared_date(said.get("created", ""), said.get("modified", "")),
        language=said.get("language", "") or styles.language,
    )


def _title(blocks: list[Block]) -> str:
    """The first paragraph that has the style of a title, else the heading that the text begins with."""
    titles = [block.text for block in blocks if block.style == "title"]
    headings = [block.text for block in blocks[:1] if block.style == "heading 1"]
    return " ".join((titles + headings)[0].split()) if titles or headings else ""


def _main_part(package: Package, name: str) -> str:
    """The path of the part that holds the text. Raises UnreadableDocument."""
    found: list[str] = []

    def look(element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(posixpath.normpath(attributes.get("Target", "").lstrip("/")))

    try:
        each_element(package.part("_rels/.rels") or b"<none/>", look)
    except expat.ExpatError:
        found.clear()
    # Word's own name for it tells it from tables and slides, which are packages of the same kind
    if found and found[0] in package.names and found[0].startswith("word/"):
        return found[0]
    _refuse_foreign(package, name)
    raise UnreadableDocument("%(name)s is a zip file, but no Word file.", name=name)


def _refuse_foreign(package: Package, name: str) -> None:
    kind = package.part("mimetype").decode("ascii", "replace")
    if kind.startswith("application/vnd.oasis.opendocument"):
        raise UnreadableDocument(
            "%(name)s is an OpenDocument file: save it as DOCX or PDF and add that.", name=name
        )


def _beside(main: str, part: str) -> str:
    return posixpath.join(posixpath.dirname(main), part)


class _Styles:
    """`names`: style id -> its name in small letters; `language`: that of text without one of its own."""

    def __init__(self, package: Package, path: str) -> None:
        self.names: dict[str, str] = {}
        self.language = ""
        self._id = ""
        try:
            each_element(package.part(path) or b"<none/>", self._look)
        except expat.ExpatError:
            self.names.clear()

    def _look(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "style":
            self._id = attributes.get("styleId", "")
        elif element == "name" and self._id:
            self.names[self._id] = attributes.get("val", "").lower()
        elif element == "lang" and not self._id:
            self.language = attributes.get("val", "")
