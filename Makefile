# Two commands on a fresh machine: `make demo` and `make test`. Each does its own set-up.
.PHONY: help demo test build setup clean

help:
	@echo 'make demo        apply to a job on a bundled job board and watch it (KEEP=1 leaves it running)'
	@echo 'make test        set up, format check, build, all tests'
	@echo 'make build       the release binary, .build/release/ghosthands'
	@echo 'make clean       remove build products'

demo: build
	@.build/release/ghosthands demo $(if $(KEEP),--keep)

test: setup
	@scripts/check

build: setup
	@swift build -c release --product ghosthands

setup:
	@scripts/setup

clean:
	@rm -rf .build .build-*
