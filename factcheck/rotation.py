"""New keys in place of old ones, without anybody losing what the old ones made.

The key that signs sessions: the one before is laid aside in `secret_key.before` and still accepted, what it
enciphered is enciphered anew. The key that signs bundles: the public one before is kept in
`signing_keys.before`, so that `factcheck log head` names it and old bundles are still known.
"""

import os
import secrets
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlmodel import Session

from claims.errors import InvalidInput
from factcheck import second_factor
from factcheck.settings import Settings
from factcheck.signing import earlier_keys, signer

KEY_FILES = ("secret_key", "secret_key.before", "signing_key", "signing_keys.before")
"""Of the data folder; no backup has them. Those that end with `before` are there once a key was changed."""

_KEPT = 3
"""Keys that are still accepted: a log-in lasts a day, a link in a mail two."""


def rotate_secret(session: Session, settings: Settings) -> int:
    """A new key for sessions and second factors; returns how many of these were enciphered anew.

    The old key is laid aside before the new one is in its place, so that whoever is stopped half-way loses
    nothing and begins again. Where the key is in the settings, that is where it changes: only second factors
    are enciphered anew then, with the new one.
    """
    if not settings.secret_key:
        kept = [settings.secret(), *_laid_aside(settings)][:_KEPT]
        replace(settings.home / "secret_key.before", "\n".join(kept))
        replace(settings.home / "secret_key", secrets.token_urlsafe(48))
    return second_factor.encipher_anew(session, settings.secrets())


def forget_old_secrets(settings: Settings) -> None:
    """Accept nothing any more that an old key signed. To be done when what it enciphered is enciphered anew.
    Raises InvalidInput where old keys are in the settings."""
    (settings.home / "secret_key.before").unlink(missing_ok=True)
    if settings.old_secret_keys:
        raise InvalidInput("Take the key that leaked out of FACTCHECK_OLD_SECRET_KEYS too.")


def rotate_signing_key(settings: Settings) -> tuple[str, str]:
    """The desk signs with a new key from now on; returns the public keys, the old one first."""
    old = signer(settings).key
    replace(settings.home / "signing_keys.before", "\n".join([old, *earlier_keys(settings)]))
    replace(settings.home / "signing_key", Ed25519PrivateKey.generate().private_bytes_raw().hex())
    return old, signer(settings).key


def _laid_aside(settings: Settings) -> list[str]:
    path = settings.home / "secret_key.before"
    return path.read_text().split() if path.exists() else []


def replace(path: Path, text: str) -> None:
    """Put a file in the place of another, whole or not at all, readable by its owner only."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    with open(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
