"""Many sessions: the pick screen, the list behind it, and the search in it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from benchmarks.material import make_library
from benchmarks.measure import Measure, Scale, in_turn, ratio
from benchmarks.programs import FACILITATOR, environment
from benchmarks.rows.screens import frame_ms
from facilitator.workspace.choices import pickables
from facilitator.workspace.pickable import Pickable, PickableIndex, PickableKind
from facilitator.workspace.workspace import Workspace

FEW, MANY = 10, 10_000
SHOWN = ("What do you want to run?", "VP Sales")


def library_of_sessions(scale: Scale, folder: Path) -> Iterator[Measure]:
    """With 10,000 sessions that have ended, each with its journal."""
    for sessions in (FEW, MANY):
        make_library(folder / str(sessions) / "library", sessions)
    few, many = (frame_ms([FACILITATOR, "run"], environment(folder / str(sessions)), SHOWN) for sessions in (FEW, MANY))
    yield ratio(
        f"first frame of the pick screen, {MANY:,} sessions",
        f"{FEW} sessions",
        1.1,
        in_turn(few, many, scale.pairs),
        "ms",
    )
    root = folder / str(MANY) / "library"
    with patch.dict(os.environ, environment(folder), clear=True):  # the second places of whoever measures are looked at
        listing = [_took_ms(lambda: Workspace(root, print).entries()) for _ in range(scale.pairs)]
    yield Measure(f"list of {MANY:,} sessions, file read anew", "", 50, "ms", tuple(listing))
    index = PickableIndex([*pickables(Workspace(root, print)), *_unfinished()])
    searching = [_took_ms(lambda: index.matching("candidate 999")) for _ in range(scale.pairs)]
    yield Measure(f"search in {MANY:,} titles and names", "", 10, "ms", tuple(searching))


def _unfinished() -> Iterator[Pickable]:
    for number in range(MANY):
        yield Pickable(
            kind=PickableKind.UNFINISHED,
            key=f"session-{number}",
            title=f"Interview {number}",
            candidate=f"Candidate {number}",
        )


def _took_ms(action: Callable[[], object]) -> float:
    began = perf_counter()
    action()
    return (perf_counter() - began) * 1000
