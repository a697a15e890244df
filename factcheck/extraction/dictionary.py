"""simplemma's dictionaries, read where a word is looked up and not as a whole.

A dictionary is a run of up to a million records, each written as what it does not share with the one before
it (docs of simplemma 2.0.0, `frontcode`). To read all of the German one takes a second, longer than all else
that a short article costs. Here one regular expression finds the records that share less than `_PREFIX` bytes
with the one before them: the block from one of these to the next has the words that begin alike, and is read
when the first of them is asked for. It is kept, so that who asks for many words has soon read everything.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from simplemma.strategies.dictionaries.dictionary_factory import (
    CachingDictionaryFactory,
    DecodedStrMapping,
    _read_decompressed,
)
from simplemma.strategies.dictionaries.frontcode import _SAME_AS_PREV, _iter_records, _read_header

_PREFIX = 5
"""Bytes: with fewer the blocks are longer to read, with more there are more of them to find."""

_NOTHING: Mapping[bytes, bytes] = {}


@lru_cache(maxsize=1)
def _block() -> "re.Pattern[bytes]":
    """A block: how much its first record shares, what is new in it, whether its form is the one before, and
    the records that go on from it."""
    numbers = sorted(range(256), key=lambda number: abs(number - 3))  # frequent ones are tried first
    written = ((bytes([n]) if n < 128 else bytes([n & 127 | 128, n >> 7]), n) for n in numbers)
    counted = b"(?:" + b"|".join(re.escape(sign) + rb"[\s\S]{%d}" % n for sign, n in written) + b")"
    same = rb"\x%02x" % _SAME_AS_PREV
    other = rb"[^%s]%s" % (same, counted)
    further = rb"(?:[\x%02x-\x7f]|[\x80-\xff][\x01-\x7f])%s(?:%s|%s)" % (_PREFIX, counted, same, other)
    shared = rb"[\x00-\x%02x]" % (_PREFIX - 1)
    return re.compile(rb"(%s)(%s)(?:(%s)|%s)(?:%s)*+" % (shared, counted, same, other, further))


class Dictionary(DecodedStrMapping):
    """The words of a language with their dictionary forms. `_firsts` are the beginnings of the blocks,
    `_starts` the places of the records behind them, `_continued` those whose first form is the last one
    before."""

    def __init__(self, language: str) -> None:
        self._data = _read_decompressed(language)
        reversed_, self._length, begin = _read_header(self._data)
        self._firsts, self._starts = [b""], [begin]
        self._continued = set[bytes]()
        for block in _block().finditer(self._data, begin):
            shared, new, same = block.groups()
            self._firsts.append((self._firsts[-1][: shared[0]] + new[1 if new[0] < 128 else 2 :])[:_PREFIX])
            self._starts.append(block.end())
            if same:
                self._continued.add(self._firsts[-1])
        if reversed_ or self._starts[-1] != len(self._data):
            raise ValueError("simplemma writes its dictionaries in another way")
        self._numbers = {first: number for number, first in enumerate(self._firsts)}
        self._read: dict[bytes, Mapping[bytes, bytes]] = {b"": _NOTHING}

    def _lookup(self, key: str) -> str | None:
        word = key.encode()
        first = word[:_PREFIX]
        block = self._read.get(first)
        if block is None:
            if first not in self._numbers:
                return None
            block = self._block_of(first)
        value = block.get(word)
        return None if value is None else value.decode()

    def _block_of(self, first: bytes) -> Mapping[bytes, bytes]:
        """The words with this beginning, and their forms as they are written: in UTF-8."""
        if first not in self._read:
            number = self._numbers[first]
            before = self._firsts[number - 1]
            form = list(self._block_of(before).values())[-1] if first in self._continued else b""
            written = self._data[self._starts[number - 1] : self._starts[number]]
            self._read[first] = {word: form for _, word, form in _iter_records(written, 0, before, form)}
        return self._read[first]

    def __iter__(self) -> Iterator[str]:
        for first in self._firsts:
            yield from map(bytes.decode, self._block_of(first))

    def __len__(self) -> int:
        return self._length


class _Dictionaries(CachingDictionaryFactory):
    """Where simplemma's strategies get the dictionary of a language from."""

    def _get_dictionary_uncached(self, lang: str) -> Dictionary:
        return Dictionary(lang)


DICTIONARIES = _Dictionaries()
