"""Whether the server runs, and whether it can answer: what a process manager or a load balancer asks."""

import os
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, jsonify

from api.unit import engine, settings
from claims import database
from claims.errors import FactcheckError

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers; the desk itself is not looked at."""
    return Response("ok\n", mimetype="text/plain")


@blueprint.get("/readyz")
def ready() -> tuple[Response, HTTPStatus]:
    """Whether the database answers and is of this version, and the data folder can be written."""
    found = {name: _holds(check) for name, check in _CHECKS.items()}
    status = HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE
    return jsonify({"ready": all(found.values()), "checks": found}), status


_OPEN: tuple[Any, ...] = (alive, ready)
for _view in _OPEN:
    _view.permission = "public"  # neither needs the desk to know who asks


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except FactcheckError:
        return False


_CHECKS: dict[str, Callable[[], bool]] = {
    "database": lambda: database.is_current(engine()),
    "folder": lambda: os.access(settings().home, os.W_OK),
}
