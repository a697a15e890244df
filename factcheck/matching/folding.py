"""Letters as they are compared: without capitals and diacritics."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without diacritics: `Orbán` and `orban` are one."""
    plain = unicodedata.normalize("NFKD", word.replace("ß", "ss").casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
