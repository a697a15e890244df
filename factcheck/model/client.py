"""One question to a language model behind an OpenAI-compatible address: `complete(model, …) -> str`."""

import json
import time
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from claims.errors import ModelAnswerUnusable, ModelUnreachable

if TYPE_CHECKING:
    import urllib3

_MOST_BYTES = 2_000_000
"""The longest answer that is read."""

_CONNECT_SECONDS = 5.0
_CHUNK = 16_384


@dataclass(frozen=True)
class LanguageModel:
    """Where it answers (`address` as far as `/v1`), what it is called there, the key that it asks for,
    and how many seconds one answer may take."""

    address: str
    name: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message


class _Completion(BaseModel):
    choices: tuple[_Choice, ...]


_COMPLETION = TypeAdapter(_Completion)


def complete(model: LanguageModel, instruction: str, question: str, schema: dict[str, Any]) -> str:
    """What the model answers, as it wrote it. `schema` is the JSON schema it is asked to keep to.

    Raises ModelUnreachable where asking again would not help (no connection, no key, no such model),
    ModelAnswerUnusable where this one answer failed (too slow, too long, no completion).
    """
    asked = {
        "model": model.name,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": instruction},
            {"role": "user", "content": question},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": schema},
        },
    }
    status, body = _post(model, json.dumps(asked).encode())
    if status in (401, 403, 404):
        raise ModelUnreachable(
            "The language model at %(address)s refuses to answer (HTTP %(status)s): check "
            "FACTCHECK_MODEL_URL, FACTCHECK_MODEL_NAME and FACTCHECK_MODEL_KEY.",
            address=model.address,
            status=status,
        )
    if status != 200:
        raise ModelAnswerUnusable("The language model answered with HTTP %(status)s.", status=status)
    try:
        completion = _COMPLETION.validate_json(body)
    except ValidationError as error:
        raise ModelAnswerUnusable("The language model's answer is no completion.") from error
    if not completion.choices:
        raise ModelAnswerUnusable("The language model's answer is empty.")
    return completion.choices[0].message.content


def _post(model: LanguageModel, body: bytes) -> tuple[int, bytes]:
    """The exchange, waited for no longer than the model may take: a server that sends its header byte by
    byte never lets a read time out, so it is left to a thread of its own."""
    answers: SimpleQueue[tuple[int, bytes] | Exception] = SimpleQueue()

    def exchange() -> None:
        try:
            answers.put(_exchange(model, body))
        except Exception as error:
            answers.put(error)

    Thread(target=exchange, daemon=True).start()
    try:
        answer = answers.get(timeout=model.seconds + _CONNECT_SECONDS)
    except Empty:
        raise _too_slow(model) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _exchange(model: LanguageModel, body: bytes) -> tuple[int, bytes]:
    import urllib3  # mostly no model is asked

    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if model.key:
        headers["Authorization"] = f"Bearer {model.key}"
    deadline = time.monotonic() + model.seconds
    timeout = urllib3.Timeout(connect=min(_CONNECT_SECONDS, model.seconds), read=model.seconds)
    address = f"{model.address.rstrip('/')}/chat/completions"
    with urllib3.PoolManager(retries=False, timeout=timeout) as pool:
        try:
            response = pool.request(
                "POST", address, body=body, headers=headers, redirect=False, preload_content=False
            )
            return response.status, _read(model, response, deadline)
        except (urllib3.exceptions.ConnectTimeoutError, urllib3.exceptions.NewConnectionError) as error:
            raise ModelUnreachable(
                "There is no language model at %(address)s: start it, or unset FACTCHECK_MODEL_URL.",
                address=model.address,
            ) from error
        except urllib3.exceptions.TimeoutError as error:
            raise _too_slow(model) from error
        except urllib3.exceptions.HTTPError as error:
            raise ModelAnswerUnusable("The language model's answer broke off.") from error


def _read(model: LanguageModel, response: "urllib3.BaseHTTPResponse", deadline: float) -> bytes:
    """The whole body; a read timeout alone would let a server drip one byte after the other for ever."""
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > _MOST_BYTES:
            raise ModelAnswerUnusable("The language model's answer is too long.")
        if time.monotonic() > deadline:
            raise _too_slow(model)
    return bytes(body)


def _too_slow(model: LanguageModel) -> ModelAnswerUnusable:
    return ModelAnswerUnusable(
        "The language model did not answer within %(seconds)s seconds.", seconds=f"{model.seconds:g}"
    )
