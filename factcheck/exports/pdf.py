"""PDF by Typst: tagged (PDF/UA-1), with embedded fonts, bookmarks and links between claims and works.

Data goes in as JSON and is never read as markup; nothing is fetched and no font of the machine is used, so
that the same report gives the same bytes everywhere.
"""

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from factcheck.exports.sheet import sheet
from factcheck.report import Report

_NO_GLYPH = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
_UNSURE = re.compile(
    r"[^\u0020-\u007e\u00a0-\u024f\u0370-\u04ff\u0590-\u05ff\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff]"
)
"""What no embedded font may have: letters beyond Latin, Greek, Cyrillic and Hebrew, unusual signs."""
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")
_QUOTED = re.compile(r"\\u\{([0-9a-f]+)\}")
"""A sign as a message of Typst writes it."""
_TRIES = 8


def write(report: Report) -> bytes:
    """Signs that no embedded font has are shown as �: a tagged PDF may hold no text that it cannot show."""
    words, at = asdict(sheet(report)), int(report.generated_at.timestamp())
    logo = list(report.house.logo or ())
    shown = _CONTROLS
    for _ in range(_TRIES):
        try:
            return compile_pages(_spell(words, shown), logo, at)
        except typst.TypstError as error:
            missing = _NO_GLYPH.search(str(error))
            if missing is None:
                raise
            signs = _QUOTED.sub(lambda code: chr(int(code[1], 16)), missing[1])
            shown = {**shown, **{ord(sign): "\ufffd" for sign in signs if not sign.isascii()}}
    return compile_pages(_spell(words, shown, _UNSURE), logo, at)


def _spell(value: Any, shown: dict[int, str], unsure: re.Pattern[str] | None = None) -> Any:
    """The same with other signs in all its texts: those of the table, and whatever fits `unsure`."""
    if isinstance(value, dict):
        return {name: _spell(part, shown, unsure) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_spell(part, shown, unsure) for part in value]
    if not isinstance(value, str):
        return value
    spelt = value.translate(shown)
    return unsure.sub("\ufffd", spelt) if unsure else spelt


def compile_pages(words: Any, logo: list[int], at: int) -> bytes:
    """Set the sheet, as JSON has it, with a PNG as logo (its bytes; none for none), dated by a Unix time.
    Raises TypstError where no font has a sign."""
    return bytes(
        typst.compile(
            _template(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(words, ensure_ascii=False), "logo": json.dumps(logo)},
            pdf_standards=["ua-1"],
            timestamp=at,
        )
    )


@cache
def _template() -> bytes:
    return (files("factcheck.exports") / "templates" / "report.typ").read_bytes()
