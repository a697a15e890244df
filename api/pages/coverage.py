"""How the pages word the status of a sentence, what nobody answered for, and what became of claims."""

from collections.abc import Iterable
from functools import lru_cache

from flask_babel import lazy_gettext, ngettext

from api.pages.frequent import language
from claims.reason import Language
from claims.verdict import Verdict
from factcheck.coverage import Status
from factcheck.following import Fate
from factcheck.loose_ends import Loose

_SIGNS = {
    Status.DISPUTED: "↯",
    Status.UNSEEN: "◌",
    Status.OPEN: "○",
    Status.IN_WORK: "◐",
    Status.CHECKED: "✓",
    Status.NO_CLAIM: "–",
}
"""By form: the ring fills as the work goes on, until the verdict's own sign takes its place."""
_NAMES = {
    Status.DISPUTED: lazy_gettext("disputed"),
    Status.UNSEEN: lazy_gettext("not looked at"),
    Status.OPEN: lazy_gettext("open"),
    Status.IN_WORK: lazy_gettext("in work"),
    Status.CHECKED: lazy_gettext("checked"),
    Status.NO_CLAIM: lazy_gettext("no claim here"),
}
_MEANINGS = {
    Status.DISPUTED: lazy_gettext("disputed: challenged, or two votes disagree"),
    Status.UNSEEN: lazy_gettext("not looked at: nobody has ruled on what a machine proposed"),
    Status.OPEN: lazy_gettext("open: a claim that nobody checks yet"),
    Status.IN_WORK: lazy_gettext("in work: somebody checks it, or it waits for approval"),
    Status.CHECKED: lazy_gettext("checked: the verdict's sign stands at the end of the sentence"),
    Status.NO_CLAIM: lazy_gettext("no claim here: the reason stands in the margin"),
}
_FATES = {
    Fate.UNCHANGED: lazy_gettext("unchanged"),
    Fate.MOVED: lazy_gettext("moved"),
    Fate.EDITED: lazy_gettext("edited"),
    Fate.CHOOSE: lazy_gettext("place to choose"),
    Fate.VANISHED: lazy_gettext("words gone"),
}


def status_sign(status: Status) -> str:
    return _SIGNS[status]


def status_name(status: Status) -> str:
    return _read(language())[0][status]


def status_meaning(status: Status) -> str:
    """What the status says, for the key of the manuscript."""
    return _read(language())[1][status]


@lru_cache
def _read(_language: Language) -> tuple[dict[Status, str], dict[Status, str]]:
    """Names and meanings in the reader's language."""
    names, meanings = ({status: str(said) for status, said in words.items()} for words in (_NAMES, _MEANINGS))
    return names, meanings


def signs(status: Status, verdicts: Iterable[Verdict]) -> list[tuple[str, str]]:
    """What stands at the end of a sentence: the signs of its verdicts, else that of its status; each with the
    classes that it is drawn by."""
    drawn = f"sign sign-{status.value}"
    found = [(verdict.sign, f"{drawn} verdict-{verdict.value}") for verdict in verdicts]
    return found or [(_SIGNS[status], drawn)]


def loose(kind: Loose, number: int) -> str:
    """`3 names`, in the reader's language."""
    counted = {
        Loose.NUMBER: lambda: ngettext("%(num)s number", "%(num)s numbers", number),
        Loose.NAME: lambda: ngettext("%(num)s name", "%(num)s names", number),
        Loose.QUOTATION: lambda: ngettext("%(num)s quotation", "%(num)s quotations", number),
    }
    return str(counted[kind]())


def fate(kind: Fate, number: int) -> str:
    """`2 edited`, in the reader's language."""
    counted = {
        Fate.UNCHANGED: lambda: ngettext("%(num)s unchanged", "%(num)s unchanged", number),
        Fate.MOVED: lambda: ngettext("%(num)s moved", "%(num)s moved", number),
        Fate.EDITED: lambda: ngettext("%(num)s edited", "%(num)s edited", number),
        Fate.CHOOSE: lambda: ngettext("%(num)s place to choose", "%(num)s places to choose", number),
        Fate.VANISHED: lambda: ngettext("%(num)s vanished", "%(num)s vanished", number),
    }
    return str(counted[kind]())


def fate_name(kind: Fate) -> str:
    return str(_FATES[kind])
