# make run    install, index seeds/, and start (Telegram with a token, else the terminal)
# make test   install, then ruff, mypy and pytest
# make bench  print start-up times, answer times and memory on this machine; with VECTORS=folder, a
#             data folder with real news, also searching among up to a million; with NEWS=folder, also
#             encoding beside plain torch; with CHATS=folder, a data folder, also two hundred chats
#             that ask at once
# make soak   kill indexing and the bot three hundred times each and look whether anything is lost

# PyTorch's own index of CPU-only wheels. The common index serves Linux gigabytes of CUDA with torch;
# where this one is not reached, torch comes from there. Empty: do not ask it.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
PYTHON ?= python3
DATA_DIR ?= $(or $(DATELINE_DATA_DIR),data)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export HF_HUB_DISABLE_TELEMETRY := 1

.PHONY: run test bench soak clean

run: .venv/installed
	@$(BIN)/dateline index seeds --data-dir "$(DATA_DIR)" >&2
	@exec $(BIN)/dateline run --data-dir "$(DATA_DIR)"

test: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: .venv/installed-test
	$(BIN)/python -m tests.benchmarks.answering
	@test -z "$(VECTORS)" || $(BIN)/python -m tests.benchmarks.million "$(VECTORS)"
	@test -z "$(NEWS)" || $(BIN)/python -m tests.benchmarks.encoding "$(NEWS)"
	@test -z "$(CHATS)" || $(BIN)/python -m tests.benchmarks.chats "$(CHATS)"

soak: .venv/installed-test
	SOAK_TRIALS=300 $(BIN)/pytest tests/faults/test_killed.py tests/faults/test_killed_bot.py

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; name one with make PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing (once; some minutes) …" >&2
	@$(BIN)/python -c 'import importlib.util as u, sys; sys.exit(not u.find_spec("torch"))' \
	  || { test -n "$(TORCH_INDEX)" && $(PIP) install --no-deps --retries 1 --timeout 15 \
	       --index-url "$(TORCH_INDEX)" torch==2.13.0 2>/dev/null; } \
	  || $(PIP) install -c constraints.txt torch==2.13.0 >&2
	@$(PIP) install -c constraints.txt -e . >&2
	@touch $@

.venv/installed-test: .venv/installed
	@$(PIP) install -c constraints.txt -e '.[test]' >&2
	@touch $@

clean:
	rm -rf .venv data .pytest_cache .mypy_cache .ruff_cache
