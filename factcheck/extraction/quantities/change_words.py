"""The verbs, nouns and comparatives that say up or down, and the words around them."""

from claims.quantity import Change
from factcheck.extraction.lexicon import words

UP_EN = words(
    """
    up rose rise rises risen rising increased increase increases increasing climbed climb climbs gained
    gain gains gaining jumped jump jumps soared surged surge grew grow grows grown growing added adds
    advanced expanded improved higher rallied boosted accelerated swelled
    """
)
DOWN_EN = words(
    """
    down fell fall falls fallen falling decreased decrease decreases dropped drop drops dropping declined
    decline declines lost loses losing slid slide slides slipped slumped plunged plummeted plummeting
    shrank shrunk tumbled eased dipped lower sank sunk reduced reduces reducing reduce cut cuts cutting
    contracted shed sheds lowered slashed
    """
)
RAISED_EN = words("raised raise raises raising lifted lift lifts lifting hiked hike hikes hiking upped")
TRIMMED_EN = words("trimmed trim trims trimming scaled")
"""Verbs that change something only with by or to: she raised $5 for charity."""
NO_LEVEL_EN = words("lost lose loses losing added add adds gained gain gains gaining advanced up")
"""Words behind which to is no level: lost to ten men, up to five."""
NO_TO_EN = words("compared relative according due close next equal equivalent amounted amounts amounting")

LINKS_EN = words(
    """
    by another a further about some sharply slightly back nearly almost of only just over more than
    """
)
LEVEL_LINKS_EN = words("a an the record only just new high low of about total around historic")
UP_NOUNS_EN = words("increase rise jump growth gain surge hike climb boost uptick")
DOWN_NOUNS_EN = words("decrease drop fall decline cut reduction dip slump plunge slide loss discount")
MORE_EN = {
    **dict.fromkeys(("more", "higher", "larger", "faster", "longer", "greater"), Change.UP),
    **dict.fromkeys(("less", "fewer", "lower", "smaller", "slower", "shorter", "cheaper"), Change.DOWN),
}

UP_DE = words(
    """
    stieg stiegen steigen steigt steige stiege gestiegen angestiegen ansteigen wuchs wuchsen wachsen wächst
    wachse gewachsen zugelegt zulegen zulegte zulegten zunahm zunahmen zugenommen zunehmen erhöht erhöhte
    erhöhten erhöhen kletterte kletterten klettert geklettert gewann gewannen gewonnen verteuert verteuerte
    verteuerten anheben angehoben anhob plus ausgeweitet anzieht anzogen angezogen anziehen steigerte
    steigerten gesteigert steigern aufgestockt aufstocken vergrößert höher teurer anstieg zuwachs erhöhung
    steigerung wachstum sprang sprangen schnellte schnellten ausgebaut verbesserte verbessert
    """
)
DOWN_DE = words(
    """
    fiel fielen fallen fällt falle gefallen sank sanken sinken sinkt sinke sänke gesunken schrumpfte
    schrumpften schrumpfen schrumpft geschrumpft zurückgegangen zurückgehen zurückging zurückgingen
    verringert verringerte verringerten verringern verlor verloren verlieren reduziert reduzierte
    reduzierten reduzieren gesenkt senkt senkte senkten senken kürzte kürzten gekürzt kürzen abgenommen
    abnehmen abnahm abnahmen eingebrochen einbrach einbrachen einbrechen minus verbilligt verbilligte
    nachgegeben nachgab nachgaben verkleinert rutschte rutschten abgesackt gedrückt niedriger billiger
    günstiger rückgang abnahme senkung kürzung abgebaut abbauen geringer stürzte stürzten herabgesetzt
    """
)
NOUNS_DE = words("plus minus anstieg zuwachs erhöhung rückgang abnahme senkung steigerung wachstum kürzung")
MORE_DE = {
    **dict.fromkeys(("mehr", "höher", "größer", "teurer", "länger", "schneller"), Change.UP),
    **dict.fromkeys(("weniger", "niedriger", "kleiner", "billiger", "günstiger", "geringer"), Change.DOWN),
}
LINKS_DE = words("von um leicht deutlich leichten kräftig weitere noch sogar zuletzt knapp nur")
LEVEL_LINKS_DE = words(
    """
    nur noch zuletzt insgesamt jetzt nun derzeit inzwischen wieder sogar schließlich dann genau mittlerweile
    """
)
LEVEL_NOUNS_DE = words(
    """
    rekordwert rekordhoch höchststand tiefstand wert stand niveau höchstwert rekord tiefstwert rekordtief
    rekordniveau rekordstand tief hoch
    """
)


def _separable(lines: str) -> dict[str, dict[str, Change]]:
    """Lines of `forms: +particle -particle` as a table; plus leads up, minus down."""
    table: dict[str, dict[str, Change]] = {}
    for line in lines.strip().splitlines():
        forms, particles = line.split(":")
        ways = {word[1:]: Change.UP if word[0] == "+" else Change.DOWN for word in particles.split()}
        table.update(dict.fromkeys(forms.split(), ways))
    return table


SEPARABLE_DE = _separable("""
    legte legten legt: +zu
    nahm nahmen nimmt nehmen: +zu -ab
    ging gingen geht gehen: -zurück -runter -herunter +hoch
    gab gaben gibt geben: -nach
    brach brachen bricht: -ein
    zog zogen zieht ziehen: +an
    hob hoben hebt heben: +an
    setzte setzten setzt: -herab +herauf
    stockte stockten stockt: +auf
    baute bauten baut: -ab +aus
    fuhr fuhren fährt: -herunter -zurück +hoch
    sackte sackten: -ab
    schraubte schraubten schraubt: +hoch -herunter
    trieb trieben treibt: +hoch
    weitete weiteten weitet: +aus
""")
"""Verbs that go up or down only with the particle at the end of their clause: nahm um 3 Prozent ab."""
