"""The tree against the recursive definition of RFC 9162, 2.1.1 and 2.1.3.1."""

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.merkle import continuation, continues, grow, proves

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


def _continued(size: int, found: list[bytes], whole: bool = True) -> tuple[bytes, ...]:
    if size == len(found):
        return () if whole else (_head(found),)
    cut = _cut(len(found))
    if size <= cut:
        return (*_continued(size, found[:cut], whole), _head(found[cut:]))
    return (*_continued(size - cut, found[cut:], False), _head(found[:cut]))


@given(entries.filter(bool))
def test_every_earlier_head_is_proved_to_be_the_beginning_as_the_definition_has_it(
    found: list[bytes],
) -> None:
    top = (len(found), _head(found))
    for size in range(1, len(found) + 1):
        proof = continuation(found, size)
        assert proof == _continued(size, found)
        assert continues((size, _head(found[:size])), top, proof)


@given(entries.filter(lambda found: len(found) > 1), st.data())
def test_a_list_that_was_written_anew_is_no_continuation(found: list[bytes], data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(found) - 1))
    changed = data.draw(st.integers(0, size - 1))
    anew = [*found[:changed], found[changed] + b"x", *found[changed + 1 :]]
    older, top = (size, _head(found[:size])), (len(anew), _head(anew))
    assert not continues(older, top, continuation(anew, size))
    assert not continues(older, top, ())
    proof = continuation(found, size)
    assert not continues(older, (len(found), _sha(_head(found))), proof)
    assert not continues((size, _sha(older[1])), (len(found), _head(found)), proof)
    assert not continues(older, (len(found), _head(found)), (*proof, older[1]))
    assert not continues((0, _head([])), (len(found), _head(found)), proof)


def test_there_is_no_proof_from_what_the_list_never_reached() -> None:
    with pytest.raises(IndexError):
        continuation([b"a"], 2)
    with pytest.raises(IndexError):
        continuation([b"a"], 0)


@pytest.mark.long
def test_a_million_entries_take_seconds() -> None:
    begun = time.monotonic()
    tree = grow((number.to_bytes(32, "big") for number in range(1_000_000)), [0, 765_432, 999_999])
    assert time.monotonic() - begun < 30
    assert len(tree.proofs[765_432]) == 20
    assert proves((765_432).to_bytes(32, "big"), 765_432, tree.size, tree.proofs[765_432], tree.root)
