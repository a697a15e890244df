"""The sentences that users read for each reason, German and English.

`SENTENCES[code][language]` has `str.format` places for the reason's values.
"""

from claims.reason import Language, telling

SENTENCES: dict[str, dict[Language, str]] = {
    # why a claim deserves checking, or not so much
    "figure": {"de": "nennt eine Zahl: {words}", "en": "gives a figure: {words}"},
    "count": {"de": "zählt etwas: {words}", "en": "counts something: {words}"},
    "record": {
        "de": "vergleicht oder behauptet einen Höchst- oder Erstwert",
        "en": "compares, or claims a first or a record",
    },
    "legal": {
        "de": "betrifft Vorwürfe, Recht oder Schaden: {words}",
        "en": "concerns accusations, law or harm: {words}",
    },
    "conflict": {
        "de": "betrifft einen Streit oder Umbruch: {words}",
        "en": "concerns a dispute or upheaval: {words}",
    },
    "move": {
        "de": "sagt, wer ein Amt oder eine Stelle bekommt oder abgibt: {words}",
        "en": "says who takes or leaves an office or a post: {words}",
    },
    "decision": {
        "de": "sagt, was beschlossen, vereinbart oder gehandelt wurde: {words}",
        "en": "says what was decided, agreed or traded: {words}",
    },
    "change": {"de": "sagt, dass sich etwas verändert hat", "en": "says that something has changed"},
    "role": {"de": "sagt, wer jemand ist oder war", "en": "says who somebody is or was"},
    "named": {"de": "nennt Namen: {words}", "en": "names {words}"},
    "dated": {"de": "sagt, wann: {words}", "en": "says when: {words}"},
    "lead": {"de": "steht am Anfang des Artikels", "en": "opens the article"},
    "early": {"de": "steht weit oben im Artikel", "en": "stands near the top of the article"},
    "late": {"de": "steht am Ende des Artikels", "en": "stands at the end of the article"},
    "dense": {
        "de": "steht in einem Satz, der mehreres behauptet",
        "en": "stands in a sentence that states several things",
    },
    "said": {"de": "beruht auf der Aussage eines anderen", "en": "rests on what somebody else said"},
    "cause": {"de": "nennt eine Ursache als Tatsache", "en": "states a cause as a fact"},
    "general": {
        "de": "ist allgemein gehalten, ohne Namen, Zahl oder Zeit",
        "en": "is general, without a name, figure or date",
    },
    "model": {
        "de": "vom Sprachmodell {model} vorgeschlagen",
        "en": "proposed by the language model {model}",
    },
    "personal": {
        "de": "jemand erzählt von sich selbst",
        "en": "somebody tells about himself",
    },
    "guess": {
        "de": "wird selbst nur vermutet: {words}",
        "en": "is put forward as a guess only: {words}",
    },
    "mind": {
        "de": "gibt eine Ansicht wieder; prüfbar ist nur, ob sie so geäußert wurde",
        "en": "reports a view; only whether it was voiced can be checked",
    },
    # why a sentence holds no claim
    "question": {
        "de": "Der Satz fragt; er behauptet nichts.",
        "en": "The sentence asks; it asserts nothing.",
    },
    "heading": {
        "de": "Eine Überschrift ohne Aussage.",
        "en": "A heading that asserts nothing.",
    },
    "fragment": {
        "de": "Ein Satzrest, für sich ohne Aussage.",
        "en": "A fragment that asserts nothing by itself.",
    },
    "appeal": {
        "de": "Der Satz fordert etwas („{word}“); er behauptet nichts, was der Fall ist.",
        "en": "The sentence asks for something (“{word}”); it does not say what is the case.",
    },
    "prediction": {
        "de": "Der Satz sagt, was sein könnte oder sein wird („{word}“); das lässt sich heute nicht belegen.",
        "en": "The sentence says what may be or will be (“{word}”); nothing can confirm that today.",
    },
    "opinion": {
        "de": "Der Satz wertet („{word}“); Belege können das nicht entscheiden.",
        "en": "The sentence judges (“{word}”); evidence cannot settle that.",
    },
    "own_mind": {
        "de": "Jemand sagt, was er denkt oder will („{word}“); Belege können das nicht entscheiden.",
        "en": "Somebody says what he thinks or wants (“{word}”); evidence cannot settle that.",
    },
}


sentence = telling(SENTENCES)
"""The reason in words."""
