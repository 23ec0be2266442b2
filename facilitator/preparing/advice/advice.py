"""Advice on an agenda: what it is, and how a rule gives it.

A complaint says what is wrong in a file; advice says what an experienced colleague would do differently. The rules
stand in the modules `on_…` beside this one. Each is a function with `@rule`, which names its code; `docs/advice.md`
has a section on every code, and a test compares the two.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from facilitator.agenda_files.reader import Path
from facilitator.domain.plan.agenda import Agenda

GROUPS = {
    "time": "Time",
    "sides": "Both sides",
    "structure": "Structure",
    "wording": "Wording",
    "risk": "Risk: check these",
    "silence": "Silenced advice",
}
"""The groups of advice, which are the first part of a code, with their headings and in the order shown."""


class Remark(Struct, frozen=True):
    """What a rule has found at `path`: the reason for the advice and what to do, a sentence or two each."""

    path: Path
    reason: str
    suggestion: str


class Advice(Struct, frozen=True):
    """One piece of advice. Line and column count from 1; an agenda silences it by its `code`."""

    code: str
    line: int
    column: int
    reason: str
    suggestion: str

    @property
    def group(self) -> str:
        return self.code.partition("/")[0]


Rule = Callable[[Agenda], Iterable[Remark]]
RULES: dict[str, Rule] = {}
"""Every rule by its code."""


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a function as the rule with this code."""

    def register(function: Rule) -> Rule:
        RULES[code] = function
        return function

    return register
