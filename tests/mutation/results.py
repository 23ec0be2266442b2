"""What became of each mutant, kept after every one, so that a run goes on where it was stopped.

A mutant that was killed is not tried again until its module changes. One that survived is tried again as soon
as anything has changed that could kill it: the domain or its tests.
"""

import ast
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from tests.mutation.sample import DOMAIN, Mutant
from tests.mutation.trial import TESTS

FILE = Path(".mutants/results.jsonl")

Result = Literal["killed", "survived", "stopped"]


class Line(msgspec.Struct):
    """`module` and `everything` are fingerprints of what was tried."""

    name: str
    result: Result
    module: str
    everything: str


class Results:
    """All that is known so far; the latest line about a mutant counts."""

    def __init__(self) -> None:
        self._everything = fingerprint(*DOMAIN.rglob("*.py"), *TESTS.rglob("*.py"))
        FILE.parent.mkdir(exist_ok=True)
        written = FILE.read_bytes().splitlines() if FILE.exists() else []
        lines = (msgspec.json.decode(line, type=Line) for line in written)
        self._lines = {line.name: line for line in lines}

    def is_settled(self, mutant: Mutant) -> bool:
        """Whether trying again would change nothing."""
        line = self._lines.get(mutant.name)
        if line is None or line.module != fingerprint(mutant.path):
            return False
        return line.result != "survived" or line.everything == self._everything

    def of(self, mutant: Mutant) -> Result:
        """Raises KeyError for one that was never tried."""
        return self._lines[mutant.name].result

    def record(self, mutant: Mutant, result: Result) -> None:
        line = Line(mutant.name, result, fingerprint(mutant.path), self._everything)
        self._lines[line.name] = line
        with FILE.open("ab") as file:
            file.write(msgspec.json.encode(line) + b"\n")


@cache
def fingerprint(*paths: Path) -> str:
    """Changes whenever the code in one of the files does; comments and docstrings don't count."""
    digest = sha256()
    for path in sorted(paths):
        tree = _WithoutWords().visit(ast.parse(path.read_bytes()))
        digest.update(f"{path} {ast.dump(tree)}".encode())
    return digest.hexdigest()[:16]


class _WithoutWords(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        return None if isinstance(node.value, ast.Constant) else node
