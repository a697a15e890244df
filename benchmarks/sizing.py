"""What newsrooms need, by arithmetic: `python -m benchmarks sizing` prints the table of docs/scaling.md.

What a newsroom does in a day is assumed, and said here; what one thing costs was measured
(docs/performance.md). Whoever knows better changes a number and prints the table again.
"""

from dataclasses import dataclass

ARTICLES, CLAIMS_OF_AN_ARTICLE = 40, 25
"""A day's articles of a newsroom that checks all that it prints."""
CHECKED_SHARE, EVENTS_OF_A_CHECK = 0.2, 7
PEOPLE, QUESTIONS, PAGES = 60, 30, 200
"""People of a newsroom, and what each asks and looks at in a day."""
WORKING_SECONDS, PEAK, WORKING_DAYS, YEARS = 8 * 3600, 3, 250, 5
"""The busiest minute has three times the mean of the working day; kept are five years."""

BYTES_OF_A_CLAIM, BYTES_IN_THE_INDEX = 3_400, 660
"""In the database with article, proposal, events and decisions, without what was captured; in the index."""
SECONDS_OF_AN_ACTION, SECONDS_OF_A_QUESTION, SECONDS_OF_A_PAGE = 0.005, 0.009, 0.040
"""Of one core: an action with its event over HTTP, a question among a million claims, a page of the desk."""
ACTIONS_A_SECOND = 200
"""One database writes one action after the other."""
USED = 0.5
"""How busy a core may be at the peak, so that nobody waits for long."""


@dataclass(frozen=True)
class Need:
    """What some newsrooms need; figures a second are those of the busiest minute."""

    newsrooms: int
    claims: int
    events: int
    database_bytes: int
    index_bytes: int
    actions: float
    questions: float
    pages: float

    @property
    def cores(self) -> float:
        """Of the application, the peak at half use."""
        busy = (
            self.actions * SECONDS_OF_AN_ACTION
            + self.questions * SECONDS_OF_A_QUESTION
            + self.pages * SECONDS_OF_A_PAGE
        )
        return busy / USED

    @property
    def writers(self) -> float:
        """How many logs one after the other have to be written at once, the peak at half use."""
        return self.actions / (ACTIONS_A_SECOND * USED)


def need(newsrooms: int) -> Need:
    """What so many newsrooms need after five years."""
    daily_claims = ARTICLES * CLAIMS_OF_AN_ARTICLE
    daily_actions = ARTICLES + daily_claims * CHECKED_SHARE * EVENTS_OF_A_CHECK
    claims = newsrooms * daily_claims * WORKING_DAYS * YEARS
    events = round(claims + newsrooms * daily_actions * WORKING_DAYS * YEARS)
    at_peak = newsrooms * PEAK / WORKING_SECONDS
    return Need(
        newsrooms=newsrooms,
        claims=claims,
        events=events,
        database_bytes=claims * BYTES_OF_A_CLAIM,
        index_bytes=claims * BYTES_IN_THE_INDEX,
        actions=daily_actions * at_peak,
        questions=PEOPLE * QUESTIONS * at_peak,
        pages=PEOPLE * PAGES * at_peak,
    )


def run() -> list[str]:
    """The rows of the table, in Markdown."""
    head = "newsrooms|claims|events|database|index|actions/s|questions/s|pages/s|cores|logs at once"
    lines = [f"| {head.replace('|', ' | ')} |", "|" + "---|" * (head.count("|") + 1)]
    for newsrooms in (1, 100, 10_000):
        found = need(newsrooms)
        lines.append(
            f"| {newsrooms:,} | {found.claims:,} | {found.events:,} | {_size(found.database_bytes)} | "
            f"{_size(found.index_bytes)} | {found.actions:.2f} | {found.questions:.2f} | {found.pages:.1f} | "
            f"{found.cores:.1f} | {found.writers:.2f} |"
        )
    return lines


def _size(number: int) -> str:
    return f"{number / 1e9:,.0f} GB" if number < 1e12 else f"{number / 1e12:,.0f} TB"
