"""What a program's token may be used for."""

from enum import StrEnum


class Scope(StrEnum):
    """`write` is kept together with `read`: whoever changes something is answered with what it is now.
    Accounts and settings are no part of the API, so nothing above these two is needed."""

    READ = "read"
    WRITE = "write"


EVERYTHING = (Scope.READ, Scope.WRITE)


def scopes_up_to(highest: Scope) -> tuple[Scope, ...]:
    """`read` alone, or `read` and `write`."""
    return EVERYTHING[: EVERYTHING.index(highest) + 1]
