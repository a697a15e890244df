"""Articles: the list, taking one in, the manuscript with its claims, and adding a claim by its words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Request, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext, ngettext
from pydantic import ValidationError
from sqlmodel import Session

from api.auth import account, requires
from api.errors import say
from api.matching import match_afterwards
from api.pages import coverage as covering
from api.pages.aliases import meant_in
from api.pages.margin import Manuscript, open_manuscript, words_at
from api.pages.passages import write_passages
from api.pages.presentation import ID, LARGEST_ID
from api.pages.selection import Selection, find_places
from api.pages.telling import Link, tell, warn
from api.unit import db, now, settings
from claims.article import Article, ArticleDraft
from claims.claim import Claim
from claims.errors import InvalidInput
from claims.reason import Language
from claims.store import articles, votes
from claims.store.placed import Placed
from claims.workflow import Role, State
from factcheck import reading
from factcheck.coverage import Coverage, Status
from factcheck.following import Fate
from factcheck.ingest import Ingested, ingest
from factcheck.model import model_of
from factcheck.review import add_claim, own_text
from factcheck.seconding import seconded
from factcheck.survey import survey
from factcheck.wishing import askers

blueprint = Blueprint("articles", __name__)

_PAGE = 30
_FIELDS = {"url": lazy_gettext("Address"), "words": lazy_gettext("Words")}
_LANGUAGES: dict[str, Language] = {"de": "de", "en": "en"}


@dataclass(frozen=True)
class Listed:
    """An article of the list with how far it is checked, and the number of its claims in each state, in the
    order of the work."""

    article: Article
    counts: list[tuple[State, int]]
    coverage: Coverage


@blueprint.get("/articles")
@requires(Role.READER)
def index() -> ResponseReturnValue:
    before = min(request.args.get("before", LARGEST_ID, type=int), LARGEST_ID)
    wished = "wished" in request.args
    found = articles.page(db(), before, _PAGE + 1, wished=wished)
    shown, more, kept = found[:_PAGE], len(found) > _PAGE, "yes" if wished else None
    return render_template(
        "articles.html",
        found=_list(db(), shown),
        wished=wished,
        following=url_for("articles.index", before=shown[-1].id, wished=kept) if more else None,
        first=url_for("articles.index", wished=kept) if before != LARGEST_ID else None,
        askers=askers(db(), shown),
    )


@blueprint.get("/articles/new")
@requires(Role.REVIEWER)
def ask_new() -> ResponseReturnValue:
    return _form({}, None)


@blueprint.post("/articles/new")
@requires(Role.REVIEWER)
def add() -> ResponseReturnValue:
    try:
        draft = _read(request)
    except (InvalidInput, ValidationError) as error:
        return _form(request.form.to_dict(), error), 422
    own = "own_text" in request.form
    ingested = ingest(db(), draft, by=account(), at=now(), own_text=own)
    match_afterwards(ingested.article.id or 0)
    return _go_to(ingested)


@blueprint.get(f"/articles/<{ID}:article_id>")
@requires(Role.READER)
def show(article_id: int) -> ResponseReturnValue:
    manuscript = open_manuscript(db(), article_id)
    return render_template(
        "article.html",
        manuscript=manuscript,
        passages=write_passages(manuscript),
        askers=askers(db(), [manuscript.article])[article_id],
        covering=covering,
        statuses=list(Status),
        fates=list(Fate),
        words=_wanted_words(manuscript),
        meant=meant_in(db(), article_id),
        blind=votes.runs(db(), article_id=article_id, tag_key=None),
        typed=request.args,
        model=model_of(settings()),
        seconded=seconded(db(), manuscript.article),
    )


@blueprint.post(f"/articles/<{ID}:article_id>/claims")
@requires(Role.REVIEWER)
def select(article_id: int) -> ResponseReturnValue:
    article = articles.get(db(), article_id)
    try:
        places = find_places(articles.version(db(), article).text, _selection(request))
    except (InvalidInput, ValidationError) as error:
        return _refuse(article_id, request.form.get("words", ""), error)
    if len(places) > 1:
        return render_template("article_places.html", article=article, places=places)
    return _show_added(add_claim(db(), article_id, places[0].start, places[0].end, by=account(), at=now()))


@blueprint.post(f"/articles/<{ID}:article_id>/own-text")
@requires(Role.EDITOR)
def own(article_id: int) -> ResponseReturnValue:
    article = own_text(db(), article_id, "own_text" in request.form, by=account(), at=now())
    own = gettext("This is the desk's own text: public reports give it whole.")
    other = gettext("This is the text of others: public reports quote its claims alone.")
    tell(own if article.own_text else other)
    return redirect(url_for("articles.show", article_id=article_id))


def _wanted_words(manuscript: Manuscript) -> str:
    """The words that a claim may be made of: those that came back, or the sentence that was asked for."""
    asked = min(request.args.get("sentence", -1, type=int), LARGEST_ID)
    return request.args.get("words", "") or words_at(manuscript.version, asked)


def _list(session: Session, found: list[Article]) -> list[Listed]:
    surveys = survey(session, found, account())
    return [
        Listed(article, _count(of_article.claims), of_article.coverage)
        for article in found
        for of_article in [surveys[article.id or 0]]
    ]


def _count(found: Iterable[Claim | Placed]) -> list[tuple[State, int]]:
    numbers = Counter(claim.state for claim in found)
    return [(state, numbers[state]) for state in State if state in numbers]


def _read(sent: Request) -> ArticleDraft:
    form, file = sent.form, sent.files.get("file")
    # browsers send the line ends of a text field as CRLF, whatever was pasted
    content, name = form.get("text", "").replace("\r\n", "\n").encode(), ""
    if file and file.filename:
        content, name = file.read(), file.filename
    if not content.strip() and not name:
        raise InvalidInput("Paste the text, or choose a file.")
    return reading.read(
        content,
        name=name or gettext("The text"),
        media_type=file.mimetype if file and file.filename else None,
        language=_LANGUAGES.get(form.get("language", "")),
        **{field: form.get(field, "").strip() for field in ("title", "author", "publisher")},
        published=form.get("published", "").strip() or None,
        url=form.get("url", "").strip() or None,
    )


def _selection(sent: Request) -> Selection:
    return Selection.model_validate({name: value for name, value in sent.form.items() if value.strip()})


def _form(typed: Mapping[str, str], error: InvalidInput | ValidationError | None) -> str:
    return render_template("article_new.html", typed=typed, error=_sentence(error) if error else "")


def _sentence(error: InvalidInput | ValidationError) -> str:
    if isinstance(error, InvalidInput):
        return say(error)
    field = str(error.errors()[0]["loc"][0])
    return str(
        gettext("What you typed as %(field)s is missing or too long.", field=_FIELDS.get(field, field))
    )


def _go_to(ingested: Ingested) -> ResponseReturnValue:
    proposed = sum(claim.state is State.PROPOSED for claim in ingested.claims)
    if not ingested.changed:
        tell(gettext("The desk has this article already; nothing was changed."))
    elif ingested.created:
        tell(
            ngettext(
                "Taken in: %(num)s claim is proposed.", "Taken in: %(num)s claims are proposed.", proposed
            )
        )
    else:
        tell(gettext("Taken in as version %(number)s of this article.", number=ingested.version.number))
    return redirect(url_for("articles.show", article_id=ingested.article.id))


def _show_added(claim: Claim) -> ResponseReturnValue:
    link = Link(url_for("claim.show", claim_id=claim.id), gettext("Open it"))
    tell(gettext("Added as claim %(id)s.", id=claim.id), link=link)
    return redirect(url_for("articles.show", article_id=claim.article_id, _anchor=f"note-{claim.id}"))


def _refuse(article_id: int, words: str, error: InvalidInput | ValidationError) -> ResponseReturnValue:
    warn(_sentence(error))
    return redirect(url_for("articles.show", article_id=article_id, words=words, _anchor="add"))
