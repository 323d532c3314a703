"""Do the tests notice when the core is changed? Each small change, one at a time, in a copy of the project.

    make mutants

mutmut changes the code and runs the tests, in the folder mutants/; a second run goes on from there and tests anew what
has changed since. Here its results are counted, and the changes that no test noticed named; tests/core/survivors.md
says why those survive, and are accepted. `mutmut show NAME` prints one. Exit code 1 if fewer than 98 of 100 were
noticed.
"""

import subprocess
import sys
from collections import Counter, defaultdict

GOAL = 0.98
MUTMUT = [sys.executable, "-m", "mutmut"]


def results() -> dict:
    """Return what became of each mutant: name -> "killed", "survived", "timeout", "no tests" ..."""
    told = subprocess.run([*MUTMUT, "results", "--all", "true"], check=True, capture_output=True, text=True).stdout
    return dict(line.strip().split(": ") for line in told.splitlines() if "__mutmut_" in line)


def main() -> int:
    subprocess.run([*MUTMUT, "run", *sys.argv[1:]], check=True)
    modules = defaultdict(Counter)
    for name, fate in results().items():
        modules[name.rpartition(".")[0]][fate in ("killed", "timeout")] += 1
        if fate not in ("killed", "timeout"):
            print(f"{fate}: {name}")

    print()
    for module, count in [*modules.items(), ("all", sum(modules.values(), Counter()))]:
        print(f"{module:32} {count[True]:5} of {count.total():5} noticed, {count[True] / count.total():.1%}")
    return int(count[True] / count.total() < GOAL)


if __name__ == "__main__":
    sys.exit(main())
