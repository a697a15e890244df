"""Words beside which a number names something instead of counting."""

from claims.reason import Language
from factcheck.extraction.lexicon import words


def _pairs(listed: str) -> frozenset[tuple[str, str]]:
    pairs = (pair.split() for pair in listed.replace("\n", " ").split("|"))
    return frozenset((first, second) for first, second in pairs)


LABELS: dict[Language, frozenset[str]] = {
    "de": words(
        """
        artikel artikels art paragraf paragrafen paragraph paragraphen absatz absatzes abs satz
        nummer nr ziffer kapitel kap seite band teil folge staffel episode klasse stufe phase
        runde gruppe level kategorie typ modell version zimmer raum saal gleis linie halle tor
        block route kanal studio bezirk formel agenda platz rang tag spieltag etappe buch akt
        szene bundesstraße autobahn straße landstraße flug zeile spalte punkt anhang anlage
        variante stand stellung generation ausgabe mission apollo wohnung haus reaktor turm
        sektor startnummer postfach plz telefon tel fax az aktenzeichen drucksache windows
        iphone ios ipad android playstation top boeing airbus typhoon covid area pier liga
        division zone isbn issn iban psalm
        """
    ),
    "en": words(
        """
        article articles section sections row part chapter chapters page pages room gate flight
        route highway interstate channel episode season level phase group number no nos grade
        category class type model version stage round week day figure fig table volume vol act
        scene line lines platform terminal pier lane track block unit apartment apt suite floor
        box area zone district ward sector exhibit appendix clause paragraph para seed ranked
        apollo windows iphone ios ipad android playstation xbox formula top big boeing airbus
        catch pg nc studio bus tier generation gen mission agenda title schedule rule amendment
        resolution directive mk mark building phone tel fax planet covid division fortune
        gamecube nintendo psalm psalms isbn
        """
    ),
}
LOWER_LABELS = words("number nr no iphone ios ipad nos abs art tel § az kap vol fig para")
"""Labels that need no capital."""

INDICES = words("s&p ftse dax mdax cac nasdaq sp asx nikkei stoxx russell hsi topix csi ibex")
DETERMINERS = words(
    """
    der die das des dem den im am zum zur vom beim ins ein eine einen einem einer eines sein seine
    seinen seinem seiner ihr ihre ihren ihrem ihrer dieser diese dieses diesen diesem jeder jede
    jedes jeden jedem unser unsere
    """
)
IDIOMS: dict[Language, frozenset[tuple[str, str]]] = {
    "de": _pairs(
        """
        vier augen|sechs augen|vier wänden|zwei welten|sieben weltmeere|sieben sachen|drei könige|
        sieben siegel|sieben siegeln|null und|alle fünfe|eins zu|ein bisschen|ein wenig|ein paar|
        ein jeder|tausend dank|neun leben|zwei stühlen|alle viere|erste sahne|wolke sieben|
        einen cent|keinen cent|einen finger|schema f|eins sein|eins werden|zwei beinen|zwei linke|null bock|
        allen vieren|hundert prozentig|null toleranz|beiden seiten|fünf vor|vor zwölf
        """
    ),
    "en": _pairs(
        """
        one another|one day|one thing|one hand|one side|one way|one of|one by|one more|one step|
        one bit|one can|one could|one might|one would|one should|one must|one who|one that|
        one which|one time|one point|one too|one last|one final|all fours|two cents|nine lives|
        two minds|one is|one was|one has|zero tolerance|four corners|seven seas|one such|one off|
        one moment|one or|no one|one reason|one example|one morning|one evening|one night|
        square one|cloud nine|number one|one whose|one where|one when|one for|one with|one at|
        one called
        """
    ),
}
ONE_OF_SOME = words(
    "memo letter email e-mail message note case instance incident example exchange passage interview sense "
    "respect episode entry post scene study experiment"
)
"""What "one" only picks out: "in one memo he writes"."""

SPORT = words(
    """
    beat beats won win wins lost lose draw drew defeat defeated lead led victory score scored
    thrashed edged ahead level trailed trail sets down winners losers gewann gewannen verlor
    verloren siegte siegten besiegte unterlag unterlagen endete führte führten sieg niederlage remis
    stand
    """
)
STREETS = ("straße", "strasse", "gasse", "allee", "weg", "platz", "ufer", "ring")
SENTENCE_STARTS = frozenset(".!?:„\"“”»«–—(…•;'‘’")
"""Signs behind which a capital says nothing."""

LASTING = frozenset(("week", "month", "year", "decade"))
HOW_LONG = words(
    """
    for of by after in to with than last lasts lasted take takes took taken spend spends spent wait waits
    waited is was are were be been being since about until at from just well a an the and or some age aged
    people anyone those women men everyone children adults
    """
)
"""Words before over that let it bound a length of time: for over three years, people over 65 years."""

DISPUTING = words(
    """
    quit quits quitting resign resigns resigned resignation row rows dispute disputes clash clashes clashed
    sue sues sued lawsuit fined sacked fired suspended criticised criticized criticism protest protests anger
    angry furious outrage outcry probe inquiry investigated questioned charged arrested jailed strike strikes
    walkout argue argued argument battle fears concern concerns alarm trial backlash
    """
)
"""Words whose quarrel or charge over names: quits over £4m bill."""
