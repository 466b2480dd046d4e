# make demo    sets all up and opens the assistant
# make test    sets all up and runs every test
# make check   format, lint, types, import contracts
# make bench   measures the assistant beside what a user would pick instead
# make install sets up the runtime alone
# make lock    pins the dependencies again (needs the network)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTHON ?= python3
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.PHONY: demo test install check bench lock clean
.DEFAULT_GOAL := demo

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 of nieuwer is nodig; kies er een met: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	touch $@

install: $(RUNTIME)

demo: $(RUNTIME)
	WEGWIJZER_DATA=.demo $(BIN)/wegwijzer demo

test: $(DEV)
	$(BIN)/python -m pytest

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV)
	$(BIN)/python -m benchmarks

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-find-links pyproject.toml --group build --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-find-links pyproject.toml --group dev --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .demo build dist
