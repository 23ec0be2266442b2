"""Tables on standard output, as plain text: nothing in a cell is markup."""

from collections.abc import Iterable, Sequence


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from facilitator.domain.plain_text import one_line

    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    if not console.is_terminal:
        # A pipe gets every cell whole, whatever the width of the terminal it isn't.
        console.width = 400
    console.print(table)
