"""How many: the grammar of quantities, table by table. All sentences are invented."""

import pytest

from claims.reason import Language
from factcheck.extraction.quantities import find_quantities
from tests.factcheck.extraction.counting import only, values

GERMAN_NUMBERS = [
    ("Der Hof hat 200.000 Hühner.", 200_000),
    ("Der Hof hat 1.234.567 Hühner.", 1_234_567),
    ("Der Hof hat 10 000 Hühner.", 10_000),
    ("Der Hof hat 10\u202f250 Hühner.", 10_250),
    ("Der Hof hat 1'500 Hühner.", 1500),
    ("Der Hof hat 3,5 Hühner je Quadratmeter Stall gerechnet.", 3.5),
    ("Der Hof hat 1.250,75 Hektar.", 1250.75),
    ("Der Hof hat 1,2 Mio. Hühner.", 1_200_000),
    ("Der Hof kostet 4,5 Mrd. Kronen.", 4.5e9),
    ("Der Hof hat zwölf Hühner.", 12),
    ("Der Hof hat einundzwanzig Hühner.", 21),
    ("Der Hof hat hundert Hühner.", 100),
    ("Der Hof hat elfhundert Hühner.", 1100),
    ("Der Hof hat dreihundertsieben Hühner.", 307),
    ("Der Hof hat zweitausendundeins Hühner.", 2001),
    ("Der Hof hat hundertfünfzigtausend Hühner.", 150_000),
    ("Der Hof hat neunhundertneunundneunzigtausend Hühner.", 999_000),
    ("Der Hof hat anderthalb Hektar.", 1.5),
    ("Der Hof hat zweieinhalb Hektar.", 2.5),
    ("Der Hof hat drei Komma fünf Hektar.", 3.5),
    ("Der Hof hat 2½ Hektar.", 2.5),
    ("Der Hof hat zwei Dutzend Hühner.", 24),
    ("Der Hof hat ein Dutzend Hühner.", 12),
    ("Der Hof hat ein halbes Dutzend Hühner.", 6),
    ("Der Hof hat eine halbe Million Hühner.", 500_000),
    ("Der Hof hat anderthalb Millionen Hühner.", 1_500_000),
    ("Der Hof hat eine Million Hühner.", 1_000_000),
    ("Der Hof hat drei Millionen Hühner.", 3_000_000),
    ("Der Hof hat 40 Tausend Hühner.", 40_000),
    ("Der Hof hat fu\u0308nf Hühner.", 5),
]

ENGLISH_NUMBERS = [
    ("The farm has 200,000 hens.", 200_000),
    ("The farm has 1,234,567.5 hens.", 1_234_567.5),
    ("The farm has 3.5 acres.", 3.5),
    ("The farm batted .325 hens.", 0.325),
    ("The farm has 3.5m hens.", 3_500_000),
    ("The farm has 40k hens.", 40_000),
    ("The farm has 2bn hens.", 2e9),
    ("The farm has 1.5 million hens.", 1_500_000),
    ("The farm has twelve hens.", 12),
    ("The farm has twenty-five hens.", 25),
    ("The farm has a hundred and fifty hens.", 150),
    ("The farm has two hundred and fifty thousand hens.", 250_000),
    ("The farm has three thousand two hundred hens.", 3200),
    ("The farm has a dozen hens.", 12),
    ("The farm has half a dozen hens.", 6),
    ("The farm has three dozen hens.", 36),
    ("The farm has half a million hens.", 500_000),
    ("The farm has two and a half million hens.", 2_500_000),
    ("The farm has a quarter of a million hens.", 250_000),
    ("The farm has two-and-a-half acres.", 2.5),
    ("The farm has one hen.", 1),
]


@pytest.mark.parametrize(("text", "value"), GERMAN_NUMBERS)
def test_german_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    assert only(text, "de").value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), ENGLISH_NUMBERS)
def test_english_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    assert only(text, "en").value == pytest.approx(value)


