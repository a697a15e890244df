"""Words that tell what kind of claim a sentence makes and how much it deserves checking."""

from claims.reason import Language
from factcheck.extraction.lexicon import words

Lists = dict[Language, frozenset[str]]

CAUSE: Lists = {
    "de": words(
        "weil deshalb deswegen daher dadurch wegen aufgrund infolge dank angesichts führt führte führten "
        "verursacht verursachte bewirkt bewirkte ausgelöst löste veranlasst veranlasste veranlassten "
        "beigetragen beitragen trug bedeuten bedeutet geprägt brachte brachten verschärft verschärfen "
        "verschärfte ursache"
    ),
    "en": words(
        "because due led leads caused causes cause resulted results resulting therefore thanks blamed blame "
        "blames consequence attributed prompted triggered sparked forced aimed"
    ),
}
CHANGE: Lists = {
    "de": words(
        "steigen steigern sinken fallen zunehmen abnehmen wachsen schrumpfen erhöhen senken verdoppeln "
        "halbieren verdreifachen reduzieren verringern verändern zulegen nachgeben klettern verlieren "
        "einbrechen anziehen verteuern verbilligen wandeln umwandeln wechseln entwickeln intensivieren "
        "stagnieren ansteigen zurückgehen anheben kürzen ausbauen verschieben"
    ),
    "en": words(
        "rise rises rose risen rising fall falls fell fallen falling increase increases increased "
        "increasing decrease decreased grow grows grew grown growing drop dropped climb climbed double "
        "doubled doubling halve halved halving reduce reduced reducing cut cutting trimmed shrink shrank "
        "change changed changing decline declined slump slumped surge surged jump jumped converted "
        "transformed became become"
    ),
}
CHANGE_NOUNS: Lists = {
    "de": words(
        "plus minus anstieg rückgang zuwachs einbruch wachstum erhöhung senkung zunahme abnahme immer"
    ),
    "en": words("rise fall increase decrease growth decline drop"),
}
RECORD: Lists = {
    "de": words(
        "rekord rekordwert höchststand tiefststand erstmals größte größten größter größtes höchste höchsten "
        "meisten älteste jüngste erster weltweit einzige einzigen spitzenreiter spitze vorreiter"
    ),
    "en": words(
        "record first largest biggest highest lowest most worst best oldest youngest smallest fastest only "
        "least leading longest"
    ),
}
ROLE: Lists = {
    "de": words(
        "tätig arbeitet arbeitete gehört gehörte gehören mitglied leitet leitete verantwortet besitzt besaß "
        "eigentümer ehemals ehemaliger ehemalige früherer frühere amtiert ernannt berufen gewählt"
    ),
    "en": words(
        "owns owned belongs member former formerly appointed elected heads chairs employed works worked"
    ),
}
OPINION: Lists = {
    "de": words(
        "wichtig wichtiger essenziell essentiell notwendig nötig unverzichtbar sinnvoll sinnlos richtig "
        "falsch gut schlecht besser schön hässlich wunderbar großartig schrecklich furchtbar "
        "unverantwortlich skandalös enttäuschend erfreulich bedauerlich fair unfair gerecht ungerecht "
        "peinlich absurd lächerlich spannend faszinierend beeindruckend nachvollziehbar unverständlich "
        "verständlich klug dumm mutig feige zweifelhaft fragwürdig wünschenswert entscheidend zentral "
        "fatal traurig nett toll perfekt ideal überfällig denkbar unwahrscheinlich wahrscheinlich "
        "notwendigkeit eindruck schade unfassbar inakzeptabel angemessen hart härter schwierig klüger "
        "sinnvoller unnötig überflüssig vernünftig weise unklug übertrieben verfehlt verantwortungslos "
        "zumutung frechheit unsinn schande blamage farce trauerspiel armutszeugnis glücksfall segen "
        "unding witz unverschämtheit"
    ),
    "en": words(
        "important vital essential crucial necessary wonderful great terrible awful beautiful "
        "disappointing shameful outrageous unacceptable unfair fair right wrong good bad better nice "
        "lovely exciting fascinating impressive sensible ridiculous absurd reasonable likely unlikely "
        "possible impossible regrettable pleased delighted proud ready difficult pleasure shame disgrace "
        "perfect ideal sad tragic overdue inevitable tough brutal fierce unwise wise wiser foolish "
        "pointless needless excessive cruel handsome ugly elegant dreadful marvellous brilliant superb "
        "silly stupid clever cowardly noble boring charming delightful disgusting appalling nonsense "
        "farce insult blessing mess deserve deserves"
    ),
}
ATTITUDE: Lists = {
    "de": words(
        "glaube glauben denke denken finde finden hoffe hoffen will wollen möchte möchten muss müssen kann "
        "können freue freuen überzeugt sicher bereit brauche brauchen wünsche wünschen fühle fühlen liebe "
        "mag mögen versuche versuchen danke danken appelliere fordern fordere erwarte erwarten"
    ),
    "en": words(
        "believe think feel hope want need find trying try can could must should wish love hate like sure "
        "convinced ready glad happy proud pleased would expect welcome thank sometimes difficult i've we'll "
        "i'd we'd"
    ),
}
"""What "I" and "we" do when they give their mind rather than a fact."""

FIRST_PERSON: Lists = {
    "de": words("ich wir mich mir uns mein meine meinen meiner unser unsere unseren unserer"),
    "en": words("i we my our me us i've we've i'm we're i'd we'd i'll we'll"),
}
DEMAND: Lists = {
    "de": words("sollen sollten sollte muss müssen müsse musst bitte"),
    "en": words("should must ought shall let's please"),
}
POSSIBLE: Lists = {
    "de": words("dürfte dürften könnte könnten mag mögen möge"),
    "en": words("could may might"),
}
FUTURE: Lists = {"de": words("wird werden"), "en": words("will won't")}
OPEN_FUTURE: Lists = {
    "de": words("voraussichtlich vermutlich wahrscheinlich hoffentlich wohl womöglich möglicherweise"),
    "en": words("expected likely probably hopefully possibly perhaps"),
}
"""Words that leave open whether something will be so."""

VAGUE: Lists = {
    "de": words(
        "oft häufig meist meistens viele einige manche manchmal immer generell grundsätzlich teilweise etwa "
        "beispielsweise zunehmend insbesondere überdies auch allgemein allgemeinen darum"
    ),
    "en": words("often usually many some sometimes always generally various increasingly particularly"),
}
