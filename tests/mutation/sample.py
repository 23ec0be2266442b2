"""Which mutants there are, what each is called, and in which order they are tried.

A name says where a mutant stands and what it changes, by the text of the line instead of its number: so
the sample stays the same until the code that it changes does.
"""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

DOMAIN = Path("facilitator/domain")

DULL = re.compile(
    r"""core/Replace(
        BinaryOperator_BitOr_\w+                                # `int | None`: breaks the import
      | BinaryOperator_\w+_(LShift|RShift|BitOr|BitAnd|BitXor)  # on numbers with a fraction: breaks always
      | BinaryOperator_Pow_\w+                                  # finds `{**old, …}` instead: no syntax
      | BinaryOperator_\w+_(Mod|Pow)                            # hardly ever a slip of anybody's
      | ComparisonOperator_(?!Is)\w+_Is(Not)?                   # `==` and `is` are the same for words of an enum
      | ComparisonOperator_Is(Not)?_(?!Is)\w+
      | UnaryOperator_USub_\w+                                  # `-x` → `+x` is the same as its deletion
    )""",
    re.VERBOSE,
)
"""Operators that leave nothing to find out: what they make breaks at once, or is the same program."""


class Mutant(NamedTuple):
    """A changed line of the domain."""

    name: str
    path: Path
    operator: str
    occurrence: int

    @property
    def code(self) -> str:
        """The whole module with the change in it."""
        code = mutate_code(self.path.read_text("utf-8"), get_operator(self.operator)(), self.occurrence)
        assert code is not None
        return str(code)


def mutants() -> list[Mutant]:
    """All but the dull ones, in the order of a hash of their names: the first few are a fair sample of them all."""
    found = (mutant for path in sorted(DOMAIN.rglob("*.py")) for mutant in _mutants_of(path))
    return sorted(found, key=lambda mutant: sha256(mutant.name.encode()).digest())


def _mutants_of(path: Path) -> Iterator[Mutant]:
    lines = path.read_text("utf-8").splitlines()
    nodes = list(ast_nodes(get_ast_from_path(path)))
    alike: Counter[str] = Counter()
    for operator in operator_names():
        kind = get_operator(operator)
        if DULL.fullmatch(operator) or kind.arguments():
            continue
        places = [(node, start) for node in nodes for start, _ in kind().mutation_positions(node)]
        for occurrence, (node, (row, _)) in enumerate(places):
            definition = ASTQuery(node).get_definition_name() or "-"
            change = f"{definition} {operator.removeprefix('core/')} | {lines[row - 1].strip()}"
            alike[change] += 1
            yield Mutant(f"{path.relative_to(DOMAIN)} {change} | {alike[change]}", path, operator, occurrence)
