"""English word classes: lists of function words and verbs, endings, and the word before.

English forms say little ("cuts", "plans", "reports" are nouns and verbs), so a form that can be a
finite verb counts as one only after a word that can end its subject.
"""

from functools import lru_cache

import simplemma

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words

AUXILIARIES = words(
    "is are was were am has have had do does did will would can could may might must shall should cannot "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't "
    "mustn't shouldn't it's he's she's that's there's here's what's who's i'm we're they're you're i've "
    "we've they've you've i'd we'd they'd he'd she'd it'll he'll she'll they'll we'll i'll you'll let's "
    "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t "
    "mustn’t shouldn’t it’s he’s she’s that’s there’s here’s what’s who’s i’m we’re they’re you’re i’ve "
    "we’ve they’ve you’ve i’d we’d they’d he’d she’d it’ll he’ll she’ll they’ll we’ll i’ll you’ll let’s"
)
DETERMINERS = words(
    "the a an this that these those my your his her its our their some any no each every either neither "
    "both all many few several most more less much another other such what whose certain various"
)
PRONOUNS = words(
    "i you he she it we they him them us me himself herself itself themselves one someone anyone everyone "
    "nobody somebody everybody nothing something anything everything there here who which"
)
QUESTIONS = words("who which what where when why how whose whom whether")
PREPOSITIONS = words(
    "of in on at by for with from into onto over under about after before between among through during "
    "against without within across behind beyond despite near since until till toward towards upon via per "
    "including excluding regarding concerning amid amidst alongside above below around off out up down than "
    "like unlike inside outside throughout versus following according due because besides except past plus "
    "minus"
)
CONJUNCTIONS = words("and or but nor yet & so")
SUBORDINATORS = words(
    "that because if although though while whereas unless when where after before since until once as "
    "whether so lest provided who which whom whose why how what"
)
ADVERBS = words(
    "not also only just already still even again soon now then today yesterday tomorrow later earlier once "
    "never ever always often sometimes recently currently previously formerly once first last next almost "
    "nearly about around roughly approximately too very quite rather well far ago yet instead however "
    "meanwhile therefore thus moreover furthermore nevertheless nonetheless otherwise perhaps together "
    "alone back away abroad ahead long here there elsewhere since clearly"
)
IRREGULAR = words(
    "said told made took gave went came saw knew got found thought became left felt kept held brought began "
    "wrote stood heard let met ran paid sat spoke led grew lost fell sent built understood drew broke spent "
    "rose drove bought wore chose sought caught fought sold won taught threw shot struck hit put set cut "
    "shut cost hurt read beat bet burst cast split spread swore tore woke laid lay lent meant slid slept "
    "shook shrank sank sang swam stole stuck swept flew fled forecast froze hung hid knelt forgot forgave "
    "arose awoke bore bent bound bred dealt dug drank ate fed underwent undertook overtook withdrew "
    "withstood upheld outsold rebuilt foresaw forbade quit rid rode rang sent shed shone showed spun sprang "
    "strode strove swung wept wound wrung"
)
"""Past tense of strong verbs; many are participles as well."""

