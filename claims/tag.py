"""Tags: the desk's own words for a claim, by which it is found again."""

import unicodedata
from datetime import datetime

from sqlmodel import Field as Column
from sqlmodel import SQLModel

from claims.columns import UtcDateTime
from claims.errors import InvalidInput

LONGEST = 40
"""Code points of a tag."""
MOST = 20
"""Tags of one claim."""


class ClaimTag(SQLModel, table=True):
    """One tag of one claim: `key` is what makes two spellings the same tag, `tag` how it is written."""

    __tablename__ = "claim_tag"

    claim_id: int = Column(primary_key=True, foreign_key="claim.id")
    key: str = Column(primary_key=True, index=True)
    tag: str
    added_by: int = Column(foreign_key="account.id")
    added_at: datetime = Column(sa_type=UtcDateTime)


def normalise(typed: str) -> str:
    """The tag as it is kept: composed characters (NFC), single spaces, no leading #. Raises InvalidInput."""
    tag = " ".join(unicodedata.normalize("NFC", typed).split()).lstrip("# ")
    if not any(character.isalnum() for character in tag):
        raise InvalidInput("A tag has at least one letter or digit: “%(tag)s” has none.", tag=tag)
    if len(tag) > LONGEST:
        raise InvalidInput(
            "The tag “%(tag)s” is too long: %(limit)s characters are enough.", tag=tag, limit=LONGEST
        )
    if "," in tag or not tag.isprintable():
        raise InvalidInput("A tag has no comma and no control characters: “%(tag)s”.", tag=tag)
    return tag


def key(tag: str) -> str:
    """What two spellings of one tag have in common, whatever their case."""
    return unicodedata.normalize("NFC", tag.casefold())
