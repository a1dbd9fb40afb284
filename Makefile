# `make help` lists every target. The environment (.venv) makes itself: with uv when there, else python3 -m venv and pip.
PYTHON ?= python3
BIN := .venv/bin
RAW ?= data/raw
OUT ?= data/parsed
GOLD ?= tests/corpus/dev
JOBS ?= 2
.DEFAULT_GOAL := help
.PHONY: extras browser golden docs sbom vulnerabilities notebook help accuracy parse test quick eval bench bench-corpus bench-scale audit ocr fuzz fuzz-coverage formats torture lint lock upgrade serve screenshots index doctor dist clean

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

.venv/ready: requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  { test -x $(BIN)/python || uv venv -q --python '>=3.11' .venv; } && \
	  uv pip install -q --python $(BIN)/python --require-hashes -r requirements.lock && \
	  uv pip install -q --python $(BIN)/python --no-deps -e . ; \
	else \
	  { $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "lemumi needs Python 3.11 or newer" >&2; exit 3; }; } && \
	  { $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv; } && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $@

parse: .venv/ready ## Parse data/raw into data/parsed (RAW=folder OUT=folder)
	@$(BIN)/lemumi parse $(RAW) --out $(OUT); code=$$?; test $$code -gt 1 || $(BIN)/lemumi index $(OUT) -q || code=$$?; exit $$code

test: .venv/ready ## All tests
	$(BIN)/python -m pytest -n $(JOBS) -m "not torture"

quick: .venv/ready ## The tests that take seconds
	$(BIN)/python -m pytest -n $(JOBS) -m "not slow and not torture"

torture: .venv/ready ## Fifty runs killed at random moments, and the other long tests
	$(BIN)/python -m pytest -m torture

golden: .venv/ready ## Write the kept records of the written decisions anew (look at the difference)
	-LEMUMI_GOLDEN=1 $(BIN)/python -m pytest -q -n 0 tests/golden
	@git diff --stat -- tests/golden

eval: .venv/ready ## Score the parser on documents with known truth (GOLD=folder)
	$(BIN)/lemumi eval $(GOLD)

accuracy: .venv/ready ## Score and rewrite docs/ACCURACY.md
	$(BIN)/lemumi eval tests/corpus/dev --write docs/ACCURACY.md $(if $(wildcard tests/corpus/heldout),--heldout tests/corpus/heldout)

bench: .venv/ready ## Measure speed beside other libraries; rewrites docs/BENCH.md
	$(BIN)/python -m bench.bench --write

notebook: .venv/ready ## Execute docs/notebook.ipynb anew (PARQUET=folder of your own export)
	$(BIN)/python scripts/build_notebook.py $(PARQUET)

bench-corpus: .venv/ready ## Measure indexing and search up to 100,000 decisions; rewrites docs/BENCH-CORPUS.md
	$(BIN)/python -m bench.corpus --write

audit: .venv/ready ## Hold every cited act against the registry
	$(BIN)/lemumi audit $(OUT)

index: .venv/ready ## Build the search database
	$(BIN)/lemumi index $(OUT)

screenshots: .venv/ready ## Take the pictures of docs/img anew
	$(BIN)/python scripts/screenshots.py

serve: .venv/ready ## Browse the corpus in a web browser
	$(BIN)/lemumi serve $(OUT) --raw $(RAW)

doctor: .venv/ready ## Is this machine ready?
	$(BIN)/lemumi doctor

ocr: ## Install Tesseract with Latvian, where it can
	@if command -v tesseract >/dev/null && tesseract --list-langs 2>&1 | grep -qx lav; then echo "Tesseract with Latvian is there"; \
	elif command -v brew >/dev/null; then brew install tesseract tesseract-lang; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq tesseract-ocr tesseract-ocr-lav; \
	elif command -v apt-get >/dev/null; then echo "Run: sudo apt-get install tesseract-ocr tesseract-ocr-lav"; exit 3; \
	elif command -v dnf >/dev/null; then echo "Run: sudo dnf install tesseract tesseract-langpack-lav"; exit 3; \
	else echo "Install Tesseract 5 with the language lav; see docs/OCR.md"; exit 3; fi

bench-scale: .venv/ready ## Runs of 1,000 to 100,000 files: time and memory; rewrites docs/SCALE.md
	$(BIN)/python -m bench.scale --write

browser: ## Install Chromium for the tests of the pages, where it can
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then echo "Chromium is there"; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium; \
	elif command -v apt-get >/dev/null; then echo "Run: sudo apt-get install chromium"; exit 3; \
	else echo "Install Chromium; without it the tests of the pages are skipped"; exit 3; fi

extras: ## What is optional, where it can: OCR, a browser for the tests
	@$(MAKE) --no-print-directory ocr || true
	@$(MAKE) --no-print-directory browser || true

fuzz: .venv/ready ## 100,000 mutated files through whole runs; rewrites docs/FUZZ.md (COUNT=files)
	$(BIN)/python -W ignore -m fuzz.run $(or $(COUNT),100000) $(if $(COUNT),,--write)

fuzz-coverage: .venv/ready ## Coverage-guided fuzzing of one target for some seconds (TARGET=readers|grammar SECONDS=n; needs atheris)
	@$(BIN)/python -c 'import atheris' || { echo "Run: $(BIN)/python -m pip install 'atheris>=2.3'"; exit 3; }
	$(BIN)/python -m fuzz.atheris_$(or $(TARGET),readers) -max_total_time=$(or $(SECONDS),300) fuzz/corpus/$(or $(TARGET),readers)

formats: .venv/ready ## Score the corpus in every format; rewrites tables in docs/FORMATS.md and docs/OCR.md (needs LibreOffice, Tesseract)
	$(BIN)/python scripts/measure_formats.py --write
	$(BIN)/python scripts/measure_formats.py --scans --write

docs: .venv/ready ## Rewrite the generated pages and the JSON Schema
	$(BIN)/python scripts/build_docs.py
	$(BIN)/python scripts/build_corpus_docs.py
	$(BIN)/python scripts/build_questions.py
	$(BIN)/lemumi schema > schema/decision.schema.json

lint: .venv/ready ## Style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

lock: ## Rewrite requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --extra dev --extra cluster --extra bench --extra research \
	  --no-emit-index-url --no-header --no-annotate -q -o requirements.lock

upgrade: ## Newest allowed versions into requirements.lock (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --extra dev --extra cluster --extra bench --extra research \
	  --no-emit-index-url --no-header --no-annotate -q --upgrade -o requirements.lock

dist: .venv/ready ## Wheel and sdist into dist/
	$(BIN)/python -m build --no-isolation --outdir dist .

sbom: .venv/ready ## What lemumi is made of: dist/sbom.cdx.json (CycloneDX), from the lock
	@mkdir -p dist && $(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --of JSON -o dist/sbom.cdx.json

vulnerabilities: .venv/ready ## Known weaknesses of the locked packages (asks the network)
	@if command -v uv >/dev/null; then uv tool run pip-audit -r requirements.lock --require-hashes --disable-pip; \
	else $(BIN)/python -m venv .venv/audit && .venv/audit/bin/pip install -q pip-audit && \
	  .venv/audit/bin/pip-audit -r requirements.lock --require-hashes --disable-pip; fi

clean: ## Remove the environment and caches; records stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache build dist
