"""Whether a person's name is a woman's or a man's, so that "sie" never becomes a man: `sex_of(name)`.

First names that end in a or e are mostly women's; the exceptions of both kinds are listed.
"""

from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.lexicon import words
from factcheck.extraction.reference_words import Genders

_WOMEN = words(
    "Agnes Amber Amy Ann Astrid Aylin Birgit Carmen Carol Dagmar Doris Edeltraud Edith Elisabeth "
    "Elizabeth Ellen Emily Esther Evelyn Frances Gudrun Hannah Hazel Heidi Helen Hildegard Ingeborg "
    "Ingrid Iris Isabel Janet Jasmin Jill Joan Judith Karen Karin Kathrin Katrin Kelly Kerstin Leah Liesl "
    "Lucy Margaret Marion Mary Megan Miriam Nancy Niamh Rachel Ruby Ruth Sally Sarah Sharon Steffi Susan "
    "Waltraud Yasmin"
)
"""Women's names that do not end in a or e."""

_MEN = words(
    "Arne Clive Emre George Giuseppe Jean-Claude Joe Luca Luke Malte Mike Mustafa Narendra Pierre "
    "Salvatore Steve Uwe"
)
"""Men's names that do."""

_EITHER = words("Alex Alexis Ariel Chris Gabriele Jean Kim Nicola Robin Sam Toni Uli Wei Yuki")
_UNKNOWN: Genders = frozenset("mf")


def sex_of(name: str) -> Genders:
    """f, m, or both where the first name does not say."""
    first = name.split()[0]
    if first not in FIRST_NAMES or first in _EITHER or first == name:
        return _UNKNOWN
    woman = first in _WOMEN or (first.endswith(("a", "e")) and first not in _MEN)
    return frozenset("f" if woman else "m")
