"""The long form: so many inputs of each kind, each of them once, whichever version of the program it was given to.

`python -m tests.fuzz [KIND …] [--seconds N]`; what was done stands in `.fuzz/`, a line for each block of seeds. On
another machine, `--first N` goes on where one was stopped.
`python -m tests.fuzz KIND --seed N` gives the program the one input with this seed, and shows what comes of it.
"""

import argparse
import random
import sys
import time
from hashlib import sha256
from pathlib import Path

import msgspec

from tests.fuzz.kinds import kinds
from tests.fuzz.playing import Played, play

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / ".fuzz"
GOAL = 1_000_000
BLOCK = 1000


class Block(msgspec.Struct, kw_only=True):
    """So many seeds of a kind that were played at once; `program` is a name for the program as it was."""

    kind: str
    first: int
    runs: int
    faults: dict[int, str]
    program: str


class Blocks:
    """The blocks that are kept in the folder, those of other versions of the program as well."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._path = folder / "blocks.jsonl"
        lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        self.all = [msgspec.json.decode(line, type=Block) for line in lines]
        files = sorted([*PROJECT.glob("facilitator/**/*.py"), *PROJECT.glob("tests/fuzz/*.py")])
        self.program = sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]

    def of(self, kind: str) -> list[Block]:
        """What was done of a kind with the program as it is."""
        return [block for block in self.all if (block.kind, block.program) == (kind, self.program)]

    def runs(self, kind: str) -> int:
        return sum(block.runs for block in self.of(kind))

    def next_seeds(self, kind: str, first: int) -> range:
        """Return seeds from `first` on that no version of the program has been given."""
        done = {block.first for block in self.all if block.kind == kind}
        first = next(seed for seed in range(first // BLOCK * BLOCK, sys.maxsize, BLOCK) if seed not in done)
        return range(first, first + BLOCK)

    def add(self, kind: str, seeds: range, played: Played) -> None:
        block = Block(kind=kind, first=seeds.start, runs=played.runs, faults=played.faults, program=self.program)
        self.all.append(block)
        with self._path.open("ab") as file:
            file.write(msgspec.json.encode(block) + b"\n")

    def told(self, kind: str) -> str:
        faults = sum(len(block.faults) for block in self.of(kind))
        of_all = sum(block.runs for block in self.all if block.kind == kind)
        return f"{kind}: {self.runs(kind):,} of {GOAL:,} runs, {faults} faults; with every version {of_all:,}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Whether any input is too much.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(kinds())}; all unless told")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no block after so many")
    parser.add_argument("--first", type=int, default=0, help="the seed to begin with, if it hasn't been played")
    parser.add_argument("--seed", type=int, help="play this one alone")
    options = parser.parse_args()
    chosen = [kind for kind in kinds() if kind in options.kinds or not options.kinds]
    if options.seed is not None:
        for kind in chosen:
            print(f"{kind} {options.seed}: {kinds()[kind](random.Random(f'{kind}/{options.seed}'))} runs")
        return
    blocks, ends = Blocks(FOLDER), time.monotonic() + options.seconds
    while (waiting := [kind for kind in chosen if blocks.runs(kind) < GOAL]) and time.monotonic() < ends:
        for kind in waiting:
            go_on(kind, blocks, options.first)
    print("\n".join(map(blocks.told, chosen)))
    sys.exit(any(block.faults for kind in chosen for block in blocks.of(kind)))


def go_on(kind: str, blocks: Blocks, first: int) -> None:
    seeds = blocks.next_seeds(kind, first)
    played = play(kind, seeds)
    blocks.add(kind, seeds, played)
    print(f"{kind}: {blocks.runs(kind):,} runs", flush=True)
    for seed, fault in played.faults.items():
        print(f"  seed {seed}: {fault}", flush=True)


if __name__ == "__main__":
    main()
