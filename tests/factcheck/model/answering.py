"""A server on this machine that speaks as an OpenAI-compatible one does, well or badly."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Handler = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@contextmanager
def serving(handler: Handler) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The address as far as /v1, and every question asked there with its headers."""
    asked: list[dict[str, Any]] = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, "headers": dict(self.headers), "body": body})
            handler(self, body)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def saying(content: str) -> Handler:
    """Answers with these words, whatever is asked."""
    return lambda handler, _body: send(handler, completion(content))


def marking(*claims: tuple[int, str]) -> Handler:
    """Answers with claims given as sentence number and words."""
    items = [
        {"sentence": number, "words": words, "kind": "event", "speaker": None} for number, words in claims
    ]
    return saying(json.dumps({"claims": items}))


def refusing(status: int) -> Handler:
    return lambda handler, _body: send(handler, b'{"error": {"message": "no"}}', status)


def sending(body: bytes) -> Handler:
    """Answers with these bytes instead of a completion."""
    return lambda handler, _body: send(handler, body)


def dripping(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    """A body that never ends: no read times out."""
    handler.send_response(200)
    handler.end_headers()
    _drip(handler, b" ")


def dripping_header(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    """A header that never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(handler, b"a")


def _drip(handler: BaseHTTPRequestHandler, byte: bytes) -> None:
    """A byte every twentieth of a second, until the other side is gone."""
    try:
        while True:
            handler.wfile.write(byte)
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def silent(_handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    time.sleep(3)


def breaking_off(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def redirecting(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:1/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()
