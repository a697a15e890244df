"""Feeds as publishers give them, in the shapes that are in use."""

import json
from typing import Any

CLAIM = "Die Stadtwerke Ostheim haben 2024 zwölf neue Straßenbahnen bestellt."


def review(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A ClaimReview as schema.org has it."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://www.pruefstelle.example/{number}",
        "claimReviewed": CLAIM,
        "datePublished": "2025-03-01",
        "inLanguage": "de-DE",
        "name": "Straßenbahnen für Ostheim",
        "author": {"@type": "Organization", "name": "Prüfstelle", "url": "https://www.pruefstelle.example/"},
        "reviewRating": {"@type": "Rating", "alternateName": "Größtenteils falsch", "ratingValue": "2"}
        | {"bestRating": "5", "worstRating": "1"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Karla Wendisch"}},
    } | changes


def data_commons(*reviews: dict[str, Any]) -> dict[str, Any]:
    items = [{"@type": "DataFeedItem", "url": each.get("url"), "item": [each]} for each in reviews]
    return {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": items}


def google(*reviews: dict[str, Any]) -> dict[str, Any]:
    """An answer of claims:search."""
    return {
        "claims": [
            {
                "text": each["claimReviewed"],
                "claimant": "Karla Wendisch",
                "claimDate": "2025-02-01T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "Prüfstelle", "site": "pruefstelle.example"},
                        "url": each["url"],
                        "title": each["name"],
                        "reviewDate": "2025-03-01T00:00:00Z",
                        "textualRating": each["reviewRating"]["alternateName"],
                        "languageCode": "de",
                    }
                ],
            }
            for each in reviews
        ],
        "nextPageToken": "10",
    }


def page(*reviews: dict[str, Any]) -> bytes:
    """A web page with JSON-LD among what else is in it."""
    other = json.dumps({"@context": "https://schema.org", "@type": "WebSite", "name": "Prüfstelle"})
    scripts = [other, "{ not json", *(json.dumps(each, ensure_ascii=False) for each in reviews)]
    tags = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head>{tags}</head><body><p>Text</p></body></html>".encode()


def dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
