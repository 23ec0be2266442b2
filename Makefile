# Everything happens in .venv, which the first target that needs it sets up. Needs Python >= 3.11 with venv.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
MUTANTS_INSTALLED := $(VENV)/installed-mutants
# pip itself comes first and as pinned: an old one writes commands that load `re` before they start.
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt
SAMPLE := vp-sales-final
TEST_PROCESSES ?= 4
# Where it is set, each of the processes, and each program that a test starts, compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check format pictures bench mutants monkey torture fuzz converge coverage clean

run: $(INSTALLED) ## open a sample agenda, ready to start; without a terminal, play its sample script
	@if [ -t 0 ] && [ -t 1 ]; then \
		$(BIN)/facilitator run $(SAMPLE); \
	else \
		$(BIN)/facilitator rehearse $(SAMPLE) --script agendas/$(SAMPLE).script; \
	fi

test: $(INSTALLED) ## all tests; ruff, mypy and import-linter are among them
	$(BIN)/python -m pytest -n $(TEST_PROCESSES)

check: $(INSTALLED) ## only the tests of the project itself: style, types, layers, wheel
	$(BIN)/python -m pytest tests/project

format: $(INSTALLED)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

pictures: $(INSTALLED) ## the pictures of the README, docs/keys.md and the manual page, from the program itself
	$(BIN)/python -m tests.pictures
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.manual

bench: $(INSTALLED) ## speed as ratios against bare programs of the same kind
	$(BIN)/python -m benchmarks

mutants: $(MUTANTS_INSTALLED) ## how many changed lines of the domain the tests find; goes on where it was stopped
	$(BIN)/python -m tests.mutation

monkey: $(INSTALLED) ## thousands of keys, clicks and sizes: whether a typed letter is lost; goes on where it was stopped
	$(BIN)/python -m tests.ui.monkey

torture: $(INSTALLED) ## kills, power cuts and kills at every call of the disk: whether a note is lost; goes on where it was stopped
	$(BIN)/python -m tests.torture

fuzz: $(INSTALLED) ## a million inputs of every kind: whether one gives a traceback; goes on where it was stopped
	$(BIN)/python -m tests.fuzz

converge: $(INSTALLED) ## a million random histories of a panel: whether all agree; goes on where it was stopped
	$(BIN)/python -m tests.sharing.converging

coverage: $(INSTALLED) ## whether the tests take every branch of what keeps a session
	$(BIN)/python -m coverage run -m pytest -q -n0 \
		tests/conducting tests/domain/facts tests/domain/session tests/files tests/storage
	$(BIN)/python -m coverage report

clean:
	rm -rf $(VENV) .coverage .mutants .monkey .torture .fuzz .convergence dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The first Python >= 3.11 that really runs; `make PYTHON=…` chooses another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)

$(INSTALLED): pyproject.toml constraints.txt
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) can't make a virtual environment: its venv module is missing." >&2; \
		echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@[ -x $(BIN)/python ] || { echo "Setting up $(VENV), once …"; $(PYTHON) -m venv --clear $(VENV); }
	@$(PIP) -U pip
	@$(PIP) -e '.[dev]'
	@touch $@

$(MUTANTS_INSTALLED): $(INSTALLED)
	@$(PIP) -e '.[dev,mutants]'
	@touch $@
