"""Has this been checked? Asked among many claims beside bare tantivy with rapidfuzz over the same texts.

Both are asked the same reworded claims, turn by turn. The bare one ORs all words of the question and orders
the best fifty by rapidfuzz; the desk does all that an answer takes: it looks whether its index is up to date,
holds candidates against the question and reads state, verdict and evidence from the database.
"""

import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import sqlalchemy as sa
import tantivy
from rapidfuzz import fuzz, process

from benchmarks.claimed import fate
from benchmarks.newsroom import make_desk
from benchmarks.sentences import tell
from claims.database import open_engine, reading, upgrade
from claims.workflow import State
from factcheck.matching.index import index_folder
from factcheck.projection import catch_up
from factcheck.search import search
from factcheck.settings import Settings

AT_MOST = 2.0
"""Times as long as bare tantivy with rapidfuzz that an answer may take."""

COMMON_AT_MOST = 10.0
"""Times as long as for a rare word that a common one may take."""

_SEED = 7
_BEST = 50
_TOP = 10
COMMON = ("Haushalte", "contract")


class Bare:
    """An index of the claims' words and nothing else."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=True, indexed=True)
        builder.add_text_field("text", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))

    def add(self, texts: Iterable[tuple[int, str]], heap: int = 256_000_000) -> None:
        writer = self._index.writer(heap_size=heap, num_threads=1)
        for number, text in texts:
            made = tantivy.Document()
            made.add_integer("number", number)
            made.add_text("text", text)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, text: str) -> list[int]:
        """The numbers of the best claims."""
        words = dict.fromkeys("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "text", word)) for word in words
        ]
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.boolean_query(clauses), _BEST, count=False).hits
        stored = [searcher.doc(address) for _, address in found]
        texts = [str(document["text"][0]) for document in stored]
        ranked = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=_BEST)
        return [int(stored[at]["number"][0]) for _, _, at in ranked]


def run(claims: int, questions: int, desk: Path | None = None) -> list[str]:
    """The lines of the result. The desk is made in `desk`, and used again where it is there, else in a folder
    that is thrown away."""
    with tempfile.TemporaryDirectory() as thrown_away:
        home = desk or Path(thrown_away)
        home.mkdir(parents=True, exist_ok=True)
        settings = Settings(home=home, database_url="")
        fresh = not settings.database_file.exists()
        engine = open_engine(settings.url)
        upgrade(engine)
        try:
            lines = [f"{claims:,} claims made in {make_desk(engine, claims=claims):.0f} s"] if fresh else []
            return [*lines, *_measure(engine, home, Path(thrown_away) / "bare", claims, questions)]
        finally:
            engine.dispose()


def _measure(engine: sa.Engine, home: Path, bare_folder: Path, claims: int, questions: int) -> list[str]:
    lines = []
    before = _resident()
    with reading(engine) as session:
        seconds = _timed(lambda: catch_up(session, home))
    folder = index_folder(home)
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    lines.append(
        f"index built (or opened) in {seconds:.0f} s, {size:,.0f} MB on disk, "
        f"{_resident() - before:,.0f} MB more of memory"
    )
    bare_folder.mkdir()
    bare = Bare(bare_folder)
    seconds = _timed(lambda: bare.add((number, tell(number, _SEED).text) for number in range(1, claims + 1)))
    lines.append(f"bare index built in {seconds:.0f} s (its texts are made meanwhile)")
    lines += _compare(engine, home, bare, claims, questions)
    lines += _by_rarity(engine, home, claims)
    return [*lines, *_write_and_ask(engine, home, bare, claims)]


def _compare(engine: sa.Engine, home: Path, bare: Bare, claims: int, questions: int) -> list[str]:
    chance = random.Random(_SEED)
    taken: dict[str, list[float]] = {"bare": [], "desk": []}
    worked: dict[str, list[float]] = {"bare": [], "desk": []}
    found = {"bare": 0, "desk": 0}
    for at in range(questions + 5):
        if at == 5:
            gc.freeze()  # as the server does once it is warm
        number = _standing(chance, claims)
        asked = tell(number, _SEED).asked[at % 2]
        for name, ask in (("bare", bare.ask), ("desk", lambda text: _ask(engine, home, text))):
            begun, busy = time.perf_counter(), time.process_time()
            answered = ask(asked)
            seconds, work = time.perf_counter() - begun, time.process_time() - busy
            if at >= 5:  # the first ones load word lists and files
                taken[name].append(seconds)
                worked[name].append(work)
                found[name] += number in answered[:_TOP]
    said = {name: _described(taken[name], found[name] / questions) for name in taken}
    ratio = [_share(times, measure) for times in (taken, worked) for measure in (median, _p99)]
    return [
        f"bare tantivy and rapidfuzz  {said['bare']}",
        f"the desk's whole answer     {said['desk']}",
        f"takes {ratio[0]:.1f} times as long by the median, {ratio[1]:.1f} times by the 99th percentile "
        f"(at most {AT_MOST:.0f})",
        f"by the processor's time {ratio[2]:.1f} and {ratio[3]:.1f} times: "
        f"{1000 * median(worked['bare']):.1f} and {1000 * median(worked['desk']):.1f} ms by the median",
    ]


def _described(taken: list[float], recall: float) -> str:
    return (
        f"median {1000 * median(taken):.1f} ms, 99 % within {1000 * _p99(taken):.1f} ms, "
        f"{recall:.1%} of {len(taken)} reworded claims in the top ten"
    )


def _share(taken: dict[str, list[float]], measure: Callable[[list[float]], float]) -> float:
    return measure(taken["desk"]) / measure(taken["bare"])


def _p99(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(0.99 * len(taken)))]


def _by_rarity(engine: sa.Engine, home: Path, claims: int) -> list[str]:
    """A word that many claims have, beside names that hardly any has."""
    chance = random.Random(_SEED)
    common, rare = [], []
    for at in range(20):
        name = tell(_standing(chance, claims), _SEED).person.split()[-1]
        common.append(_seconds(engine, home, COMMON[at % 2]))
        rare.append(_seconds(engine, home, name))
    ratio = median(common) / median(rare)
    return [
        f"a common word {1000 * median(common):.1f} ms, a rare one {1000 * median(rare):.1f} ms: "
        f"{ratio:.1f} times (at most {COMMON_AT_MOST:.0f})"
    ]


def _write_and_ask(engine: sa.Engine, home: Path, bare: Bare, claims: int) -> list[str]:
    """Another process takes an article in; the next question finds its claim."""
    words = f"Die Sternwarte Quellental hat im Jahr 2025 genau {os.getpid()} Meteoriten vermessen."
    environment = {**os.environ, "FACTCHECK_HOME": str(home), "FACTCHECK_DATABASE_URL": ""}
    command = [sys.executable, "-m", "factcheck", "add", "-", "--lang", "de"]
    subprocess.run(command, input=words.encode(), env=environment, check=True, stdout=subprocess.DEVNULL)
    answered: list[int] = []
    seconds = _timed(lambda: answered.extend(_ask(engine, home, words)))
    alone = _timed(lambda: bare.add([(claims + 1, words)], heap=30_000_000))
    seen = "found" if any(number > claims for number in answered[:_TOP]) else "NOT FOUND"
    return [
        f"a claim that another process wrote is {seen} by the next question, in {1000 * seconds:.0f} ms "
        f"(adding one to the bare index takes {1000 * alone:.0f} ms)"
    ]


def _seconds(engine: sa.Engine, home: Path, text: str) -> float:
    return _timed(lambda: _ask(engine, home, text))


def _ask(engine: sa.Engine, home: Path, text: str) -> list[int]:
    with reading(engine) as session:
        return [found.claim.id for found in search(session, home, text)]


def _standing(chance: random.Random, claims: int) -> int:
    """The number of a claim that was not dismissed."""
    while fate(number := chance.randint(1, claims)) is State.DISMISSED:
        pass
    return number


def _timed(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _resident() -> float:
    """Memory of this process that is its own, in megabytes: what is mapped of files can be taken from it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    [line] = [line for line in status.read_text().splitlines() if line.startswith("RssAnon")]
    return int(line.split()[1]) / 1000
