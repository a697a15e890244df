"""Everything that can go wrong, without a word of HTTP.

FactcheckError
├── InvalidInput                 what was handed in cannot be used; the sentence says what to do
│   ├── UnreadableDocument       empty, binary, not decodable, no text in it
│   ├── UnsupportedLanguage      neither German nor English
│   ├── QuoteNotFound            the quote does not stand in the snapshot
│   └── QuoteAmbiguous           the quote stands there more than once: say which
├── NotFound                     no such article, claim, source, account …
├── NotAllowed                   the account lacks the role, or is the one who submitted
├── Conflict                     the state of things does not allow it
│   ├── MoveImpossible           no such move from this state
│   ├── MoveRefused              the move exists, but its guard is not met
│   └── StaleVersion             somebody else changed the row meanwhile
├── TooOften                     tried too often within a short time; wait
├── DeskBusy                     the database is locked or full; try again
├── DeskBroken                   the database cannot be read: somebody has to look after it
├── ModelUnreachable             the language model cannot be asked at all: stop asking
├── ModelAnswerUnusable          this one answer of it is of no use: go on without it
└── LogBroken                    the event log does not verify

A message is a template with `%(name)s` places and its values, so that pages can translate the
template and REST can send the sentence.
"""

import copyreg


class FactcheckError(Exception):
    """Base of all errors the desk raises on purpose. `str(error)` is one English sentence."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.template = message
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """As it comes out of another process."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class InvalidInput(FactcheckError):
    """What was handed in cannot be used."""


class UnreadableDocument(InvalidInput):
    """The bytes hold no text that can be read."""


class UnsupportedLanguage(InvalidInput):
    """The text is neither German nor English."""


class QuoteNotFound(InvalidInput):
    """The quote does not occur in the snapshot."""


class QuoteAmbiguous(InvalidInput):
    """The quote occurs more than once; `places` are the starts of all of them, in code points."""

    def __init__(self, message: str, places: tuple[int, ...], **values: object) -> None:
        super().__init__(message, **values)
        self.places = places


class NotFound(FactcheckError):
    """There is no such thing."""


class NotAllowed(FactcheckError):
    """This account may not do this."""


class Conflict(FactcheckError):
    """The state of things does not allow it."""


class MoveImpossible(Conflict):
    """The workflow has no such move from the claim's state."""


class MoveRefused(Conflict):
    """The move's guard is not met."""


class StaleVersion(Conflict):
    """The row changed since the caller read it; `current` is the version it has now."""

    def __init__(self, message: str, current: int, **values: object) -> None:
        super().__init__(message, current=current, **values)
        self.current = current


class TooOften(FactcheckError):
    """It was tried too often within a short time."""


class DeskBusy(FactcheckError):
    """The database cannot take the write just now; nothing was lost."""


class DeskBroken(FactcheckError):
    """The database's file is no database, or broken; trying again does not help."""


class ModelUnreachable(FactcheckError):
    """The language model that the settings name cannot be asked."""


class ModelAnswerUnusable(FactcheckError):
    """One answer of the language model came too late, was too long or made no sense."""


class LogBroken(FactcheckError):
    """The event log does not verify; `seq` is the first entry that is wrong."""

    def __init__(self, message: str, seq: int, **values: object) -> None:
        super().__init__(message, seq=seq, **values)
        self.seq = seq
