"""A newsroom at work on a desk that is served: reviewers, editors, readers, each a thread at a fixed seed."""

import http.client
import json
import random
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

_PATIENCE_SECONDS = 30
_MEMBERS = "Rowing: founded 2011, 14 members on 1 November."
_QUESTIONS = (
    "Der Verein hat mindestens zwölf Mitglieder.",
    "At least seven people were injured in the fire.",
    "Hat die Halle 40.000 Euro gekostet?",
    "rowing club members",
)
Answer = tuple[int, Any, str]
"""Status, what was said, ETag."""


@dataclass
class Records:
    """What came of it: seconds by kind of request, statuses that nothing explains, and each decision that a
    server said it had kept, by the number of its claim."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[tuple[str, int]] = field(default_factory=list)
    submitted: list[int] = field(default_factory=list)
    published: list[int] = field(default_factory=list)
    conflicts: int = 0


@dataclass
class Person:
    """One who works at the desk over a connection of their own, at a pace of their own."""

    port: int
    token: str
    seed: int
    pause: float
    records: Records

    def __post_init__(self) -> None:
        self._luck = random.Random(self.seed)
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_SECONDS)

    def work(self, over: threading.Event) -> None:
        while not over.wait(self._luck.uniform(0.5, 1.5) * self.pause):
            self.turn()
        self._connection.close()

    def turn(self) -> None:
        """One thing that this person does."""
        raise NotImplementedError

    def ask(self, kind: str, method: str, path: str, body: Any = None, etag: str = "") -> Answer:
        """One request. 412 and 409 say that somebody else was faster; other statuses above 399 are wrong."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        sent = json.dumps(body) if body is not None else None
        begun = time.perf_counter()
        self._connection.request(
            method, f"/api/v1{path}", sent, headers | ({"If-Match": etag} if etag else {})
        )
        response = self._connection.getresponse()
        said = response.read()
        self.records.took[kind].append(time.perf_counter() - begun)
        if response.status in (409, 412):
            self.records.conflicts += 1
        elif response.status >= 400:
            self.records.wrong.append((kind, response.status))
        return response.status, json.loads(said) if said else None, response.headers["ETag"] or ""

    def pick(self, state: str) -> dict[str, Any] | None:
        """Some claim in this state."""
        _, page, _ = self.ask("list", "GET", f"/claims?state={state}&order=worth&limit=50")
        return self._luck.choice(page["items"]) if page["items"] else None


class Reader(Person):
    """Asks whether something was checked, and looks at claims."""

    def turn(self) -> None:
        if self._luck.random() < 0.3:
            self.ask("check", "POST", "/check", {"text": self._luck.choice(_QUESTIONS)})
        else:
            claim = self.pick(self._luck.choice(("published", "open", "proposed")))
            if claim is not None:
                self.ask("claim", "GET", f"/claims/{claim['id']}")


class Reviewer(Person):
    """Takes a proposal through to a submitted verdict."""

    def turn(self) -> None:
        claim = self.pick("proposed")
        if claim is None:
            return
        path, etag = f"/claims/{claim['id']}", f'"{claim["version"]}"'
        for action in ("accept", "take"):
            status, _, etag = self.ask("move", "POST", f"{path}/moves", {"action": action}, etag)
            if status != 200:
                return
        title = quote(f"Register {self.seed}-{claim['id']}")
        source = {"title": title, "source_class": "primary", "snapshot": {"text": _MEMBERS}}
        evidence = {"source": source, "quote": "14 members", "stance": "supports"}
        status, cited, _ = self.ask("cite", "POST", f"{path}/evidence", evidence, etag)
        if status != 201:
            return
        verdict = {"action": "submit", "verdict": "supported", "rationale": "The register says so."}
        etag = f'"{cited["claim"]["version"]}"'
        if self.ask("move", "POST", f"{path}/moves", verdict, etag)[0] == 200:
            self.records.submitted.append(claim["id"])


class Editor(Person):
    """Approves and publishes what reviewers submitted."""

    def turn(self) -> None:
        claim = self.pick("submitted")
        if claim is None:
            return
        path, etag = f"/claims/{claim['id']}/moves", f'"{claim["version"]}"'
        status, _, etag = self.ask("move", "POST", path, {"action": "approve"}, etag)
        if status == 200 and self.ask("move", "POST", path, {"action": "publish"}, etag)[0] == 200:
            self.records.published.append(claim["id"])


def percentile(seconds: list[float], share: float) -> float:
    """The smallest value that is not exceeded by `share` of all, in seconds."""
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]
