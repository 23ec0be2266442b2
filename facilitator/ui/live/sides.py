"""Which panes of the live screen stand in turn where not all of them have room."""

from collections.abc import Set

LIKELIEST, OUR_QUESTIONS, COVERAGE, ORDER, THEIR_QUESTIONS = SIDES = (
    "-side-first",
    "-side-questions",
    "-side-coverage",
    "-side-order",
    "-side-theirs",
)
"""Classes of the screen: what is likeliest to be needed, or the pane that was asked for."""

_ALL = {"-wide", "-huge"}
_NONE = {"-low", "-squat", "-flat", "-narrow"}


def sides_in_turn(classes: Set[str]) -> tuple[str, ...]:
    """Return which panes stand in turn on a screen with these classes; fewer than two if there is nothing to turn."""
    if classes & (_NONE | _ALL):
        return ()
    first, always_there = (OUR_QUESTIONS, "") if "-small" in classes else (COVERAGE, OUR_QUESTIONS)
    likeliest = THEIR_QUESTIONS if "-their-time" in classes else first
    return tuple(side for side in SIDES if side not in (likeliest, always_there))


def next_side(classes: Set[str]) -> str:
    """Return the class of the pane that follows the one that is shown; empty if there is nothing to turn."""
    turned = sides_in_turn(classes)
    if not turned:
        return ""
    at = next((place for place, side in enumerate(turned) if side in classes), 0)
    return turned[(at + 1) % len(turned)]


def why_it_stays(classes: Set[str]) -> str:
    return "This window has room for no other pane." if classes & _NONE else "All panes are on the screen."
