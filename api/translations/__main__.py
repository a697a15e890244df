"""`python -m api.translations`."""

import sys

from api.translations.catalogue import update

missing = update()
for sentence in missing:
    print(f"no German yet: {sentence}")
sys.exit(1 if missing else 0)
