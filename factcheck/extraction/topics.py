"""What a claim is about that a desk looks at first: `TOPICS[language][word]`.

Words are recognised by stem and ending, so that German compounds count ("Falschaussage",
"Stellenabbau"). Each list is a page of a newsroom's check list, not a vocabulary of any text.
"""

import re
from enum import StrEnum
from functools import lru_cache

from claims.reason import Language
from factcheck.extraction.memo import Memo


class Topic(StrEnum):
    """LEGAL: accusations, law, harm; CONFLICT: disputes, accidents, upheaval; MOVE: who takes or leaves
    what office; DECISION: what was decided, agreed, bought, sold."""

    LEGAL = "legal"
    CONFLICT = "conflict"
    MOVE = "move"
    DECISION = "decision"


_GERMAN: dict[Topic, str] = {
    Topic.LEGAL: r"""
        \w*vorw[uü]rf\w* vorgeworfen\w* \w*betrugs? betrüg\w+ betrog\w* \w*korrupti\w+
        bestech(?:ung|lich)\w* \w*ermittl(?:ung|ungen|er|ern) ermittelt\w* \w*anklagen? anklagebank
        \w*angeklagte?[nrs]? \w*klagen? kläger\w* verklagt\w* \w*gerichts? gerichtlich\w*
        (?:amts|land|straf)?richter(?:in|s)? richterlich\w*
        (?:straf|zivil|mord|gerichts|berufungs)?prozess(?:e|es)? \w*rechtsstreit\w* rechtlich\w*
        (?<!vor)urteile?s? urteilsspruch\w* verurteil\w+ \w*freispr[uü]ch\w* freigesprochen
        (?:geld|haft|freiheits|bewährungs|todes)?strafen? straft\w+ strafbar\w*
        (?:untersuchungs|einzel)?haft inhaftiert\w* \w*festgenommene?[nrs]? festnahmen? \w*verhaft\w+
        \w*gefängnis\w* bewährung illegal\w* rechtswidrig\w* \w*verst(?:oß|ößen?|oßes|oßen) \w*missbrauch\w*
        \w*mord(?:es|e)? mörder\w* ermordet\w* getötet\w* \w*tötung\w* tote[nrs]? tot tod(?:es)? todes\w+
        starb(?:en)? gestorben\w* erlag(?:en)? erlegen opfern? \w*verletz(?:t|te|ten|ter|ung|ungen|te[rn])
        unterschl[au]g\w+ \w*hinterz[io]\w+ \w*razzi(?:a|en) beschuldig\w+ \w*verdacht\w* verdächtig\w*
        \w*skandale?s? \w*rücktritte?s? zurückgetreten entlass(?:en|ene|enen|ung|ungen) \w*kündigung(?:en)?
        \w*sanktion(?:en|iert)? \w*anzeigen? angezeigt (?:einfuhr|ausfuhr|fahr)?verbote?s? verboten\w*
        \w*schadens?ersatz \w*plagiat\w* gefälscht\w* \w*fälschung\w* manipulier\w+ \w*manipulation\w*
        \w*doping\w* gedopt\w* \w*diebst[aä]hle?n?s? diebe?n? gestohlen\w* eingebrochen \w*überfälle?n?
        \w*überfall überfallen erpress\w+ \w*gewalttat\w* vergewaltig\w+ \w*drohung\w* bestritt(?:en)?
        dementier\w+ \w*geständ(?:nis|ig)\w* zeugin \w*zeugen? \w*falschaussagen? \w*staatsanw[aä]lt\w*
        verteidiger\w* mängeln? veruntreu\w+ gefährlich\w* berufung einspruch rechtskräftig\w*
    """,
    Topic.CONFLICT: r"""
        \w*protest(?:e|en|iert|ierten|ierte)? demonstr\w+ \w*demonstration\w* kundgebung\w* \w*streiks?
        gestreikt \w*kriege?s? \w*angriffe?n?s? angegriffen \w*anschl[aä]g\w* \w*krisen? \w*notstand
        spannungen abgeworben abwerbung \w*übernahmen? \w*fusion(?:en|iert)? \w*insolven\w+ \w*pleiten?
        (?<!aus)\w*wahlen? \w*referend\w+ \w*unf[aä]ll\w* \w*br[aä]nde?s? \w*explosion\w* explodiert\w*
        \w*unglücke?s? \w*katastrophen? evakuier\w+ \w*streite?s? boykott\w* \w*arbeitspl[aä]tz\w* \w*abbau
        \w*verluste?n? stellen \w*warnung(?:en)? \w*risik(?:o|en) gesperrt\w* \w*schließung\w* geschlossen
        \w*schäden? \w*schaden abgesagt \w*verzögerung\w* \w*mangel zusammenst[oö](?:ß|ßen?)
        zusammengebrochen eingestürzt gekürzt \w*kürzung\w*
    """,
    Topic.MOVE: r"""
        \w*nachfolger?\w* ernannt\w* ernennung berufen gewählt\w* \w*kandid(?:at|ier)\w* \w*wechsel
        wechselt\w* gewechselt vorsitz\w* amtsantritt übernimmt übernommen abgelöst antritt verpflichtet\w*
        wiedergewählt bewerben bewirbt beworben
    """,
    Topic.DECISION: r"""
        beschl(?:oss|ossen|ossene|ießt|ießen|uss|usses|üsse) \w*einig(?:t|te|ten|ung) zugestimmt zustimmung
        genehmig\w+ vereinbar(?:t|te|ten|ung|ungen) unterzeichn\w+ abgelehnt ablehnung entschied(?:en)?
        entscheidung(?:en)? verabschiedet\w* gebilligt verkauft\w* gekauft kaufte\w* erw(?:arb|orben)
        eröffne\w+ angekündigt \w*vertrags? \w*verträge zurückgewiesen abgestimmt \w*stimmen
    """,
}
_ENGLISH: dict[Topic, str] = {
    Topic.LEGAL: r"""
        (?:law)?suits? su(?:e|ed|es|ing) courts? courtroom trials? judges? jury jurors? legal(?:ly)?
        illegal\w* unlawful\w* offen[cs]es? fraud\w* corrupt\w* brib\w+ charge[sd] guilty convict\w*
        sentenced? jail\w* prison\w* arrest\w* accus\w+ alleg\w+ prob(?:e|es|ed|ing) investigat\w+
        inquir(?:y|ies) inquest prosecut\w+ indict\w* settle(?:d|ment|ments) penalt(?:y|ies) fine[sd]
        scandals? resign\w* sack(?:ed|ing) fired layoffs? kill(?:s|ed|ing|ings)? died dead deaths? injur\w+
        hurt murder\w* victims? abus(?:e|es|ed|ive|ing) ban bans banned sanction\w* suspen(?:ded|sion|sions)
        damages rigg(?:ed|ing) fixing forge(?:d|ry) plagiari\w+ violat\w+ breach\w* den(?:y|ies|ied|ying)
        refut\w+ doping drugs? theft stole\w* robb\w+ crim(?:e|es|inal|inals|inally) hearing tribunal
        falsely false cheat\w* intimidat\w+ violence violent\w* shot assault\w* rap(?:e|ed|es|ist) hostages?
        perjury misconduct negligen\w+ liab(?:le|ility) bail unfair flaw\w* fault faults faulty defect\w*
        unsafe vandal\w* victimis\w+
    """,
    Topic.CONFLICT: r"""
        protest\w* strik(?:e|es|ers|ing) struck walkout wars? attack\w* cris[ei]s emergency takeovers?
        merge[rd]?s? demerge[rd]? acqui(?:re|red|sition|sitions) bankrupt\w* elections? referendum jobs?
        cuts? shed loss(?:es)? lost risks? threat\w* warn(?:ed|s|ing|ings)? collision collided
        crash(?:ed|es)? fires? blaze evacuat\w+ flood\w* ballot accidents? explosion dispute[sd]?
        delay(?:s|ed)? cancel\w* clos(?:ed|ure|ures) shut damage damaged hampering overlooked
        withdr[ae]w(?:n)? outbreak shortages? failed failure collapse[sd]?
    """,
    Topic.MOVE: r"""
        appoint(?:ed|s|ment) elect(?:ed|s) succe(?:ed|eded|eds|ssor) quit replac(?:ed|es|ing) joined hired
        stepped re-elected
    """,
    Topic.DECISION: r"""
        decid(?:e|ed|es) decision agree[ds]? agreement deal approv(?:e|ed|es|al) vot(?:ed|es)
        reject(?:ed|s|ion) signed ruled ruling ordered bought sold bid launch(?:ed|es)? announced unveiled
        recall(?:ed)? backed
    """,
}


_ANY = r"\w*"


def _joined(stems: list[str]) -> str:
    """One pattern of all; what may begin anywhere stands behind one beginning, so that it is sought once."""
    inner = [stem.removeprefix(_ANY) for stem in stems if stem.startswith(_ANY)]
    whole = [stem for stem in stems if not stem.startswith(_ANY)]
    return "|".join([*whole, rf"{_ANY}(?:{'|'.join(inner)})"] if inner else whole)


@lru_cache(maxsize=2)
def _patterns(language: Language) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    """Compiled when the first text of the language comes."""
    listed = _GERMAN if language == "de" else _ENGLISH
    return tuple((topic, re.compile(_joined(stems.split()))) for topic, stems in listed.items())


def _topics_of(low: str, language: Language) -> tuple[Topic, ...]:
    return tuple(topic for topic, pattern in _patterns(language) if pattern.fullmatch(low))


TOPICS: dict[Language, Memo[tuple[Topic, ...]]] = {
    "de": Memo(lambda low: _topics_of(low, "de")),
    "en": Memo(lambda low: _topics_of(low, "en")),
}
"""The topics of a word in lower case; none for most."""
