"""Whether a person's name is a woman's or a man's, so that "sie" never becomes a man: `sex_of(name)`.

`gender_of_name(full)` and `gender_of(noun, language)` say it as "f", "m" or "".
First names that end in a or e are mostly women's; the exceptions of both kinds are listed.
"""

from claims.reason import Language
from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.lexicon import words
from factcheck.extraction.reference_words import Genders

_WOMEN = words(
    "Abigail Agnes Aiko Aileen Alison Allison Almut Amber Amy Anjali Ann Annabel Annegret Annelies "
    "Annett Anouk Astou Astrid Atsuko Audrey Aylin Beatrix Beatriz Berit Beth Bethan Betty Beverley "
    "Birgit Bridget Brigid Bronwyn Bryony Bärbel Caitlin Carly Carmen Carol Carys Cathy Catrin Chantal "
    "Cheryl Christel Colleen Dagmar Dagny Deborah Dilek Dolores Doreen Doris Ebru Edeltraud Edeltraut "
    "Edith Eileen Eilidh Eleanor Eleni Elfi Elif Elin Elisabeth Elizabeth Ellen Elspeth Emily Esin "
    "Esther Evelyn Evi Farah Felicitas Felicity Fleur Frances Friedrun Funmi Gabi Gerlind Gertrud "
    "Gillian Gladys Gretchen Gudrun Guðrún Gwen Gwendolyn Gwyneth Hannah Harriet Harriett Hazel Hedwig "
    "Heidi Heidrun Helen Henni Hester Hilary Hildegard Hiltrud Imogen Ines Ingeborg Ingrid Inés Iris "
    "Irmgard Isabel Isabell Janet Jasmin Jennifer Jenny Jill Joan Judith Juliet Jördis Kaitlin Karen "
    "Karin Kathi Kathleen Kathrin Kathryn Kathy Katrin Katy Keiko Kelly Kemi Kerstin Kirsten Kirstin "
    "Kristen Kristin Laurel Lauren Leah Liesbeth Liesl Lilian Lillian Lilly Lis Lisbeth Lucy Luitgard "
    "Lynn Mabel Mairead Mandy Maren Margaret Margit Margot Maria-José Mariam Marion Marlies Mary Maryam "
    "Maud Maureen Mavis Mechthild Megan Mehreen Meredith Mildred Miriam Mirjam Molly Muriel Myriam "
    "Naledi Nancy Naomi Nasreen Nazanin Nelly Nesrin Ngozi Niamh Noemi Norah Ortrud Parvati Parveen "
    "Patsy Peggy Pilar Pinar Polly Preeti Rachel Rahel Raquel Reinhild Rhian Rhiannon Robyn Rocío Romy "
    "Roos Rosalind Rosamund Rosemary Rosi Ruby Ruth Sally Salomé Sarah Selin Sepideh Sevim Sharon "
    "Sheryl Shirley Sian Siegrid Sigrid Sigrun Sinead Sinéad Siobhan Siri Sissel Solveig Steffi Susan "
    "Susann Susi Sybil Tamar Tamsin Tomoko Tracy Traudl Ursel Vicki Vicky Waltraud Wangari Wendy "
    "Wiltrud Winifred Yasemin Yasmin Zainab Zeynep Özlem"
)
"""Women's names that do not end in a or e."""

_MEN = words(
    "Adewale Aljoscha Ambrose Andre Antoine Archie Arne Baptiste Bjarne Borja Chike Christophe Clarence "
    "Clive Daisuke Dave Davide Duarte Eddie Emeka Emre Enrique Etienne Eugene Ezra Fabrice Felipe Fiete "
    "Frode George Gianluca Giuseppe Graeme Gösta Hamza Hauke Helge Jake Jean-Claude Jerome Joe Jorge "
    "Joshua Juha Kalle Kwame Kyle Lasse Luca Luka Luke Malte Maurice Mike Mustafa Narendra Neville Ole "
    "Pierre Reece Robbie Rodrigue Ronnie Roque Salvatore Serge Shane Sizwe Stephane Steve Stéphane "
    "Sönke Terence Tore Uwe Vicente Wayne Émile"
)
"""Men's names that do."""

_EITHER = words(
    "Alex Alexis Amal Ariel Ashley Ayodele Cameron Camille Chandra Charlie Chris Claude Courtney Darcy "
    "Dominique Eike Gabriele Gustel Iman Jackie Jaime Jamie Jan Jean Jocelyn Kader Kerry Kim Kiran "
    "Krishna Laurence Lesley Leslie Lindsay Lindsey Luan Maxime Michele Minh Nicola Nikita Nikola Robin "
    "Rowan Sabah Sam Sascha Shannon Sidney Stacey Stacy Taiwo Tendai Terry Toni Uchenna Uli Vanya "
    "Vivian Wei Yuki"
)
_MEN_IN_A = words("Akira Elia Ilja Jona Kolja Mischa Sasha")
"""Of the names that are not listed as first names: no women's, though they end so."""

_OF_WOMEN = (
    "in",
    "frau",
    "woman",
    "mutter",
    "tochter",
    "mother",
    "daughter",
    "sister",
    "wife",
    "actress",
    "queen",
)
_OF_MEN = ("mann", "man", "herr", "vater", "sohn", "father", "son", "brother", "husband", "king")
"""What nouns for a woman, and for a man, end with."""

_UNKNOWN: Genders = frozenset("mf")


def sex_of(name: str) -> Genders:
    """f, m, or both where the first name does not say."""
    first = name.split()[0]
    if first not in FIRST_NAMES or first in _EITHER or first == name:
        return _UNKNOWN
    woman = first in _WOMEN or (first.endswith(("a", "e")) and first not in _MEN)
    return frozenset("f" if woman else "m")


def gender_of_name(full: str) -> str:
    """By the first name; one that is not listed is a woman's where it ends in -a, with few exceptions."""
    (sex, *others), parts = sorted(sex_of(full)), full.split()
    if not others:
        return sex
    unlisted = len(parts) > 1 and parts[0] not in FIRST_NAMES and parts[0] not in _MEN_IN_A
    return "f" if unlisted and parts[0].endswith("a") else ""


def gender_of(noun: str, language: Language) -> str:
    low = noun.lower()
    if low.endswith("person"):
        return ""
    if low.endswith(_OF_WOMEN):
        return "f"
    return "m" if low.endswith(_OF_MEN) or (language == "de" and low.endswith(("er", "chef"))) else ""
