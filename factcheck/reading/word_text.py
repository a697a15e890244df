"""The paragraphs in the XML of a Word file: `read_blocks(document, styles)`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factcheck.reading.raised import raise_figure
from factcheck.reading.xml import listen

_WORD = tuple(
    f"{what}{year}/{name}"
    for what, name in (("wordprocessingml", "main"), ("officeDocument", "math"))
    for year in (
        "/2006",
        "",
    )  # with the year in what nearly all programs write, without it in the strict form
)
_COMPATIBILITY = "markup-compatibility/2006"

_LEFT_OUT = frozenset({"del", "moveFrom", "rt"})
"""Elements whose content is not printed: what was deleted or moved away, the small signs of a ruby."""

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table's row with its cells as lines. `style` is its name in small letters."""

    text: str
    style: str = ""


@dataclass
class Found:
    """`references` are (kind, id) of the notes in the order in which the text refers to them."""

    blocks: list[Block] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    style: str = ""
    runs_on: bool = False


def read_blocks(document: bytes, styles: Mapping[str, str]) -> Found:
    """Raises expat.ExpatError."""
    reader = _Reader(styles)
    listen(document, reader)
    reader.finish()
    return reader.found


def read_notes(document: bytes, kind: str, references: Iterable[tuple[str, str]]) -> list[str]:
    """The notes of a kind that the text refers to, each one paragraph. Raises expat.ExpatError."""
    if not document:
        return []
    reader = _Notes(kind)
    listen(document, reader)
    return [
        reader.notes[number]
        for found, number in dict.fromkeys(references)
        if found == kind and number in reader.notes
    ]


class _Reader:
    """Listens to a document; each of its elements is met once, none is kept."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.found = Found()
        self._styles = styles
        self._path: list[str] = []
        self._silent = 0  # the depth, from 1, of the element whose content is left out; 0: none is
        self._paragraphs: list[_Paragraph] = []
        self._hidden: list[bool] = []  # for each run that is open
        self._raised: list[bool] = []
        self._rows: list[list[str]] = []
        self._placeholder = False
        self._begun: list[str] = []  # paragraphs that run on into the next one

    def start(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        known = name if namespace.endswith(_WORD) else ""
        if namespace.endswith(_COMPATIBILITY) and name == "Fallback":
            known = "Fallback"
        self._path.append(known)
        if not self._silent:
            self._open(known, attributes)

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._is_left_out(name):
            self._silent = len(self._path)
        elif name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "r":
            self._hidden.append(False)
            self._raised.append(False)
        elif name == "tr":
            self._rows.append([])
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        else:
            self._note(name, attributes)

    def _is_left_out(self, name: str) -> bool:
        if name == "del" and self._path[-2:-1] == ["rPr"]:
            return False  # an empty element that marks, see below
        placeholder = name == "sdtContent" and self._placeholder
        return name in _LEFT_OUT or name == "Fallback" or placeholder

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        """What elements without text of their own say about what they stand in."""
        if name == "sdt":
            self._placeholder = False
        elif name == "showingPlcHdr":
            self._placeholder = attributes.get("val", "1") not in _OFF
        elif name in ("footnoteReference", "endnoteReference"):
            self.found.references.append((name.removesuffix("Reference"), attributes.get("id", "")))
        elif name == "vanish" and self._hidden and self._path[-3:-1] == ["r", "rPr"]:
            self._hidden[-1] = attributes.get("val", "1") not in _OFF
        elif name == "vertAlign" and self._raised and self._path[-3:-1] == ["r", "rPr"]:
            self._raised[-1] = attributes.get("val") == "superscript"
        elif self._paragraphs and name == "pStyle":
            style = attributes.get("val", "")
            self._paragraphs[-1].style = self._styles.get(style, style.lower())
        elif self._paragraphs and name == "del":
            # the end of the paragraph was deleted: it runs on into the next one
            self._paragraphs[-1].runs_on = self._path[-3:-1] == ["pPr", "rPr"]

    def text(self, words: str) -> None:
        if not self._silent and self._path and self._path[-1] == "t":
            self._say(words)

    def _say(self, words: str) -> None:
        # a tab in a paragraph's properties is a place to stop at, not a character
        if self._paragraphs and self._hidden and not self._hidden[-1]:
            parts = self._paragraphs[-1].parts
            parts.append(raise_figure(parts[-1] if parts else "", words) if self._raised[-1] else words)

    def end(self, _namespace: str, _name: str) -> None:
        depth, name = len(self._path), self._path.pop()
        if self._silent:
            self._silent = 0 if depth == self._silent else self._silent
        elif name == "p":
            self._close(self._paragraphs.pop())
        elif name == "r":
            self._hidden.pop()
            self._raised.pop()
        elif name == "tr":
            self._add(Block("\n".join(self._rows.pop())))
        elif name == "sdt":
            self._placeholder = False

    def _close(self, paragraph: _Paragraph) -> None:
        lines = (" ".join(line.split()) for line in "".join(paragraph.parts).split("\n"))
        text = "\n".join(line for line in lines if line)
        if paragraph.style.startswith("toc "):
            return
        if text:
            self._begun.append(text if text.endswith("-") or not paragraph.runs_on else f"{text} ")
        if not paragraph.runs_on:
            self.finish(paragraph.style)

    def finish(self, style: str = "") -> None:
        """Set down what has been read of a paragraph."""
        self._add(Block("".join(self._begun).strip(), style))
        self._begun.clear()

    def _add(self, block: Block) -> None:
        if not block.text:
            return
        if self._rows:
            self._rows[-1].append(block.text)
        else:
            self.found.blocks.append(block)


class _Notes(_Reader):
    """Listens to a part of notes: `notes` has their texts by id."""

    def __init__(self, kind: str) -> None:
        super().__init__({})
        self.notes: dict[str, str] = {}
        self._kind = kind
        self._id = ""

    def start(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if name == self._kind:
            self._id = "" if attributes.get("type") in _NO_NOTES else attributes.get("id", "")
            self.found.blocks.clear()
        super().start(namespace, name, attributes)

    def end(self, namespace: str, name: str) -> None:
        super().end(namespace, name)
        if name == self._kind and self._id and self.found.blocks:
            self.notes[self._id] = "\n".join(block.text for block in self.found.blocks)
