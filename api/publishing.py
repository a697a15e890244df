"""The desk as readers know it: its name, and where its public pages are."""

from flask import request, url_for

from api.unit import settings
from claims.saved_search import SavedSearch
from claims.store.filters import Filters
from factcheck.house import house_of
from factcheck.reviewing import Publisher
from factcheck.saved_searches import subject


def feed_of(search: SavedSearch) -> str | None:
    """Where a saved search can be followed; None where published claims are not for anybody, and where the
    search is about nothing but the desk's own work."""
    about = subject(Filters.model_validate(search.filters))
    if not settings().public_reading or about == Filters():
        return None
    return url_for("feeds.decisions", search=search.id)


def publisher() -> Publisher:
    """By the settings; without a public address there, by the address that was asked."""
    address = settings().public_url or request.host_url
    house = house_of(settings())
    return Publisher(house.name, address.rstrip("/"), settings().time_zone, house)
