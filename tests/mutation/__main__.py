"""Tries the sample of mutants, as far as that hasn't been done yet, and says how many the tests kill."""

import argparse
import os
import signal
import sys
import time
from difflib import unified_diff
from pathlib import Path

import yaml

from tests.mutation.results import Result, Results
from tests.mutation.sample import DOMAIN, Mutant, mutants
from tests.mutation.trial import start

PROJECT = Path(__file__).parents[2]
JUDGED = Path("tests/mutation/survivors.yaml")
GOAL = 0.9
SIZE = 1000
PATIENCE = 5
"""A mutant has this many times the processor time that the tests take without one."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="How many mutants the tests kill.")
    parser.add_argument("size", nargs="?", type=int, default=SIZE, help=f"of the sample; {SIZE} unless told")
    parser.add_argument("--only", default="", metavar="PLACE", help="only mutants whose name begins so: time/floor.py")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    os.chdir(PROJECT)
    sample = [mutant for mutant in mutants()[: options.size] if mutant.name.startswith(options.only)]
    results = Results()
    waiting = [mutant for mutant in sample if not results.is_settled(mutant)]
    if waiting:
        try_all(results, waiting, options.processes)
    sys.exit(report(sample, results))


def try_all(results: Results, waiting: list[Mutant], processes: int) -> None:
    """Try `processes` mutants at a time; record each when its tests have ended."""
    limit = limit_seconds()
    began = time.monotonic()
    queue = iter(waiting)
    running: dict[int, Mutant] = {}
    try:
        for number in range(1, len(waiting) + 1):
            while len(running) < processes and (mutant := next(queue, None)):
                running[start(mutant.path, mutant.code, limit)] = mutant
            process, status = os.wait()
            results.record(running.pop(process), outcome(os.waitstatus_to_exitcode(status)))
            per_mutant = (time.monotonic() - began) / number
            print(f"\r{number} of {len(waiting)}, {per_mutant:.2f} s each ", end="", file=sys.stderr, flush=True)
    finally:
        for process in running:
            os.kill(process, signal.SIGKILL)
        print(file=sys.stderr)


def limit_seconds() -> int:
    """The processor time that a mutant has. Raises SystemExit if the tests fail without one."""
    path = DOMAIN / "time/__init__.py"
    _, status, used = os.wait4(start(path, path.read_text("utf-8"), 600), 0)
    if status:
        sys.exit("The tests fail without a mutant: see `pytest tests/domain --hypothesis-profile=mutants`.")
    return int((used.ru_utime + used.ru_stime) * PATIENCE) + 1


def outcome(status: int) -> Result:
    """What the exit status of the tests says. Raises SystemExit if something else ended them."""
    if status == 0:
        return "survived"
    if status in {1, 2, 3, 4}:  # a test failed, or not even the imports held
        return "killed"
    if status in {-signal.SIGXCPU, -signal.SIGSEGV}:
        return "stopped"
    sys.exit(f"\nThe tests ended with {status}, which is no answer.")


def report(sample: list[Mutant], results: Results) -> int:
    """Print the score and the survivors that nobody has judged; return the exit status."""
    judged = yaml.safe_load(JUDGED.read_text("utf-8")) or {}
    survivors = [mutant for mutant in sample if results.of(mutant) == "survived"]
    unjudged = sorted(mutant for mutant in survivors if mutant.name not in judged)
    for mutant in unjudged:
        print(mutant.name, *changes(mutant), "", sep="\n")
    stopped = sum(results.of(mutant) == "stopped" for mutant in sample)
    score = 1 - len(survivors) / max(1, len(sample))
    print(f"{len(sample)} mutants, {len(survivors)} survived ({len(unjudged)} not judged), {stopped} ran too long")
    print(f"score: {score:.1%}")
    return int(score < GOAL or bool(unjudged))


def changes(mutant: Mutant) -> list[str]:
    """The lines that are taken out and put in."""
    before, after = mutant.path.read_text("utf-8").splitlines(), mutant.code.splitlines()
    return [line for line in unified_diff(before, after, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))]


if __name__ == "__main__":
    main()
