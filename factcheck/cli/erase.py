"""`factcheck erase`: remove a person's data on lawful request."""

import click
from sqlmodel import Session

from claims.account import Account
from claims.errors import InvalidInput
from factcheck.cli.context import Desk, desk
from factcheck.cli.options import NUMBER
from factcheck.cli.streams import print_json, say
from factcheck.desk import open_desk
from factcheck.keeping import erasing
from factcheck.keeping.erasing import Place
from factcheck.settings import Settings


@click.command()
@click.argument("account", default="")
@click.option("--inquiry", "inquiries", type=NUMBER, multiple=True, help="Who was asked, what, the answer.")
@click.option("--note", "notes", type=NUMBER, multiple=True, help="A note of the desk.")
@click.option("--objection", "objections", type=NUMBER, multiple=True, help="A reader's contact and words.")
@click.option("--mentions", default="", metavar="NAME", help="Look where NAME stands, and ask what to empty.")
@click.option("--yes", is_flag=True, help="Do not ask; with --mentions: empty all of them.")
@click.option("--json", "as_json", is_flag=True)
def erase(
    account: str,
    inquiries: tuple[int, ...],
    notes: tuple[int, ...],
    objections: tuple[int, ...],
    mentions: str,
    yes: bool,
    as_json: bool,
) -> None:
    """Erase ACCOUNT (names, address, password, log-ins, tokens; its work stays under a number), or words
    about a person: what was asked of them, notes, the contact of a reader, every free text that names them.

    There is no way back. The history still verifies, and says that something was erased and by whom. Texts
    of articles, snapshots and decisions stay. Earlier backups are yours to delete.
    """
    if not (account or inquiries or notes or objections or mentions):
        raise InvalidInput("Say what to erase: an account, --inquiry, --note, --objection or --mentions.")
    numbered = {"inquiry": inquiries, "note": notes, "objection": objections}
    with desk(write=True) as opened:
        by = opened.actor()
        found = [
            erasing.place(opened.session, kind, number) for kind, some in numbered.items() for number in some
        ]
        found += _named(opened.session, mentions, yes) if mentions else []
        _confirm(account, found, yes)
        done = {"account": bool(account), "emptied": _erase(opened, account, found, by)}
    _clear()
    if as_json:
        print_json(done)
    else:
        say(f"Erased{f': {account}' if account else ''}; {done['emptied']} texts emptied.")


def _named(session: Session, name: str, yes: bool) -> list[Place]:
    found = list(erasing.mentions(session, name))
    for number, mention in enumerate(found, 1):
        say(f"[{number}] {mention.place}: … {mention.words} …")
    if not found:
        say(f"{name} stands in no text that can be emptied.")
    if yes or not found:
        return [mention.place for mention in found]
    answer = click.prompt("Which are to be emptied (all, none, or numbers such as 1,3)", err=True)
    if answer.strip() in ("all", "none"):
        return [mention.place for mention in found] if answer.strip() == "all" else []
    chosen = answer.replace(",", " ").split()
    if not all(each.isdecimal() and 1 <= int(each) <= len(found) for each in chosen):
        raise InvalidInput("Give the numbers that stand in brackets, separated by commas.")
    return [found[int(each) - 1].place for each in chosen]


def _confirm(account: str, found: list[Place], yes: bool) -> None:
    what = ", ".join([*([f"the account {account}"] if account else []), *map(str, found)])
    if what and not yes:
        click.confirm(f"Erase {what}? There is no way back", abort=True, err=True)


def _erase(opened: Desk, account: str, found: list[Place], by: Account) -> int:
    language = opened.settings.language
    if account:
        erasing.erase_account(opened.session, account, by=by, at=opened.at, language=language)
    return erasing.erase_words(opened.session, found, by=by, at=opened.at)


def _clear() -> None:
    """Once more from the files, when all of it is committed."""
    engine = open_desk(Settings())
    try:
        erasing.clear_remains(engine)
    finally:
        engine.dispose()
