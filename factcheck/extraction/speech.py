"""Verbs and turns of phrase by which a text says that somebody said something.

REPORT verbs put the content forward as the speaker's statement of fact: the content is what can be
checked. ACT verbs (demand, warn, promise, believe) make the act itself the point.
"""

from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words

GERMAN_REPORT = words(
    "klarstellen informieren verlautbaren twittern zitieren anführen kommentieren resümieren darlegen "
    "hervorgehen sagen berichten erklären mitteilen betonen melden schreiben erzählen zeigen herausfinden "
    "feststellen bestätigen behaupten angeben ergeben belegen hinweisen erläutern ausführen konstatieren "
    "versichern heißen verkünden belegen besagen verlauten beteuern vermelden zugeben einräumen anmerken "
    "berechnen errechnen hinzufügen ergänzen schildern bekanntgeben nachweisen beobachten vermuten schätzen "
    "aussagen"
)
GERMAN_ACT = words(
    "ausgehen begründen zusichern signalisieren unterstellen anprangern monieren vorhalten einfordern "
    "fordern warnen kritisieren ankündigen glauben meinen finden hoffen erwarten befürchten fürchten drohen "
    "klagen verlangen appellieren empfehlen raten vorwerfen bezeichnen loben begrüßen verurteilen "
    "verteidigen bezweifeln zweifeln annehmen äußern bekräftigen bestreiten dementieren zurückweisen "
    "ablehnen beklagen bemängeln rügen vorschlagen versprechen sprechen bedauern mahnen plädieren rechnen "
    "prophezeien prognostizieren entgegnen antworten fragen rufen nennen urteilen beschuldigen bitten "
    "wünschen werten einschätzen argumentieren beschreiben verweisen unterstreichen spekulieren denken "
    "halten sehen hinweisen beziffern erwägen aufrufen auffordern bereiterklären veranschlagen "
    "befürworten anzweifeln mutmaßen beanstanden anmahnen androhen voraussagen vorhersagen würdigen "
    "rechtfertigen widersprechen"
)
GERMAN_CUES = GERMAN_REPORT | GERMAN_ACT
ENGLISH_REPORT = words(
    "say says said tell tells told report reports reported state states stated explain explains explained "
    "confirm confirms confirmed note notes noted reveal reveals revealed show shows showed find finds found "
    "announce announces announced add adds added disclose discloses disclosed estimate estimates estimated "
    "admit admits admitted insist insists insisted claim claims claimed acknowledge acknowledges "
    "acknowledged maintain maintained concede conceded argue argues argued write writes wrote stress "
    "stresses stressed indicate indicates indicated conclude concludes concluded comment commented recall "
    "recalled calculate calculates calculated assert asserts asserted declare declares declared testify "
    "testifies testified remarked mentioned emphasise emphasises emphasised emphasize emphasizes emphasized "
    "reiterate reiterates reiterated reply replies replied respond responds responded recount recounts "
    "recounted allege alleged alleges quoted learned learnt contend contends contended hint hints hinted "
    "imply implies implied affirm affirms affirmed tweeted posted joked quipped boast boasts boasted confess "
    "confesses confessed attest attests attested countered retorted rule rules ruled assure assures assured "
    "inform informs informed observes observed opined pointed points repeated continued underlines "
    "underlined discover discovers discovered demonstrate demonstrates demonstrated establish established "
    "establishes maintains concedes recalls comments remark remarks observe point underline repeat repeats "
    "joke jokes quips counters retorts mentions clarify clarifies clarified reaffirm reaffirms reaffirmed "
    "remind reminds reminded swore swears vouched vouches certified certifies"
)
ENGLISH_ACT = words(
    "warn warns warned warning predict predicts predicted forecast forecasts believe believes believed "
    "think thinks thought expect expects expected urge urges urged urging call calls called demand "
    "demands demanded demanding hope hopes hoped fear fears feared accuse accuses accused accusing "
    "criticise criticises criticizes criticised criticize criticized promise promises promised pledge "
    "pledges pledged vow vows vowed deny denies denied suggest suggests suggested propose proposes "
    "proposed recommend recommends recommended ask asks asked doubt doubts doubted feel feels consider "
    "considers considered condemn condemns condemned praise praises praised welcome welcomes welcomed "
    "describe describes described complain complains complained threaten threatens threatened blame "
    "blames blamed agree agrees caution cautions cautioned lament laments lamented applaud applauds "
    "applauded denounce denounces denounced slammed reject rejects rejected dismiss dismisses dismissed "
    "speculate speculates speculated wondered anticipates anticipated requested reckon reckons reckoned "
    "suspect suspects suspected want wants wanted like highlight highlights highlighted underscore "
    "underscores underscored hail hails hailed mock mocked ridicule ridiculed advise advises advised "
    "assume assumes assumed worry worries worried decry decries decried dispute disputes disputed regret "
    "regrets regretted put puts vow ridicules wonder wonders anticipate request requests slams defend "
    "defends defended object objects objected protested question questions questioned"
)
ENGLISH_CUES = ENGLISH_REPORT | ENGLISH_ACT

