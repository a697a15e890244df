"""The looks in which pages are seen: width, theme, language.

One of them belongs to every run, the hardest: German is the longer language, and what is narrow and dark is
what one forgets. The others belong to the long runs.
"""

from itertools import product

import pytest

_ALWAYS = (390, "dark", "de")
LOOKS = [
    pytest.param(*look, marks=() if look == _ALWAYS else pytest.mark.long)
    for look in product((1280, 390), ("light", "dark"), ("de", "en"))
]
