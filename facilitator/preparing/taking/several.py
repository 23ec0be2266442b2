"""Several days, interviews or alternatives in one file: they are listed, one is chosen, and nothing is mixed.

They are headings side by side (`Day 1`, `Interview B`), sheets that are schedules each, or the columns of a grid.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from facilitator.domain.text.plain_text import comparable, one_line
from facilitator.preparing.manuscript.manuscript import BlockKind, FilePlace, TextBlock
from facilitator.preparing.taking.account import Taken, TakenAs
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.outline_tree import Branch
from facilitator.preparing.taking.tables import is_schedule
from facilitator.preparing.words.lexicon import one_of_several
from facilitator.preparing.words.sentences import is_asked

NOT_CHOSEN = "another one of several was chosen"
NONE_CHOSEN = "one of several, of which none was chosen yet"


@dataclass
class OneOfSeveral:
    """One of several: a branch with everything below it, or a column of the table in that branch."""

    name: str
    branch: Branch
    column: int | None = None


def alternatives(roots: list[Branch]) -> list[OneOfSeveral]:
    """Return the alternatives in a file, in its order; none if there is only one agenda in it."""
    for run in _runs(roots, None):
        found = _headed(run)
        if len(found) > 1:
            return found
    for root in roots:
        for branch in root.all():
            if len(days := _days(branch.block)) > 1:
                return [OneOfSeveral(name, branch, column) for column, name in days]
    return []


def which(found: list[OneOfSeveral], part: str) -> OneOfSeveral | None:
    """Return the alternative with this number, from 1, this name or its beginning, or its last word; None without."""
    by_number = found[int(part) - 1 : int(part)] if part.isascii() and part.isdigit() and part != "0" else []
    by_name = [one for one in found if comparable(one.name).startswith(comparable(part))] if part else []
    by_word = [one for one in found if part.isalpha() and comparable(one.name).split()[-1:] == [comparable(part)]]
    return next(iter(by_number or by_name or by_word), None)


def keep_only(chosen: OneOfSeveral | None, found: list[OneOfSeveral], roots: list[Branch], ledger: Ledger) -> None:
    """Take all alternatives but the chosen one out of the tree, and note that in the ledger."""
    why = NOT_CHOSEN if chosen else NONE_CHOSEN
    for one in found:
        if one.column is not None:
            if chosen is None:
                ledger.leave_out(one.branch, why)
                _remove(one.branch, roots)
        elif one is not chosen:
            ledger.leave_out(one.branch, f"{why}: {one.name}")
            _remove(one.branch, roots)
    if chosen is not None and chosen.column is not None:
        others = {one.column for one in found if one.column is not None and one is not chosen}
        _keep_column(chosen.branch, others, ledger)


def _keep_column(branch: Branch, others: set[int], ledger: Ledger) -> None:
    block = branch.block
    dropped: dict[FilePlace, list[str]] = defaultdict(list)
    for cells, begins in zip(block.rows, block.row_places(), strict=True):
        for column, cell in enumerate(cells):
            if column in others and cell.text.strip():
                dropped[cell.place if cell.place.row else begins].append(one_line(cell.text))
    for piece in block.pieces:
        if piece.place.row and piece.place in dropped:
            ledger.add([Taken(piece, TakenAs.LEFT_OUT, NOT_CHOSEN)])
        elif piece.place in dropped:
            ledger.guess(piece.place, f"{NOT_CHOSEN}: {', '.join(dropped[piece.place])}")
    rows = tuple(tuple(cell for column, cell in enumerate(row) if column not in others) for row in block.rows)
    branch.block = replace(block, rows=rows)


def _runs(run: list[Branch], parent: Branch | None) -> Iterator[list[Branch]]:
    """Yield all branches that are side by side, the outermost first; those below a time are a choice within it."""
    if parent is None or not parent.has_length:
        yield run
        for branch in run:
            yield from _runs(branch.children, branch)


def _headed(run: list[Branch]) -> list[OneOfSeveral]:
    by_sort: dict[str, list[Branch]] = defaultdict(list)
    for branch in run:
        sort = "sheet" if _is_sheet(branch) else one_of_several(branch.text) if branch.is_head else ""
        if sort and (sort == "sheet" or _has_parts(branch)):
            by_sort[sort].append(branch)
    found = max(by_sort.values(), key=len, default=[])
    return [OneOfSeveral(one_line(branch.text), branch) for branch in found]


def _is_sheet(branch: Branch) -> bool:
    place = branch.block.place
    tables = [child.block for child in branch.children if child.block.kind == BlockKind.TABLE]
    return bool(place.sheet) and not place.row and any(map(is_schedule, tables))


def _has_parts(branch: Branch) -> bool:
    """Whether a heading has an agenda of its own below it: times or, if it has none itself, questions."""
    below = list(branch.all())[1:]
    if any(one.has_length or one.block.kind == BlockKind.TABLE for one in below):
        return True
    return not branch.has_length and any(is_asked(one.text) for one in below)


def _days(block: TextBlock) -> list[tuple[int, str]]:
    """Return the columns of a grid that are days or the like, with their heads."""
    for row in block.rows[:4]:
        days = [(column, one_line(cell.text)) for column, cell in enumerate(row) if one_of_several(cell.text)]
        if len(days) > 1:
            return days
    return []


def _remove(branch: Branch, run: list[Branch]) -> None:
    for one in list(run):
        if one is branch:
            run[:] = [other for other in run if other is not branch]
        else:
            _remove(branch, one.children)