STRONG = words(
    "widersprechen vorwerfen bezeichnen klagen kritisieren warnen fordern verlangen loben beklagen bemängeln "
    "ankündigen begrüßen dementieren bestreiten zurückweisen prognostizieren befürchten appellieren "
    "plädieren beziffern erwägen veranschlagen befürworten anzweifeln beanstanden anmahnen bedauern "
    "bezweifeln verurteilen einfordern rügen monieren anprangern aufrufen bestätigen bekanntgeben "
    "vermelden melden verkünden einräumen zugeben accuse accuses accused accusing criticise criticised "
    "criticize criticized warn warns warned warning predict predicts predicted forecast forecasts urge "
    "urges urged urging demand demands demanded deny denies denied condemn condemns condemned praise "
    "praises praised describe describes described complain complains complained threaten threatens "
    "threatened blame blames blamed rechnen denounce denounces denounced applaud applauds applauded "
    "lament laments lamented highlight highlights highlighted underscore underscores underscored hail "
    "hails hailed mocked ridiculed decry decries decried criticises criticizes reject rejects dispute "
    "disputes disputed regret regrets regretted welcome welcomes welcomed"
)
"""Verbs that attribute even without a clause of their own: "klagten über den Lärm"."""


ENGLISH_WEAK = words(
    "find finds found show shows showed reveal reveals revealed note notes noted add adds added expect "
    "expects expected announce announces announced claim claims claimed feel feels consider considers "
    "considered see maintain maintained indicate indicates indicated hope hopes fear fears feared report "
    "reports reported rule rules ruled repeated continued posted points pointed observes observed like want "
    "wants wanted worried disputes disputed discover discovers discovered demonstrate demonstrates "
    "demonstrated establish established establishes maintains observe point underline repeat repeats recalls "
    "counters mentions remark remarks joke jokes clarify clarifies clarified certified certifies question "
    "questions questioned request requests object objects objected"
)
"""Verbs that take plain objects as well: "it found planets before it failed" reports nothing."""


_NOUN_BEGINS = words("a an the its his her their our my more less no some another better higher lower")
ENGLISH_WITH: dict[str, frozenset[str]] = {
    **dict.fromkeys(words("want wants wanted like"), _NOUN_BEGINS),
    **dict.fromkeys(words("call calls called calling ask asked asks"), words("for on")),
    **dict.fromkeys(words("expect expects expected"), words("to") | _NOUN_BEGINS),
    **dict.fromkeys(words("claim claims claimed"), words("to")),
    "like": words("to") | _NOUN_BEGINS,
    **dict.fromkeys(
        words("promise promises promised pledge pledges pledged vow vows vowed"), words("to") | _NOUN_BEGINS
    ),
    **dict.fromkeys(words("object objects objected"), words("to")),
}
"""Verbs that attribute by the word that follows: "wants a new yard", "called for talks"."""

ENGLISH_PASSIVE = words(
    "reported told described claimed estimated alleged confirmed announced predicted expected believed "
    "suggested rejected dismissed hailed accused criticised criticized condemned praised denounced welcomed "
    "blamed warned urged denied disputed forecast"
)
"""Verbs that name who speaks with "by" in the passive."""

HOLDING = words("expect believe think want accept agree feel like")
"""Verbs that attribute in "does not …" too."""

ENGLISH_PARTICIPLES: dict[str, bool] = {
    **dict.fromkeys(
        words(
            "saying adding claiming alleging arguing insisting noting stating explaining concluding "
            "asserting maintaining reporting announcing admitting conceding stressing writing contending "
            "declaring revealing acknowledging confirming complaining suggesting"
        ),
        True,
    ),
    **dict.fromkeys(
        words("accusing warning predicting demanding urging denying criticising criticizing blaming calling"),
        False,
    ),
}
"""What a clause without a subject of its own begins with; whether it reports."""

ENGLISH_NOUNS = words(
    "claim claims allegation allegations view belief warning warnings statement assertion argument "
    "suggestion suggestions announcement denial promise pledge prediction conclusion contention complaint "
    "insistence hope fear fears accusation accusations testimony estimate forecast admission"
)
"""Nouns that name something said; with "that" behind them the clause is what it is."""

ENGLISH_ATTITUDES = words(
    "sceptical skeptical convinced confident optimistic pessimistic adamant unconvinced dismissive scathing"
)
"""What somebody is who holds a view: "was sceptical"."""

ENGLISH_CERTAINTY = words("sure unsure doubtful hopeful wary unimpressed undecided unhappy critical")
"""The same, where nothing but somebody who can speak is it: "diplomats are less sure"."""

ENGLISH_LEADS = words("went goes go proceeded proceeds hastened hastens hurried continued continues continue")
"""Verbs behind which another tells what was said: "went on to say"."""

WRITINGS = words(
    "accounts analysis audit correspondence data document documents email emails estimate estimates evidence "
    "figure figures filing filings files findings footage images letter letters log logs memo memos minutes "
    "modelling papers poll polling polls projections record records report reports research review "
    "statistics studies study survey surveys transcript transcripts"
)
"""What is written or measured: what it suggests it puts forward as a fact."""

DEFENDED = words(
    "decision decisions plan plans move choice policy policies measure measures record approach handling "
    "law bill deal proposal proposals position stance conduct strategy changes cuts reform reforms response"
)
"""What is defended with words: "defended the decision", not "defended the title"."""


def german_base(low: str, particle: str | None = None) -> str:
    """The infinitive of a German verb form, with its separated particle: kündigte … an: ankündigen."""
    base = infinitive(low)
    return particle + base if particle and particle not in ("weiter", "wieder") else base
