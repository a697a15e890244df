"""How the desk works, for anybody who reads its reports; and its own colours and logo."""

from flask import Blueprint, Response, abort, render_template
from markdown_it import MarkdownIt
from markupsafe import Markup

from api.auth import public
from api.pages.frequent import language
from api.unit import settings
from factcheck.exports.phrases import meaning
from factcheck.house import house_of

blueprint = Blueprint("method", __name__)

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@blueprint.get("/method")
@public()
def show() -> str:
    house = house_of(settings())
    own, spoken = house.method(language())
    return render_template(
        "method.html", meaning=meaning, own=_render(own), spoken=spoken, imprint=house.imprint(language())
    )


@blueprint.get("/house.css")
@public()
def style() -> Response:
    house = house_of(settings())
    if not house.style.accent:
        abort(404)
    rule = f":root {{ --accent: light-dark({house.style.accent}, {house.accent_dark}); }}\n"
    return _kept(Response(rule, content_type="text/css; charset=utf-8"))


@blueprint.get("/house.png")
@public()
def logo() -> Response:
    drawn = house_of(settings()).logo
    if drawn is None:
        abort(404)
    return _kept(Response(drawn, content_type="image/png"))


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


def _render(own: str) -> Markup:
    """Markdown as HTML below a heading of the page; what is HTML in it stays text, and pictures stay out."""
    tokens = _MARKDOWN.parse(own)
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(6, 3 + levels.index(token.tag))}"  # without gaps, whatever levels it takes
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
