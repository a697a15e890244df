from factcheck.matching.documents import wanted
from factcheck.matching.terms import Analysis, analyse
from factcheck.matching.weighing import Sought, seek, weigh_claim


def _sought(query: Analysis) -> Sought:
    asked = wanted(query)
    return seek(asked, {name: 1.0 for each in asked for name, _ in each.alternatives})


def test_each_thing_asked_for_counts_once_by_the_best_that_answers_it() -> None:
    sought = _sought(analyse("Hallenbad", "de"))
    word, meaning, nothing = (
        weigh_claim(sought, analyse(text, "de"), (), ()) for text in ("das Hallenbad", "das Bad", "die Halde")
    )
    assert word > meaning > nothing == 0.0
    assert word == weigh_claim(sought, analyse("Hallenbad", "de"), ("w:hallenbad",), ("w:hallenbad",))


def test_a_word_that_only_stands_near_the_claim_or_in_its_topics_counts_less() -> None:
    sought = _sought(analyse("Lindwach", "de"))
    claim = analyse("Der Rat stimmte zu", "de")
    inside = weigh_claim(sought, analyse("Lindwach stimmte zu", "de"), (), ())
    topic = weigh_claim(sought, claim, (), ("w:lindwach",))
    near = weigh_claim(sought, claim, ("w:lindwach",), ())
    assert inside > topic > near > weigh_claim(sought, claim, (), ()) == 0.0


def test_figures_years_and_meanings_of_the_other_language_are_found() -> None:
    sought = _sought(analyse("The city council approved 120 flats in 2014", "en"))
    german = analyse("Der Stadtrat genehmigte 2014 den Bau von 120 Wohnungen", "de")
    other = analyse("Der Stadtrat genehmigte 2013 den Bau von 90 Wohnungen", "de")
    assert weigh_claim(sought, german, (), ()) > weigh_claim(sought, other, (), ()) > 0.0
