"""From moments to records: the dates of ranges, open intervals and hours."""

from datetime import date

from claims.reason import Language
from claims.time import TimeExpression
from factcheck.extraction.numerals import Kind, Token
from factcheck.extraction.times.moments import GRAMMARS, Moment
from factcheck.extraction.times.values import Value, resolve

_REACH = 25
"""How many tokens around an expression can show that its sentence speaks of the future."""


def date_moments(
    moments: list[Moment], tokens: list[Token], text: str, language: Language, published: date | None
) -> list[TimeExpression]:
    """The records of all moments of a text, in order."""
    future = GRAMMARS[language].future
    found: list[TimeExpression] = []
    day: str | None = None
    for moment in moments:
        ahead = published is not None and _is_ahead(tokens, moment, future)
        edtf = _date(moment, published, ahead)
        if moment.value.clock is not None:
            edtf = f"{day}{moment.value.clock}" if day else None
        elif edtf is not None and len(edtf) == 10:
            day = edtf
        start, end = tokens[moment.first].start, tokens[moment.stop - 1].end
        found.append(TimeExpression(start=start, end=end, exact=text[start:end], edtf=edtf))
    return found


def _is_ahead(tokens: list[Token], moment: Moment, future: frozenset[str]) -> bool:
    for step, limit in ((-1, -1), (1, len(tokens))):
        at = moment.first if step < 0 else moment.stop - 1
        for index in range(at, limit, step)[:_REACH]:
            if tokens[index].low in future:
                return True
            if tokens[index].low in ".?!" and tokens[index].kind is Kind.SIGN and _ends(tokens, index):
                break
    return False


def _ends(tokens: list[Token], index: int) -> bool:
    """Whether a full stop ends its sentence, as far as its neighbours tell."""
    before, after = (
        tokens[index - 1] if index else None,
        tokens[index + 1] if index + 1 < len(tokens) else None,
    )
    return after is None or (after.capital and (before is None or before.kind is not Kind.DIGITS))


def _date(moment: Moment, published: date | None, ahead: bool) -> str | None:
    if moment.last is not None:
        return _span(moment.value, moment.last, published, ahead)
    edtf = resolve(moment.value, published, ahead)
    if edtf is None or "/" in edtf or moment.bound not in ("since", "until"):
        return edtf
    return f"{edtf}/.." if moment.bound == "since" else f"../{edtf}"


def _span(first: Value, last: Value, published: date | None, ahead: bool) -> str | None:
    end = resolve(last, published, ahead)
    if end is None or "/" in end:
        return None
    if first.part is not None:
        start: str | None = end[:4] + first.part
        if start is not None and start > end:
            start = f"{int(end[:4]) - 1:04d}{first.part}"
    else:
        start = resolve(first, published, ahead)
    if start is None or "/" in start:
        return None
    return f"{start}/{end}"
