# Everything starts here, on a machine with Python 3.11 or newer and make. `make` lists the targets.

PYTHON ?= python3
JOBS   ?= 2
TESTS  ?=
ARGS   ?=

UV     := .tools/bin/uv
RUN    := .venv/bin
PYTEST := $(RUN)/python -m pytest -n $(JOBS) --dist loadgroup
COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	--python-version 3.11

# No interpreter is downloaded and no setting of the surroundings is followed: the lock decides.
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

# Tests start the command and servers a hundred times: what Python compiled once is kept for the next.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help setup demo test test-all torture tour check lint services bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: .venv/.ready ## make .venv from the lock, with the command factcheck in it

demo: .venv/.ready ## show the desk with examples in it (ARGS=--check: try it, print what it says, stop)
	$(RUN)/factcheck demo $(ARGS)

test: .venv/.ready services ## run the tests but the long ones (TESTS=tests/claims: some; ARGS: for pytest)
	$(PYTEST) -m "not long" $(ARGS) $(TESTS)

test-all: .venv/.ready services ## run all tests
	$(PYTEST) --durations=10 $(ARGS) $(TESTS)

torture: .venv/.ready services ## kill, fill, race and tamper at full length (docs/reliability.md; ARGS: for pytest)
	FACTCHECK_TEST_KILLS=200 FACTCHECK_TEST_EVENTS=1000000 FACTCHECK_TEST_SOAK_SECONDS=600 \
		FACTCHECK_TEST_CASES=420 $(RUN)/python -m pytest -s -o faulthandler_timeout=0 tests/torture/*.py \
		tests/api/rest/test_fuzzing.py $(ARGS)

tour: .venv/.ready services ## take the screenshots that the README shows
	FACTCHECK_TEST_TOUR=docs/tour $(PYTEST) tests/journeys/test_tour.py

check: lint test ## run ruff, mypy, import-linter and the tests

lint: .venv/.ready ## run ruff, mypy and import-linter
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/python -m mypy
	$(RUN)/lint-imports

services: .venv/.ready ## find or install the browser and the PostgreSQL that tests need
	$(RUN)/python -m tests.services

bench: .venv-bench/.ready ## measure speed and memory as ratios beside other libraries (ARGS=--help: which)
	.venv-bench/bin/python -m benchmarks $(ARGS)

lock: .tools/.ready ## write the locks anew from pyproject.toml (ARGS=--upgrade: with newer versions)
	$(COMPILE) --group dev $(ARGS) pyproject.toml -o requirements.lock
	$(COMPILE) --group pyproject.toml:bench -c requirements.lock $(ARGS) -o requirements-bench.lock

clean: ## remove what make made: environments, caches, the demo's data
	rm -rf .tools .venv .venv-bench .demo build dist .coverage .*_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.tools/.ready: requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv .tools || \
		{ echo "This Python cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: -r requirements-uv.txt
	@touch $@

.venv/.ready: .tools/.ready requirements.lock pyproject.toml
	test -x $(RUN)/python || $(UV) venv --quiet --python .tools/bin/python .venv
	$(UV) pip sync --quiet --python $(RUN)/python --require-hashes requirements.lock
	$(UV) pip install --quiet --python $(RUN)/python --no-deps --no-build-isolation --editable .
	@touch $@

# The product with what it is measured beside, in an environment of its own: tests never see that.
.venv-bench/.ready: .tools/.ready requirements.lock requirements-bench.lock pyproject.toml
	test -x .venv-bench/bin/python || $(UV) venv --quiet --python .tools/bin/python .venv-bench
	$(UV) pip sync --quiet --python .venv-bench/bin/python --require-hashes \
		requirements.lock requirements-bench.lock
	$(UV) pip install --quiet --python .venv-bench/bin/python --no-deps --no-build-isolation --editable .
	@touch $@
