"""`factcheck watch`: look at the sources that are cited again."""

from datetime import UTC, datetime

import click

from claims.database import reading, writing
from claims.store import sources
from factcheck.cli.streams import print_json, say
from factcheck.desk import actor, open_desk
from factcheck.evidence.capture import fetcher_of
from factcheck.evidence.tries import sentence
from factcheck.leasing import leased
from factcheck.settings import Settings
from factcheck.upkeep import keep_up
from factcheck.watching import TASK, Watched, watch


@click.command("watch")
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1, 10_000), help="At most so many."
)
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each source.")
def watch_command(limit: int, as_json: bool) -> None:
    """Capture cited sources again, once: for a timer.

    Those that were not looked at for longest come first, one at a time. Each is the same, changed, gone or
    unseen (it could not be had, which says nothing). A claim whose quote has gone from the live page is
    flagged, and whoever decided is told; the snapshot stands. What took over a verdict that is due to be
    checked again lapses; articles that wait to be held against the desk's claims are.
    """
    settings = Settings()
    engine = open_desk(settings)
    try:
        with leased(engine, TASK) as lease:
            with reading(engine) as session:
                found = sources.to_watch(session, limit)
            with writing(engine) as session:
                by = actor(session, settings.user.strip().lower(), datetime.now(UTC))
            for number, watched in enumerate(watch(engine, fetcher_of(settings), found, by), 1):
                lease.renew()
                _show(watched, f"{number}/{len(found)}", as_json)
        kept = keep_up(engine, settings, datetime.now(UTC))
    finally:
        engine.dispose()
    say(f"{len(found)} looked at.")
    if kept.lapsed:
        say(f"Lapsed, since what they rested on is due to be checked again: claims {kept.said}.")


def _show(watched: Watched, progress: str, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "source": watched.source_id,
                "url": watched.attempt.url,
                "found": watched.found,
                "outcome": watched.attempt.outcome,
                "status": watched.attempt.http_status,
                "snapshot": watched.attempt.snapshot_id,
                "lost": watched.lost,
                "back": watched.back,
            }
        )
        return
    quotes = [f"quotes gone: {len(watched.lost)}"] if watched.lost else []
    quotes += [f"quotes back: {len(watched.back)}"] if watched.back else []
    said = sentence(watched.attempt, "en")
    click.echo(
        f"{progress}  {watched.found:<8} {watched.title} ({said}{' ' * bool(quotes)}{', '.join(quotes)})"
    )
