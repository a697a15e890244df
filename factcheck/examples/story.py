"""What has already happened on the example desk, step by step: which words, who, what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Citation:
    """A quote from one of the example sources."""

    file: str
    title: str
    quote: str
    stance: str = "supports"
    source_class: str = "primary"
    independence: str = ""
    note: str = ""
    confidential: bool = False


@dataclass(frozen=True)
class Step:
    """One person does one thing to the claim with these words: a move, or citing a source."""

    words: str
    who: str
    action: str = ""
    cite: str = ""
    verdict: str = ""
    rationale: str = ""
    reason: str = ""


CITATIONS = {
    "hires": Citation("hires.en.txt", "Staff notice", "Four engineers join the scaling team."),
    "lau": Citation(
        "hires.en.txt", "Staff notice", "David Lau was vice president of software engineering at Tesla."
    ),
    "colossus": Citation(
        "colossus.en.txt", "Data sheet: Colossus", "In its present stage it has more than 200,000 GPUs."
    ),
    "colossus refutes": Citation(
        "colossus.en.txt",
        "Data sheet: Colossus",
        "In its present stage it has more than 200,000 GPUs.",
        stance="refutes",
    ),
    "moves": Citation(
        "abwerbungen.de.txt",
        "Übersicht der Wechsel",
        "mindestens sieben Beschäftigte von OpenAI zu Meta gewechselt",
        source_class="secondary",
        note="Gezählt sind nur öffentlich bekannte Wechsel.",
    ),
    "moves qualify": Citation(
        "abwerbungen.de.txt",
        "Übersicht der Wechsel",
        "die tatsächliche Zahl kann höher sein",
        stance="qualifies",
        source_class="secondary",
    ),
    "structure": Citation(
        "struktur.de.txt",
        "Auszug aus der Chronik",
        "OpenAI gründet neben der gemeinnützigen Organisation eine Gesellschaft, die Gewinn machen darf.",
        source_class="secondary",
    ),
    "release": Citation(
        "struktur.de.txt",
        "Auszug aus der Chronik",
        "Ende des Jahres wird ChatGPT veröffentlicht.",
        source_class="secondary",
    ),
    "lawsuit": Citation("lawsuit.en.txt", "Court calendar, extract", "The case is pending."),
    "dalton": Citation("hires.en.txt", "Staff notice", "Mike Dalton worked with him at xAI"),
}


def _checked(words: str, cites: tuple[str, ...], verdict: str, rationale: str) -> tuple[Step, ...]:
    """Accepted, taken, sourced and submitted by the reviewer."""
    return (
        Step(words, "reviewer", "accept"),
        Step(words, "reviewer", "take"),
        *(Step(words, "reviewer", cite=cite) for cite in cites),
        Step(words, "reviewer", "submit", verdict=verdict, rationale=rationale),
    )


def _published(words: str, cites: tuple[str, ...], verdict: str, rationale: str) -> tuple[Step, ...]:
    """The same, approved and published by the editor."""
    return (
        *_checked(words, cites, verdict, rationale),
        Step(words, "editor", "approve"),
        Step(words, "editor", "publish"),
    )


STORY = (
    # published, and still so
    *_published(
        "mindestens sieben Beschäftigte",
        ("moves", "moves qualify"),
        "supported",
        "Die Übersicht zählt mindestens sieben öffentlich bekannte Wechsel; mehr sind möglich.",
    ),
    *_published(
        "150,000 GPUs",
        ("colossus refutes",),
        "refuted",
        "The operator's data sheet gives more than 200,000 GPUs; 150,000 is too low by a quarter at least.",
    ),
    # published, then challenged
    *_published(
        "vier Fachleute",
        ("hires",),
        "supported",
        "Die Mitteilung an das Personal nennt vier Namen.",
    ),
    Step(
        "vier Fachleute", "reader", "challenge", reason="Einer der vier soll noch gar nicht angefangen haben."
    ),
    # published, then corrected
    *_published(
        "200.000 Grafikprozessoren",
        ("colossus",),
        "mostly_supported",
        "Das Datenblatt nennt mehr als 200.000, sagt aber nicht, seit wann.",
    ),
    Step(
        "200.000 Grafikprozessoren",
        "reviewer",
        "correct",
        verdict="supported",
        rationale="Das Datenblatt nennt für die jetzige Ausbaustufe mehr als 200.000.",
        reason="Der Satz nennt keinen Zeitpunkt; die Einschränkung war unnötig.",
    ),
    Step("200.000 Grafikprozessoren", "editor", "approve"),
    Step("200.000 Grafikprozessoren", "editor", "publish"),
    # published, then withdrawn
    *_published(
        "Mike Dalton von xAI",
        ("dalton",),
        "supported",
        "So steht es in der Mitteilung an das Personal.",
    ),
    Step(
        "Mike Dalton von xAI",
        "editor",
        "withdraw",
        reason="Wir hatten die Mitteilung geprüft, nicht den Wechsel selbst; wir prüfen neu.",
    ),
    # published, and about to lapse, since the article changes
    *_published(
        "ChatGPT wurde Ende 2022",
        ("release",),
        "supported",
        "Die Chronik nennt das Ende des Jahres 2022.",
    ),
    # approved, waiting to be published
    *_checked(
        "David Lau was vice president",
        ("lau",),
        "supported",
        "The staff notice gives exactly this role.",
    ),
    Step("David Lau was vice president", "editor", "approve"),
    # submitted, waiting for a second person
    *_checked(
        "gewinnorientierte Struktur",
        ("structure",),
        "supported",
        "Die Chronik führt die neue Gesellschaft unter 2019.",
    ),
    # in work
    Step("sued the company", "reviewer", "accept"),
    Step("sued the company", "reviewer", "take"),
    Step("sued the company", "reviewer", cite="lawsuit"),
    # open, and dismissed
    Step("Robinhood gearbeitet", "reviewer", "accept"),
    Step("schärfer geworden", "reviewer", "dismiss", reason="Wertung, keine Tatsache."),
)
