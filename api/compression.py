"""Answers of the API in gzip, where the program takes it and it is worth it.

Only the API: pages hold the token of their forms, which the length of a compressed answer could give away to
whoever can make a browser ask for it with words of their choice (BREACH). No answer of the API holds a secret
beside what was asked for, and no browser adds a log-in to a request of somebody else.

A compressed answer is another representation, so its ETag is another one: the version with `-gzip` behind it,
which If-Match and If-None-Match take like the bare one.
"""

import gzip

from flask import Flask, Response, request

_LEAST_BYTES = 1024
_LEVEL = 6
_SUFFIX = "-gzip"
_TEXTUAL = ("application/json", "application/problem+json", "application/ld+json", "text/")


def init_compression(app: Flask) -> None:
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    if not request.path.startswith("/api/") or not (response.mimetype or "").startswith(_TEXTUAL):
        return response
    if response.mimetype == "text/html":
        return response  # the documentation is a page, and a report may be one
    response.vary.add("Accept-Encoding")
    if _is_known(response):
        return response
    if response.is_streamed or "Content-Encoding" in response.headers or response.status_code in (204, 304):
        return response
    content = response.get_data()
    if len(content) < _LEAST_BYTES or request.accept_encodings["gzip"] <= 0:
        return response
    response.set_data(gzip.compress(content, _LEVEL, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    etag, _ = response.get_etag()
    if etag is not None:
        response.set_etag(f"{etag}{_SUFFIX}")
    return response


def _is_known(response: Response) -> bool:
    """Whether the caller has this very answer compressed; it is 304 then."""
    etag, _ = response.get_etag()
    compressed = f"{etag}{_SUFFIX}"
    if etag is None or request.method not in ("GET", "HEAD") or response.status_code != 200:
        return False
    if not request.if_none_match.contains_weak(compressed):
        return False
    response.set_etag(compressed)
    response.make_conditional(request)
    return True
