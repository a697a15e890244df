"""Who is asking."""

from flask import Response

from api.auth import account, token_requires
from api.rest.answering import answer
from api.rest.blueprint import make_blueprint
from api.rest.parsing import parsed
from api.schemas.me import Me
from claims.workflow import Role

blueprint = make_blueprint("me", "The account whose token is used")


@blueprint.get("/me", responses={200: Me})
@token_requires(Role.READER)
@parsed
def get_me() -> Response:
    """Who the token belongs to, and what that account may do."""
    who = account()
    return answer(
        Me(
            id=who.id or 0,
            name=who.name,
            display_name=who.display_name,
            roles=tuple(sorted(who.role_set)),
            language=who.language,
        )
    )
