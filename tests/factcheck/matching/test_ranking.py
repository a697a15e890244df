from pathlib import Path

from factcheck.matching.documents import document_terms, wanted
from factcheck.matching.index import ClaimIndex, Document, Mark
from factcheck.matching.ranking import rank, weigh
from factcheck.matching.relation import Relation
from factcheck.matching.terms import Analysis, analyse

_CLAIMS = {
    1: analyse("Der Zoo Marbach hat 2022 zwei Nashörner aus Prag bekommen", "de"),
    2: analyse("Der Zoo Marbach hat 2022 seine Preise erhöht", "de"),
    3: analyse("Der Zoo Marbach wird seit 2015 von Ottilie Brandauer geleitet", "de"),
    4: analyse("The museum in Leeds bought a painting for £2.1m", "en"),
}


def _index(folder: Path, claims: dict[int, Analysis]) -> ClaimIndex:
    index = ClaimIndex(folder / "index")
    documents = [Document(number, tuple(document_terms(claim))) for number, claim in claims.items()]
    assert index.write(index.mark(), lambda: [documents], Mark(1, "x"))
    return index


def test_the_claim_that_says_it_comes_first_and_alone_is_the_same(tmp_path: Path) -> None:
    index = _index(tmp_path, _CLAIMS)
    query = analyse("Marbach zoo received two rhinos from Prague in 2022", "en")
    ranked = rank(index, query, index.search(wanted(query), 10), _CLAIMS)
    assert ranked[0][0] == 1
    assert [number for number, match in ranked if match.relation is Relation.SAME] == [1]


def test_claims_that_are_not_asked_are_left_out(tmp_path: Path) -> None:
    index = _index(tmp_path, _CLAIMS)
    query = analyse("Zoo Marbach", "de")
    ranked = rank(index, query, index.search(wanted(query), 10), {2: _CLAIMS[2]})
    assert [number for number, _ in ranked] == [2]


def test_a_rare_word_says_more_than_a_common_one(tmp_path: Path) -> None:
    weights = weigh(_index(tmp_path, _CLAIMS), _CLAIMS.values())
    assert weights["nashorn"] > weights["zoo"] > 0


def test_an_index_that_moved_on_is_not_written_over(tmp_path: Path) -> None:
    index = _index(tmp_path, _CLAIMS)
    assert not index.write(Mark(0, ""), lambda: [[Document(9, ("w:neun",))]], Mark(2, "y"))
    assert (index.mark(), index.count()) == (Mark(1, "x"), 4)


def test_a_document_without_terms_is_taken_out(tmp_path: Path) -> None:
    index = _index(tmp_path, _CLAIMS)
    assert index.write(Mark(1, "x"), lambda: [[Document(4)]], Mark(2, "y"))
    assert index.count() == 3
    assert index.search(wanted(analyse("painting", "en")), 5) == []


def test_a_changed_word_is_a_difference_whatever_else_the_desk_has(tmp_path: Path) -> None:
    claim = analyse("Der Stadtrat von Lindwach beschloss den Abriss der Brücke", "de")
    query = analyse("Der Stadtrat von Lindwach beschloss den Abriss der Mühle", "de")
    others = {
        number: analyse(f"Der Stadtrat von Lindwach beschloss den Abriss der {word}", "de")
        for number, word in enumerate(("Halle", "Schule", "Messe", "Mauer", "Kirche", "Fabrik"), start=2)
    }
    for desk in ({1: claim}, {1: claim, **others}, {1: claim, **others, 9: query}):
        folder = tmp_path / str(len(desk))
        index = _index(folder, desk)
        found = dict(rank(index, query, index.search(wanted(query), 10), desk))
        assert found[1].relation is Relation.DIFFERS, len(desk)
        assert {reason.code for reason in found[1].differences} == {"word"}
