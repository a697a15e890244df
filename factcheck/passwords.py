"""Passwords (argon2id) and the secrets of tokens."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Takes about 0.1 s, which is the point."""
    return _hasher.hash(password)


def matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def new_token() -> str:
    """A token's secret: 256 random bits, marked as this program's so that scanners find a leaked one."""
    return f"factcheck_{secrets.token_urlsafe(32)}"
