"""What has been done so far: a line of JSON for each round, in a folder that isn't committed."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / ".torture"


class Round(msgspec.Struct, kw_only=True):
    """So many things of a kind that were done at once; `program` is a name for the program as it was.

    `distinct` is how many of them differ, where the same comes of several.
    """

    kind: str
    unit: str
    amount: int
    seconds: float
    distinct: int | None = None
    faults: Sequence[str] = ()
    program: str = ""


class Rounds:
    """The rounds that are kept in `folder`, those of other versions of the program as well."""

    def __init__(self, folder: Path = FOLDER) -> None:
        folder.mkdir(exist_ok=True)
        self._path = folder / "rounds.jsonl"
        lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        self._all = [msgspec.json.decode(line, type=Round) for line in lines]

    @cached_property
    def program(self) -> str:
        """A name for the program as it is."""
        files = [*PROJECT.glob("facilitator/**/*.py"), *PROJECT.glob("tests/torture/*.py")]
        files += [PROJECT / "tests/conducting/killing.py", PROJECT / "tests/sharing/convergence.py"]
        return sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()[:12]

    @property
    def done(self) -> list[Round]:
        """What was done with the program as it is."""
        return [one for one in self._all if one.program == self.program]

    def names(self, kind: str) -> set[str]:
        return {one.unit for one in self.done if one.kind == kind}

    def amount(self, kind: str) -> int:
        return sum(one.amount for one in self.done if one.kind == kind)

    def add(self, one: Round) -> None:
        one.program = self.program
        self._all.append(one)
        with self._path.open("ab") as file:
            file.write(msgspec.json.encode(one) + b"\n")

    def told(self, kind: str, counts: str, goal: int) -> str:
        """Return what was done of a kind, in a sentence: with the program as it is, and with any."""
        ours = [one for one in self.done if one.kind == kind]
        every = [one for one in self._all if one.kind == kind]
        faults = sum(len(one.faults) for one in ours)
        amount, of_all = sum(one.amount for one in ours), sum(one.amount for one in every)
        unit = "" if kind == "calls" else f" of {goal:,}"
        different = sum(one.distinct for one in ours if one.distinct is not None)
        differ = f" ({different:,} of them differ)" if different else ""
        return (
            f"{kind}: {amount:,}{unit} {counts}{differ} in {len(ours)} rounds; {faults} faults; "
            f"with every version {of_all:,}"
        )
