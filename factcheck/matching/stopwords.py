"""Words that hold a sentence together and say nothing of its matter."""

from claims.reason import Language
from factcheck.matching.folding import fold

_GERMAN = """
der die das den dem des ein eine einen einem einer eines ist sind war waren sei seien waere wäre
wären bin sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere
unserer unseren hat habe haben hatte hatten hätte hätten gehabt wird werde werden wurde wurden würde
würden worden geworden kann können konnte konnten könne könnte könnten muss müssen musste mussten
müsse müsste soll sollen sollte sollten solle will wollen wollte wollten wolle darf dürfen durfte
dürfe dürfte dürften mag möchte möchten und oder aber sondern sowie sowohl als auch doch denn jedoch
dass daß weil wenn ob obwohl während da damit sodass indem wie wobei wodurch womit in im ins an am
ans auf aus bei beim mit nach von vom zu zum zur für gegen ohne um über unter vor hinter neben
zwischen durch durchs seit wegen trotz laut gemäß zufolge innerhalb außerhalb aufgrund angesichts je
per pro ab bis gegenüber er sie es wir ich ihn ihm ihnen uns mich sich mir man jemand etwas alles
dies dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem
alle allen aller deren dessen denen welche welcher welches welchen welchem wer was wo wann warum
weshalb wieso woher wohin wem wen wessen woran worauf worüber wovon wofür hier dort dann nun so sehr
noch schon nur etwa rund ungefähr circa ca mindestens höchstens wenigstens knapp fast insgesamt
dabei dafür dagegen davon dazu daran darauf daraus darin darüber darum darunter bereits eben einmal
mal wieder zudem außerdem ebenfalls beide beiden mehr viel viele vielen wenig ganz gar hin her bzw
etc herrn herr frau mr mrs dr prof nicht kein keine keinen keinem keiner keines nie niemals
keineswegs keinesfalls weder ja derzeit aktuell jetzt gerade heute million millionen milliarde
milliarden mrd mio tausend hundert zwei drei vier fünf sechs sieben acht neun zehn elf zwölf euro
dollar prozent weitere weiterer weiteren solche solcher allem einige einigen einiger mehrere
mehreren etliche manche beispielsweise sogar lediglich bloß hierzu daher deshalb deswegen somit
ferner dennoch trotzdem allerdings hingegen insbesondere besonders vollkommen völlig bislang seither
kommt gibt gab geht sieht nämlich einander selbst eigenen eigene eigener moment zuletzt schließlich
natürlich offenbar eigentlich überhaupt wohl zwar allein
"""
_ENGLISH = """
the a an and or but if of to in on at by for from with without as is are was were be been being am
has have had having do does did done doing will would shall should can could may might must it its
he she they them his her their theirs him we us our you your i me my this that these those there
here then than so such not no nor never neither n't who whom whose which what when where why how
about into onto over under between through during before after above below up down out off again
also just only very too more most much many some any all both each other own same around roughly
nearly almost least mr mrs ms dr prof said says per via while because since until unless although
though however s t re ve ll d million billion thousand hundred m bn two three four five six seven
eight nine ten eleven twelve percent cent pct dollar dollars euro euros pound pounds now currently
today want wants wanted going go goes went get gets got become becomes became make makes made
several few less another every either whole quite rather indeed thus hence therefore meanwhile
instead later ago once moreover furthermore according including included include especially
particularly despite amid across along near upon among amongst ever already still even yet whether
against within toward towards
"""

_LINKING_GERMAN = """
gehören zählen gelten halten bilden darstellen bestehen beteiligen befinden stehen liegen heißen
nennen bezeichnen sagen mitteilen erklären äußern berichten betonen meinen finden glauben sehen
arbeiten bleiben scheinen umfassen
"""
_LINKING_ENGLISH = """
belong count include consist remain seem appear call name describe say tell state report stress
believe think find see consider work carry take hold give serve comprise involve
"""


STOPWORDS: dict[Language, frozenset[str]] = {
    "de": frozenset(map(fold, _GERMAN.split())),
    "en": frozenset(map(fold, _ENGLISH.split())),
}

_COUNTING = """
million millionen milliarde milliarden billion thousand hundred mrd mio tausend hundert zwei drei vier fünf
sechs sieben acht neun zehn elf zwölf two three four five six seven eight nine ten eleven twelve
m bn euro euros dollar dollars pound pounds prozent percent cent pct mindestens höchstens etwa rund ca least
"""

COUNTING = frozenset(map(fold, _COUNTING.split()))
"""Stopwords that lists of keywords have as well, so they make no sentence."""

MOVING_VERBS = frozenset(("kommt", "gibt", "gab", "geht", "sieht"))
"""Stopwords that are verbs of their own with a particle: `gab … nach` (nachgeben)."""

LINKING_VERBS: dict[Language, frozenset[str]] = {
    "de": frozenset(map(fold, _LINKING_GERMAN.split())),
    "en": frozenset(map(fold, _LINKING_ENGLISH.split())),
}
"""Verbs that tie a name to what is said of it, or tell who says it, and state no event themselves."""
