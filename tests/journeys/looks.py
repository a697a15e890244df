"""The looks in which pages are seen: width, theme, language.

Two of them, in which all that varies is seen once, belong to every run; the others to the long ones.
"""

from itertools import product

import pytest

_ALWAYS = {(1280, "light", "de"), (390, "dark", "en")}
LOOKS = [
    pytest.param(*look, marks=() if look in _ALWAYS else pytest.mark.long)
    for look in product((1280, 390), ("light", "dark"), ("de", "en"))
]
