"""A web of the tests' own: servers on this machine, a resolver that knows only their names, and canaries."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme


@dataclass
class Names:
    """A resolver: a name's answers in turn, the last one again and again. It counts what it is asked."""

    answers: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, _port: int) -> list[str]:
        self.asked.append(host)
        if host not in self.answers:
            if host.replace(".", "").isdigit() or ":" in host:
                return [host]
            raise OSError("no such name")
        known = self.answers[host]
        return known[min(self.asked.count(host), len(known)) - 1]


Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server that runs: its port, and the paths that were asked for."""

    port: int
    pages: dict[str, Answer]
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def page(
    content: bytes, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Answer:
    """An answer with a body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", media_type)
        request.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value.encode().decode("latin-1"))
        request.end_headers()
        request.wfile.write(content)

    return answer


def moved(to: str, status: int = 302) -> Answer:
    """An answer that sends on."""
    return page(b"", status=status, Location=to)


@contextmanager
def site(pages: dict[str, Answer], tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve these pages on 127.0.0.1 until the block ends."""
    running = Site(0, pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.asked.append(self.path)
            running.headers.append(dict(self.headers.items()))
            try:
                running.pages.get(self.path, page(b"nothing here", status=404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    running.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Canary:
    """A port on which nobody may ever knock."""

    port: int
    knocks: list[str] = field(default_factory=list)


@contextmanager
def canary(host: str = "127.0.0.1") -> Iterator[Canary]:
    """Listen, and note whoever connects."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as listening:
        bird = Canary(listening.getsockname()[1])

        def listen() -> None:
            while True:
                try:
                    caller, address = listening.accept()
                except OSError:
                    return
                bird.knocks.append(str(address))
                caller.close()

        threading.Thread(target=listen, daemon=True).start()
        yield bird
        listening.shutdown(socket.SHUT_RDWR)


def authority(*names: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's certificate for these names, and the trust that a client needs in who signed it."""
    signing = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    signing.issue_cert(*names).configure_cert(server)
    client = ssl.create_default_context()
    signing.configure_trust(client)
    return server, client
