"""German or English, also for a handful of words."""

import pytest

from claims.errors import UnsupportedLanguage
from claims.reason import Language
from factcheck.extraction.language import detect_language

KNOWN: list[tuple[str, Language]] = [
    ("Die Gemeinde hat gestern drei Brücken gesperrt.", "de"),
    ("The parish closed three bridges yesterday.", "en"),
    ("mindestens drei Brücken gesperrt", "de"),
    ("at least three bridges closed", "en"),
    ("Über 900 Boote", "de"),
    ("who owns the ferry", "en"),
    ("wem gehört die Fähre", "de"),
    ("Der Vorstand von Harbour Logistics Ltd. trat zurück.", "de"),
    ("The chairman of Müller Bäckerei GmbH resigned.", "en"),
]
FOREIGN = [
    "Le gouvernement a annoncé hier une réforme des retraites qui doit entrer en vigueur en 2025.",
    "El gobierno anunció ayer un nuevo paquete de medidas para bajar los precios de la energía.",
    "De regering heeft gisteren een nieuw pakket maatregelen aangekondigd tegen de stijgende prijzen.",
    "Il comune ha chiuso tre ponti dopo le piogge di questa settimana.",
    "Правительство объявило о новых мерах поддержки.",
    "政府昨天宣布了一系列新措施。",
]


@pytest.mark.parametrize(("text", "language"), KNOWN)
def test_german_and_english_are_told_apart(text: str, language: Language) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnsupportedLanguage, match="neither German nor English"):
        detect_language(text)


@pytest.mark.parametrize("text", ["", "   ", "12 345", "🎈", "Ankara 1999", "Kolibri", "Orion Nova"])
def test_names_and_figures_alone_are_never_refused(text: str) -> None:
    assert detect_language(text) in ("de", "en")


def test_a_long_article_with_foreign_names_stays_in_its_language() -> None:
    text = "Die Firma Société Générale de Bretagne verkaufte das Werk in Saint-Malo an El Corte Nuevo. " * 40
    assert detect_language(text) == "de"
