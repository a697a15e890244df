"""A Merkle tree over a list, as RFC 9162 (2.1) has it: a head that stands for all entries in their order, and
for each entry a short proof that it is among them; and for an earlier head a proof that the list only grew.

A leaf is the SHA-256 of a zero byte and the entry, a node that of a one byte and its two children, so that no
node can be taken for an entry. Entries and hashes are bytes; positions count from 0.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

_LEAF, _NODE = b"\x00", b"\x01"


@dataclass(frozen=True)
class Tree:
    """The head over so many entries, and the proofs that were asked for, by position."""

    size: int
    root: bytes
    proofs: dict[int, tuple[bytes, ...]]


def grow(entries: Iterable[bytes], wanted: Collection[int] = ()) -> Tree:
    """The tree over the entries, each read once, with proofs for the wanted positions.

    Level by level: a node without a neighbour goes up as it is, which gives the tree of the RFC. Raises
    IndexError for a position that there is not.
    """
    level = [hashlib.sha256(_LEAF + entry).digest() for entry in entries]
    size = len(level)
    if any(not 0 <= position < size for position in wanted):
        raise IndexError("there is no such entry")
    paths: dict[int, list[bytes]] = {position: [] for position in wanted}
    height = 0
    while len(level) > 1:
        for position, path in paths.items():
            neighbour = (position >> height) ^ 1
            if neighbour < len(level):
                path.append(level[neighbour])
        level = _above(level)
        height += 1
    root = level[0] if level else hashlib.sha256().digest()
    return Tree(size, root, {position: tuple(path) for position, path in paths.items()})


def _above(level: list[bytes]) -> list[bytes]:
    nodes = [_node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
    return nodes + level[-1:] if len(level) % 2 else nodes


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()


def proves(entry: bytes, position: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from the entry at its position in a tree of this size to the root (RFC 9162,
    2.1.3.2)."""
    if not 0 <= position < size:
        return False
    node, last = hashlib.sha256(_LEAF + entry).digest(), size - 1
    for step in proof:
        if last == 0:
            return False
        if position % 2 or position == last:
            node = _node(step, node)
            while position % 2 == 0 and position:
                position, last = position >> 1, last >> 1
        else:
            node = _node(node, step)
        position, last = position >> 1, last >> 1
    return last == 0 and node == root


def continuation(entries: Iterable[bytes], size: int) -> tuple[bytes, ...]:
    """The proof that the tree over the first `size` entries is the beginning of the tree over all (RFC 9162,
    2.1.4.1). Raises IndexError where there are fewer entries, or none are asked for."""
    level = [hashlib.sha256(_LEAF + entry).digest() for entry in entries]
    if not 0 < size <= len(level):
        raise IndexError("there are not so many entries")
    return tuple(_continued(size, level, whole=True))


def _continued(size: int, leaves: list[bytes], *, whole: bool) -> list[bytes]:
    """`whole`: these leaves begin where the earlier tree does, whose own head needs no proof."""
    if size == len(leaves):
        return [] if whole else [_top(leaves)]
    cut = 1 << (len(leaves) - 1).bit_length() - 1
    if size <= cut:
        return [*_continued(size, leaves[:cut], whole=whole), _top(leaves[cut:])]
    return [*_continued(size - cut, leaves[cut:], whole=False), _top(leaves[:cut])]


def _top(level: list[bytes]) -> bytes:
    while len(level) > 1:
        level = _above(level)
    return level[0]


def continues(older: tuple[int, bytes], newer: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether the proof leads from the earlier head to the later one, each a size and a root (RFC 9162,
    2.1.4.2): nothing was changed, taken out or put in between, only added at the end."""
    (size, root), (grown, top) = older, newer
    if size == grown:
        return root == top and not proof
    # a whole earlier tree is a node of the later one, and stands at the beginning of its own proof
    steps = list(proof) if size & (size - 1) else [root, *proof]
    if not 0 < size < grown or not steps:
        return False
    position, last = _after_full(size - 1, grown - 1)
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if position % 2 or position == last:
            before, after = _node(step, before), _node(step, after)
            while position % 2 == 0 and position:
                position, last = position >> 1, last >> 1
        else:
            after = _node(after, step)
        position, last = position >> 1, last >> 1
    return (before, after, last) == (root, top, 0)


def _after_full(position: int, last: int) -> tuple[int, int]:
    """Both places above the nodes that are full up to the position."""
    while position % 2:
        position, last = position >> 1, last >> 1
    return position, last
