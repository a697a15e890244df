"""/api/v1 for programs: a blueprint a noun."""

from flask import Flask
from flask_wtf import CSRFProtect


def register(app: Flask, csrf: CSRFProtect) -> None:
    """Join the API's blueprints to the application; tokens, not cookies, so no CSRF check."""
