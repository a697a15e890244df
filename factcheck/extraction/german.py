"""German word classes: lists of function words, and simplemma's dictionary for verb forms.

A lower-case word whose lemma is an infinitive is a verb form; whether it is finite, a participle or
an attribute ("die erhöhte Steuer") is decided by its ending and its neighbours.
"""

from factcheck.extraction import tags
from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.lexicon import base_of, words
from factcheck.extraction.memo import remembered

AUXILIARIES = words(
    "bin bist ist sind seid war warst waren sei seien wäre wären hat habe habt hatte hatten hast hätte "
    "hätten haben wird werde wirst wurde wurden würde würden werden kann können konnte konnten könne könnte "
    "könnten muss muß müssen musste mußte mussten müsse müsste müssten soll sollen sollte sollten solle "
    "will wollen wollte wollten wolle darf dürfen durfte durften dürfe dürfte dürften mag möge mögen mochte "
    "möchte möchten lässt läßt ließ ließen"
)
SUBJUNCTIVE = words(
    "sei seien habe werde könne müsse müssten solle wolle dürfe möge gebe gehe stehe liege komme mache "
    "bleibe bestehe bringe führe halte nehme sehe wisse brauche zeige stelle gelte finde lasse sage handle"
)
"""Konjunktiv I, where its form differs from the indicative in the third person."""

DETERMINERS = words(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser "
    "diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller "
    "mein meine meinen meinem meiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer "
    "ihres unser unsere unseren unserem unserer euer eure manche mancher manchen einige einigen einiger "
    "mehrere mehreren viele vielen vieler welche welcher welches welchen welchem beide beiden solche "
    "solchen solcher zahlreiche wenige etliche sämtliche"
)
PRONOUNS = words(
    "ich du er sie es wir ihn ihm ihnen uns mich dich sich mir dir man jemand niemand etwas nichts alles "
    "dies einer deren dessen denen"
)
RELATIVES = words("der die das den dem dessen deren denen welche welcher welches welchen welchem was wo wer")
QUESTIONS = words(
    "wer was wo wann warum weshalb wieso wie woher wohin wem wen wessen wofür womit worüber wodurch worauf "
    "woran wovon inwiefern inwieweit"
)
PREPOSITIONS = words(
    "in im ins an am ans auf aufs aus bei beim mit nach von vom zu zum zur für gegen ohne um über unter vor "
    "hinter neben zwischen durch durchs seit wegen trotz während laut gemäß zufolge entlang innerhalb "
    "außerhalb anhand aufgrund mithilfe dank angesichts inmitten mittels statt anstatt samt je per pro "
    "binnen ab bis gegenüber entsprechend außer hinsichtlich bezüglich zugunsten anstelle infolge mangels "
    "seitens via"
)
CONJUNCTIONS = words("und oder aber sondern sowie doch denn jedoch u & bzw")
SUBORDINATORS = words(
    "dass daß weil wenn ob obwohl obgleich nachdem bevor ehe während da damit sodass falls sofern solange "
    "sobald indem als wie wobei wodurch womit wofür woraufhin wonach worauf wohingegen seitdem bis obschon "
    "wenngleich soweit weswegen weshalb worüber woran worin wozu wovon wo"
)
ADVERBS = words(
    "nicht auch noch nur schon bereits sehr so hier dort dann nun jetzt heute gestern morgen immer wieder "
    "etwa rund fast knapp mindestens höchstens circa insgesamt allerdings jedoch dabei dafür dagegen damit "
    "danach darauf daraus darin darüber darum davon dazu zuvor zudem außerdem ebenfalls ebenso erst eben "
    "gegen oben unten zusammen weiter mehr weniger meist oft selten zuletzt zunächst schließlich daher "
    "deshalb deswegen derzeit kürzlich inzwischen mittlerweile besonders vor allem zwar sogar selbst gar "
    "ganz neben wegen daneben morgens abends einst ehemals ja nein wohl kaum bisher seither damals ab an "
    "auf aus bei ein los mit vor weg zurück hin her hervor heraus hinaus hinzu fest statt teil darunter "
    "sonst trotzdem dennoch vielmehr soeben mitunter gegebenenfalls bestehend ausgerechnet mal einmal "
    "zweimal mehrfach recht gerade klar offen lieber gern gerne genau gut hart laut ehe wert "
    "namen willen seiten zeiten angaben worten unternehmen verfahren vorhaben arten hingegen "
    "dagegen entgegen deswegen unterdessen indessen dessen derweil nebenan morgen vergangen beispielsweise"
)
PARTICLES = (
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "ein",
    "fest",
    "fort",
    "frei",
    "heim",
    "her",
    "hervor",
    "hin",
    "hinzu",
    "los",
    "mit",
    "nach",
    "nieder",
    "statt",
    "teil",
    "um",
    "unter",
    "vor",
    "voran",
    "vorbei",
    "weg",
    "weiter",
    "wieder",
    "zu",
    "zurück",
    "zusammen",
    "über",
)
_LONG_PARTICLES = ("heraus", "hinaus", "herein", "hinein", "zurück", "voraus", "bekannt", *PARTICLES)
_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "hinter", "wider")
UNLISTED_VERBS = words("stand bestand entstand verstand")
"""Verb forms that the dictionary has as nouns."""

