"""`factcheck`: the desk on the command line.

Commands are loaded when they are called, so that `factcheck extract` does not wait for the search
engine, and `factcheck --help` for nothing at all. Other distributions' commands (the desk's server among
them) join by the entry point group `factcheck.commands`.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import entry_points

import click
from pydantic import ValidationError

from claims.errors import FactcheckError, InvalidInput, NotFound
from factcheck.cli.commands import COMMANDS


class _Commands(click.Group):
    """Knows its commands by name and imports the one that is called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        joined = entry_points(group="factcheck.commands").names
        return [*(name for name, command in COMMANDS.items() if command.where), *sorted(joined)]

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        with _uncollected():
            if name in COMMANDS and COMMANDS[name].where:
                module, _, attribute = COMMANDS[name].where.partition(":")
                return _command(getattr(import_module(module), attribute))
            for point in entry_points(group="factcheck.commands", name=name):
                return _command(point.load())
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them with what is told of each; one that nothing is told of is loaded and asked."""
        names = self.list_commands(ctx)
        width = formatter.width - 6 - max(map(len, names))
        told = [self._told(ctx, name).get_short_help_str(width) for name in names]
        with formatter.section("Commands"):
            formatter.write_dl(list(zip(names, told, strict=True)))

    def _told(self, ctx: click.Context, name: str) -> click.Command:
        if name in COMMANDS:
            return click.Command(name, help=COMMANDS[name].told)
        return _command(self.get_command(ctx, name))


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is imported stays: it is not looked through for garbage, now or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _command(loaded: object) -> click.Command:
    assert isinstance(loaded, click.Command)
    return loaded


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="factcheck")
def cli() -> None:
    """A newsroom's fact-check desk.

    An article goes in, its checkable claims come out; people review them with sources, a verdict and
    a second person's approval; journalists ask what has been checked; editors export cited reports.

    \b
    Begin with:
      factcheck extract article.txt       what could be checked in it (stores nothing)
      factcheck add article.txt           take it in; its claims wait for review
      factcheck user add NAME --role editor
      factcheck serve                     the desk in the browser
      factcheck status "at least seven hires by Meta"
      factcheck report 1 --format html -o report.html

    The desk lives in FACTCHECK_HOME; commands act as FACTCHECK_USER.
    """


def main() -> None:
    """Run a command: exit 0 on success, 2 for bad input, 1 otherwise, with one sentence that says why."""
    try:
        sys.exit(cli(standalone_mode=False))
    except click.exceptions.Abort:
        _fail("Stopped.", 1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ValidationError as error:
        first = error.errors()[0]
        setting = "FACTCHECK_" if error.title == "Settings" else ""
        field = ".".join(map(str, first["loc"])) or "input"
        _fail(
            f"{setting + field.upper() if setting else field}: {first['msg'].removeprefix('Value error, ')}",
            2,
        )
    except (InvalidInput, NotFound) as error:
        _fail(str(error), 2)
    except FactcheckError as error:
        _fail(str(error), 1)
    except BrokenPipeError:
        # whoever reads our output has seen enough
        sys.stderr.close()
        sys.exit(1)


def _fail(sentence: str, code: int) -> None:
    click.echo(f"factcheck: {sentence}", err=True)
    sys.exit(code)
