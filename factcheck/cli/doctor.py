"""`factcheck doctor`: what is well with the desk and what is not."""

from dataclasses import asdict
from datetime import UTC, datetime

import click

from factcheck.cli.streams import print_json, say
from factcheck.keeping.doctor import examine
from factcheck.settings import Settings


@click.command("doctor")
@click.option("--network", is_flag=True, help="Also connect to the server that takes mail.")
@click.option("--json", "as_json", is_flag=True, help="One finding a line.")
@click.pass_context
def doctor(context: click.Context, network: bool, as_json: bool) -> None:
    """Check database, log, snapshots, index, files and settings of the desk, and say what to do about each
    finding. Nothing is changed. Exit code 1 where something is not well.
    """
    settings = Settings()
    ill = 0
    for finding in examine(settings, datetime.now(UTC), network=network):
        ill += not finding.well
        if as_json:
            print_json(asdict(finding))
        else:
            click.echo(f"{'ok ' if finding.well else 'ILL'}  {finding.check:<14} {finding.says}")
            if finding.remedy:
                click.echo(f"{'':<20}{finding.remedy}")
    if ill:
        say(f"{ill} findings.")
    context.exit(1 if ill else 0)
