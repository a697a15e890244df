"""The tags of the desk."""

from api.schemas.base import Page, Record


class TagRecord(Record):
    """A tag in the spelling that the desk has for it, and how many claims have it."""

    tag: str
    claims: int


class TagPage(Page[TagRecord]):
    """One page of tags, in alphabetical order."""
