# Everything a checkout needs; `make` alone lists it.

VENV := .venv
BIN := $(VENV)/bin

# The newest Python that really starts (a version manager's shim may stand for one that is not installed).
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
# What decides whether the installed package is still the one of this checkout (its code is used in place).
PACKAGE := pyproject.toml tools/build_places.py tools/compile_places.py

.DEFAULT_GOAL := help
.PHONY: help demo install develop test test-all postgres lint check knowledge licences bench bench-linking evaluate evaluate-linking corpus lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUNTIME) ## set up, read the samples that come with the package, print what was found
	@$(BIN)/watchfloor read src/watchfloor/samples --format table
	@echo 'These are the samples. Read your own with: $(BIN)/watchfloor read FILE...'

install: $(RUNTIME) ## set up what `watchfloor` itself needs, in .venv

develop: $(DEVELOPMENT) ## set up the tests and checks as well

test: $(DEVELOPMENT) ## the fast tests, with coverage
	$(BIN)/pytest -m "not slow" --cov --cov-report=term

test-all: postgres ## all tests, the long ones too
	$(BIN)/pytest --cov --cov-report=term

postgres: $(DEVELOPMENT) ## install Debian's PostgreSQL for the tests of the store, where that can be
	@$(BIN)/python -m tests.store.postgres

lint: $(DEVELOPMENT) ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

knowledge: $(DEVELOPMENT) ## check every file that analysts edit
	$(BIN)/watchfloor knowledge check

licences: $(DEVELOPMENT) ## refuse dependencies whose licence does not fit
	$(BIN)/python tools/check_licences.py requirements.lock requirements-dev.lock

check: lint knowledge licences test ## all of the above, as the build server does

bench: $(DEVELOPMENT) ## words per second and peak memory, beside a spaCy CNN of the same components
	$(BIN)/python bench/run.py

bench-linking: $(DEVELOPMENT) ## seconds and memory of linking, 10,000 to 3,000,000 invented statements
	$(BIN)/python bench/linking.py

evaluate: $(DEVELOPMENT) ## measure on references: DATA=folder GOLD=folder SPLIT=dev (ONLY="names" for some)
	@test -n "$(DATA)" -a -n "$(GOLD)" || { echo "usage: make evaluate DATA=folder GOLD=folder [SPLIT=dev]" >&2; exit 2; }
	@$(BIN)/python -m evaluation --data "$(DATA)" --gold "$(GOLD)" --split "$(or $(SPLIT),dev)" $(if $(ONLY),--only $(ONLY))

corpus: $(DEVELOPMENT) ## invented reports with answers: OUTPUT=folder (DOCUMENTS=2000 DAYS=365 SEED=1)
	@$(BIN)/python tools/make_corpus.py "$(or $(OUTPUT),build/corpus)" \
		--documents "$(or $(DOCUMENTS),2000)" --days "$(or $(DAYS),365)" --seed "$(or $(SEED),1)"

evaluate-linking: $(DEVELOPMENT) ## which reports tell the same event, our own and those of ECB+: DATA=folder SPLIT=dev
	@test -n "$(DATA)" || { echo "usage: make evaluate-linking DATA=folder [SPLIT=dev]" >&2; exit 2; }
	@$(BIN)/python -m evaluation --data "$(DATA)" --split "$(or $(SPLIT),dev)" --only linking ecbplus

lock: $(DEVELOPMENT) ## renew the lock files (UPGRADE=1 takes newer versions)
	$(BIN)/uv pip compile pyproject.toml --output-file requirements.lock $(LOCKING)
	$(BIN)/uv pip compile pyproject.toml --group dev --output-file requirements-dev.lock $(LOCKING)

# One lock for every platform and Python, with hashes and without the address of any index.
LOCKING := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --quiet $(if $(UPGRADE),--upgrade)

clean: ## remove what the checks leave behind; .venv stays
	rm -rf build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache bench/results

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Watchfloor needs Python 3.11 or newer, and none was found on this machine." >&2; \
		echo "Install one (on Debian or Ubuntu: apt install python3 python3-venv), then run make again." >&2; exit 2; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "The venv module is missing (on Debian or Ubuntu: apt install python3-venv)." >&2; exit 2; }

$(RUNTIME): requirements.lock $(PACKAGE) | $(BIN)/python
	@echo "Installing Watchfloor"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(PACKAGE) | $(BIN)/python
	@echo "Installing Watchfloor and what its checks need"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(RUNTIME) $@
