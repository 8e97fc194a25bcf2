# Clientele. `make run` starts it, `make test` proves it. Rust and Node are all they need to begin with;
# what else the tests need is installed when it is missing. `make help` lists everything.

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR
# Where `cargo install` puts the tools below.
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run ui test web-check e2e test-sqlite test-postgres lint fmt doc deny advisories bench bench-quick bench-programs nextest cargo-deny postgres node chromium

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ui ## Build Clientele and start it on http://127.0.0.1:8080, with its data in ./data (ARGS="…" for more)
	cargo build --release --locked --package clientele
	exec "$(CARGO_TARGET_DIR)/release/clientele" serve $(ARGS)

# What the dashboard is made of; a build is as new as the newest of it.
UI_SOURCES := $(shell find web \( -name node_modules -o -name dist \) -prune -o -type f -print)

ui: web/dist/index.html ## Build the dashboard into web/dist, if its sources changed (needs Node 20.19 or newer)

web/dist/index.html: web/node_modules/.package-lock.json $(UI_SOURCES)
	cd web && npm run build

# npm writes this file last, so it is there when everything is.
%/node_modules/.package-lock.json: %/package-lock.json | node
	cd $* && npm ci --no-audit --no-fund

test: lint doc deny web-check test-sqlite test-postgres ## Everything CI checks: lints, documentation, licences, the dashboard, all tests on both engines

web-check: web/node_modules/.package-lock.json ## The dashboard: generated client, types, lints, unit tests, and that it builds and stays light
	cd web && npm run all

e2e: ui e2e/node_modules/.package-lock.json chromium ## The dashboard in a real browser against the real program (TESTS="customers" for a part)
	cargo build --locked --package clientele
	cd e2e && npm run check && CLIENTELE="$(abspath $(CARGO_TARGET_DIR))/debug/clientele" npx playwright test $(TESTS)

# The generated files (openapi.json) are checked by tests of the suite.
test-sqlite: nextest ## All tests, on SQLite
	env -u TEST_DATABASE_URL cargo nextest run --locked --workspace $(TESTS)
	env -u TEST_DATABASE_URL cargo test --quiet --locked --workspace --doc

test-postgres: nextest postgres ## The server's tests, on a PostgreSQL of their own
	scripts/with-postgres --no-fsync cargo nextest run --locked --package clientele $(TESTS)

lint: ## Formatting and lints, warnings refused
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings

fmt: ## Format the code
	cargo fmt --all

# Its readers are those who change the code, so a module's story may link to what is private.
doc: ## Build the code's documentation, broken links refused
	RUSTDOCFLAGS="--deny warnings --allow rustdoc::private-intra-doc-links" \
		cargo doc --locked --workspace --no-deps --document-private-items

deny: cargo-deny ## Check the licences and origins of all dependencies
	cargo deny --locked check licenses bans sources

advisories: cargo-deny ## Ask the RustSec database about the dependencies (needs the internet)
	cargo deny --locked check advisories

bench: bench-programs ## Measure, on both engines, with a million customers (an hour; ARGS="ingest --engine sqlite" for a part)
	scripts/with-postgres "$(CARGO_TARGET_DIR)/release/bench" $(ARGS)

bench-quick: bench-programs ## A first impression of the same, with few customers and short rounds
	scripts/with-postgres "$(CARGO_TARGET_DIR)/release/bench" --quick $(ARGS)

bench-programs: postgres
	cargo build --release --locked --package clientele --package bench

# The tools. Built without optimisation, which takes two minutes instead of ten and costs the tests nothing.
nextest:
	@cargo nextest --version >/dev/null 2>&1 || CARGO_PROFILE_DEV_DEBUG=0 \
		cargo install --debug --locked cargo-nextest --no-default-features --features default-no-update

cargo-deny:
	@cargo deny --version >/dev/null 2>&1 || CARGO_PROFILE_DEV_DEBUG=0 \
		cargo install --debug --locked cargo-deny

postgres:
	@scripts/with-postgres --where >/dev/null 2>&1 || scripts/install-postgres

node:
	@node --eval 'const [a, b] = process.versions.node.split("."); process.exit(a * 100 + +b < 2019 ? 1 : 0)' 2>/dev/null || { \
		echo "The dashboard is built with Node 20.19 or newer: https://nodejs.org. Without it," >&2; \
		echo "cargo run --release builds and starts Clientele with its API alone." >&2; exit 1; }

chromium:
	@test -x "$${CHROMIUM:-/usr/bin/chromium}" || scripts/install-chromium
