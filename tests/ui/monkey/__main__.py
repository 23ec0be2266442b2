"""The long form: so many actions for each seed, as far as that hasn't been done yet with the program as it is.

`python -m tests.ui.monkey [ACTIONS] [--seeds 1,2,3]`; what was done stands in `.monkey/`, a file for each seed.
"""

import argparse
import asyncio
import os
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

# Before Textual is loaded: the monkey doesn't wait for what is drawn, and most of its time would go into drawing.
os.environ.setdefault("TEXTUAL_FPS", "6")

from tests.ui.monkey.playing import Done, play

PROJECT = Path(__file__).parents[3]
RESULTS = PROJECT / ".monkey"
ACTIONS = 5000
SEEDS = "1,2,3,4,5,6"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.ui.monkey", description="Whether a typed letter is lost.")
    parser.add_argument("actions", nargs="?", type=int, default=ACTIONS, help=f"for each seed; {ACTIONS} unless told")
    parser.add_argument("--seeds", default=SEEDS, help=f"{SEEDS} unless told")
    options = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    done = [result(int(seed), options.actions) for seed in options.seeds.split(",")]
    sys.exit(any(one.faults for one in done))


def result(seed: int, actions: int) -> Done:
    """Return what came of a seed; play it unless that was done already."""
    kept = RESULTS / f"{seed}-{actions}-{version()}.json"
    if kept.exists():
        done = msgspec.json.decode(kept.read_bytes(), type=Done)
    else:
        with TemporaryDirectory() as folder:
            done = asyncio.run(play(seed, actions, Path(folder) / "session.journal"))
        kept.write_bytes(msgspec.json.encode(done))
    told = f"{done.actions} actions, {done.letters} letters typed, {done.acts} that acted, {done.launches} launches"
    print(f"seed {seed}: {told}, {done.waits} waits; {done.screens}", flush=True)
    for fault in done.faults:
        print(f"  {fault}", flush=True)
    return done


def version() -> str:
    """Return a name for the program as it is."""
    files = sorted([*PROJECT.glob("facilitator/**/*.py"), *PROJECT.glob("tests/ui/monkey/*.py")])
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


if __name__ == "__main__":
    main()
