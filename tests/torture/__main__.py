"""The long form: kills, power cuts and kills at every call, as far as that hasn't been done yet.

`python -m tests.torture [KIND …] [--seconds N]`; what was done stands in `.torture/`, a line for each round.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.torture.deeds import DEEDS
from tests.torture.rounds import PROJECT, Round, Rounds

KILLS, KILLS_IN_A_ROUND, KILLS_OF_A_SESSION = 100_000, 500, 50
STATES, STATES_IN_A_ROUND = 1_000_000, 2000
MEMORY = Path("/dev/shm")
"""A disk in memory, if there is one: what is told of a kill or a power cut doesn't depend on the disk below."""


class Kind(NamedTuple):
    """What is done again and again until there is as much of it as is wanted; each round is a process of its own."""

    counts: str
    goal: int
    rounds: Iterator[tuple[str, list[str]]]


def kinds() -> dict[str, Kind]:
    numbers = itertools.count()
    power = ((f"{deed}/{seed}", ["power", deed, str(seed)]) for seed in numbers for deed in DEEDS)
    return {
        "calls": Kind("kills", len(DEEDS), iter([(deed, ["calls", deed]) for deed in DEEDS])),
        "kills": Kind("kills", KILLS, ((str(seed), ["kills", str(seed)]) for seed in itertools.count())),
        "power": Kind("states", STATES, power),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description="Whether anything is lost.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(kinds())}; all unless told")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no round after so many")
    options = parser.parse_args()
    chosen = {name: kind for name, kind in kinds().items() if name in options.kinds or not options.kinds}
    rounds, ends = Rounds(), time.monotonic() + options.seconds
    waiting = set(chosen)
    while waiting and time.monotonic() < ends:
        for name in sorted(waiting):
            if not go_on(name, chosen[name], rounds):
                waiting.discard(name)
    told = [rounds.told(name, kind.counts, kind.goal) for name, kind in chosen.items()]
    print("\n".join(told))
    sys.exit(any(done.faults for done in rounds.done))


def go_on(name: str, kind: Kind, rounds: Rounds) -> bool:
    """Do the next round that hasn't been done yet; return False if there is enough of it."""
    if name != "calls" and rounds.amount(name) >= kind.goal:
        return False
    known = rounds.names(name)
    waiting = ((unit, arguments) for unit, arguments in kind.rounds if unit not in known)
    if (found := next(waiting, None)) is None:
        return False
    unit, arguments = found
    began = time.monotonic()
    seen = played(arguments, kind.counts)
    amount, faults = seen[kind.counts], seen.get("faults", [])
    spent = time.monotonic() - began
    rounds.add(Round(kind=name, unit=unit, amount=amount, seconds=spent, distinct=seen.get("distinct"), faults=faults))
    print(f"{name} {unit}: {amount} {kind.counts}, {rounds.amount(name)} in all", flush=True)
    for fault in faults:
        print(f"  {fault}", flush=True)
    return True


def played(arguments: list[str], counts: str) -> dict[str, Any]:
    """Return what a process of its own said: how much was done, and what went wrong."""
    kind, *rest = arguments
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        place = str(Path(folder) / "home")
        module, given = {
            "calls": ("tests.torture.calls", [*rest, place]),
            "power": ("tests.torture.power", [*rest[:1], place, str(STATES_IN_A_ROUND), *rest[1:]]),
            "kills": ("tests.conducting.killing", [place, str(KILLS_IN_A_ROUND), *rest, str(KILLS_OF_A_SESSION)]),
        }[kind]
        ran = subprocess.run(
            [sys.executable, "-m", module, *given],
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )
    if ran.returncode:
        return {counts: 0, "faults": [f"{' '.join(arguments)}: {ran.stderr[-2000:]}"]}
    seen: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return seen


if __name__ == "__main__":
    main()