_PRESENT_OR_PAST = words("gehört gefällt gedenkt gelangt gesteht")
"""Forms of gehören and hören and the like: present where no auxiliary of the past stands by."""

_PERFECT = words(
    "hat haben habe hatte hatten hätte hätten ist sind wird werden werde wurde wurden worden sein bin"
)
_PRESENT_PARTICIPLES = (
    "ende",
    "enden",
    "ender",
    "endes",
    "endem",
    "elnde",
    "elnden",
    "ernde",
    "ernden",
    "elnder",
)
NUMERALS = words(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn zwanzig "
    "dreißig vierzig fünfzig hundert tausend hunderte tausende zehntausende"
)
_ATTRIBUTIVE = ("e", "en", "er", "es", "em")
_INFLECTED = frozenset({tags.FINITE, tags.PERHAPS_FINITE, tags.PARTICIPLE})
_BEFORE_SENTENCE = frozenset(':„"–»')
_LISTS = (
    (NUMERALS, tags.NUMBER),
    (AUXILIARIES, tags.AUXILIARY),
    (CONJUNCTIONS, tags.CONJUNCTION),
    (DETERMINERS, tags.DETERMINER),
    (PRONOUNS, tags.PRONOUN),
    (PREPOSITIONS, tags.PREPOSITION),
    (SUBORDINATORS, tags.SUBORDINATOR),
    (QUESTIONS, tags.QUESTION),
    (ADVERBS, tags.ADVERB),
)
_FUNCTION = {word: tag for listed, tag in reversed(_LISTS) for word in listed}


@remembered
def lemma(word: str) -> str:
    return base_of(word, "de")


@remembered
def infinitive(word: str) -> str:
    """The infinitive of a verb form; also of one written with its particle, "herausfanden"."""
    base = lemma(word)
    bare = not word.startswith(_LONG_PARTICLES) or (word.endswith("en") and len(word) < 7)
    if base != word or bare:
        return base
    for particle in _LONG_PARTICLES:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) > 3 and lemma(rest) != rest:
            return particle + lemma(rest)
    return base


@remembered
def tag_word(low: str) -> str:
    """The class of a lower-case word by its form alone."""
    listed = _FUNCTION.get(low)
    if listed:
        return listed
    if low.startswith("un") and low.endswith(_ATTRIBUTIVE) and not low.startswith("unter"):
        return tags.ADJECTIVE
    if len(low) > 6 and low.endswith(_PRESENT_PARTICIPLES):
        return tags.ADJECTIVE
    if low in UNLISTED_VERBS:
        return tags.FINITE
    base = lemma(low)
    if not base.endswith(("en", "ern", "eln")) or base[0].isupper():
        return _unknown(low) if base == low else tags.ADJECTIVE
    return _verb_form(low, base)


def _verb_form(low: str, base: str) -> str:
    if low == base:
        return tags.INFINITIVE if _with_zu(low) else tags.PERHAPS_FINITE
    if _with_ge(low, base):
        return tags.PARTICIPLE if low.endswith(("t", "en")) else tags.ADJECTIVE
    if _with_zu(low):
        return tags.INFINITIVE
    if low.endswith(("iert", "en", "nd")) or (low.endswith("t") and low.startswith(_INSEPARABLE)):
        return tags.PERHAPS_FINITE if not low.endswith("nd") or len(low) < 6 else tags.ADJECTIVE
    return tags.FINITE


