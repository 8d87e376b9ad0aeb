# Everything that is done to this project by command. `make` alone lists the targets.
# Asks for a Python 3.11 or later with venv and pip, and nothing else; all it makes stays in this folder,
# but for the Debian packages that `make test` installs where it may: tools/install-test-programs.

PYTHON ?= python3

# What `make generate` runs, one command a line, and the files and folders that they write. `make generate-check` reads both.
GENERATED := gapcheck/locale docs/codes docs/schema reports/samples
define GENERATE
$(BIN)/python tools/compile_messages.py
$(GAPCHECK) schema --write docs/schema
$(GAPCHECK) lint --write-docs docs/codes
mkdir -p reports/samples
$(SAMPLE) en > reports/samples/vn-hanoi.en.txt
$(SAMPLE) vi > reports/samples/vn-hanoi.vi.txt
$(GAPCHECK) check vn --as-of 2026-11-21 --format json > reports/samples/vn-hanoi.json
$(GAPCHECK) matrix --as-of 2026-11-21 --format html > reports/samples/matrix-hanoi.en.html
$(GAPCHECK) matrix --as-of 2026-11-21 --format html --lang vi > reports/samples/matrix-hanoi.vi.html
$(GAPCHECK) crosswalk hanoi budapest --format csv > reports/samples/hanoi-budapest.csv
$(REPORT) --audience brief --lang both --format html --format pdf --format md
$(REPORT) --audience full
$(REPORT) --audience concordance --format xlsx
$(HERE) $(BIN)/python tools/pictures.py reports/samples 2026-11-21
endef
REPORT = $(GAPCHECK) report vn --as-of 2026-11-21 --output reports/samples --force
SAMPLE = $(GAPCHECK) check vn --as-of 2026-11-21 --format plain --lang

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HERE := XDG_CACHE_HOME="$(CURDIR)/.cache"
GAPCHECK := $(HERE) $(BIN)/gapcheck
LOCK := UV_CACHE_DIR=.cache/uv $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE)

# Gaps in the law end a command with 1: that is its news and not a failure.
GAPS_ALLOWED := || test $$? -eq 1

.DEFAULT_GOAL := help
.PHONY: help run dev format lint test fuzz laws generate generate-check wheel check bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

run: .venv/run.stamp ## install what gapcheck needs and check the law of Viet Nam
	@$(GAPCHECK) check vn $(GAPS_ALLOWED)

dev: .venv/dev.stamp ## a virtual environment with the pinned tools and the package, editable

format: .venv/dev.stamp ## lay out the code and mend what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

lint: .venv/dev.stamp ## check style, layers and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy

test: .venv/dev.stamp ## run the tests; 90% of the code and every branch of the legal core must be covered
	@tools/install-test-programs
	$(HERE) $(BIN)/pytest --numprocesses auto --ignore tests/real --cov --cov-report=
	$(BIN)/coverage report --fail-under=90
	$(BIN)/coverage report --fail-under=100 --include='gapcheck/coverage/*,gapcheck/assess/*'
	$(HERE) $(BIN)/pytest --numprocesses auto tests/real

fuzz: .venv/dev.stamp ## run the property tests at great length
	$(HERE) $(BIN)/pytest --numprocesses auto --hypothesis-profile=fuzz tests/properties

laws: .venv/dev.stamp ## check the law files, and what lawyers expect of them
	$(GAPCHECK) lint
	$(GAPCHECK) test

generate: .venv/dev.stamp ## rewrite the files that are made from code and data
	$(GENERATE)

generate-check: generate ## fail where a generated file was stale
	git diff --exit-code -- $(GENERATED)
	@new=$$(git ls-files --others --exclude-standard -- $(GENERATED)); \
	if [ -n "$$new" ]; then echo "Generated and not yet in git:"; echo "$$new"; exit 1; fi

wheel: .venv/dev.stamp ## build the package and try it in an empty folder
	rm -rf dist
	$(BIN)/python -m build --no-isolation
	tools/try-wheel "$(PYTHON)"

check: lint test laws generate-check wheel ## all of the checks

bench: .venv/dev.stamp ## time what a person waits for
	$(BIN)/python tools/bench.py

lock: .venv/dev.stamp ## pin the dependencies anew; UPGRADE=--upgrade takes the newest
	$(LOCK) pyproject.toml --extra pdf --output-file requirements.lock
	$(LOCK) --group build --constraint requirements.lock --output-file requirements-build.lock
	$(LOCK) pyproject.toml --extra pdf --group dev --constraint requirements.lock --constraint requirements-build.lock \
		--output-file requirements-dev.lock

clean: ## remove all that was made here
	rm -rf .venv .cache .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find gapcheck tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: pyproject.toml requirements.lock requirements-build.lock
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gapcheck needs Python 3.11 or later: make PYTHON=python3.11 …")'
	"$(PYTHON)" -m venv --clear .venv
	$(PIP) install --require-hashes --requirement requirements.lock --requirement requirements-build.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.lock
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
