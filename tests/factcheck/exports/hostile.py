"""Reports full of texts that would like to be markup, formulas, commands, or to run the other way."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from claims.claim import Kind
from claims.inquiry import Channel, Reply
from claims.quantity import Comparator, Quantity
from claims.source import SourceClass
from claims.verdict import Stance, Verdict
from claims.workflow import State
from factcheck.report import (
    Correction,
    Report,
    ReportedArticle,
    ReportedClaim,
    ReportedDecision,
    ReportedEvidence,
    ReportedInquiry,
    ReportedSource,
    Scope,
    Signature,
)

AT = datetime(2026, 11, 24, 14, 2, tzinfo=UTC)
NASTY = [
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }} {% raw %} %(name)s %s {0}",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>",
    "# Titel\n\n- Punkt\n1. eins\n> Zitat\n```\ncode\n```\n---\n===",
    "| a | b |\n|---|---|\n~~weg~~ **fett** _kursiv_ `code` $x^2$ &lt;b&gt; &#60;",
    '=HYPERLINK("https://evil.example";"hier")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1",
    "\r=1",
    "'=1",
    "''=1",
    'a,b;c"d"\r\ne\n\n=f',
    "\u202everkehrt\u202c \u2067שלום\u2069 مرحبا",
    "\u202e nie geschlossen",
    "🚋👩🏽‍🔧 e\u0301 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞",
    "C:\\neu\\tabelle \\ \\\\",
    "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "https://www.example.org/a_b_c www.example.org mail@example.org",
    "***",
    "1)",
    "12.",
    "- ",
    "+",
    "    vier Leerzeichen",
    "Text  ",
    "<!--",
    "-->",
    "]]>",
    "\ufeff=1",
]
_VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=40),
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(_VISIBLE, max_size=8)), min_size=1, max_size=3).map(
        "".join
    ),
).filter(lambda text: bool(text.strip()))
_addresses = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "https://example.org/a?b=c&d=<e>\"f'",
            "https://example.org/ä)(_*[x](y)",
            "http://example.org/>%3Cscript%3E",
            "HTTPS://EXAMPLE.ORG/",
        ]
    ),
)  # fmt: skip
_signatures = st.builds(Signature, name=texts, at=st.just(AT))
_sources = st.builds(
    ReportedSource,
    id=st.integers(1, 9),
    type=st.just("webpage"),
    title=texts,
    author=texts,
    publisher=texts,
    container=texts | st.just(""),
    issued=st.sampled_from([None, "2026", "2026-11", "2026-11-24"]),
    url=_addresses,
    doi=st.sampled_from([None, "10.1000/182", "10.1000/a{b}c"]),
    details=st.dictionaries(st.sampled_from(["volume", "page", "edition", "nonsense"]), texts, max_size=2),
    language=st.sampled_from([None, "de", "en-GB", '"><b>', "klingonisch", "xx"]),
    source_class=st.sampled_from(SourceClass),
    independence=texts,
    confidential=st.booleans(),
)
_decisions = st.builds(
    ReportedDecision,
    verdict=st.sampled_from(Verdict),
    rationale=texts,
    claim_text=texts,
    evidence=st.just((1,)),
    submitted=_signatures,
    approved=st.none() | _signatures,
    published=st.none() | _signatures,
    ended_at=st.none(),
    correction_reason=texts,
)
_inquiries = st.builds(
    ReportedInquiry,
    number=st.just(1),
    whom=texts | st.just(""),
    contact=texts | st.just(""),
    channel=st.sampled_from(Channel),
    asked_on=st.just(AT.date()),
    question=texts | st.just(""),
    due_on=st.none() | st.just(AT.date()),
    reply=st.sampled_from(Reply),
    reply_on=st.none() | st.just(AT.date()),
    answer=texts | st.just(""),
    confidential=st.booleans(),
)
_corrections = st.builds(
    Correction,
    old=st.sampled_from(Verdict),
    new=st.none() | st.sampled_from(Verdict),
    reason=texts,
    by=texts,
    at=st.just(AT),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with two claims whose words overlap, everything in it hostile."""
    text = draw(texts) + draw(texts) + draw(texts)
    public = draw(st.booleans())
    article = ReportedArticle(
        id=3,
        title=draw(st.one_of(st.just(""), texts)),
        author=draw(texts),
        publisher=draw(texts),
        published=draw(st.sampled_from([None, "2026", "2026-11-24"])),
        url=draw(
            st.one_of(_addresses, st.sampled_from(["javascript:alert(1)", "data:text/html,<b>"]), texts)
        ),
        language="de",
        version=2,
        added_at=AT,
        text_sha256="0" * 64,
        text=None if public else text,
        in_work=draw(st.integers(0, 3)),
    )
    return Report(
        scope=Scope(id=3),
        public=public,
        language=draw(st.sampled_from(["de", "en"])),
        generated_at=AT,
        desk_name=draw(texts),
        time_zone="Europe/Berlin",
        articles=(article,),
        claims=tuple(_claim(draw, number, text) for number in (1, 2)),
    )


def _claim(draw: st.DrawFn, number: int, text: str) -> ReportedClaim:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    counted = Quantity(
        start=start, end=end, exact=text[start:end], comparator=Comparator.GE, value=-7, unit=draw(texts)
    )
    return ReportedClaim(
        number=number,
        id=number + 10,
        article_id=3,
        article_version=2,
        in_text=draw(st.booleans()),
        text=draw(texts),
        language="de",
        state=draw(st.sampled_from(State)),
        lapsed=draw(st.booleans()),
        verdict=draw(st.none() | st.sampled_from(Verdict)),
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        kind=Kind.QUANTITY,
        quantities=(counted,),
        times=(),
        speaker=draw(texts),
        speaker_resolved=None,
        names=(draw(texts),),
        also_at=(),
        page=draw(st.none() | st.integers(1, 9)),
        paragraph=draw(st.none() | st.integers(1, 9)),
        decision=draw(st.none() | _decisions),
        earlier=draw(st.lists(_decisions, max_size=1).map(tuple)),
        evidence=(_evidence(draw),),
        inquiries=draw(st.lists(_inquiries, max_size=1).map(tuple)),
        corrections=draw(st.lists(_corrections, max_size=1).map(tuple)),
        assignee=draw(st.none() | texts),
        worth=0.5,
    )


def _evidence(draw: st.DrawFn) -> ReportedEvidence:
    return ReportedEvidence(
        number=1,
        start=0,
        end=1,
        quote=draw(texts),
        prefix=draw(texts),
        suffix=draw(texts),
        page=draw(st.none() | st.integers(1, 9)),
        paragraph=draw(st.none() | st.integers(1, 9)),
        stance=draw(st.sampled_from(Stance)),
        note=draw(texts),
        source=draw(_sources),
        captured_at=AT,
        snapshot_sha256="1" * 64,
        retracted_at=None,
    )
