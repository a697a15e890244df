"""Which addresses on the network the desk may go to: public ones, and of named hosts private ones too.

Pure. After the special-purpose registries of IANA and the URL standard's rule that a host which ends in a
number is an IPv4 address (https://url.spec.whatwg.org/#ends-in-a-number-checker).
"""

import ipaddress
import re
from dataclasses import dataclass

import idna
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_UNSAFE = re.compile(r"[\s\\\x00-\x20\x7f]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),
    )
)
_UNICAST = ipaddress.ip_network("2000::/3")
_TUNNELS = tuple(map(ipaddress.ip_network, ("2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20")))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Forbidden(Exception):
    """The desk does not go there; `reason` is a word of the sentence about it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Target:
    """An address taken apart once: nothing reads the text of it again, so no two readers can differ."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What the Host field says."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        return named if self.port == _PORTS[self.scheme] else f"{named}:{self.port}"


def parse(url: str, allowed: frozenset[str] = frozenset()) -> Target:
    """The parts of a web address. Raises Forbidden for one with a user's name, a host written as a number,
    a scheme other than http and https, or a port other than 80 and 443 where the host is not allowed."""
    if _UNSAFE.search(url):
        raise Forbidden("malformed")
    try:
        parts = parse_url(url)
        host = _host((parts.host or "").strip("[]"))
    except (LocationParseError, idna.IDNAError, UnicodeError, ValueError) as error:
        raise Forbidden("malformed") from error
    if parts.scheme not in _PORTS:
        raise Forbidden("scheme")
    if parts.auth is not None:
        raise Forbidden("userinfo")
    port = parts.port or _PORTS[parts.scheme]
    if port not in _PORTS.values() and host not in allowed:
        raise Forbidden("port")
    path = Url(path=parts.path or "/", query=parts.query).url
    target = Target("", parts.scheme, host, port, path)
    return Target(f"{target.scheme}://{target.authority}{path}", target.scheme, host, port, path)


def _host(written: str) -> str:
    """The host in one spelling: a name in small ASCII letters, or an address as everybody writes it."""
    if ":" in written:
        return str(ipaddress.IPv6Address(written))  # with a zone it is link-local, and refused later
    name = written.rstrip(".").lower()
    if not name.isascii():
        name = idna.encode(name, uts46=True).decode()
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        if not re.fullmatch(r"(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}", name):
            raise Forbidden("number")
        return str(ipaddress.IPv4Address(name))
    if not _NAME.fullmatch(name):
        raise Forbidden("malformed")
    return name


def is_public(address: Address) -> bool:
    """Whether it is an address of the open internet, and none that carries another one inside."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:  # how a network without IPv4 reaches it
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _UNICAST or any(address in net for net in _TUNNELS):
            return False
    elif any(address in net for net in _NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def is_private(address: Address) -> bool:
    """Whether it is an address of a house's own network or of this machine: what an allowed host may have.
    Link-local ones, where clouds keep their secrets, never are."""
    if isinstance(address, ipaddress.IPv6Address):
        return address.is_loopback or address in ipaddress.ip_network("fc00::/7")
    inside = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
    return any(address in ipaddress.ip_network(net) for net in inside)


def check(answers: list[str], *, allowed: bool) -> tuple[str, ...]:
    """The addresses of a host, all of them fit to go to. Raises Forbidden where one is not: a name that
    leads both outside and inside is not to be trusted."""
    for answer in answers:
        try:
            address = ipaddress.ip_address(answer)
        except ValueError as error:
            raise Forbidden("malformed") from error
        if not (is_public(address) or (allowed and is_private(address))):
            raise Forbidden("private")
    return tuple(answers)
