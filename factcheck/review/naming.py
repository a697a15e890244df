"""Saying what words of an article stand for: "das Unternehmen" is a name, for all claims of the article.

`set_alias` and `drop_alias` write one event of the article, and one for each claim that reads otherwise
by it. What a person worded, and what has been decided on, keeps its wording and is counted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from claims.account import Account
from claims.article import Alias, AliasDraft, Article, ArticleVersion
from claims.claim import Claim, ClaimDraft
from claims.errors import InvalidInput, NotAllowed, NotFound
from claims.reason import Language
from claims.store import articles, claims, decisions, events
from claims.workflow import Role, may
from factcheck.extraction.aliases import Aliases
from factcheck.extraction.claims import extract
from factcheck.extraction.reference_words import DEMONSTRATIVES, FIRST_PERSON, POINTING, TRIGGERS
from factcheck.review.editing import is_editable
from factcheck.review.voting import void_outdated

_LANGUAGES: tuple[Language, Language] = ("de", "en")
_FLEETING = {
    language: DEMONSTRATIVES[language] | POINTING[language] | FIRST_PERSON[language]
    for language in _LANGUAGES
}
"""Words that mean something else each time: no name holds for them all over an article."""

_REWORDED = ("text", "names", "unresolved", "speaker_resolved", "speaker_unresolved")
"""Fields of a claim that a name changes."""


@dataclass(frozen=True)
class Naming:
    """What a name changed: the claims that read otherwise now, and how many keep their wording because
    they were decided (`decided`) or because a person worded them (`worded`)."""

    alias: Alias | None
    changed: tuple[Claim, ...]
    decided: int
    worded: int


@dataclass(frozen=True)
class Candidate:
    """Words that stand unresolved in `claims` claims of an article."""

    words: str
    claims: int


def set_alias(
    session: Session, article_id: int, words: str, name: str, *, by: Account, at: datetime
) -> Naming:
    """Let `words` of the article mean `name`; the same words again, in any form, change the name.

    Raises NotFound, NotAllowed, InvalidInput where the words are not in the article.
    """
    article = _namable(session, article_id, by)
    draft = _draft(words, name)
    version = articles.version(session, article)
    if not Aliases([draft], article.language).occur_in(version.text):
        raise InvalidInput("The article does not have the words %(words)s.", words=draft.words)
    known = articles.aliases(session, article_id)
    before = tuple(alias.draft for alias in known)
    same = [alias for alias in known if _means_the_same(alias, draft, article)]
    for alias in same:
        articles.drop_alias(session, alias)
    kept = tuple(alias.draft for alias in known if alias not in same)
    alias = articles.add_alias(session, article_id, draft, by.id or 0, at)
    facts = {"words": draft.words, "name": draft.name, "before": same[0].name if same else None}
    return _apply(session, article, version, "name", facts, (before, (*kept, draft)), alias, by, at)


def drop_alias(session: Session, article_id: int, words: str, *, by: Account, at: datetime) -> Naming:
    """Take back what `words` were said to mean. Raises NotFound, NotAllowed."""
    article = _namable(session, article_id, by)
    known = articles.aliases(session, article_id)
    alias = next((alias for alias in known if alias.words == words.strip()), None)
    if alias is None:
        raise NotFound("Nobody said what %(words)s stands for in this article.", words=words)
    facts = {"words": alias.words, "name": alias.name}
    before = tuple(each.draft for each in known)
    after = tuple(each.draft for each in known if each is not alias)
    articles.drop_alias(session, alias)
    version = articles.version(session, article)
    return _apply(session, article, version, "unname", facts, (before, after), None, by, at)


def candidates(session: Session, article_id: int) -> list[Candidate]:
    """Words that stand unresolved in claims of the article, most often first; forms of the same words are
    one candidate, and a missing subject is none."""
    article = articles.get(session, article_id)
    found: list[tuple[Aliases, Candidate]] = []
    for claim in claims.of_article(session, article_id):
        for words in claim.unresolved if claim.is_bound else ():
            _count(found, _inside(words, article.language), article.language)
    return sorted((candidate for _, candidate in found), key=lambda candidate: -candidate.claims)


def _count(found: list[tuple[Aliases, Candidate]], words: str, language: Language) -> None:
    parts = words.lower().split()
    alone = parts == ["das"]
    if alone or parts[0] in _FLEETING[language] or not any(map(str.isalpha, words)):
        return
    for at, (forms, candidate) in enumerate(found):
        if forms.name_of(words) is not None:
            found[at] = (forms, Candidate(candidate.words, candidate.claims + 1))
            return
    found.append((Aliases([AliasDraft(words=words, name=words)], language), Candidate(words, 1)))


def _inside(words: str, language: Language) -> str:
    """The words as they stand inside a sentence."""
    first = words.split()[0].lower()
    return words[0].lower() + words[1:] if first in TRIGGERS[language] and words != "I" else words


def _namable(session: Session, article_id: int, by: Account) -> Article:
    if not may(by.role_set, Role.REVIEWER):
        raise NotAllowed("Naming what words stand for takes the role reviewer.")
    return articles.lock(session, article_id)


def _draft(words: str, name: str) -> AliasDraft:
    try:
        return AliasDraft(words=" ".join(words.split()), name=" ".join(name.split()))
    except ValidationError as error:
        raise InvalidInput("Give the words as the article has them, and the name that they mean.") from error


def _means_the_same(alias: Alias, draft: AliasDraft, article: Article) -> bool:
    return Aliases([draft], article.language).name_of(alias.words) is not None


def _apply(
    session: Session,
    article: Article,
    version: ArticleVersion,
    action: str,
    facts: dict[str, Any],
    aliases: tuple[tuple[AliasDraft, ...], tuple[AliasDraft, ...]],
    alias: Alias | None,
    by: Account,
    at: datetime,
) -> Naming:
    """Word the claims anew, by the aliases there were and those there are now."""
    before, after = (_read(article, version, each) for each in aliases)
    changed: list[Claim] = []
    decided = worded = 0
    for claim in claims.of_article(session, article.id or 0):
        place = (claim.start, claim.end)
        was, now = before.get(place), after.get(place)
        if not claim.is_bound or was is None or now is None or _wording(was) == _wording(now):
            continue
        claim = claims.lock(session, claim.id or 0, None)
        if not is_editable(claim):
            decided += 1
        elif not _is_machine_made(session, claim, was):
            worded += 1
        else:
            _reword(session, claim, was, now, facts, by, at)
            changed.append(claim)
    body = {**facts, "changed": len(changed), "decided": decided, "worded": worded}
    events.append(session, action, by=by.id or 0, at=at, article_id=article.id, body=body)
    return Naming(alias, tuple(changed), decided, worded)


def _read(
    article: Article, version: ArticleVersion, aliases: tuple[AliasDraft, ...]
) -> dict[tuple[int, int], ClaimDraft]:
    found = extract(version.text, article.language, article.published_on, aliases)
    return {(draft.start, draft.end): draft for draft in found.claims}


def _wording(draft: ClaimDraft) -> dict[str, Any]:
    return draft.model_dump(mode="json", include=set(_REWORDED))


def _is_machine_made(session: Session, claim: Claim, was: ClaimDraft) -> bool:
    """Whether the claim's text is the machine's: as it reads it now, as it proposed it, as it was worded
    by an earlier name."""
    if claim.text == was.text or claim.text == decisions.proposed_text(session, claim.id or 0):
        return True
    earlier = [event for event in events.of_claim(session, claim.id or 0) if event.action == "reword"]
    return bool(earlier) and claim.text == earlier[-1].body["after"]["text"]


def _reword(
    session: Session,
    claim: Claim,
    was: ClaimDraft,
    now: ClaimDraft,
    facts: dict[str, Any],
    by: Account,
    at: datetime,
) -> None:
    fields = _wording(now)
    if claim.speaker != was.speaker:  # a person set another speaker
        del fields["speaker_resolved"], fields["speaker_unresolved"]
    before = claim.model_dump(mode="json", include=set(fields))
    claim.sqlmodel_update(fields)
    claims.touch(session, claim, at)
    told = {"words": facts["words"], "name": facts["name"], "before": before, "after": fields}
    events.record(session, claim, "reword", by=by.id or 0, at=at, facts=told)
    void_outdated(session, claim, by=by, at=at)
