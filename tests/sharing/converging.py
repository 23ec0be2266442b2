"""The long form of the convergence suite: a million random histories, as far as they haven't been played yet.

`python -m tests.sharing.converging [--histories N] [--seconds N] [--seed N]`; what was done stands in
`.convergence/`, a line for each round. A fault names its seed: `--seed 2567` plays that history alone.
"""

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import count

from tests.sharing.convergence import ACTIONS, Walk
from tests.torture.rounds import PROJECT, Round, Rounds

KIND, COUNTS = "convergence", "histories"
HISTORIES, IN_A_ROUND = 1_000_000, 500


def played(first: int) -> tuple[int, float, list[str], Counter[str]]:
    """Play the histories of a round; return its first seed, how long it took, what went wrong and what was found."""
    began, faults, found = time.monotonic(), list[str](), Counter[str]()
    for seed in range(first, first + IN_A_ROUND):
        try:
            found.update(Walk(seed, ACTIONS).go())
        except Exception as error:
            faults.append(f"seed {seed}: {error!r}")
    return first, time.monotonic() - began, faults, found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.sharing.converging", description="Whether all agree.")
    parser.add_argument("--histories", type=int, default=HISTORIES, help=f"how many in all, {HISTORIES:,} unless told")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no round after so many")
    parser.add_argument("--seed", type=int, help="play one history and no more")
    options = parser.parse_args()
    if options.seed is not None:
        print(dict(Walk(options.seed, ACTIONS).go()))
        return
    rounds, found = Rounds(PROJECT / ".convergence"), Counter[str]()
    go_on(rounds, found, options.histories, time.monotonic() + options.seconds)
    print(rounds.told(KIND, COUNTS, options.histories), dict(found))
    sys.exit(any(done.faults for done in rounds.done))


def go_on(rounds: Rounds, found: Counter[str], histories: int, ends: float) -> None:
    """Play the rounds that haven't been, as many at once as there are processors."""
    known = rounds.names(KIND)
    waiting = iter([seed for seed in range(0, histories, IN_A_ROUND) if str(seed) not in known])
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(processes) as pool:
        playing: set[Future[tuple[int, float, list[str], Counter[str]]]] = set()
        for _ in count():
            while len(playing) < processes and time.monotonic() < ends and (seed := next(waiting, None)) is not None:
                playing.add(pool.submit(played, seed))
            if not playing:
                return
            done, playing = wait(playing, return_when=FIRST_COMPLETED)
            for one in done:
                first, seconds, faults, counted = one.result()
                rounds.add(Round(kind=KIND, unit=str(first), amount=IN_A_ROUND, seconds=seconds, faults=faults))
                found.update(counted)
                print(
                    f"{first}: {rounds.amount(KIND):,} histories in all, {seconds:.0f} s",
                    *faults,
                    sep="\n  ",
                    flush=True,
                )


if __name__ == "__main__":
    main()
