"""Names that were probably meant by one that there isn't: those that begin with it or have it, else near ones."""

from collections.abc import Iterable

from facilitator.domain.text.plain_text import comparable

COMPARED_LETTERS = 80
"""Of a wrong name so many letters are compared: comparing is slow."""


def nearest_name(wrong: str, names: Iterable[str]) -> str | None:
    """Return the name that is written most like `wrong`; None if none is near enough."""
    found = _alike(comparable(wrong), {comparable(name): name for name in reversed(list(names))}, 1)
    return found[0] if found else None


def nearest_names(wrong: str, names: Iterable[str], most: int = 3) -> list[str]:
    """Return up to `most` of the names, those that begin with `wrong` before those that have it in them."""
    wanted = comparable(wrong)[:COMPARED_LETTERS]
    by_folded = {comparable(name): name for name in names}
    if not wanted:
        return []
    parts = sorted((one for one in by_folded if wanted in one), key=lambda one: not one.startswith(wanted))
    return [by_folded[folded] for folded in parts[:most]] or _alike(wanted, by_folded, most)


def _alike(wanted: str, by_folded: dict[str, str], most: int) -> list[str]:
    from difflib import get_close_matches  # slow to load for what only a mistake needs

    return [by_folded[folded] for folded in get_close_matches(wanted[:COMPARED_LETTERS], by_folded, most)]


def did_you_mean(names: Iterable[str]) -> str:
    """Return `Did you mean one or other?`; empty without names."""
    named = " or ".join(names)
    return f"Did you mean {named}?" if named else ""
