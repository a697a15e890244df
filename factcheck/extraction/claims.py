"""From the sentences of an article to its claims: `extract(text, language, published)`."""

from datetime import date

from claims.claim import ClaimDraft, Extraction, SentenceDraft
from claims.reason import Language, Reason
from claims.selector import anchor
from factcheck.extraction.propositions import find_propositions
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.tokens import tag_tokens


def extract(text: str, language: Language, published: date | None = None) -> Extraction:
    """The claims of `text` and what became of each sentence. Pure; raises nothing, whatever the text."""
    del published
    claims: list[ClaimDraft] = []
    sentences = []
    for place in split_sentences(text, language):
        tokens = tag_tokens(text, place.start, place.end, language)
        found = []
        for proposition in find_propositions(tokens, language):
            if proposition.clause.finite is None:
                continue
            selector = anchor(text, tokens[proposition.first].start, tokens[proposition.last - 1].end)
            found.append(len(claims))
            claims.append(ClaimDraft(**selector.model_dump(), text=selector.exact))
        why_none = None if found else Reason(code="question" if text[place.end - 1] == "?" else "heading")
        sentences.append(
            SentenceDraft(start=place.start, end=place.end, claims=tuple(found), why_none=why_none)
        )
    return Extraction(language=language, claims=tuple(claims), sentences=tuple(sentences))
