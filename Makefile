# run, test, check, bench, shots, bundle: all there is to know. Each sets up what it needs by itself.

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := build/sample.assessor

.PHONY: run test check bench shots bundle setup lock clean
.DEFAULT_GOAL := run

run: .venv/run.ready
	@mkdir -p build
	@rm -f $(SAMPLE)
	$(BIN)/assessor sample $(SAMPLE)
	$(BIN)/assessor report $(SAMPLE) --kind strategic-plan --out build/strategic-plan.pdf
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(BIN)/assessor $(SAMPLE); \
	else echo "There is no display here, so no window was opened. The plan is in build/strategic-plan.pdf."; fi

test: .venv/dev.ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

check: .venv/dev.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.ready
	@mkdir -p build
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

shots: .venv/dev.ready
	@mkdir -p build/shots
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.shots build/shots

bundle: .venv/dev.ready
	$(BIN)/python -m hatchling build -d build/dist

setup: .venv/dev.ready

.venv/made: install/libraries.sh
	sh install/libraries.sh
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Assessor needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run.ready: .venv/made requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.ready: .venv/run.ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Choose newer versions on purpose: needs uv on the path.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q \
	  pyproject.toml --group build -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q \
	  pyproject.toml --group build --group dev -o requirements-dev.lock

clean:
	rm -rf build .venv
