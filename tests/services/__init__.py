"""What some tests need besides Python packages: a Chromium and a PostgreSQL server.

`python -m tests.services` looks for both, installs what is missing and says what it did; `make test` runs it
before the tests. The tests themselves only look, and fail where nothing is found: none of them is skipped.
"""
