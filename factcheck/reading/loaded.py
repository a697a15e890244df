"""Imported where readers are forked from (see `factcheck.reading.confining`): all that the libraries load
when they read a first file is loaded once, there, and not in every child."""

from factcheck.evidence.citation import describe
from factcheck.extraction.language import detect_language
from factcheck.reading.hyphens import Hyphens
from factcheck.reading.markdown import read_markdown
from factcheck.reading.pdf import read_pdf  # noqa: F401
from factcheck.reading.web import read_web
from factcheck.reading.word import read_word  # noqa: F401

_SENTENCE = "Der Rat der Stadt hat am 3. Mai 2024 mehr als zwölf Bäume am Ufer des Flusses gepflanzt. "
_PAGE = (
    f"<html><head><title>Bäume</title></head><body><article><p>{_SENTENCE * 9}</p></article></body></html>"
)


def _load() -> None:
    content = _PAGE.encode()
    describe(content, read_web(content, ""), "https://example.org/")
    read_markdown(f"# Bäume\n\n{_SENTENCE}".encode(), "")
    Hyphens(detect_language(_SENTENCE), "en").join("tree-", "house")


_load()
