"""The looks in which pages are seen: width, theme, language.

Looking takes long and belongs to the long runs. Where it is a journey too, every run makes it in the hardest
look: German is the longer language, and what is narrow and dark is what one forgets.
"""

from itertools import product

import pytest

_ALWAYS = (390, "dark", "de")
LOOKS = [
    pytest.param(*look, marks=() if look == _ALWAYS else pytest.mark.long)
    for look in product((1280, 390), ("light", "dark"), ("de", "en"))
]
