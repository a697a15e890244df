"""`factcheck status`: has this been checked?"""

import click
from rich.console import Console
from rich.text import Text

from claims.article import Article
from claims.errors import FactcheckError, InvalidInput
from claims.reason import Language
from claims.store import articles
from claims.wording import label
from factcheck.answers import answer_record
from factcheck.cli.context import Desk, desk
from factcheck.cli.streams import print_json, read_lines
from factcheck.found import Found, Result, ReviewOfOthers
from factcheck.matching.reasons import sentence
from factcheck.matching.relation import Relation
from factcheck.search import LIMIT, Answer, ask

_STYLES = {Relation.SAME: "bold green", Relation.DIFFERS: "bold yellow", Relation.RELATED: "dim"}
_RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.SAME: ("sagt dasselbe", "says the same"),
    Relation.DIFFERS: ("weicht ab", "differs"),
    Relation.RELATED: ("verwandt", "related"),
}
_SHOWN = 5


@click.command()
@click.argument("text", required=False)
@click.option("--queries", metavar="FILE", help="Ask every line of a file; - for standard input.")
@click.option("--lang", "language", type=click.Choice(["de", "en"]), help="Language of the question.")
@click.option("--limit", type=click.IntRange(1, LIMIT), help="At most so many claims.")
@click.option("--json", "as_json", is_flag=True, help="One answer a line as JSON.")
def status(
    text: str | None, queries: str | None, language: Language | None, limit: int | None, as_json: bool
) -> None:
    """Has this been checked? TEXT is a sentence, a few words or a paragraph, German or English."""
    if (text is None) == (queries is None):
        raise click.UsageError("Give a text, or --queries with a file.")
    with desk() as opened:
        if queries is not None:
            for line in read_lines(queries):
                _answer_line(opened, line, language, limit or LIMIT)
            return
        most = limit or (LIMIT if as_json else _SHOWN)
        answer = ask(opened.session, opened.settings.home, text or "", language=language, limit=most)
        if as_json:
            print_json(answer_record(answer).model_dump(mode="json"))
        else:
            _show(opened, answer)


def _answer_line(opened: Desk, line: str, language: Language | None, limit: int) -> None:
    """One answer for each line, an error where it cannot be asked."""
    try:
        answer = ask(opened.session, opened.settings.home, line, language=language, limit=limit)
    except InvalidInput as error:
        print_json({"query": line, "results": [], "error": str(error)})
        return
    except FactcheckError as error:
        raise click.ClickException(str(error)) from error
    print_json(answer_record(answer).model_dump(mode="json"))


def _show(opened: Desk, answer: Answer) -> None:
    console = Console()
    language = opened.settings.language
    if not answer.results:
        console.print("Nichts dazu gefunden." if language == "de" else "Nothing found on this.")
    known = {result.claim.article_id for result in answer.results if result.claim.article_id is not None}
    titles = articles.many(opened.session, known)
    for result in answer.results:
        console.print(_heading(result, language))
        console.print(Text(f"  {' '.join(result.claim.text.split())}"))
        console.print(Text(f"  {_where(result.claim, titles)}", style="dim"))
        for difference in result.differences:
            console.print(Text(f"  ≠ {sentence(difference, language)}", style="yellow"))
        if sources := result.claim.evidence.sources:
            console.print(Text(f"  {', '.join(sources)}", style="dim"))
        console.print()


def _where(claim: Found, titles: dict[int, Article]) -> str:
    if claim.review is not None:
        return f"{claim.review.publisher} · {claim.review.url}"
    article = titles[claim.article_id or 0]
    return f"{article.title or article.url or f'#{article.id}'} · claim {claim.id}"


def _heading(result: Result, language: Language) -> Text:
    claim = result.claim
    if claim.review is not None:
        return _heading_of_others(result, claim.review, language)
    verdict = f"{claim.verdict.sign} {label(claim.verdict, language)}" if claim.verdict else "·"
    relation = _RELATIONS[result.relation][0 if language == "de" else 1]
    return Text.assemble(
        (verdict, "bold"), f"  {label(claim.state, language)}  ", (relation, _STYLES[result.relation])
    )


def _heading_of_others(result: Result, review: ReviewOfOthers, language: Language) -> Text:
    """Their words and no mark of the desk's: it is not the desk's verdict."""
    german = language == "de"
    said = f"„{review.rating}“" if german else f"“{review.rating}”"
    relation = _RELATIONS[result.relation][0 if german else 1]
    return Text.assemble(
        ("von anderen geprüft" if german else "checked by others", "italic"),
        f"  {said if review.rating else '–'}  ",
        (relation, _STYLES[result.relation]),
    )