SHARES: list[tuple[Language, str, float]] = [
    ("de", "Ein Drittel der Ernte verfaulte.", 1 / 3),
    ("de", "Zwei Drittel der Ernte verfaulten.", 2 / 3),
    ("de", "Drei Viertel der Ernte verfaulten.", 3 / 4),
    ("de", "Ein Zehntel der Ernte verfaulte.", 1 / 10),
    ("de", "Die Hälfte der Ernte verfaulte.", 1 / 2),
    ("de", "Jeder vierte Apfel verfaulte.", 1 / 4),
    ("de", "Jede zweite Birne verfaulte.", 1 / 2),
    ("de", "Einer von fünf Äpfeln verfaulte.", 1 / 5),
    ("de", "Sieben von zehn Äpfeln verfaulten.", 7 / 10),
    ("en", "A third of the crop rotted.", 1 / 3),
    ("en", "Two thirds of the crop rotted.", 2 / 3),
    ("en", "Two-thirds of the crop rotted.", 2 / 3),
    ("en", "Three quarters of the crop rotted.", 3 / 4),
    ("en", "Half the crop rotted.", 1 / 2),
    ("en", "One in five apples rotted.", 1 / 5),
    ("en", "Two out of three apples rotted.", 2 / 3),
    ("en", "One in every 10 apples rotted.", 1 / 10),
]


@pytest.mark.parametrize(("language", "text", "share"), SHARES)
def test_parts_of_a_whole_are_shares(language: Language, text: str, share: float) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit) == (pytest.approx(share), "share")


COMPARATORS: list[tuple[Language, str, str, bool]] = [
    ("de", "mindestens 40 Kühe", "ge", False),
    ("de", "nicht weniger als 40 Kühe", "ge", False),
    ("de", "40 Kühe oder mehr", "ge", False),
    ("de", "mehr als 40 Kühe", "gt", False),
    ("de", "über 40 Kühe", "gt", False),
    ("de", "gut 40 Kühe", "gt", False),
    ("de", "höchstens 40 Kühe", "le", False),
    ("de", "bis zu 40 Kühe", "le", False),
    ("de", "maximal 40 Kühe", "le", False),
    ("de", "nicht mehr als 40 Kühe", "le", False),
    ("de", "40 Kühe oder weniger", "le", False),
    ("de", "weniger als 40 Kühe", "lt", False),
    ("de", "unter 40 Kühe", "lt", False),
    ("de", "keine 40 Kühe", "lt", False),
    ("de", "knapp 40 Kühe", "lt", True),
    ("de", "fast 40 Kühe", "lt", True),
    ("de", "beinahe 40 Kühe", "lt", True),
    ("de", "rund 40 Kühe", "approx", False),
    ("de", "etwa 40 Kühe", "approx", False),
    ("de", "ca. 40 Kühe", "approx", False),
    ("de", "schätzungsweise 40 Kühe", "approx", False),
    ("de", "genau 40 Kühe", "eq", False),
    ("en", "at least 40 cows", "ge", False),
    ("en", "no fewer than 40 cows", "ge", False),
    ("en", "40 cows or more", "ge", False),
    ("en", "more than 40 cows", "gt", False),
    ("en", "over 40 cows", "gt", False),
    ("en", "up to 40 cows", "le", False),
    ("en", "as many as 40 cows", "le", False),
    ("en", "at most 40 cows", "le", False),
    ("en", "no more than 40 cows", "le", False),
    ("en", "fewer than 40 cows", "lt", False),
    ("en", "under 40 cows", "lt", False),
    ("en", "nearly 40 cows", "lt", True),
    ("en", "almost 40 cows", "lt", True),
    ("en", "just under 40 cows", "lt", True),
    ("en", "about 40 cows", "approx", False),
    ("en", "some 40 cows", "approx", False),
    ("en", "an estimated 40 cows", "approx", False),
    ("en", "exactly 40 cows", "eq", False),
]


@pytest.mark.parametrize(("language", "words", "comparator", "near"), COMPARATORS)
def test_a_comparator_before_or_behind_the_number_bounds_it(
    language: Language, words: str, comparator: str, near: bool
) -> None:
    text = f"Dort grasen {words}." if language == "de" else f"There are {words}."
    quantity = only(text, language)
    assert (str(quantity.comparator), quantity.value, quantity.near) == (comparator, 40, near)
    assert quantity.exact in (words, words.removeprefix("genau ").removeprefix("exactly "))


