"""Addresses of the web and of people, as these and programs hand them in."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field


def _check(url: str) -> str:
    """Raises ValueError for what only looks like one: a bracket that is left open, a port that is none."""
    parts = urlsplit(url)
    if not parts.hostname or parts.port == 0:
        raise ValueError("this address names no host")
    return url


def site(address: str) -> str:
    """The host's name without www, of an address with or without its scheme. Raises ValueError."""
    return (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")


WebAddress = Annotated[str, Field(max_length=2000, pattern=r"^https?://\S+$"), AfterValidator(_check)]
"""http or https, at most 2,000 characters, and one that can be taken apart."""

MAIL_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*"
"""An e-mail address as HTML forms take it: no quotes, no names, no line ends, nothing that a header could
take for something else."""