def _unknown(low: str) -> str:
    """A word the dictionary does not have: "verantwortet" looks like a verb, most do not."""
    if low.endswith(("ierte", "ierten")):
        return tags.FINITE
    looks_verbal = low.endswith("iert") or (low.endswith("tet") and low.startswith(_INSEPARABLE))
    return tags.PERHAPS_FINITE if looks_verbal else tags.ADJECTIVE


def _with_ge(low: str, base: str) -> bool:
    if low.startswith("ge"):
        return not base.startswith("ge") or low.startswith("gege")
    return "ge" in low and any(
        low.startswith(particle + "ge") and not base.startswith(particle + "ge") for particle in PARTICLES
    )


def _with_zu(low: str) -> bool:
    return "zu" in low and any(
        low.startswith(particle + "zu") and len(low) > len(particle) + 5 for particle in PARTICLES
    )


def tag(forms: list[str]) -> list[str]:
    """One class for each word or sign of a sentence."""
    found = [
        _tag_capitalised(forms, at) if form[0].isupper() else _tag_by_form(form)
        for at, form in enumerate(forms)
    ]
    for at, form in enumerate(forms):
        if found[at] in _INFLECTED and _is_attribute(found, at, form):
            found[at] = tags.ADJECTIVE
        elif form in _PRESENT_OR_PAST and _PERFECT.isdisjoint(forms):
            found[at] = tags.FINITE
        elif form == "zu" and found[at] == tags.PREPOSITION and _before_infinitive(forms, found, at):
            found[at] = tags.TO
            found[at + 1] = tags.INFINITIVE
    return found


def _tag_capitalised(forms: list[str], at: int) -> str:
    if not _begins_sentence(forms, at):
        return tags.NOUN
    form = forms[at]
    low = form.lower()
    listed = _FUNCTION.get(low)
    if listed:
        return listed
    base = lemma(form)
    if base[0].isupper() or form.isupper() or form in FIRST_NAMES or _is_bare_stem(forms, at, base):
        return tags.NOUN
    return tag_word(low)


@remembered
def _tag_by_form(form: str) -> str:
    """The class of a number, a sign or a word that begins with a small letter."""
    first = form[0]
    if first.isdigit() or (first in "+-" and len(form) > 1):
        return tags.NUMBER
    if not first.isalpha():
        return tags.SIGNS.get(form, tags.OTHER)
    return tags.NOUN if any(map(str.isupper, form)) else tag_word(form)


def _is_bare_stem(forms: list[str], at: int, base: str) -> bool:
    """ "Henk Meijer": before a second capital a verb's bare stem is rather a name than an order."""
    return base == forms[at].lower() + "en" and at + 1 < len(forms) and forms[at + 1][0].isupper()


def _begins_sentence(forms: list[str], at: int) -> bool:
    before = forms[max(0, at - 3) : at]
    return True not in [form[0].isalnum() for form in before] or before[-1] in _BEFORE_SENTENCE


_SAID = frozenset({"sagte", "sagten", "meinte", "meinten", "schrieb", "schrieben"})
"""Preterites that describe no noun: "Das sagte Minister Falk"."""


def _is_attribute(found: list[str], at: int, form: str) -> bool:
    """An inflected verb form between article or preposition and noun: "die erhöhte Steuer"."""
    if not form.endswith(_ATTRIBUTIVE) or form in _SAID or at + 1 >= len(found):
        return False
    following = found[at + 1]
    if following not in (tags.NOUN, tags.ADJECTIVE):
        return False
    before = found[at - 1] if at else tags.STOP
    return before in (tags.DETERMINER, tags.PREPOSITION, tags.ADJECTIVE, tags.NUMBER)


def _before_infinitive(forms: list[str], found: list[str], at: int) -> bool:
    return at + 1 < len(found) and (
        found[at + 1] in (tags.PERHAPS_FINITE, tags.INFINITIVE, tags.AUXILIARY) or forms[at + 1] == "sein"
    )
