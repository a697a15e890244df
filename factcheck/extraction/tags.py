"""The word classes that clause boundaries need, one letter each."""

NUMBER = "#"
DETERMINER = "D"
PRONOUN = "R"
QUESTION = "Q"
PREPOSITION = "p"
CONJUNCTION = "&"
SUBORDINATOR = "S"
AUXILIARY = "A"
FINITE = "V"
PERHAPS_FINITE = "v"
PARTICIPLE = "P"
INFINITIVE = "I"
TO = "Z"
NOUN = "N"
ADJECTIVE = "J"
ADVERB = "a"
COMMA = ","
SEMICOLON = ";"
COLON = ":"
DASH = "-"
OPEN = "("
CLOSE = ")"
QUOTE = '"'
STOP = "."
OTHER = "x"

SIGNS = (
    {
        ",": COMMA,
        ";": SEMICOLON,
        ":": COLON,
        "–": DASH,
        "—": DASH,
        "-": DASH,
        "(": OPEN,
        "[": OPEN,
        ")": CLOSE,
        "]": CLOSE,
        ".": STOP,
        "!": STOP,
        "?": STOP,
        "…": STOP,
    }
    | dict.fromkeys("*•·▪◦‣", DASH)
    | dict.fromkeys("\"„“”»«‚‘’'‹›", QUOTE)
)

VERBAL = frozenset({AUXILIARY, FINITE})
"""Certainly a finite verb."""

LETTERED = frozenset(
    {DETERMINER, PRONOUN, QUESTION, PREPOSITION, SUBORDINATOR, AUXILIARY, FINITE, PERHAPS_FINITE}
    | {PARTICIPLE, INFINITIVE, TO, NOUN, ADJECTIVE, ADVERB, OTHER}
)
"""Words, without what joins them: all that is no sign and no number."""
