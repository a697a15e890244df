"""Whatever is done to a text: words that stand are followed, words that changed are reported, and nothing is
bound to a look-alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.selector import Place, Selector, anchor, has_context, occurrences
from factcheck.alignment import Alignment, carry_over, read
from factcheck.following import Fate, Followed, follow

SENTENCES = (
    "Der Verein zählt mindestens zwölf Mitglieder.",
    "Der Verein zählt mindestens dreizehn Mitglieder.",
    "Er wurde 2011 in Bochum gegründet.",
    "Im Mai waren es noch sieben.",
    "Im Juni waren es noch sieben.",
    "Mehr war nicht zu erfahren.",
    "Die Halle steht seit drei Jahren leer und soll 4,2 Millionen Euro kosten, "
    "sagte die Vorsitzende am Montag.",
    "„Wir bauen weiter“, sagte sie.",
)
WORDS = ("zwölf", "elf", "nie", "Bochum", "2012", "kaum", "„so“")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, Selector]:
    """A text, the same after some edits, and words of the first."""
    old = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        _edit(draw, new)
    between = draw(st.sampled_from([" ", "\n\n"]))
    text = between.join(old)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 60)))
    return text, between.join(new), anchor(text, start, end)


def _edit(draw: st.DrawFn, text: list[str]) -> None:
    at = draw(st.integers(0, len(text)))
    deed = draw(st.sampled_from(["insert", "delete", "replace", "repeat", "swap"]))
    if deed == "insert" or not text:
        text.insert(at, draw(st.sampled_from(SENTENCES)))
        return
    at = min(at, len(text) - 1)
    if deed == "delete":
        del text[at]
    elif deed == "repeat":
        text.insert(draw(st.integers(0, len(text))), text[at])
    elif deed == "swap":
        text[:] = text[at:] + text[:at]
    else:
        words = text[at].split()
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
        text[at] = " ".join(words)


def _follow(old: str, new: str, words: Selector) -> Followed:
    return follow(Alignment(read(old, "de"), read(new, "de")), words)


def _sentences(text: str, place: Place) -> list[str]:
    reading = read(text, "de")
    return [reading.keys[at] for at in reading.covering(place)]


@given(edited())
def test_words_that_are_followed_say_in_the_same_sentences_what_they_said(
    made: tuple[str, str, Selector],
) -> None:
    old, new, words = made
    found = _follow(old, new, words)
    assert (found.place is None) == (found.fate in (Fate.CHOOSE, Fate.VANISHED))
    assert bool(found.candidates) == (found.fate is Fate.CHOOSE)
    if found.place and found.fate is not Fate.EDITED:
        assert new[found.place.start : found.place.end].split() == words.exact.split()
        assert _sentences(new, found.place) == _sentences(old, words)


@given(edited())
def test_where_their_sentence_is_gone_words_are_reported(made: tuple[str, str, Selector]) -> None:
    old, new, words = made
    sentences = _sentences(old, words)
    if sentences and not read(new, "de").runs(sentences):
        assert _follow(old, new, words).fate not in (Fate.UNCHANGED, Fate.MOVED)


@given(edited())
def test_words_are_never_bound_to_a_look_alike(made: tuple[str, str, Selector]) -> None:
    """Of several places that read the same, one is taken only where what stands around it is what stood
    around the words and nothing else has it, or where all of them are still there."""
    old, new, words = made
    found = _follow(old, new, words)
    sentences = _sentences(old, words)
    if found.place is None or found.fate is Fate.EDITED or not sentences:
        return
    before, after = read(old, "de"), read(new, "de")
    twins, places = before.runs(sentences), after.runs(sentences)
    if len(twins) == len(places):
        return
    spots = [Place(start=at, end=at + len(words.exact)) for at in occurrences(new, words.exact)]
    by_context = [spot for spot in spots if has_context(new, spot, words)] == [found.place]
    unit = before.covering(words)
    here = after.covering(found.place)
    by_neighbours = before.beside(unit) == after.beside(here)
    assert by_context or by_neighbours


@given(edited())
def test_a_sentence_of_its_own_kind_that_still_stands_is_always_found(
    made: tuple[str, str, Selector],
) -> None:
    old, new, words = made
    sentences = _sentences(old, words)
    before, after = read(old, "de"), read(new, "de")
    if sentences and len(before.runs(sentences)) == len(after.runs(sentences)) == 1:
        assert _follow(old, new, words).fate in (Fate.UNCHANGED, Fate.MOVED)


@given(edited())
def test_a_text_that_only_grew_around_its_sentences_leaves_all_unchanged(
    made: tuple[str, str, Selector],
) -> None:
    old, _, words = made
    new = f"Nachtrag der Redaktion.\n\n{old}\n\nKorrektur folgt."
    if _sentences(old, words):
        assert _follow(old, new, words).fate is Fate.UNCHANGED


@given(edited(), st.sampled_from(["\n", " \u00a0", "  "]))
def test_a_text_set_otherwise_says_the_same(made: tuple[str, str, Selector], space: str) -> None:
    old, _, words = made
    new = old.replace("„", "»").replace("“", "«").replace(" ", space if space != "\n" else " ")
    found = _follow(old, new, words)
    if found.fate is not Fate.VANISHED:
        assert found.fate is Fate.UNCHANGED


OLD = "Meta hired 7 employees from OpenAI in July. The news spread quickly among those who had stayed."


def _english(new: str, start: int = 11, end: int = 34) -> Followed:
    return follow(Alignment(read(OLD, "en"), read(new, "en")), anchor(OLD, start, end))


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (OLD.replace("7", "17"), "17 employees from OpenAI"),
        (OLD.replace("Meta", "Meta never"), "7 employees from OpenAI"),
        (OLD.replace("July", "Julyville"), "7 employees from OpenAI"),
        (OLD.replace("employees from", "people of"), "7 people of OpenAI"),
        (OLD.replace("7 employees", "7 new employees"), "7 new employees from OpenAI"),
        (OLD.replace("in July", "in July, says one who is not sure"), "7 employees from OpenAI"),
    ],
)
def test_words_whose_sentence_reads_otherwise_are_edited(new: str, words: str) -> None:
    found = _english(new, OLD.index("7"), OLD.index(" in July"))
    assert found.fate is Fate.EDITED
    assert found.place is not None
    assert new[found.place.start : found.place.end] == words


@pytest.mark.parametrize(
    ("new", "fate"),
    [
        (f"Update. {OLD}", Fate.UNCHANGED),
        (f"{OLD} More soon.", Fate.UNCHANGED),
        (OLD.replace("quickly", "slowly"), Fate.UNCHANGED),
        (f"{OLD} {OLD}", Fate.CHOOSE),
        (f"{OLD} In other news, Meta hired 7 employees from OpenAI in July.", Fate.UNCHANGED),
        (f"{OLD} Meta hired 7 employees from OpenAI in July.", Fate.UNCHANGED),
        ("Nobody knows more. The news spread quickly among those who had stayed.", Fate.VANISHED),
        ("Something else altogether was written here.", Fate.VANISHED),
    ],
)
def test_each_claim_is_unchanged_or_to_be_chosen_or_vanished(new: str, fate: Fate) -> None:
    found = _english(new)
    assert found.fate is fate
    assert all(new[place.start : place.end] == OLD[11:34] for place in found.candidates)


def test_words_that_stand_elsewhere_among_the_others_are_moved() -> None:
    first, *others = SENTENCES[2:6]
    old, new = " ".join([first, *others]), " ".join([*others, first])
    found = _follow(old, new, anchor(old, 9, 13))
    assert found == Followed(Fate.MOVED, Place(start=new.index("2011"), end=new.index("2011") + 4))


def test_of_two_sentences_that_one_may_have_become_a_person_chooses() -> None:
    old = "Die Linie 7 fährt seit 2019 bis zum Hafen."
    new = "Die Linie 7 fährt seit 2018 bis zum Hafen. Die Linie 8 fährt seit 2019 bis zum Hafen."
    found = _follow(old, new, anchor(old, 0, len(old) - 1))
    assert [new[place.start : place.end][:11] for place in found.candidates] == ["Die Linie 7", "Die Linie 8"]


def test_two_claims_that_one_sentence_may_stand_for_are_both_left_to_a_person() -> None:
    old, new = "Im Mai waren es zwölf. Im Juni waren es zwölf.", "Im Juli waren es zwölf."
    for start in occurrences(old, "zwölf"):
        assert _follow(old, new, anchor(old, start, start + 5)).fate is Fate.CHOOSE


def test_of_a_repeated_sentence_the_one_that_was_cut_vanishes_and_the_other_stays() -> None:
    twin = "Mehr als zwölf kamen nicht."
    old = f"Am Montag war Sitzung. {twin} Am Dienstag war Probe. {twin} Am Mittwoch war Ruhe."
    new = old.replace(f"{twin} Am Dienstag", "Am Dienstag")
    first, second = (anchor(old, at, at + len(twin)) for at in occurrences(old, twin))
    assert _follow(old, new, first).fate is Fate.VANISHED
    kept = _follow(old, new, second)
    assert (kept.fate, kept.place) == (Fate.UNCHANGED, Place(start=new.index(twin), end=new.index(twin) + 27))


def test_words_cut_out_of_a_sentence_that_stays_have_no_place() -> None:
    old = "Der Verein wurde 2011 in Bochum gegründet und zählt zwölf Mitglieder."
    new = "Der Verein wurde 2011 in Bochum gegründet und zählt Mitglieder."
    assert carry_over(old, new, Place(start=old.index("zwölf"), end=old.index("zwölf") + 5)) is None


def test_texts_that_have_nothing_in_common_are_compared_in_short_time() -> None:
    old = " ".join(f"Im Ort {number} leben {number} Leute." for number in range(3000))
    new = " ".join(f"Die Stadt {number} hat {number} Häuser." for number in range(3000))
    alignment = Alignment(read(old, "de"), read(new, "de"))
    words = anchor(old, old.index("1500 Leute"), old.index("1500 Leute") + 10)
    assert follow(alignment, words).fate is Fate.VANISHED
