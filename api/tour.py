"""Asking a running desk's own pages and API once, as a newcomer would, and saying what was seen."""

import json
import re
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

_PATIENCE_SECONDS = 60
_CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_PAGES = (
    "/queue",
    "/articles",
    "/articles/1",
    "/claims/1",
    "/sources",
    "/ask?q=at+least+seven+hires+by+Meta",
)
_REPORTS = ("html", "md", "json", "csv")


class TourFailed(Exception):
    """Something did not answer as it should."""


def take_tour(address: str, password: str, token: str) -> Iterator[str]:
    """One line for each thing that was asked. Raises TourFailed."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    _wait(browser, address)
    yield f"The desk answers at {address}."
    _log_in(browser, address, "editor", password)
    yield "Logged in as editor."
    for path in (*_PAGES, *(f"/articles/1/report.{name}" for name in _REPORTS)):
        yield f"GET {path}: {len(_get(browser, address + path)):,} bytes."
    api = build_opener()
    api.addheaders = [("Authorization", f"Bearer {token}")]
    yield f"OpenAPI {_json(api, f'{address}/api/v1/openapi.json')['openapi']} is documented."
    for claim in _json(api, f"{address}/api/v1/claims?state=published")["items"]:
        yield f"Published, says the API: {claim['verdict']}: {claim['exact']}"


def _wait(browser: OpenerDirector, address: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            browser.open(f"{address}/login", timeout=10).close()
        except (URLError, ConnectionError) as error:
            if time.monotonic() > deadline:
                raise TourFailed(f"Nothing answers at {address}: {error}") from error
            time.sleep(0.2)
        else:
            return


def _log_in(browser: OpenerDirector, address: str, name: str, password: str) -> None:
    found = _CSRF.search(_get(browser, f"{address}/login"))
    if found is None:
        raise TourFailed("The log-in page has no form.")
    form = {"csrf_token": found.group(1), "name": name, "password": password}
    request = Request(f"{address}/login", urlencode(form).encode(), {"Referer": f"{address}/login"})
    if name not in _read(browser, request).lower():
        raise TourFailed("Logging in did not work.")


def _get(browser: OpenerDirector, url: str) -> str:
    return _read(browser, Request(url))


def _read(browser: OpenerDirector, request: Request) -> str:
    try:
        with browser.open(request, timeout=30) as answer:
            return str(answer.read().decode("utf-8"))
    except HTTPError as error:
        raise TourFailed(f"{request.full_url} answers {error.code}.") from error


def _json(api: OpenerDirector, url: str) -> Any:
    return json.loads(_get(api, url))
