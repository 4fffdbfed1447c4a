# make run opens the app; make test proves it; make bench measures it.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$p; break; fi; done)

.PHONY: run test thorough bench load lint data manifest rooms mutants agreed atlas lock sbom

run: $(VENV)/run.stamp
	$(BIN)/streamlit run app.py

# What is compiled is kept, whatever the machine says: tests start Python some hundreds of times.
test thorough: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/dev.stamp
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# What a usual run of the tests takes a sample of, taken whole: half as long again.
thorough: $(VENV)/dev.stamp
	$(BIN)/python -m tests.browser.chromium
	ICB_FOOTPRINTS_TESTS=thorough $(BIN)/python -m pytest --numprocesses auto --dist worksteal

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m bench

# Many people at work at once, each with a websocket session; needs Linux.
load: $(VENV)/dev.stamp
	$(BIN)/python -m bench.load --people $(or $(PEOPLE),50) --minutes $(or $(MINUTES),5) --times $(or $(TIMES),1) \
		$(if $(PROCESSES),--processes $(PROCESSES)) --seed $(or $(SEED),1)

# Everything the pages say in one file that opens without a server.
atlas: $(VENV)/run.stamp
	$(BIN)/python -m footprint.one_file $(or $(TO),atlas.html)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

data: $(VENV)/dev.stamp
	$(BIN)/python -m geo.prepare --from $(or $(FROM),../shared/sources)

# After a change by hand in data/ or geo/: the checksums that data/sources.toml gives.
manifest: | $(BIN)/python
	$(BIN)/python -m geo.manifest

# Changes of meaning put in one by one, in a copy: do the tests notice?
mutants: $(VENV)/dev.stamp
	$(BIN)/python -m tests.house.mutants $(or $(SAMPLE),--sample 60)

# After a meant change of what is said or drawn: the texts that were agreed, to be read in git diff.
agreed: $(VENV)/dev.stamp
	$(BIN)/python -m tests.agreed

# After a change of who imports whom: the picture in docs/architecture.md.
rooms: $(VENV)/dev.stamp
	$(BIN)/python -m tests.house.picture

# After a change in requirements*.in or constraints.txt: every package, by the hashes of its files.
LOCKED := requirements requirements-postgres requirements-sign-in requirements-dev requirements-lock
lock: | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-lock.txt
	for name in $(LOCKED); do \
		$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-annotate --custom-compile-command "make lock" $$name.in --output-file $$name.txt || exit 1; \
	done

# What the app is made of, as a CycloneDX bill of materials.
sbom: $(VENV)/dev.stamp
	$(BIN)/python -m tests.house.sbom > sbom.json

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later, with venv, is needed. On Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
