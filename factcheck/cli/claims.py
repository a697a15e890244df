"""`factcheck claims`: the claims of the desk, one a line."""

import click
from sqlmodel import Session

from claims.claim import Claim
from claims.store import claims
from claims.store.claims import Cursor, Filters
from claims.verdict import Verdict
from claims.wording import label
from claims.workflow import State
from factcheck.cli.context import desk
from factcheck.cli.options import NUMBER
from factcheck.records import claim_record

_BATCH = 500


@click.command("claims")
@click.option("--state", "states", type=click.Choice([state.value for state in State]), multiple=True)
@click.option(
    "--verdict", "verdicts", type=click.Choice([verdict.value for verdict in Verdict]), multiple=True
)
@click.option("--article", "article_id", type=NUMBER, help="Number of an article.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One claim a line as JSON.")
def claims_command(
    states: tuple[str, ...],
    verdicts: tuple[str, ...],
    article_id: int | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """List the claims of the desk, oldest first."""
    filters = Filters.model_validate({"state": states, "verdict": verdicts, "article_id": article_id})
    with desk() as opened:
        _print(opened.session, filters, limit, as_json)


def _print(session: Session, filters: Filters, limit: int | None, as_json: bool) -> None:
    after, left = None, limit
    while left is None or left > 0:
        size = _BATCH if left is None else min(left, _BATCH)
        page = claims.page(session, filters, after=after, limit=size)
        for claim in page:
            click.echo(claim_record(claim).model_dump_json() if as_json else _line(claim))
        if len(page) < size:
            return
        after = Cursor(worth=page[-1].worth, id=page[-1].id or 0)
        left = None if left is None else left - size


def _line(claim: Claim) -> str:
    verdict = (
        f"{claim.verdict.sign} {label(claim.verdict, 'en')}" if claim.verdict else label(claim.state, "en")
    )
    return f"{claim.id or 0:>5}  {verdict:<22} {' '.join(claim.exact.split())}"
