"""How many requests a minute an account may make of the API, and a network that shows no token.

All processes and machines of a desk count together, in the table `allowance`. To write there for each
request would cost more than the request: a process takes a twentieth of the limit at a time and spends it
from memory. So nobody ever gets more than the limit within a minute of the clock; a minute later the count
begins anew, and within sixty seconds that straddle two of these minutes it can be twice the limit. Somebody
may be refused early, by at most a twentieth for each other process. While the database cannot be written to,
each process counts by itself, so that reading goes on: then it is up to the limit for each process.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Lock

import sqlalchemy as sa
from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import OperationalError

from api.unit import now
from claims.errors import TooOften
from claims.store import allowances
from factcheck.knocking import network
from factcheck.settings import Settings

WINDOW_SECONDS = 60
_PARTS = 20
_MOST_MARKS = 10_000
_EXTENSION = "factcheck.limits"


class Quota(StrEnum):
    """Whose requests are counted together."""

    ACCOUNT = "account"
    NETWORK = "network"


@dataclass(frozen=True)
class Standing:
    """What is left of a limit for `seconds` from now on, as far as this process knows."""

    quota: Quota
    limit: int
    left: int
    seconds: int
    refused: bool


@dataclass
class _Purse:
    """What this process took in a window: `left` to spend, `given` in all. `elsewhere` is to be had yet."""

    window: int
    left: int = 0
    given: int = 0
    elsewhere: int = 1


class Limiter:
    """Counts requests against `limit` a minute (0: nothing is counted). `seal` makes of somebody's name what
    is kept of it."""

    def __init__(self, engine: sa.Engine, limit: int, seal: Callable[[str], str]) -> None:
        self.engine, self.limit, self.seal = engine, limit, seal
        self._purses: dict[str, _Purse] = {}
        self._lock = Lock()

    def spend(self, quota: Quota, who: str, at: datetime) -> Standing:
        """Count one request."""
        seconds = int(at.timestamp())
        window = seconds - seconds % WINDOW_SECONDS
        with self._lock:
            purse = self._purse(f"{quota} {who}", window)
            if not purse.left and purse.elsewhere:
                self._fill(purse, self.seal(f"{quota} {who}"))
            refused = not purse.left
            purse.left -= 0 if refused else 1
            left = purse.left + purse.elsewhere
        return Standing(quota, self.limit, left, window + WINDOW_SECONDS - seconds, refused)

    def _purse(self, name: str, window: int) -> _Purse:
        purse = self._purses.get(name)
        if purse is None or purse.window != window:
            if len(self._purses) >= _MOST_MARKS:
                self._purses = {name: kept for name, kept in self._purses.items() if kept.window == window}
            purse = self._purses[name] = _Purse(window)
        return purse

    def _fill(self, purse: _Purse, mark: str) -> None:
        wanted = max(1, self.limit // _PARTS)
        try:
            more, purse.elsewhere = allowances.take(self.engine, mark, purse.window, wanted, self.limit)
        except OperationalError:
            more = max(0, min(wanted, self.limit - purse.given))
        purse.left += more
        purse.given += more


def init_limits(app: Flask) -> None:
    settings: Settings = app.extensions["factcheck.settings"]
    key = settings.secrets()[0].encode()

    def seal(name: str) -> str:
        return hmac.new(key, f"factcheck limit {name}".encode(), hashlib.sha256).hexdigest()

    app.extensions[_EXTENSION] = Limiter(app.extensions["factcheck.engine"], settings.rate_limit, seal)
    app.after_request(_tell)


def spend(quota: Quota, who: str) -> None:
    """Count this request once. Raises TooOften."""
    limiter: Limiter = current_app.extensions[_EXTENSION]
    if not limiter.limit or "standing" in g:
        return
    g.standing = limiter.spend(quota, who, now())
    if g.standing.refused:
        raise TooOften("That was too many requests: wait %(seconds)s seconds.", seconds=g.standing.seconds)


def spend_as_network() -> None:
    """Count this request for the network it comes from. Raises TooOften."""
    spend(Quota.NETWORK, network(request.remote_addr))


def _tell(response: Response) -> Response:
    """The limit and what is left of it, as draft-ietf-httpapi-ratelimit-headers has them."""
    found: Standing | None = g.pop("standing", None)
    if found is not None:
        policy = f'"{found.quota}";q={found.limit};w={WINDOW_SECONDS}'
        response.headers["RateLimit-Policy"] = policy
        response.headers["RateLimit"] = f'"{found.quota}";r={found.left};t={found.seconds}'
        if found.refused:
            response.headers["Retry-After"] = str(found.seconds)
    return response
