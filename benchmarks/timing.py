"""Measuring contenders side by side: what disturbs one of them disturbs them all."""

import time
from collections.abc import Callable, Mapping
from statistics import median


def interleave(
    contenders: Mapping[str, Callable[[], object]],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
    of: Callable[[list[float]], float] = median,
) -> dict[str, float]:
    """Seconds that one call of each takes: the median of the rounds, in each of which all take their turn.
    `of` can be `min`, the least disturbed turn, for what waits for the disk and so is timed by the clock.

    One round before the first is not counted: it loads word lists and models. `clock` can be
    `time.process_time`, which counts what this process alone had of the processor.
    """
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for counted in [False] + [True] * rounds:
        for name, run in contenders.items():
            begun = clock()
            run()
            if counted:
                taken[name].append(clock() - begun)
    return {name: of(seconds) for name, seconds in taken.items()}