def test_a_comparator_covers_the_first_number_only() -> None:
    found = values("Rund 30 der 80 Kühe und 12 Schafe wurden krank.", "de")
    assert found == [("approx", 30, None), ("eq", 80, None), ("eq", 12, None)]


def test_an_adjective_inside_the_fraction_bounds_it() -> None:
    assert values("Ein gutes Drittel der Kühe fehlt.", "de") == [("gt", 0.3333, None)]
    assert values("Eine knappe Million Schafe fehlt.", "de") == [("lt", 1_000_000, None)]


def test_a_preposition_before_a_small_number_word_is_no_comparator() -> None:
    assert values("Der Rat stritt über drei Anträge.", "de") == [("eq", 3, None)]


RANGES: list[tuple[Language, str, float, float, str]] = [
    ("de", "Es dauert 5 bis 7 Wochen.", 5, 7, "week"),
    ("de", "Es dauert zwischen fünf und sieben Wochen.", 5, 7, "week"),
    ("de", "Es dauert 5-7 Wochen.", 5, 7, "week"),
    ("de", "Es kostet zwischen 80 und 120 Millionen Euro.", 80e6, 120e6, "EUR"),
    ("de", "Es kostet 500.000 bis 2 Millionen Euro.", 500_000, 2e6, "EUR"),
    ("de", "Es hatte minus 12 bis minus 8 Grad.", -12, -8, "degree"),
    ("de", "Er stürzte zwei- bis viermal.", 2, 4, "times"),
    ("en", "It takes 5 to 7 weeks.", 5, 7, "week"),
    ("en", "It takes between five and seven weeks.", 5, 7, "week"),
    ("en", "It costs $2-3 billion.", 2e9, 3e9, "USD"),
    ("en", "Prices range from £5 to £12.", 5, 12, "GBP"),
]


@pytest.mark.parametrize(("language", "text", "lower", "upper", "unit"), RANGES)
def test_two_ends_are_one_range(language: Language, text: str, lower: float, upper: float, unit: str) -> None:
    quantity = only(text, language)
    assert (str(quantity.comparator), quantity.value, quantity.upper) == ("range", lower, upper)
    assert quantity.unit == unit


