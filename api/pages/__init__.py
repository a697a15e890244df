"""The review desk, server-rendered: a blueprint a page."""

from flask import Flask


def register(app: Flask) -> None:
    """Join the desk's blueprints to the application."""
