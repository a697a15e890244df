"""Pictures and recordings: told by how they begin, cited by what a person writes down of them."""

import re
from collections.abc import Callable

_BEGINNINGS = {
    "image/png": rb"\x89PNG\r\n\x1a\n",
    "image/jpeg": rb"\xff\xd8\xff",
    "image/gif": rb"GIF8[79]a",
    "image/webp": rb"RIFF....WEBP",
    "audio/wav": rb"RIFF....WAVE",
    "audio/ogg": rb"OggS",
    "audio/flac": rb"fLaC",
    "audio/mp4": rb"....ftyp(?:M4A|M4B|mp4|isom|iso2|dash)",
    "audio/mpeg": rb"ID3|\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]",
}
_KINDS: dict[str, Callable[[bytes], object]] = {
    kind: re.compile(beginning, re.S).match for kind, beginning in _BEGINNINGS.items()
}
ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
}
"""The media types that a browser may show as they are, and what their files' names end with."""


def media_type_of(content: bytes) -> str:
    """The media type of a picture or a recording, empty for anything else."""
    return next((kind for kind, begins in _KINDS.items() if begins(content[:64])), "")
