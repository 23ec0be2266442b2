"""Tries the sample of mutants, as far as that hasn't been done yet, and says how many the tests kill.

What is done is kept after every mutant, in a database of cosmic-ray's in `.mutants/`, one for each state
of the domain; a survivor is tried again once the tests have changed.
"""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

import yaml
from cosmic_ray.commands import init
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

from tests.mutation.sample import DOMAIN, Mutant, mutants
from tests.mutation.trial import TESTS, start

PROJECT = Path(__file__).parents[2]
RESULTS = Path(".mutants")
JUDGED = Path("tests/mutation/survivors.yaml")
GOAL = 0.9
SIZE = 1000
PATIENCE = 5
"""A mutant has this many times the processor time that the tests take without one."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="How many mutants the tests kill.")
    parser.add_argument("size", nargs="?", type=int, default=SIZE, help=f"of the sample; {SIZE} unless told")
    parser.add_argument("--only", default="", metavar="ROOM", help="only mutants whose name begins so")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    os.chdir(PROJECT)
    tests = fingerprint([*TESTS.rglob("*.py"), *TESTS.parent.glob("*.py")])
    with results() as database:
        sample = mutants(database.work_items)[: options.size]
        chosen = [mutant for mutant in sample if mutant.name.startswith(options.only)]
        done = dict(database.results)
        waiting = [mutant for mutant in chosen if not is_settled(done.get(mutant.job), tests)]
        if waiting:
            try_all(database, waiting, options.processes, tests)
        sys.exit(report(chosen, dict(database.results)))


@contextmanager
def results() -> Iterator[WorkDB]:
    """The database for the domain as it is now, with every mutant that there could be."""
    RESULTS.mkdir(exist_ok=True)
    modules = sorted(DOMAIN.rglob("*.py"))
    path = RESULTS / f"{fingerprint(modules)}.sqlite"
    if not path.exists():
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        with use_db(unfinished) as database:
            init(modules, database, {})
        unfinished.rename(path)
    with use_db(path) as database:
        yield database


def fingerprint(paths: Iterable[Path]) -> str:
    """Changes whenever a file does."""
    digest = sha256()
    for path in sorted(paths):
        digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def is_settled(result: WorkResult | None, tests: str) -> bool:
    """Whether trying again would change nothing, as far as can be known."""
    return result is not None and (result.is_killed or result.output == tests)


def try_all(database: WorkDB, waiting: list[Mutant], processes: int, tests: str) -> None:
    """Try `processes` mutants at a time; record each when its tests have ended."""
    limit = limit_seconds()
    began = time.monotonic()
    queue = iter(waiting)
    running: dict[int, Mutant] = {}
    try:
        for number in range(len(waiting)):
            while len(running) < processes and (mutant := next(queue, None)):
                running[start(mutant.path, mutant.code, limit)] = mutant
            process, status = os.wait()
            mutant = running.pop(process)
            database.set_result(mutant.job, outcome(os.waitstatus_to_exitcode(status), tests))
            per_mutant = (time.monotonic() - began) / (number + 1)
            print(f"\r{number + 1} of {len(waiting)}, {per_mutant:.2f} s each ", end="", file=sys.stderr, flush=True)
    finally:
        for process in running:
            os.kill(process, signal.SIGKILL)
        print(file=sys.stderr)


def limit_seconds() -> int:
    """The processor time that a mutant has. Raises SystemExit if the tests fail without one."""
    path = DOMAIN / "__init__.py"
    _, status, used = os.wait4(start(path, path.read_text("utf-8"), 600), 0)
    if status:
        sys.exit("The tests fail without a mutant: see `pytest tests/domain --hypothesis-profile=mutants`.")
    return int((used.ru_utime + used.ru_stime) * PATIENCE) + 1


def outcome(status: int, tests: str) -> WorkResult:
    """What the exit status of the tests says. Raises SystemExit if something else ended them."""
    if status == 0:
        return WorkResult(WorkerOutcome.NORMAL, tests, TestOutcome.SURVIVED)
    if status in {1, 2, 3, 4}:
        return WorkResult(WorkerOutcome.NORMAL, None, TestOutcome.KILLED)
    if status in {-signal.SIGXCPU, -signal.SIGSEGV}:
        return WorkResult(WorkerOutcome.ABNORMAL, None, TestOutcome.KILLED)
    sys.exit(f"\nThe tests ended with {status}, which is no answer.")


def report(sample: list[Mutant], done: dict[str, WorkResult]) -> int:
    """Print the score and the survivors that nobody has judged; return the exit status."""
    judged = yaml.safe_load(JUDGED.read_text("utf-8")) or {}
    survivors = [mutant for mutant in sample if not done[mutant.job].is_killed]
    unjudged = sorted(mutant for mutant in survivors if mutant.name not in judged)
    for mutant in unjudged:
        before, after = mutant.path.read_text("utf-8").splitlines(), mutant.code.splitlines()
        changes = [
            line for line in unified_diff(before, after, n=0, lineterm="") if not line.startswith(("---", "+++"))
        ]
        print(mutant.name, *changes, "", sep="\n")
    score = 1 - len(survivors) / len(sample)
    stopped = sum(done[mutant.job].worker_outcome is WorkerOutcome.ABNORMAL for mutant in sample)
    print(f"{len(sample)} mutants, {len(survivors)} survived ({len(unjudged)} not judged), {stopped} ran too long")
    print(f"score: {score:.1%}")
    return int(score < GOAL or bool(unjudged))


if __name__ == "__main__":
    main()
