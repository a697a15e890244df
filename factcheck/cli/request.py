"""`factcheck request`: ask the desk to check something."""

from typing import Any

import click

from claims.reason import Language
from claims.wish import LONGEST, WishDraft
from claims.wording import label
from factcheck.cli.context import desk
from factcheck.cli.streams import print_json
from factcheck.wishing import Outcome, Question, look_up, make_wish


@click.command()
@click.argument("text")
@click.option("--lang", "language", type=click.Choice(["de", "en"]), help="Language of the text.")
@click.option("--note", default="", help="For those who check: until when, what for.")
@click.option("--json", "as_json", is_flag=True, help="Print the request and its claims as JSON.")
def request(text: str, language: Language | None, note: str, as_json: bool) -> None:
    """Ask the desk to check TEXT, a sentence or a paragraph, German or English.

    The request joins claims that say the same; what none says waits in the queue. FACTCHECK_USER is who asks,
    and is told what became of it. The same text again changes nothing.

    \b
    Example:
      factcheck request "The harbour railway lost nine locomotives in 2019." --note "for tonight"
    """
    words = text.replace("\0", "").strip()
    if not 0 < len(words) <= LONGEST:
        raise click.BadParameter(
            f"give a sentence or a paragraph, at most {LONGEST} characters", param_hint="TEXT"
        )
    draft = WishDraft(words=words, language=language, note=note)
    with desk() as opened:
        found = look_up(opened.session, opened.settings.home, draft)
    with desk(write=True) as opened:
        question = make_wish(opened.session, found, by=opened.actor(), at=opened.at)
    _show(question, as_json)


def _show(question: Question, as_json: bool) -> None:
    if as_json:
        print_json(_record(question))
        return
    click.echo("Asked for:" if question.created else "Asked for already:")
    for outcome in question.outcomes:
        claim = outcome.claim
        verdict = f", {label(claim.verdict, 'en')}" if claim.verdict else ""
        reason = f" ({outcome.reason})" if outcome.reason else ""
        click.echo(
            f"  {claim.id:>5}  {label(claim.state, 'en')}{verdict}  {' '.join(claim.text.split())}{reason}"
        )


def _record(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.words,
        "requested_at": question.asked_at.isoformat(),
        "created": question.created,
        "claims": [_claim(outcome) for outcome in question.outcomes],
    }


def _claim(outcome: Outcome) -> dict[str, Any]:
    claim = outcome.claim
    verdict = claim.verdict.value if claim.verdict else None
    return {
        "id": claim.id,
        "text": claim.text,
        "state": claim.state.value,
        "verdict": verdict,
        "reason": outcome.reason or None,
    }
