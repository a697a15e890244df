"""Text in, claims out: rules only, nothing to download, no I/O.

`extract(text, language, published) -> Extraction`
"""

from factcheck.extraction.claims import extract
from factcheck.extraction.language import detect_language

__all__ = ["detect_language", "extract"]
