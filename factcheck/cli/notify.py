"""`factcheck notify`: remind of deadlines and send the mail that waits, once."""

import click

from claims.errors import FactcheckError
from factcheck.cli.streams import say
from factcheck.desk import open_desk
from factcheck.mailing import send_alone
from factcheck.settings import Settings


@click.command()
def notify() -> None:
    """Remind people of deadlines and send the mail that waits, once: for a timer.

    `factcheck serve` does the same every few seconds; where the desk runs on another server, let a timer call
    this every minute. Exit code 1 where a mail could not be sent; it is tried again later.
    """
    settings = Settings()
    engine = open_desk(settings)
    try:
        done = send_alone(engine, settings)
    finally:
        engine.dispose()
    if not settings.smtp_host:
        say("No mail is sent: FACTCHECK_SMTP_HOST is not set.")
    elif done.sent:
        say(f"Sent: {done.sent}.")
    if done.failed:
        raise FactcheckError(
            "%(count)s not sent, tried again later: %(why)s", count=len(done.failed), why=done.failed[0]
        )
