"""The tree against the recursive definition of RFC 9162, 2.1.1 and 2.1.3.1."""

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.merkle import grow, proves

entries = st.lists(st.binary(max_size=4), max_size=40)


def _sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _cut(size: int) -> int:
    """The largest power of two smaller than the size."""
    return 1 << (size - 1).bit_length() - 1


def _head(found: list[bytes]) -> bytes:
    if not found:
        return _sha(b"")
    if len(found) == 1:
        return _sha(b"\x00" + found[0])
    cut = _cut(len(found))
    return _sha(b"\x01" + _head(found[:cut]) + _head(found[cut:]))


def _path(position: int, found: list[bytes]) -> tuple[bytes, ...]:
    if len(found) == 1:
        return ()
    cut = _cut(len(found))
    if position < cut:
        return (*_path(position, found[:cut]), _head(found[cut:]))
    return (*_path(position - cut, found[cut:]), _head(found[:cut]))


@given(entries)
def test_head_and_proofs_are_those_of_the_definition(found: list[bytes]) -> None:
    tree = grow(iter(found), range(len(found)))
    assert (tree.size, tree.root) == (len(found), _head(found))
    assert tree.proofs == {position: _path(position, found) for position in range(len(found))}
    for position, entry in enumerate(found):
        assert proves(entry, position, tree.size, tree.proofs[position], tree.root)


def test_the_head_of_nothing_and_of_one_empty_entry_are_well_known() -> None:
    assert grow([]).root.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert grow([b""]).root.hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"


@given(entries.filter(bool), st.data())
def test_a_proof_holds_for_nothing_else(found: list[bytes], data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(found) - 1))
    tree = grow(found, [position])
    proof, entry = tree.proofs[position], found[position]
    assert not proves(entry + b"x", position, tree.size, proof, tree.root)
    assert not proves(entry, position, tree.size, proof, _sha(tree.root))
    assert not proves(entry, position, tree.size, (*proof, tree.root), tree.root)
    assert not proves(entry, tree.size, tree.size, proof, tree.root)
    assert not proves(entry, -1, tree.size, proof, tree.root)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        assert not proves(entry, position, tree.size, (*proof[:at], *proof[at + 1 :]), tree.root)
        flipped = bytes([proof[at][0] ^ 1]) + proof[at][1:]
        assert not proves(entry, position, tree.size, (*proof[:at], flipped, *proof[at + 1 :]), tree.root)


def test_there_is_no_proof_for_what_is_not_in_it() -> None:
    with pytest.raises(IndexError):
        grow([b"a"], [1])


@pytest.mark.long
def test_a_million_entries_take_seconds() -> None:
    begun = time.monotonic()
    tree = grow((number.to_bytes(32, "big") for number in range(1_000_000)), [0, 765_432, 999_999])
    assert time.monotonic() - begun < 30
    assert len(tree.proofs[765_432]) == 20
    assert proves((765_432).to_bytes(32, "big"), 765_432, tree.size, tree.proofs[765_432], tree.root)
