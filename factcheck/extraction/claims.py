"""From the sentences of an article to its claims: `extract(text, language, published)`."""

from datetime import date

from claims.claim import ClaimDraft, Extraction, SentenceDraft
from claims.reason import Language, Reason
from claims.selector import anchor
from factcheck.extraction.parsing import parse
from factcheck.extraction.propositions import find_propositions
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.speakers import attribute
from factcheck.extraction.times import find_times


def extract(text: str, language: Language, published: date | None = None) -> Extraction:
    """The claims of `text` and what became of each sentence. Pure; raises nothing, whatever the text."""
    claims: list[ClaimDraft] = []
    sentences = []
    parsed = parse(text, language)
    speakers = attribute(text, parsed, language)
    quantities = find_quantities(text, language)
    times = find_times(text, language, published)
    for sentence, attributions in zip(parsed, speakers, strict=True):
        found = []
        for proposition in find_propositions(sentence, language):
            if proposition.clause.finite is None:
                continue
            start, end = sentence.span((proposition.first, proposition.last))
            selector = anchor(text, start, end)
            found.append(len(claims))
            said = [a for a in attributions if a.start < end and start < a.end]
            claims.append(
                ClaimDraft(
                    **selector.model_dump(),
                    text=selector.exact,
                    quantities=tuple(q for q in quantities if start <= q.start and q.end <= end),
                    times=tuple(q for q in times if start <= q.start and q.end <= end),
                    names=tuple(
                        dict.fromkeys(
                            n.text for n in sentence.names if proposition.first <= n.first < proposition.last
                        )
                    ),
                    speaker=said[-1].speaker if said else None,
                    speaker_resolved=said[-1].resolved if said else None,
                )
            )
        place = sentence.place
        why_none = None if found else Reason(code="question" if text[place.end - 1] == "?" else "heading")
        sentences.append(
            SentenceDraft(start=place.start, end=place.end, claims=tuple(found), why_none=why_none)
        )
    return Extraction(language=language, claims=tuple(claims), sentences=tuple(sentences))
