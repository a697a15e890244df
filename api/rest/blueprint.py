"""What the API's blueprints have in common: their address, and how operations are called."""

from typing import Any

from flask_openapi import APIBlueprint, Tag

PREFIX = "/api/v1"


def make_blueprint(noun: str, about: str) -> APIBlueprint:
    """A blueprint for one noun; its operations are called as its views."""
    return APIBlueprint(
        f"rest_{noun}",
        __name__,
        url_prefix=PREFIX,
        abp_tags=[Tag(name=noun, description=about)],
        operation_id_callback=_name_operation,
    )


def _name_operation(*, name: str, **_where: Any) -> str:
    return name