ONLY_PARTICIPLES = words(
    "been done gone seen known taken given shown written spoken broken chosen driven grown fallen risen "
    "flown begun drawn thrown worn torn stolen frozen forgotten hidden eaten beaten withdrawn undertaken "
    "undergone born become come run sworn shrunk sunk sung swum"
)
NO_PAST = words(
    "need feed seed speed deed weed reed breed bleed indeed hundred sacred naked wicked kindred shed"
)
BASES = words(
    "accept accuse achieve acquire act add admit advise affect agree aim allow announce appeal appear apply "
    "appoint approve argue arrive ask assess attack attempt attend avoid ban base beat become begin believe "
    "belong benefit blame block boost borrow break bring build buy call campaign carry cause challenge "
    "change charge choose claim close collect come comment compare compete complain complete comprise "
    "concede concern conclude condemn conduct confirm consider consist contain continue contribute control "
    "convict cost count cover create criticise criticize curb cut deal decide decline decrease defend "
    "deliver demand deny depend deploy describe design develop die differ disclose discover discuss dismiss "
    "double drive drop earn elect emerge employ enable encourage end enforce enjoy ensure enter establish "
    "estimate exceed exist expand expect experience explain export express extend face fail fall fear "
    "feature feel file fight find fine finish fire focus follow force forecast form found fund gain "
    "generate get give go grow happen have hear help hire hit hold hope host identify impose improve "
    "include increase indicate inform insist intend introduce invest investigate invite involve issue join "
    "keep kill know lack land last launch lead learn leave lend let lie limit link list live look lose "
    "maintain make manage manufacture mark market matter mean measure meet merge mention miss move name "
    "need negotiate note object obtain occur offer open operate oppose order outline outsell overtake own "
    "participate pass pay plan play plead pledge point post postpone predict prefer prepare present prevent "
    "produce promise promote propose protect prove provide publish pull purchase push put question quit "
    "raise rank reach react read realise receive recommend recover recruit reduce refer refuse regard "
    "reject relate release rely remain remember remove replace reply report represent require resign "
    "resolve respond restore result resume retain retire return reveal rise rule run say schedule see seek "
    "seem sell send serve set settle shape share shed show shut sign signal slash slip slow spend split "
    "stand start state stay steal stop strengthen strike study submit succeed sue suffer suggest support "
    "surge suspect suspend take talk tell think threaten topple total trade train transfer treat triple "
    "trigger try turn undergo understand unveil urge use visit vote vow walk want warn weigh welcome win "
    "withdraw work worry write relay allege contend assert testify speculate reckon emphasise emphasize "
    "imply affirm confess reiterate acknowledge assume declare denounce recount calculate stress highlight "
    "dispute"
)
VERBS_ONLY = words(
    "accept accuse achieve acquire add admit agree allow announce appear apply appoint argue arrive assess "
    "avoid become believe belong bring choose collect compete complain comprise concede conclude condemn "
    "confirm consider consist contain continue criticise criticize decide defend deliver deny depend deploy "
    "describe develop differ discover discuss dismiss earn elect emerge employ encourage enforce enjoy "
    "ensure enter establish exceed exist expand expect explain extend follow gain generate get give go grow "
    "happen have hear hire identify impose improve include inform insist intend introduce invest "
    "investigate invite involve join keep know learn leave lend lie lose maintain mean meet merge negotiate "
    "obtain occur offer operate oppose own participate plead predict prefer prepare present prevent propose "
    "protect prove provide publish raise react read realise receive recommend recover recruit reduce refer "
    "refuse regard reject relate rely remain remember remove replace represent require resign resolve "
    "respond restore resume retain retire reveal say see seek seem sell send serve settle strengthen submit "
    "succeed sue suffer suggest suspend take tell think threaten understand unveil urge warn weigh win "
    "withdraw write allege contend assert testify speculate reckon emphasise emphasize imply affirm confess "
    "reiterate acknowledge assume declare denounce recount calculate"
)
"""Forms that are verbs wherever a verb can stand; the other BASES are nouns as well."""

_OBJECT_BEGINS = frozenset(
    {
        tags.DETERMINER,
        tags.PRONOUN,
        tags.PREPOSITION,
        tags.NUMBER,
        tags.SUBORDINATOR,
        tags.NOUN,
        tags.QUESTION,
    }
)
_RELATED = words("according led leads lead due thanks close next up back related compared")
"""Words behind which "to" is a preposition."""

_NAMES_TOO = words("may will us")
"""Function words that are a month, a person or a country where a capital begins them."""

_SUBJECT_END = (tags.NOUN, tags.PRONOUN, tags.ADVERB, tags.CLOSE, tags.QUOTE, tags.CONJUNCTION, tags.QUESTION)
_GOES_ON = words("says believes insists expects admits argues wants thinks explains")
"""Forms that are no plurals: they go on with the sentence, "The yard, which is new, says …"."""

_LISTS = (
    (AUXILIARIES, tags.AUXILIARY),
    (CONJUNCTIONS, tags.CONJUNCTION),
    (PRONOUNS - QUESTIONS, tags.PRONOUN),
    (QUESTIONS, tags.QUESTION),
    (DETERMINERS, tags.DETERMINER),
    (PREPOSITIONS, tags.PREPOSITION),
    (SUBORDINATORS, tags.SUBORDINATOR),
    (ADVERBS, tags.ADVERB),
)
_FUNCTION = {word: tag for listed, tag in reversed(_LISTS) for word in listed}


@lru_cache(maxsize=65536)
def tag_word(low: str) -> str:
    """The class of a lower-case word by its form alone; "v" marks what can be a finite verb."""
    listed = _FUNCTION.get(low)
    if listed:
        return listed
    if low in IRREGULAR or low in BASES or _third_person(low):
        return tags.PERHAPS_FINITE
    if low in ONLY_PARTICIPLES:
        return tags.PARTICIPLE
    if low.endswith("ed") and len(low) > 3 and low not in NO_PAST:
        return tags.PERHAPS_FINITE
    if low.endswith("ly"):
        return tags.ADVERB
    if low.endswith(("able", "ible", "ous", "ful", "less", "ish", "ical")):
        return tags.ADJECTIVE
    return tags.NOUN


def _third_person(low: str) -> bool:
    if not low.endswith("s") or low.endswith("ss"):
        return False
    stems = (low[:-1], low[:-2], low[:-3] + "y") if low.endswith("es") else (low[:-1],)
    return any(stem in BASES for stem in stems)


def tag(forms: list[str]) -> list[str]:
    """One class for each word or sign of a sentence."""
    found: list[str] = []
    for at, form in enumerate(forms):
        found.append(_in_context(forms, found, at, _tag_form(form, at)))
    _mark_participles(forms, found)
    return found


