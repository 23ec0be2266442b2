"""Tables on standard output, in plain text: nothing in a cell is read as markup."""

from collections.abc import Iterable, Sequence

_WHOLE = 12
"""The longest word, in letters, that is never broken where room is scarce; dates are among them."""

_GAP = 2
"""The blanks between two columns."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table. Its first column, a name to be copied, is never broken: without room it gets a line of its own."""
    from rich import box
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from facilitator.domain.text.plain_text import one_line

    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    cells = [[one_line(cell) for cell in row] for row in rows]
    needed = 0
    for place, heading in enumerate(headings):
        longest = max((len(word) for row in cells for word in row[place].split()), default=0)
        narrowest = min(longest, _WHOLE) if place else longest
        table.add_column(heading, overflow="fold", min_width=narrowest, no_wrap=place == 0)
        needed += max(narrowest, min(len(heading), _WHOLE)) + _GAP
    for row in cells:
        table.add_row(*map(Text, row))
    if not console.is_terminal:
        # In a pipe every cell stays whole: there is no width to fit into.
        console.width = 400
    if needed <= console.width + _GAP:
        console.print(table)
        return
    for name, *others in cells:
        console.print(Text(name), soft_wrap=True)
        told = [f"{heading}: {cell}" for heading, cell in zip(headings[1:], others, strict=True) if cell]
        console.print(Padding(Text(" · ".join(told)), (0, 0, 0, 2)))
