"""Sentences with their exact places: `split_sentences(text, language) -> list[Place]`.

sentencex finds the boundaries; on top of it stand what articles need besides: line ends after
headings and list items, quotations of several sentences, and in German a sentence that begins with
a number. Places carry no outer white space; every character that is not white space is in one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

import sentencex

from claims.layout import is_full, wrapped_width
from claims.reason import Language
from claims.selector import Place
from factcheck.extraction.letters import letter_ends_sentence
from factcheck.extraction.line_ends import breaks_off

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-–—*•·▪◦‣]|\(?\d{1,2}[.)])\s")

_NEARLY = 0.7
"""Of the width of a wrapped text: a line that ends inside a sentence and is as long goes on in the next."""

_MARK = "\ufeff"
"""What many programs write before the first character of a file (byte order mark)."""

_TERMINAL = tuple(".!?…:;\"“”»’'«)")

_INNER = re.compile(r"[.!?…]+[\"“”»«’']?[ \t\u00a0]+(?=[\"„“»«‚‘']?[A-ZÄÖÜ])")
"""A sentence end inside a quotation, which sentencex leaves whole."""

_APART = re.compile(r"[.!?](?<=[ \t\u00a0].)(?:[ \t\u00a0]+[“”«])?[ \t\u00a0]+(?=[^\s“”«])")
"""A full stop with a space before it, as in texts whose signs are set apart. (The sign first and what
stands before it then: so the search skips from sign to sign.)"""

_GERMAN_NUMBER_START = re.compile(r"[.!?](?<=[a-zäöüß)\"“»%].)[ \t\u00a0]+(?=\d)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZÄÖÜa-zäöü]|\b\d{1,2}|\b(?:Abs|Abschn|Art|Aufl|Az|Bd|Bl|ca|Dr|ehem|etc|evtl|exkl|ff|Fn|geb|gest|gegr|Hbf|"
    r"Hr|Hrn|Fr|Hrsg|inkl|Ing|Jh|Jhd|Kap|lt|max|min|Mio|Mrd|Mill|Nr|Nrn|Obj|Pos|Prof|rd|Rn|Rz|"
    r"sog|St|Std|Str|tel|Tel|Tsd|usw|Univ|[vV]gl|Verf|vs|Ziff|Zif|zzgl|bzw|bspw|jr|sr|"
    r"Jan|Jän|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez|Oct|Dec|Mr|Mrs|Ms|Inc|Ltd|Co|Corp|Gen|Gov|"
    r"Sen|Rep|Rev|Sgt|Lt|Col|Capt|Jr|Sr|No|Fig|vol|pp|approx|dept|est)|\w+str)$"
)
_ORDINAL = re.compile(
    r"\b(?i:[ai]m|[bv]om|beim|zu[mr]|ins|de[rsmn]|die|das|seine[rmns]?|ihre[rmns]?|und|bis|seit|jede[rmns]?|"
    r"alle|dieser|diesem|eine[rmns]?|unsere[rmns]?) \d{1,3}\.\s+$"
)
_TITLE = re.compile(r"\b(?:L?Abg|Bgm|Mag|Präs|Vors|Stv|Insp)\.\s+$")
"""Short titles before a name, which end no sentence."""

_STARTER = re.compile(
    r"(?:D(?:er|ie|as|en|em|es|ort|ann|abei|amit|och|iese[rsmn]?|afür)|E[rs]|Sie|Wir|Ich|Man|Eine?[rmns]?|"
    r"In|I[mn]|Am?n?|Auf|Bei|Für|Mit|Nach|Seit|Zu[mr]?|Und|Aber|Auch|So|Wie|Was|Wer|Wenn|Als|Nun|Jetzt|"
    r"Doch|Allerdings|Danach|Zuvor|Laut|Sein[e]?|Ihre?)\b"
)
"""Words that begin a German sentence after "am 5.": anything else after it belongs to an ordinal."""

_LONGEST = 2000
"""Code points a sentence has at most; the longest in newspapers have some 700."""

_LOOK_BACK = 24
"""Code points before a full stop that decide whether it ends an abbreviation or an ordinal."""

_LETTER_CONTEXT = 60
"""Code points on each side of a single letter's full stop that decide whether it ends a sentence."""


