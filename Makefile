# Two commands on a fresh machine: `make demo` and `make test`. Each does its own set-up.
.PHONY: help demo test test-llm chaos hosts soak fuzz build package containers setup clean

help:
	@echo 'make demo        apply to a job on a bundled job board and watch it (KEEP=1 leaves it running)'
	@echo 'make test        set up, format check, build, all tests; goes on from what the demo built'
	@echo 'make test-llm    the agent against a real llama.cpp server with a tiny model (builds it once, about 12 minutes)'
	@echo 'make chaos       500 jobs on 4 workers while processes, connections and the database die: none lost, none twice'
	@echo 'make soak        the long runs: memory over 200 jobs, a page out of memory, 1,000 clicks on a shifting page, live help, kills at every step (an hour and a half)'
	@echo 'make fuzz        10,000 hostile requests made up from the API document, then a fresh job (20 minutes or so)'
	@echo 'make build       the release binary, .build/release/ghosthands (10 minutes or so the first time)'
	@echo 'make package     a tarball that runs from any folder and a Debian package, in .build/package'
	@echo 'make containers  build the images, run them, and deploy with real containers (needs docker or podman, and mmdebstrap)'
	@echo 'make clean       remove build products'

demo: setup
	@scripts/build debug
	@.build/debug/ghosthands demo $(if $(KEEP),--keep)

test: setup
	@scripts/check

test-llm: setup
	@scripts/test-llm

chaos: setup
	@scripts/chaos

hosts: setup
	@scripts/build debug
	@scripts/chaos-hosts

soak: setup
	@scripts/soak

fuzz: setup
	@scripts/build debug
	@scripts/with-postgres scripts/fuzz-api 10000

build: setup
	@scripts/build release

package: setup
	@scripts/package

containers: setup
	@scripts/containers

setup:
	@scripts/setup

clean:
	@rm -rf .build .build-*
