"""Tables on standard output, in plain text: nothing in a cell is read as markup."""

from collections.abc import Iterable, Sequence

_WHOLE = 12
"""The longest word, in letters, that is never broken where room is scarce; dates are among them."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from facilitator.domain.text.plain_text import one_line

    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    cells = [[one_line(cell) for cell in row] for row in rows]
    for place, heading in enumerate(headings):
        longest = max((len(word) for row in cells for word in row[place].split()), default=0)
        table.add_column(heading, overflow="fold", min_width=min(longest, _WHOLE))
    for row in cells:
        table.add_row(*map(Text, row))
    if not console.is_terminal:
        # In a pipe every cell stays whole: there is no width to fit into.
        console.width = 400
    console.print(table)
