# Clientele. `make run` starts it, `make test` proves it. Rust is all they need to begin with;
# what else the tests need is installed when it is missing. `make help` lists everything.

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR
# Where `cargo install` puts the tools below.
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-sqlite test-postgres lint fmt doc deny advisories bench bench-quick bench-programs nextest cargo-deny postgres

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build Clientele and start it on http://127.0.0.1:8080, with its data in ./data (ARGS="…" for more)
	cargo build --release --locked --package clientele
	exec "$(CARGO_TARGET_DIR)/release/clientele" serve $(ARGS)

test: lint doc deny test-sqlite test-postgres ## Everything CI checks: lints, documentation, licences, all tests on both engines

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
