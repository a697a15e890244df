"""Nouns that say what somebody is, German and English: president, Sprecherin, CEO."""

import re

from claims.reason import Language
from factcheck.extraction.memo import remembered_by_language

_GERMAN = re.compile(
    r"(?:.*(?:chef|präsident|minister|kanzler|sprecher|leiter|vorstand|vorständ|direktor|manager|forscher|ingenieur|"
    r"gründer|vorsitzende[rn]?|sekretär|abgeordnete[rn]?|anwält|anwalt|professor|expert|trainer|meister|kommissar|"
    r"analyst|autor|mitglied|inhaber|berater|redakteur|richter|politiker|obmann|obfrau|kandidat|generalsekretär|"
    r"geschäftsführer|beauftragte[rn]?|wissenschaftler|ökonom|physiker|chemiker|ärzt|arzt|lehrer|unternehmer|händler|"
    r"betreiber|künstler|sänger|schauspieler|regisseur|spieler|stürmer|kapitän|general|landrat|senator|"
    r"botschafter|investor|entwickler|programmierer|designer|architekt|milliardär|führer|sohn|tochter|bruder|schwester|"
    r"witwe|ehefrau|ehemann|partner|kollege|kollegin|nachfolger|vorgänger|rektor|dekan|könig|kaiser|papst|bischof|"
    r"journalist|aktivist|pilot|student|schüler|zeuge|zeugin|verteidiger|kläger|coach|iker|.ologe|.ologin|rätin|"
    r"landesrat|landwirt|jurist|polizist|beamte[rn]?|bewohner|anwohner|bürger|gegner|befürworter|beobachter|"
    r"helfer|pfleger|fahrer|besucher|teilnehmer|veranstalter|organisator|dirigent|gutachter|fachmann|fachfrau|"
    r"dezernent|referent|bevollmächtigte[rn]?|delegierte[rn]?|vertreter|kaufmann|kauffrau|schriftsteller|pfarrer|intendant|kurator|komponist|fotograf|filmemacher|kämmerer|kassier|"
    r"sachwalter|verwalter|ermittler|kommandant|wirt|bäcker)"
    r"(?:in|innen|en|e|s|n|es)?|"
    r"ceo|cfo|cto|coo|frau|herr|herrn|mann|opfer|täter|star)"
)
_ENGLISH = re.compile(
    r"(?:chief|executive|president|director|spokesman|spokeswoman|spokesperson|minister|chairman|chairwoman|chair|"
    r"founder|co-founder|engineer|researcher|head|secretary|manager|professor|analyst|officer|governor|leader|mayor|"
    r"judge|coach|editor|owner|partner|member|senator|ambassador|attorney|lawyer|economist|scientist|author|"
    r"commissioner|ceo|cfo|cto|coo|king|queen|prince|princess|captain|player|striker|actor|actress|singer|writer|"
    r"journalist|teacher|doctor|chancellor|premier|investor|designer|architect|son|daughter|brother|sister|widow|"
    r"wife|husband|successor|predecessor|boss|curator|campaigner|activist|student|candidate|deputy|counsel|"
    r"developer|employee|adviser|advisor|consultant|general|treasurer|trustee|inspector|detective|colonel|expert|specialist|"
    r"spokespeople|prosecutor|physicist|chemist|surgeon|psychiatrist|therapist|strategist|lobbyist|novelist|"
    r"dentist|linguist|artist|pathologist|lecturer|historian|statistician|politician|technician|physician|"
    r"veteran|farmer|nurse|banker|trader|broker|pilot|sergeant|superintendent|constable|bishop|vicar|"
    r"goalkeeper|midfielder|defender|winger|sprinter|cyclist|swimmer|skipper|athlete|runner|jockey|boxer|golfer|"
    r"referee|umpire|councillor|councilman|councilwoman|congressman|congresswoman|lawmaker|legislator|mp|msp|mep|"
    r"diplomat|envoy|negotiator|mediator|ombudsman|headteacher|headmaster|headmistress|principal|dean|rector|"
    r"provost|registrar|librarian|barrister|magistrate|chairperson|representative|"
    r"clerk|administrator|investigator|firefighter|paramedic|midwife|carer|volunteer|organiser|organizer|soldier|"
    r"lieutenant|commander|admiral|sheriff|priest|pastor|rabbi|imam|baker|butcher|shopkeeper|publican|landlady|"
    r"electrician|plumber|carpenter|roofer|mechanic|miner|fisherman|sailor|trucker|gardener|chef|pensioner|"
    r"entrepreneur|businessman|businesswoman|industrialist|landowner|columnist|presenter|broadcaster|composer|"
    r"conductor|pianist|violinist|guitarist|musician|dancer|poet|sculptor|painter|filmmaker|comedian|eyewitness|"
    r"\w{3,}(?:ologist|ographer|onomer|ematician))s?"
)


_OF_BODIES = re.compile(
    r".*(?:händler|betreiber|tochter|schwester|partner|investor|entwickler|führer|inhaber|meister|mitglied|spieler|"
    r"nachfolger|vorgänger|star|veranstalter|general|gegner|teilnehmer)(?:in|innen|en|e|s|n|es)?|"
    r"(?:leader|member|partner|owner|head|investor|player|developer|designer|star|sister|daughter|successor|"
    r"predecessor)s?"
)


@remembered_by_language
def is_office(word: str, language: Language) -> bool:
    """Whether only a person can be what a noun says: spokesman, Sprecherin, but not partner, Betreiber."""
    low = word.lower()
    managing = low.startswith("geschäftsführer")
    return is_role(word, language) and (managing or _OF_BODIES.fullmatch(low) is None)


@remembered_by_language
def is_role(word: str, language: Language) -> bool:
    """Whether a noun says what somebody is, alone or at the end of a German compound."""
    return (_GERMAN if language == "de" else _ENGLISH).fullmatch(word.lower()) is not None
