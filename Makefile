# Set-up happens by itself, once: see tools/setup.sh.
PY := .venv/bin/python
ARGS ?=

MAKEFLAGS += --no-print-directory
.SILENT:
.PHONY: help run test soak fuzz bench shots library translations setup clean
.DEFAULT_GOAL := help

help:  ## Show this list
	sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1	\2/p' Makefile | expand -t 16

run: setup  ## Start the program; ARGS="list --json" passes arguments on
	$(PY) -m iraq_explorer $(ARGS)

test: setup  ## Run everything that checks the program: ruff, mypy, pytest
	status=0; \
	$(PY) -m ruff check -q . || status=1; \
	$(PY) -m ruff format --check -q . || { echo "Not formatted: type ruff format ."; status=1; }; \
	$(PY) -m mypy --no-error-summary || status=1; \
	$(PY) -m pytest -n auto --dist worksteal $(ARGS) || status=1; \
	exit $$status

soak: setup  ## Try thousands of kills, full disks and damaged files; prints RELIABILITY.md's table
	$(PY) -m tools.soak $(ARGS)

fuzz:  ## Feed every reader of foreign files what atheris makes up, a minute each
	sh tools/setup.sh fuzz
	$(PY) -m tools.fuzz $(ARGS)

bench:  ## Measure drawing, dragging, saving, export and counting, as ratios
	sh tools/setup.sh bench
	$(PY) -m bench $(ARGS)

shots: setup  ## Draw the screenshots of the README
	$(PY) -m tools.shots $(ARGS)

library: setup  ## Make scenarios.sqlite from resources/
	$(PY) -m iraq_explorer build-library scenarios.sqlite

translations: setup  ## Bring the template of translations up to date
	.venv/bin/pyside6-lupdate $$(find iraq_explorer -name '*.py' | sort) -silent \
		-locations none -no-obsolete -ts resources/translations/iraq_explorer.ts

setup:
	sh tools/setup.sh

clean:  ## Remove the virtual environment and everything else that was made
	rm -rf .venv build dist shots .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