NO_RANGES: list[tuple[Language, str, list[float]]] = [
    ("de", "Die Zahl der Ställe stieg von 120 auf 180.", [120, 180]),
    ("de", "Der Erlös sank von 80 auf 60 Millionen Euro.", [80e6, 60e6]),
    ("de", "Der Preis stieg um 5 Prozent auf 60 Euro.", [5, 60]),
    ("en", "The herd was cut from 155 to 110 cows.", [155, 110]),
    ("en", "The price rose 5% to £60.", [5, 60]),
    ("en", "The gap grew by $4bn to $9bn.", [4e9, 9e9]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NO_RANGES)
def test_a_change_from_one_level_to_another_is_no_range(
    language: Language, text: str, expected: list[float]
) -> None:
    assert [(q.value, q.upper) for q in find_quantities(text, language)] == [
        (value, None) for value in expected
    ]


UNITS: list[tuple[Language, str, str | None]] = [
    ("de", "Es kostet 5 Euro.", "EUR"),
    ("de", "Es kostet 5 €.", "EUR"),
    ("de", "Es kostet 5 US-Dollar.", "USD"),
    ("de", "Es kostet 5 Schweizer Franken.", "CHF"),
    ("de", "Es sind 5 Prozent.", "percent"),
    ("de", "Es sind 5 Prozentpunkte.", "percentage_point"),
    ("de", "Es sind 5 Kilometer.", "km"),
    ("de", "Es sind 5 km/h.", "km/h"),
    ("de", "Es sind 55 Kilometer pro Stunde.", "km/h"),
    ("de", "Es sind 5 Kilogramm.", "kg"),
    ("de", "Es sind 5 Quadratmeter.", "m²"),
    ("de", "Es sind 5 Grad Celsius.", "°C"),
    ("de", "Es sind vier hochkarätige Ingenieure.", "Ingenieur"),
    ("de", "Es sind 5 All-in-Verträge.", "All-in-Vertrag"),
    ("de", "Es ist eine zehnjährige Bindung.", "year"),
    ("de", "Es ist eine 15-TB-Platte.", "TB"),
    ("de", "Es ist ein 700-Milliarden-US-Dollar-Paket.", "USD"),
    ("de", "Es war ein zwölf-minütiges Schweigen.", "min"),
    ("en", "It costs £5.", "GBP"),
    ("en", "It costs US$5.", "USD"),
    ("en", "It costs 5 Swiss francs.", "CHF"),
    ("en", "It costs 5 Australian dollars.", "AUD"),
    ("en", "It is 5 per cent.", "percent"),
    ("en", "It is 5 percentage points.", "percentage_point"),
    ("en", "It weighs 5 kilograms.", "kg"),
    ("en", "It is 256GB.", "GB"),
    ("en", "It was a 15-year term.", "year"),
    ("en", "There are 120 public housing properties.", "property"),
    ("en", "There are 40,000 staff.", "staff"),
    ("en", "There are 40.", None),
]


@pytest.mark.parametrize(("language", "text", "unit"), UNITS)
def test_units_have_one_normal_form(language: Language, text: str, unit: str | None) -> None:
    found = only(text, language).unit
    assert (found or "").casefold() == (unit or "").casefold()


def test_the_words_run_from_the_comparator_to_the_counted_noun() -> None:
    text = "Die Firma warb mehr als vier hochkarätige Ingenieure ab."
    assert only(text, "de").exact == "mehr als vier hochkarätige Ingenieure"


def test_a_number_without_noun_takes_that_of_the_whole() -> None:
    assert [q.unit for q in find_quantities("Fünf der sieben Richter schwiegen.", "de")] == [
        "Richter",
        "Richter",
    ]


def test_a_minus_before_the_number_is_its_sign() -> None:
    assert values("Papiere der Mühle minus 2,34 Prozent, Index -0,5 Prozent.", "de") == [
        ("eq", -2.34, None),
        ("eq", -0.5, None),
    ]


def test_a_denied_step_still_counts_its_four() -> None:
    assert values("Keiner der vier Schritte fehlt.", "de") == [("eq", 4, None)]


def test_one_counts_with_a_comparator_and_is_an_article_without() -> None:
    assert values("Mindestens ein Hirte starb.", "de") == [("ge", 1, None)]
    assert values("Ein Hirte starb.", "de") == []


UNIT_FORMS: list[tuple[Language, str, str]] = [
    ("de", "Der Rechner hat über 90.000 GPUs.", "GPU"),
    ("de", "Die Spedition fährt mit 14 LKWs.", "LKW"),
    ("de", "Im Lager liegen 800 KI-Chips.", "KI-Chip"),
    ("de", "Der Verein sucht vier Fachleute.", "Fachleute"),
    ("de", "Die Stadt sucht mit sechs Fachleuten eine Lösung.", "Fachleute"),
    ("de", "Vor Gericht stehen drei Angeklagte.", "Angeklagte"),
    ("de", "Das Werk hat 700 Beschäftigte.", "Beschäftigte"),
    ("de", "Das Werk kommt mit 700 Beschäftigten aus.", "Beschäftigte"),
    ("de", "An der Hochschule lernen 900 Studierende.", "Studierende"),
    ("de", "Gezählt wurden fünf Häuser.", "Haus"),
    ("en", "The centre runs on about 90,000 GPUs.", "GPU"),
    ("en", "It built a machine that runs on about 90,000 GPUs", "GPU"),
    ("en", "A letter was signed by 14 MPs.", "MP"),
    ("en", "The school employs three PhDs.", "PhD"),
    ("en", "The house has 14 TV sets.", "set"),
    ("en", "FACTORY CUTS 900 WORKERS", "worker"),
]


@pytest.mark.parametrize(("language", "text", "unit"), UNIT_FORMS)
def test_a_unit_is_a_word_as_a_reader_would_write_it(language: Language, text: str, unit: str) -> None:
    assert only(text, language).unit == unit
