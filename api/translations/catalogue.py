"""Keeping the German catalogue: `python -m api.translations` reads the sources anew, keeps what is
translated, compiles, and lists the sentences that have no German yet.

The English sentence is the key. Found are the sentences in gettext calls of Python and templates,
and the first argument of every error of `claims.errors`, since pages translate what was raised.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from api import errors as _known  # noqa: F401 # so that errors declared in api are found too
from claims.errors import FactcheckError

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_FOLDER = _HERE / "de" / "LC_MESSAGES"
PO, MO = _FOLDER / "messages.po", _FOLDER / "messages.mo"

# Only what gettext needs: names and dates would change with every writing.
_HEADER = """# The desk's sentences in German.
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)

_PLACE = re.compile(r"%\((\w+)\)")


def extract() -> Catalog:
    """Every sentence that a reader can meet, in the order of files and lines, untranslated."""
    with (_HERE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog(project="factcheck", charset="utf-8")
    keywords = {**DEFAULT_KEYWORDS, "lazy_gettext": None, **dict.fromkeys(_errors())}
    for path, line, message, _, _ in extract_from_dir(_ROOT, methods, options, keywords=keywords):
        if message:
            found.add(message, locations=[(path, line)])
    return found


def _errors(kind: type[FactcheckError] = FactcheckError) -> Iterator[str]:
    yield kind.__name__
    for narrower in kind.__subclasses__():
        yield from _errors(narrower)


def read() -> Catalog:
    """The German catalogue as it is kept."""
    if not PO.exists():
        return Catalog(locale="de", charset="utf-8")
    with PO.open("rb") as file:
        kept = read_po(file, locale="de")
    kept.creation_date = kept.revision_date = _NEVER
    return kept


def gaps(catalogue: Catalog) -> list[str]:
    """What has no German, or a German that does not have the places of the English."""
    return [str(message.id) for message in catalogue if message.id and not _is_complete(message)]


def _is_complete(message: Message) -> bool:
    places = set(_PLACE.findall(_forms(message.id)[-1]))
    return all(form and set(_PLACE.findall(form)) == places for form in _forms(message.string))


def _forms(sentence: object) -> list[str]:
    """Singular and plural, or the one form there is."""
    return (
        [str(form or "") for form in sentence]
        if isinstance(sentence, list | tuple)
        else [str(sentence or "")]
    )


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext loads it."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def update() -> list[str]:
    """Read the sources anew, write and compile the catalogue; returns what is still to be translated."""
    kept = read()
    kept.update(extract(), no_fuzzy_matching=True)
    kept.obsolete.clear()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        file.write(_HEADER.encode())
        write_po(file, kept, width=100, no_location=True, sort_output=True, omit_header=True)
    MO.write_bytes(compiled(read()))
    return gaps(kept)
