"""What commands read and print: input, lines of JSON, messages."""

import json
import sys
from pathlib import Path

import click

from claims.errors import InvalidInput


def read_input(path: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for `-`, and the name to speak of. Raises InvalidInput."""
    if path == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        return Path(path).read_bytes(), path
    except FileNotFoundError as error:
        raise InvalidInput("There is no file %(path)s.", path=path) from error
    except OSError as error:
        raise InvalidInput("%(path)s cannot be read: %(why)s.", path=path, why=error.strerror) from error


def read_lines(path: str) -> list[str]:
    """The lines of a UTF-8 file; blank ones stay, so that answers keep their numbers.

    Raises InvalidInput.
    """
    content, name = read_input(path)
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise InvalidInput("%(path)s is not UTF-8 text.", path=name) from error
    return [line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1])]


def print_json(record: object) -> None:
    """One line of JSON on standard output."""
    click.echo(json.dumps(record, ensure_ascii=False))


def say(sentence: str) -> None:
    """A message for people, on standard error."""
    click.echo(sentence, err=True)
