# make demo    read the example reports and print a brief: everything is set up on the way
# make test    run the tests
# make check   all that CI runs: format, lint, types, imports, spelling, eval gate, tests
# make format  put the code in form
#
# The set-up is done once; the stamps in .venv say for which pyproject.toml and constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
CASE := examples/demo.tocsin

.PHONY: help demo test check static format clean
.NOTPARALLEL:
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/.made: tools/setup_venv.sh
	@echo "making $(VENV)" >&2
	@sh tools/setup_venv.sh $(PYTHON) $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "installing tocsin into $(VENV) (once; a minute or two)" >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	@echo "installing the tools for tests (once)" >&2
	@$(PIP) --editable '.[dev]'
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/tocsin read 'examples/reports/*.jsonl' 'examples/reports/*.md' 'examples/reports/*.html' --case $(CASE) --progress
	@$(BIN)/tocsin read 'examples/reports/*.txt' --outlet "Daily Meridian" --case $(CASE) --progress
	@$(BIN)/tocsin brief --case $(CASE) --title "The build-up at Ukraine's border, April 2021"
	@echo
	@echo "That was read from examples/reports into $(CASE). Try next:"
	@echo "  $(BIN)/tocsin findings --case $(CASE) --limit 10"
	@echo "  $(BIN)/tocsin diff --case $(CASE) --since 2021-04-13"
	@echo "  $(BIN)/tocsin statements --case $(CASE) --by Stoltenberg"
	@echo "  $(BIN)/tocsin search troops --case $(CASE)"
	@echo "  $(BIN)/tocsin verify --case $(CASE)"
	@echo "  $(BIN)/tocsin read YOUR-REPORTS/ --case my.tocsin"

test: $(VENV)/.tested
	@$(BIN)/python -m pytest

check: static test

static: $(VENV)/.tested
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/codespell --skip '*.toml,*.tsv,*.json,*.pyc,*.gazetteer,*/own/*.txt' --ignore-words-list=oder,abd,ine,mor,sav,vas,yur,ist,ment,protestors,ure,aquaint,bloc,blocs,commend,foundin,ines,nam,nd,uner src docs eval bench training tools Makefile *.md
	@$(BIN)/python -m eval --gate

format: $(VENV)/.tested
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis $(CASE)*
