"""The commands with what the list of all says of each, so that none is loaded for it."""

from typing import NamedTuple


class Command(NamedTuple):
    """`told` is the first sentence of its help; `where` it stands: module and name. Empty for one of another
    distribution, which its entry point names."""

    told: str
    where: str = ""


COMMANDS = {
    "add": Command("Take the article in FILE or at URL into the desk.", "factcheck.cli.add:add"),
    "extract": Command("Print the claims in FILE as JSON.", "factcheck.cli.extract:extract_command"),
    "slots": Command(
        "Print the quantities, times and speakers of each line of FILE, one JSON object a line.",
        "factcheck.cli.slots:slots",
    ),
    "compare": Command(
        'Hold claims against passages: FILE has one {"claim", "passage"} a line, - for standard input.',
        "factcheck.cli.compare:compare",
    ),
    "claims": Command("List the claims of the desk, oldest first.", "factcheck.cli.claims:claims_command"),
    "capture": Command("Keep what a source says: a page at URL, or a FILE.", "factcheck.cli.capture:capture"),
    "watch": Command("Capture cited sources again, once: for a timer.", "factcheck.cli.watch:watch_command"),
    "status": Command(
        "Has this been checked? TEXT is a sentence, a few words or a paragraph, German or English.",
        "factcheck.cli.status:status",
    ),
    "request": Command(
        "Ask the desk to check TEXT, a sentence or a paragraph, German or English.",
        "factcheck.cli.request:request",
    ),
    "report": Command(
        "Write a report on ARTICLE, named by its number; or on a claim, a tag, a saved search, or the "
        "decisions of some days.",
        "factcheck.cli.report:report",
    ),
    "verify": Command(
        "Check BUNDLE, a file that `factcheck report --format bundle` wrote, and say what is proved "
        "and what is not.",
        "factcheck.cli.verify:verify",
    ),
    "user": Command("Add, list and disable the accounts of the desk.", "factcheck.cli.user:user"),
    "notify": Command(
        "Remind people of deadlines and send the mail that waits, once: for a timer.",
        "factcheck.cli.notify:notify",
    ),
    "token": Command("Create, list and revoke the tokens of programs.", "factcheck.cli.token:token"),
    "secret": Command("Change the keys of the desk.", "factcheck.cli.secret:secret"),
    "db": Command("Keep the database up to date, or move it to another.", "factcheck.cli.database:db"),
    "log": Command("Look after the event log.", "factcheck.cli.log:log"),
    "backup": Command(
        "Write the whole desk to FILE, while others go on working: database, snapshots, settings.",
        "factcheck.cli.keeping:backup_command",
    ),
    "restore": Command(
        "Make the desk of FILE, which `factcheck backup` wrote, this desk: on SQLite or PostgreSQL, "
        "as FACTCHECK_DATABASE_URL says, whatever it was made from.",
        "factcheck.cli.keeping:restore_command",
    ),
    "doctor": Command(
        "Check database, log, snapshots, index, files and settings of the desk, and say what to do "
        "about each finding.",
        "factcheck.cli.doctor:doctor",
    ),
    "erase": Command(
        "Erase ACCOUNT (names, address, password, log-ins, tokens; its work stays under a number), or "
        "words about a person: what was asked of them, notes, the contact of a reader, every free "
        "text that names them.",
        "factcheck.cli.erase:erase",
    ),
    "import": Command(
        "Take in what others have checked: found by whoever asks, and never taken for the desk's own.",
        "factcheck.cli.import_:import_group",
    ),
    "index": Command("Look after the search index.", "factcheck.cli.index:index"),
    "demo": Command("Set up a desk with two example articles, one account for each role, and serve it."),
    "serve": Command("Serve the desk and its REST API until stopped by Ctrl-C or SIGTERM."),
}
