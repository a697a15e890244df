"""Asking a desk over HTTP, from processes that load nothing else."""

import json
from http.client import HTTPConnection
from typing import Any


def call(
    port: int, token: str, method: str, path: str, body: Any = None, **more: str
) -> tuple[int, dict[str, Any]]:
    """Status and answer of one request on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **more}
    connection.request(method, f"/api/v1{path}", json.dumps(body) if body is not None else None, headers)
    response = connection.getresponse()
    said = response.read()
    connection.close()
    return response.status, json.loads(said)


def move(
    port: int, token: str, claim: dict[str, Any], action: str, **more: str
) -> tuple[int, dict[str, Any]]:
    """One step of a claim, as whoever looked at this version of it."""
    etag = {"If-Match": f'"{claim["version"]}"'}
    return call(port, token, "POST", f"/claims/{claim['id']}/moves", {"action": action, **more}, **etag)


def decide(port: int, token: str, claim: dict[str, Any]) -> int:
    """Try to submit a verdict; the status of the answer."""
    verdict = {"verdict": "not_enough_evidence", "rationale": "Das Register schweigt."}
    return move(port, token, claim, "submit", **verdict)[0]
