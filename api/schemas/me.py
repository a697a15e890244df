"""Who is asking."""

from api.schemas.base import Record
from claims.reason import Language
from claims.workflow import Role


class Me(Record):
    """The account of the token that came with the request."""

    id: int
    name: str
    display_name: str
    roles: tuple[Role, ...]
    language: Language
