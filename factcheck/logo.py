"""A logo from a PNG or SVG file, drawn once as a PNG: `draw(path)`.

What reports and pages hold is the drawing, never the file: a script, a style or a link in an SVG does not
come with it, nor does anything that hides in a PNG.
"""

import json
import struct
from pathlib import Path

import typst
from lxml import etree

from claims.errors import InvalidInput

LARGEST = 300_000
"""Bytes of a file."""
_LONGEST = 4000
"""Pixels of a PNG in either direction."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PAGE = (
    b"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    b"#image(bytes(json(bytes(sys.inputs.logo))), height: 24pt)"
)
_DENSITY = 480.0
"""Dots an inch: 24 points high makes 160 pixels."""
_WIDEST = 12
"""Times its height."""


def draw(path: Path) -> bytes:
    """The logo as a PNG, 160 pixels high. Raises InvalidInput where the file is none or is refused."""
    content = _content(path)
    if content.startswith(_PNG):
        _check_png(path, content)
    else:
        _check_svg(path, content)
    try:
        drawn = typst.compile(
            _PAGE,
            format="png",
            ppi=_DENSITY,
            ignore_system_fonts=True,
            sys_inputs={"logo": json.dumps(list(content))},
        )
    except typst.TypstError as error:
        raise InvalidInput("%(path)s cannot be drawn: is it damaged?", path=path) from error
    return bytes(drawn)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidInput(
                "%(path)s is larger than %(most)s bytes: save the logo smaller.",
                path=path,
                most=f"{LARGEST:,}",
            )
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput("%(path)s cannot be read: %(why)s.", path=path, why=error.strerror) from error


def _check_png(path: Path, content: bytes) -> None:
    """By the size that its head tells, before anything is unpacked."""
    head = content[16:24]
    width, height = struct.unpack(">II", head) if len(head) == 8 else (0, 0)
    _check_size(path, width, height)
    if max(width, height) > _LONGEST:
        raise InvalidInput("%(path)s has more than %(most)s pixels a side.", path=path, most=_LONGEST)


def _check_size(path: Path, width: float, height: float) -> None:
    if width <= 0 or height <= 0 or width > _WIDEST * height:
        raise InvalidInput(
            "%(path)s is %(width)g by %(height)g: a logo is at most %(most)s times as wide as it is high.",
            path=path,
            width=width,
            height=height,
            most=_WIDEST,
        )


def _check_svg(path: Path, content: bytes) -> None:
    """An XML document with the root that it needs, without entities and without what lies elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidInput("%(path)s is neither a PNG nor an SVG file.", path=path) from error
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        raise InvalidInput("%(path)s is neither a PNG nor an SVG file.", path=path)
    if root.getroottree().docinfo.doctype:
        raise InvalidInput("%(path)s declares entities: save it as plain SVG.", path=path)
    for element in root.iter():
        for name, value in element.items():
            if name.rpartition("}")[2] == "href" and not value.startswith("#"):
                raise InvalidInput("%(path)s needs another file: put all into the SVG as paths.", path=path)
