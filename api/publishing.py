"""The desk as readers know it: its name, and where its public pages are."""

from flask import request

from api.unit import settings
from factcheck.reviewing import Publisher


def publisher() -> Publisher:
    """By the settings; without a public address there, by the address that was asked."""
    address = settings().public_url or request.host_url
    return Publisher(settings().desk_name, address.rstrip("/"), settings().time_zone)