def split_sentences(text: str, language: Language) -> list[Place]:
    """The sentences of `text`, in order, without overlap."""
    return [
        place
        for start, end in _blocks(text)
        for boundary_start, boundary_end in _boundaries(text, start, end, language)
        if (place := _trimmed(text, boundary_start, boundary_end)) is not None
    ]


def _trimmed(text: str, start: int, end: int) -> Place | None:
    piece = text[start:end]
    plain = piece.replace(_MARK, " ")
    lead = len(plain) - len(plain.lstrip())
    kept = len(plain.strip())
    return Place(start=start + lead, end=start + lead + kept) if kept else None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: a line alone, or the lines of a wrapped paragraph."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    width = wrapped_width(text)
    begin = None
    for (start, end), following in zip_longest(lines, lines[1:]):
        begin = start if begin is None else begin
        if following is None or not _goes_on(text, (start, end), following, width):
            yield begin, end
            begin = None


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the sentence may run over this line's end."""
    head, tail = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]]
    begins = tail.lstrip()
    if not head or not begins or _BULLET.match(tail) or _blank_between(text, line[1], following[0]):
        return False
    if begins[0].islower():
        return not head.endswith(_TERMINAL)
    if breaks_off(head, begins):
        return True
    nearly = len(head) >= _NEARLY * width and not head.endswith(_TERMINAL)
    return width > 0 and (nearly or is_full(head, begins, width))


def _blank_between(text: str, start: int, end: int) -> bool:
    return len(text[start:end].replace("\r\n", "\n")) > 1


def _boundaries(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    cuts = {0, len(block)}
    for found in sentencex.get_sentence_boundaries(language, block):
        cuts.update((found["start_index"], found["end_index"]))
    cuts.update(_inner_cuts(block, language))
    ordered = sorted(cut for cut in cuts if not _false_cut(block, cut, language))
    for left, right in pairwise(ordered):
        yield from _capped(text, start + left, start + right)


def _capped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of a stretch without a full stop, each cut at white space: no sentence is longer than that,
    and what is done for each sentence stays bounded."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start + 1, start + _LONGEST), text.rfind("\n", start + 1, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _false_cut(block: str, cut: int, language: Language) -> bool:
    """A boundary between two word characters is none ("Eins.Zwei" is a file name or an address), nor
    is one inside "Vgl. 2019" or, in German, "19. Jahrhundert"."""
    if not 0 < cut < len(block):
        return False
    if not block[cut - 1].isspace():
        return block[cut].isalnum()
    before = block[max(0, cut - _LOOK_BACK) : cut]
    if language == "de" and block[cut].isupper() and _TITLE.search(before):
        return True
    if block[cut].isdigit() and before.rstrip().endswith("."):
        return bool(_ABBREVIATION.search(before.rstrip()[:-1]))
    return language == "de" and bool(_ORDINAL.search(before)) and not _STARTER.match(block, cut)


def _inner_cuts(block: str, language: Language) -> Iterator[int]:
    for pattern in (_INNER, _GERMAN_NUMBER_START, _APART):
        for match in pattern.finditer(block):
            start, end = match.span()
            abbreviated = _ABBREVIATION.search(block, max(0, start - _LOOK_BACK), start)
            if not abbreviated or _ends_with_letter(block, start, end, language):
                yield end


def _ends_with_letter(block: str, start: int, end: int, language: Language) -> bool:
    before, after = block[max(0, start - _LETTER_CONTEXT) : start], block[end : end + _LETTER_CONTEXT]
    return letter_ends_sentence(before, after, language)
