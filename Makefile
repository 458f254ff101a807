# Everything a machine needs is set up by the first target that needs it.
# `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE ?= site
export PYTHONPATH := hooks:tests
# Material advertises its successor on every run; DECISIONS.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build check schema test golden prose draw audit lock clean

help: ## say what each command does
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)

# What each language asks of mkdocs.yml to be built alone.
ALONE_fr := BUILD_EN=false
ALONE_en := BUILD_FR=false ONLY_EN=true
serve: $(VENV)/site ## build both languages, serve them, and build again at each change (L=fr or L=en for one, faster)
	$(if $(L),$(or $(ALONE_$(L)),$(error L is fr or en, not $(L)))) $(BIN)/mkdocs serve

build: $(VENV)/site ## build the site into SITE (site/), strictly
	$(BIN)/mkdocs build --strict --site-dir $(SITE)

check: $(VENV)/site ## say every problem of the records and the prose (FILE=path for one file)
	@$(BIN)/python -m dossier check $(FILE)

schema: $(VENV)/site ## write data/schema/ from the models
	$(BIN)/python -m dossier schema

test: $(VENV)/test debian ## run the tests
	$(BIN)/python -m pytest -q -m "not audit" $(ARGS)

golden: $(VENV)/test ## write tests/golden/ again, after a change that was meant
	GOLDEN=write $(BIN)/python -m pytest -q tests/test_blocks.py

prose: $(VENV)/test ## print how hard each page is to read, the hardest first
	$(BIN)/python tests/reading.py

draw: $(VENV)/test ## draw forty claims to check against their sources (SEED=number, REST=1 for those outside the attacks)
	@$(BIN)/python tests/draw.py $(if $(SEED),--seed $(SEED)) $(if $(REST),--rest)

audit: $(VENV)/test debian ## run the tests that take long
	$(BIN)/python -m pytest -q -m audit $(ARGS)

lock: $(VENV)/test ## pin what requirements*.in ask for, with hashes
	$(BIN)/pip install -q pip-tools
	for f in requirements requirements-dev; do $(BIN)/pip-compile -q --upgrade --generate-hashes \
	  --no-header --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host $$f.in -o $$f.txt; done

clean: ## remove what the commands above made
	rm -rf $(VENV) site .pytest_cache

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Type: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv is missing. Type: sudo apt-get install python3-venv"; exit 1; }

$(VENV)/site: requirements.txt | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test: requirements-dev.txt | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site

# What the tests need of Debian: the browser that they drive, the dictionaries of the spelling check.
DEBIAN := chromium hunspell hunspell-fr hunspell-en-us
.PHONY: debian
debian:
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(DEBIAN); \
	else echo "The tests need a browser and dictionaries. Type: sudo apt-get install $(DEBIAN)"; exit 1; fi
