"""The second factor: one-time codes by time (RFC 6238: SHA-1, 6 digits, 30 seconds, as every authenticator
has them) and recovery codes.

The secret is kept enciphered (AES-256-GCM) with a key that is derived from the desk's (HKDF, RFC 5869) and
bound to the account, so that a copy of the database alone gives no codes. A code of the step before and
after counts too, since clocks differ; none is taken twice.
"""

import base64
import re
import secrets
from collections.abc import Iterator
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlmodel import Session

from claims.account import Account
from claims.errors import Conflict, FactcheckError, InvalidInput
from claims.store import accounts, logins

_SECRET_BYTES, _NONCE_BYTES = 20, 12
_DIGITS, _STEP_SECONDS = 6, 30
_AROUND = (-1, 0, 1)
RECOVERY_CODES = 10
_RECOVERY_BYTES = 15
"""120 bits: nobody guesses one, so a fast digest keeps it."""


def prepare(session: Session, account: Account, *, keys: tuple[str, ...]) -> None:
    """A new secret that does not count yet. Raises Conflict where one does."""
    if account.totp_since is not None:
        raise Conflict("There is a second factor already: remove it first.")
    account.totp_secret = _seal(secrets.token_bytes(_SECRET_BYTES), account, keys[0])
    account.totp_step = None
    session.add(account)


def confirm(
    session: Session, account: Account, code: str, *, at: datetime, keys: tuple[str, ...]
) -> list[str]:
    """Let the secret that was prepared count, since a first code proves that somebody has it. Returns the
    recovery codes, to be shown once. Raises Conflict, InvalidInput."""
    if account.totp_since is not None or account.totp_secret is None:
        raise Conflict("There is no second factor to confirm: begin again.")
    if not _take_timed(account, _plain(code), at, keys):
        raise InvalidInput("This is not the code of this moment: look again, and at the clock of the device.")
    account.totp_since = at
    session.add(account)
    return renew_recovery_codes(session, account, at)


def renew_recovery_codes(session: Session, account: Account, at: datetime) -> list[str]:
    """New recovery codes in place of the old ones, to be shown once. Raises Conflict."""
    if account.totp_since is None:
        raise Conflict("There is no second factor.")
    codes = [_encode(secrets.token_bytes(_RECOVERY_BYTES)) for _ in range(RECOVERY_CODES)]
    logins.set_recovery_codes(session, account.id or 0, codes, at)
    return [grouped(code) for code in codes]


def remove(session: Session, account: Account, at: datetime) -> None:
    account.totp_secret = account.totp_since = account.totp_step = None
    session.add(account)
    logins.set_recovery_codes(session, account.id or 0, (), at)


def take(session: Session, account: Account, code: str, *, at: datetime, keys: tuple[str, ...]) -> bool:
    """Whether this is a code of the account, by time or for recovery, that was not taken before; it is
    taken then."""
    if account.totp_since is None:
        return False
    plain = _plain(code)
    if re.fullmatch(r"\d{6}", plain):
        session.add(account)
        return _take_timed(account, plain, at, keys)
    return logins.use_recovery_code(session, account.id or 0, plain, at)


def secret_in_words(account: Account, keys: tuple[str, ...]) -> str:
    """The secret as authenticators take it by hand: Base32 (RFC 4648) in groups of four."""
    return grouped(_encode(_unseal(account, keys)))


def address(account: Account, issuer: str, keys: tuple[str, ...]) -> str:
    """What the QR code says: an `otpauth:` address with the secret."""
    return _timed(_unseal(account, keys)).get_provisioning_uri(account.name, issuer.replace(":", " "))


def encipher_anew(session: Session, keys: tuple[str, ...]) -> int:
    """Encipher all secrets with the first of these keys; returns how many there are."""
    held = [account for account in accounts.everyone(session) if account.totp_secret is not None]
    for account in held:
        account.totp_secret = _seal(_unseal(account, keys), account, keys[0])
        session.add(account)
    return len(held)


def grouped(code: str) -> str:
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _take_timed(account: Account, code: str, at: datetime, keys: tuple[str, ...]) -> bool:
    step = next(_steps_of(_timed(_unseal(account, keys)), code, int(at.timestamp())), None)
    if step is None or step <= (account.totp_step or 0):
        return False
    account.totp_step = step
    return True


def _steps_of(timed: TOTP, code: str, at: int) -> Iterator[int]:
    """The steps around this moment that have this code; all are compared, whichever it is."""
    found = [
        at // _STEP_SECONDS + off
        for off in _AROUND
        if constant_time.bytes_eq(timed.generate(at + off * _STEP_SECONDS), code.encode())
    ]
    yield from found


def _timed(secret: bytes) -> TOTP:
    return TOTP(secret, _DIGITS, SHA1(), _STEP_SECONDS)


def _plain(code: str) -> str:
    return re.sub(r"[\s-]", "", code).upper()


def _encode(secret: bytes) -> str:
    return base64.b32encode(secret).decode().rstrip("=")


def _seal(secret: bytes, account: Account, key: str) -> str:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = nonce + AESGCM(_derive(key)).encrypt(nonce, secret, _bound_to(account))
    return base64.urlsafe_b64encode(sealed).decode()


def _unseal(account: Account, keys: tuple[str, ...]) -> bytes:
    sealed = base64.urlsafe_b64decode(account.totp_secret or "")
    nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    for key in keys:
        try:
            return AESGCM(_derive(key)).decrypt(nonce, rest, _bound_to(account))
        except InvalidTag:
            continue
    raise FactcheckError(
        "The second factor of %(name)s was kept with another secret key: put that key back, or remove it "
        "with `factcheck user totp-reset`.",
        name=account.name,
    )


def _derive(key: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"factcheck second factor").derive(key.encode())


def _bound_to(account: Account) -> bytes:
    return f"account {account.id}".encode()
