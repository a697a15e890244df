"""The parts of an Office file: a zip archive of XML, read with bounds whatever it says of its sizes."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from claims.errors import UnreadableDocument
from factcheck.reading.xml import leaves

LARGEST = 25_000_000
"""Bytes that all parts that are read may have when they are unpacked. A novel has 10,000,000."""

_MOST_FILES = 10_000
_CHUNK = 65_536
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that the format allows (ECMA-376, part 2); the others cannot be unpacked a bit at a time."""


class Package:
    """An Office file that is open. Raises UnreadableDocument where it is no archive or is broken."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._left = LARGEST
        if content.count(_ENTRY) > _MOST_FILES:
            raise UnreadableDocument("%(name)s holds too many files to be an article.", name=name)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._broken() from error
        self.names = frozenset(self._archive.namelist())

    def part(self, path: str) -> bytes:
        """The bytes of a part, none where there is no such part. Raises UnreadableDocument where it is
        broken, locked, or too large."""
        if path not in self.names:
            return b""
        info = self._archive.getinfo(path)
        if info.flag_bits & 1:
            raise UnreadableDocument(
                "%(name)s is locked with a password: save it without one and add that.", name=self._name
            )
        if info.compress_type not in _METHODS:
            raise self._broken()
        try:
            return self._unpack(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
            raise self._broken() from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        parts = []
        with self._archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise UnreadableDocument(
                        "%(name)s is too large when it is unpacked: split it and add the parts.",
                        name=self._name,
                    )
                parts.append(chunk)
        return b"".join(parts)

    def facts(self, path: str) -> dict[str, str]:
        """The texts of the innermost elements of a small part, by their names without namespace."""
        try:
            return leaves(self.part(path))
        except expat.ExpatError:
            return {}  # what a broken part would have said of the document is not needed to read it

    def _broken(self) -> UnreadableDocument:
        return UnreadableDocument("%(name)s is a broken file: save it anew and add that.", name=self._name)