def _mark_participles(forms: list[str], found: list[str]) -> None:
    """ "the plan announced in May", "ideas suggested by experts": a past form that only describes a noun."""
    verbs = [at for at, tag in enumerate(found) if tag in tags.VERBAL]
    for at in verbs:
        others = [other for other in verbs if other > at]
        stretch = _stretch(found, at)
        apart = any(not stretch[0] <= other < stretch[1] for other in verbs)
        linked = at + 1 < len(found) and found[at + 1] in (tags.PREPOSITION, tags.TO)
        led = found[stretch[0]] == tags.PREPOSITION and apart and linked
        by = at + 1 < len(forms) and forms[at + 1].lower() == "by" and bool(others)
        if found[at] == tags.FINITE and (led or by):
            found[at] = tags.PARTICIPLE


def _stretch(found: list[str], at: int) -> tuple[int, int]:
    """The tokens between two commas around `at`."""
    first, last = at, at
    while first > 0 and found[first - 1] != tags.COMMA:
        first -= 1
    while last < len(found) and found[last] != tags.COMMA:
        last += 1
    return first, last


def _tag_form(form: str, at: int) -> str:
    first = form[0]
    if first.isdigit() or (first in "+-" and len(form) > 1):
        return tags.NUMBER
    if not first.isalpha():
        return tags.SIGNS.get(form, tags.OTHER)
    low = form.lower()
    if first.isupper() and (low not in _FUNCTION or (at and low in _NAMES_TOO)):
        return tags.NOUN
    if first.isupper() and form.isupper() and len(form) > 1 and at:
        return tags.NOUN
    if low.endswith(("n't", "n’t")):
        return tags.AUXILIARY
    return tag_word(low)


def _in_context(forms: list[str], found: list[str], at: int, tag: str) -> str:
    before = found[at - 1] if at else tags.STOP
    low = forms[at].lower()
    if low == "to":
        return tags.TO
    related = at > 1 and forms[at - 2].lower() in _RELATED
    if before == tags.TO and not related and tag in (tags.PERHAPS_FINITE, tags.NOUN, tags.AUXILIARY):
        return tags.INFINITIVE if forms[at].islower() else tag
    if low == "that" and before in (tags.PERHAPS_FINITE, tags.FINITE, tags.NOUN, tags.ADJECTIVE, tags.COMMA):
        return tags.SUBORDINATOR
    if tag == tags.NOUN and forms[at].islower() and before == tags.PRONOUN:
        return tags.FINITE if forms[at - 1].lower() in ("i", "we", "they", "you") else tag
    if tag != tags.PERHAPS_FINITE:
        return tag
    return _verb_in_context(forms, found, at, before)


def _verb_in_context(forms: list[str], found: list[str], at: int, before: str) -> str:
    """Finite after what can end a subject, a participle after an auxiliary, else a noun or attribute."""
    low = forms[at].lower()
    if _last_auxiliary(found, at):
        return tags.PARTICIPLE
    if before == tags.COMMA and (low in IRREGULAR or low.endswith("ed")):
        return _after_comma(forms, found, at)
    if before == tags.COMMA and low in _GOES_ON:
        return tags.FINITE
    if before not in _SUBJECT_END or (
        before == tags.NOUN and forms[at - 1].endswith(("'s", "’s", "s'", "s’"))
    ):
        return tags.NOUN
    if low in BASES and low not in IRREGULAR:
        ends = low in VERBS_ONLY or _plural(forms[at - 1].lower())
        return tags.FINITE if ends else tags.NOUN
    if low in IRREGULAR or low.endswith("ed"):
        return tags.FINITE
    return tags.FINITE if before != tags.ADVERB and _object_follows(forms, at) else tags.PERHAPS_FINITE


def _after_comma(forms: list[str], found: list[str], at: int) -> str:
    """ "…, aimed at saving" describes; "Paul Drax, the engineer, resigned" goes on with the sentence."""
    following = _tag_form(forms[at + 1], at + 1) if at + 1 < len(forms) else tags.STOP
    verb_before = any(tag in tags.VERBAL for tag in found)
    return tags.PARTICIPLE if verb_before and following in (tags.PREPOSITION, tags.TO) else tags.FINITE


def _object_follows(forms: list[str], at: int) -> bool:
    """What stands behind a form in -s lets it be a verb: "cuts 2,500 jobs", not "plans include"."""
    if at + 1 >= len(forms):
        return False
    following = _tag_form(forms[at + 1], at + 1)
    return following in _OBJECT_BEGINS or not forms[at + 1][0].isalnum()


def _last_auxiliary(found: list[str], at: int) -> bool:
    """An auxiliary before the word with nothing but adverbs and participles between."""
    for tag in reversed(found[max(0, at - 4) : at]):
        if tag == tags.AUXILIARY:
            return True
        if tag not in (tags.ADVERB, tags.PARTICIPLE):
            return False
    return False


def _plural(low: str) -> bool:
    ends = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us", "is"))
    return ends or low in ("they", "we", "i", "you", "people", "who", "which", "men", "women", "children")


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="en")
