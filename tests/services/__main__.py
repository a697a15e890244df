"""Find or install what tests need. Exit code 1, and the reason in words, where that fails."""

import sys

from tests.services import chromium, postgresql
from tests.services.errors import ServiceMissing


def main() -> int:
    failed = 0
    for name, provide in (("browser", chromium.provide), ("PostgreSQL", postgresql.provide)):
        try:
            print(f"services: {name}: {provide()}", file=sys.stderr)
        except ServiceMissing as missing:
            failed += 1
            print(f"services: {name}: MISSING. {missing}", file=sys.stderr)
    return 1 if failed else 0


sys.exit(main())
