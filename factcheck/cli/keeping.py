"""`factcheck backup` and `factcheck restore`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from factcheck.cli.streams import print_json, say
from factcheck.desk import make_folder, open_desk
from factcheck.keeping.backup import back_up, open_settings, packed_settings
from factcheck.keeping.restoring import restore
from factcheck.rotation import KEY_FILES
from factcheck.settings import Settings

_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@_JSON
def backup_command(file: Path, replace: bool, as_json: bool) -> None:
    """Write the whole desk to FILE, while others go on working: database, snapshots, settings.

    The copy is opened and its log verified before it gets its name. Not in it are the search index, which
    builds itself, and what only you may have: secret_key, signing_key and what `factcheck secret rotate` laid
    aside (secret_key.before, signing_keys.before) in the data folder, and settings that are passwords or
    keys. Keep those apart. FILE holds all that is confidential.
    """
    settings = Settings()
    engine = open_desk(settings)
    try:
        made = back_up(engine, settings, file, datetime.now(UTC), say, replace=replace)
    finally:
        engine.dispose()
    if as_json:
        print_json(made.model_dump(mode="json", by_alias=True))
    else:
        say(f"{file} holds {made.events} events; the log's head is {made.head}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Where a desk is there already: keep it aside.")
@_JSON
def restore_command(file: Path, replace: bool, as_json: bool) -> None:
    """Make the desk of FILE, which `factcheck backup` wrote, this desk: on SQLite or PostgreSQL, as
    FACTCHECK_DATABASE_URL says, whatever it was made from. Stop the desk first.

    It is verified before it takes its place. Put back the keys too, it says which are missing: without
    secret_key everybody has to log in again, without signing_key bundles are signed with another key, and
    without signing_keys.before the desk does not know what it signed with earlier ones.
    """
    settings = Settings()
    make_folder(settings)
    made = restore(settings, file, datetime.now(UTC), say, replace=replace)
    now, then = open_settings(settings), packed_settings(file)
    for name in sorted(name for name in then if name in now and now[name] != then[name]):
        say(f"FACTCHECK_{name.upper()} was {then[name]!r} and is {now[name]!r} here.")
    missing = [name for name in KEY_FILES if not (settings.home / name).exists()]
    if missing:
        say(f"No backup holds keys. Put into {settings.home} what the desk had of {', '.join(missing)}.")
    if as_json:
        print_json(made.model_dump(mode="json", by_alias=True))
    else:
        say(f"The desk of {made.at:%Y-%m-%d %H:%M} UTC is back, with {made.events} events; head {made.head}")
