"""The desk's signature: Ed25519 (RFC 8032), with a key that is made once and kept in the data folder."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from claims.errors import FactcheckError
from factcheck.settings import Settings, write_once

_BYTES = 32


@dataclass(frozen=True)
class Signer:
    """`key` is the public key, 64 hexadecimal digits; `sign` gives a signature, 128 of them."""

    key: str
    sign: Callable[[bytes], str]


def signer(settings: Settings) -> Signer:
    """The desk's own, made where there is none yet; its file is readable by its owner only.

    Raises FactcheckError where that file holds no key.
    """
    path = settings.home / "signing_key"
    if not path.exists():
        write_once(path, Ed25519PrivateKey.generate().private_bytes_raw().hex())
    try:
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text()))
    except ValueError as error:
        raise FactcheckError("%(path)s holds no signing key: put the desk's back.", path=path) from error
    return Signer(private.public_key().public_bytes_raw().hex(), lambda words: private.sign(words).hex())


def earlier_keys(settings: Settings) -> list[str]:
    """The public keys that the desk signed with before, the newest first."""
    path = settings.home / "signing_keys.before"
    return path.read_text().split() if path.exists() else []


def signed_by(key: str, words: bytes, signature: str) -> bool:
    """Whether the signature over the words is of the key; False too where either is none."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), words)
    except (ValueError, InvalidSignature):
        return False
    return True


def is_key(written: str) -> bool:
    """Whether this could be a public key: 64 hexadecimal digits in small letters."""
    return len(written) == 2 * _BYTES and set(written) <= set("0123456789abcdef")
