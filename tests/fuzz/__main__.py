"""The long form: so many files of each kind, as far as that hasn't been done yet with the program as it is.

`python -m tests.fuzz [FILES] [--kinds import]`; what was done is in `.fuzz/`, a file for each kind. A kind is a line
in KINDS: what must hold for a thing that is made up from a `Random`.
"""

import argparse
import sys
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import msgspec

from tests.fuzz.guide_files import FORMATS
from tests.fuzz.importing import import_one, invite_one

PROJECT = Path(__file__).parents[2]
RESULTS = PROJECT / ".fuzz"
FILES = 200_000
_SAVED_EVERY = 500
MOST_FAULTS = 20


class Fuzzed(msgspec.Struct):
    """How many seeds of a kind were tried, and the faults of those that failed."""

    tried: int = 0
    faults: list[str] = []


def _import(random: Random) -> None:
    import_one(random.choice(list(FORMATS)), random)


KINDS: dict[str, Callable[[Random], None]] = {"import": _import, "invitation": invite_one}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Whether anything made up breaks a promise."
    )
    parser.add_argument("files", nargs="?", type=int, default=FILES, help=f"of each kind; {FILES} unless told")
    parser.add_argument("--kinds", default=",".join(KINDS), help="all unless told")
    options = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    done = [result(kind, options.files) for kind in options.kinds.split(",")]
    sys.exit(any(one.faults for one in done))


def result(kind: str, files: int) -> Fuzzed:
    """Return what came of a kind; go on where it was stopped."""
    kept = RESULTS / f"{kind}-{version()}.json"
    done = msgspec.json.decode(kept.read_bytes(), type=Fuzzed) if kept.exists() else Fuzzed()
    while done.tried < files and len(done.faults) < MOST_FAULTS:
        try:
            KINDS[kind](Random(done.tried))
        except Exception:
            done.faults.append(f"seed {done.tried}: {traceback.format_exc(limit=-3)}")
        done.tried += 1
        if done.tried % _SAVED_EVERY == 0 or done.tried == files:
            kept.write_bytes(msgspec.json.encode(done))
    kept.write_bytes(msgspec.json.encode(done))
    print(f"{kind}: {done.tried} tried, {len(done.faults)} faults", flush=True)
    for fault in done.faults:
        print(f"  {fault}", flush=True)
    return done


def version() -> str:
    """Return a name for the program as it is."""
    files = sorted(
        [*PROJECT.glob("facilitator/**/*.py"), *PROJECT.glob("facilitator/**/*.toml"), *PROJECT.glob("tests/fuzz/*.py")]
    )
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


if __name__ == "__main__":
    main()
