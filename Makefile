# Every task of the project. `make help` lists them; each sets up what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
EVENT  ?= examples/ferry
OUT    ?= out/demo
GOLD   ?=
UNSEEN ?=
DATA   ?=
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.DEFAULT_GOAL := help
.PHONY: help demo test lint evaluate ablation calibrate benchmark broken reader lock clean

help:  ## list the tasks
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null || grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST)

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …'; exit 1; }
	@echo 'installing into $(VENV) (once; a minute or two)'
	@$(PYTHON) -m venv $(VENV) || { echo 'python3 -m venv failed; on Debian: apt-get install python3-venv'; exit 1; }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## collate an example event into out/demo (EVENT=FOLDER for another)
	@$(BIN)/rashomon collate $(EVENT) -o $(OUT) --force

test: $(READY)  ## run the tests (the browser group only where there is a Chromium)
ifeq ($(CHROMIUM),)
	@echo 'no Chromium on this machine: the browser tests are left out'
	$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile -m 'not browser'
else
	$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile
endif

lint: $(READY)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evaluate: $(READY)  ## score the gold sets against their floors (GOLD=FOLDER adds a folder of sets)
	$(BIN)/python evaluation/evaluate.py $(if $(GOLD),--gold '$(GOLD)')

ablation: $(READY)  ## what each feature is worth: the figures without it (GOLD=FOLDER adds sets)
	@$(BIN)/python evaluation/ablation.py $(if $(GOLD),--gold '$(GOLD)')

calibrate: $(READY)  ## fit the confidence of differences (GOLD=FOLDER sets rules were made on, UNSEEN=FOLDER others)
	@$(BIN)/python evaluation/calibrate.py $(if $(GOLD),--gold '$(GOLD)') $(if $(UNSEEN),--unseen '$(UNSEEN)')

benchmark: $(READY)  ## documents per second of each stage and of the whole
	$(BIN)/python benchmarks/stages.py

broken: $(READY)  ## add 2,000 broken files to a store: every good report must be in it, everything broken listed
	$(BIN)/python benchmarks/broken.py

reader:  ## train the reader anew (DATA=FOLDER with the licensed sets; an hour and a half on two cores, minutes on a GPU)
	@test -n '$(DATA)' || { echo 'name the folder of the sets: make reader DATA=FOLDER (training/reader/README.md lists them)'; exit 1; }
	$(PYTHON) -m venv build/training
	build/training/bin/python -m pip install -qq --disable-pip-version-check 'pip>=25.1'
	build/training/bin/python -m pip install -qq --disable-pip-version-check -e . --group training
	build/training/bin/python training/reader/train.py --data '$(DATA)' --work build/reader
	build/training/bin/python training/reader/build.py --weights build/reader/reader.pt

lock:  ## renew the lock files from pyproject.toml
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install -qq --disable-pip-version-check 'uv>=0.9'
	build/uv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	build/uv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

clean:  ## remove what the tasks made
	rm -rf $(VENV) build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis
