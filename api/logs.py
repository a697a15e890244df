"""What the server writes down about its own running: a line for each request, and what went wrong. No words
of articles, people or secrets: addresses are logged by their route, since some hold a key."""

import logging
import sys
import time
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name

from factcheck.settings import Settings

_REQUESTS = logging.getLogger("factcheck.requests")
_FAILURES = logging.getLogger("factcheck.failures")


def configure(settings: Settings) -> None:
    """Write what this process logs to standard error, as text or as a JSON object a line."""
    known: list[structlog.types.Processor] = [
        add_log_level,
        add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        ExtraAdder(),
    ]
    if settings.log_format == "json":
        known.append(structlog.processors.format_exc_info)
        renderer: structlog.types.Processor = structlog.processors.JSONRenderer()
    else:
        renderer = structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=known, processors=[ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())


def init_logs(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_end)
    app.log_exception = _fail  # type: ignore[method-assign] # Flask's own writes down the whole address


def _begin() -> None:
    g.begun = time.perf_counter()
    g.request_id = uuid4().hex


def _end(response: Response) -> Response:
    """The answer carries the number under which the log has it, for whoever reports a failure."""
    if "begun" in g:
        response.headers["X-Request-Id"] = g.request_id
        took = time.perf_counter() - g.begun
        _REQUESTS.info(
            "request", extra=_facts() | {"status": response.status_code, "ms": round(1000 * took, 1)}
        )
    return response


def _fail(exc_info: Any) -> None:
    _FAILURES.error("failure", exc_info=exc_info, extra=_facts())


def _facts() -> dict[str, Any]:
    rule, account = request.url_rule, g.get("account")
    ids = {name: value for name, value in (request.view_args or {}).items() if isinstance(value, int)}
    return {
        "request_id": g.get("request_id"),
        "method": request.method,
        "route": rule.rule if rule else None,
        "account": account.id if account else None,
        **ids,
    }
