"""The desk over HTTP: pages for people, /api/v1 for programs."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_babel import Babel
from flask_openapi import Info, OpenAPI
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from api import errors, health, logs, pages, rest
from api.auth import init_login
from api.pages.environment import Templates
from api.pages.frequent import Messages, language
from api.unit import settings as settings_of_this_desk
from factcheck.desk import open_desk
from factcheck.reading.confining import confine
from factcheck.settings import Settings

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


def create_app(settings: Settings | None = None) -> Flask:
    """The application: wiring only."""
    from api import (
        metrics,  # its library looks once, when it is imported, whether there are several processes
    )

    settings = settings or Settings()
    engine = open_desk(settings)
    keys = settings.secrets()
    confine()
    app = OpenAPI(__name__, info=Info(title="factcheck", version="1"), doc_ui=False)
    app.jinja_environment = Templates  # type: ignore[assignment] # Flask types it as its own, not a kind of it
    app.extensions["factcheck.settings"] = settings
    app.extensions["factcheck.engine"] = engine
    app.config.update(
        SECRET_KEY=keys[0],
        SECRET_KEY_FALLBACKS=keys[1:],
        SESSION_COOKIE_NAME="__Host-session" if settings.secure_cookies else "session",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=settings.session_hours),
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        TRUSTED_HOSTS=_hosts(settings),
        BABEL_DEFAULT_LOCALE="en",
        BABEL_DEFAULT_TIMEZONE=settings.time_zone,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0, x_host=0)  # type: ignore[method-assign]
    Babel(app, locale_selector=language).domain_instance = Messages()
    csrf = CSRFProtect(app)
    logs.init_logs(app)
    init_login(app)
    errors.init_errors(app)
    app.after_request(_harden)
    pages.register(app)
    rest.register(app, csrf)
    app.register_blueprint(health.blueprint)
    metrics.init_metrics(app)
    return app


def _hosts(settings: Settings) -> list[str] | None:
    """Whose requests are answered: those for the public address, where one is set, and this machine's own."""
    public = urlsplit(settings.public_url).hostname
    return [public, "localhost", "127.0.0.1"] if public else None


def _harden(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if settings_of_this_desk().behind_tls:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
