"""Which mutants are tried, and what each is called.

A name says where a mutant stands and what it changes, by the text of the line instead of its number: so
the sample stays the same until the code that it changes does.
"""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import WorkItem

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
    job: str
    """Its key among the results."""
    path: Path
    operator: str
    occurrence: int

    @property
    def code(self) -> str:
        """The whole module with the change in it."""
        code = mutate_code(self.path.read_text("utf-8"), get_operator(self.operator)(), self.occurrence)
        assert code is not None
        return str(code)


def mutants(items: Iterable[WorkItem]) -> list[Mutant]:
    """All but the dull ones, in the order of a hash of their names: the first few are a fair sample of them all."""
    lines: dict[Path, list[str]] = {}
    same: Counter[str] = Counter()
    found = []
    for item in sorted(items, key=lambda item: (str(item.mutations[0].module_path), item.mutations[0].occurrence)):
        (change,) = item.mutations
        if DULL.fullmatch(change.operator_name):
            continue
        path = Path(change.module_path)
        source = lines.setdefault(path, path.read_text("utf-8").splitlines())
        place = f"{path.relative_to(DOMAIN)} {change.definition_name or '-'}"
        name = f"{place} {change.operator_name.removeprefix('core/')} | {source[change.start_pos[0] - 1].strip()}"
        same[name] += 1
        name = f"{name} | {same[name]}"
        found.append(Mutant(name, item.job_id, path, change.operator_name, change.occurrence))
    return sorted(found, key=lambda mutant: sha256(mutant.name.encode()).digest())
