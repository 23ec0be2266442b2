"""A pane: which cells of a row have to be drawn anew."""

from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Region

from facilitator.documents.styled_text import Line, Span, line
from facilitator.ui.toolkit.pane import Pane, changed_cells
from tests.ui.hosting import Host

ROLES = st.sampled_from(("", "warn", "bad"))
TEXTS = st.text(alphabet="ab 0漢é", max_size=6)
ROWS = st.lists(st.builds(Span, TEXTS, ROLES), max_size=4).map(lambda spans: line(*spans))


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (line("12:34"), line("12:35"), range(4, 5)),
        (line("9:59 left"), line("10:00 left"), range(0, 10)),
        (line("the same"), line("the same"), range(8, 8)),
        (line("a", Span("b", "warn"), "c"), line("a", Span("b", "bad"), "c"), range(1, 2)),
        (line("漢字 1"), line("漢字 2"), range(5, 6)),
        (line("longer"), line("long"), range(4, 6)),
    ],
)
def test_only_what_looks_different_is_drawn_anew(before, after, changed):
    assert changed_cells(before, after) == changed


@given(before=ROWS, after=ROWS)
def test_what_is_not_drawn_anew_looks_the_same(before, after):
    cells = changed_cells(before, after)
    old, new = looks(before), looks(after)
    longest = max(len(old), len(new))
    old += [None] * (longest - len(old))
    new += [None] * (longest - len(new))
    assert [at for at in range(longest) if old[at] != new[at] and at not in cells] == []


def looks(row: Line) -> list[tuple[str, str] | None]:
    """What each cell shows, and in which role; a wide character shows the same in both of its cells."""
    return [(character, span.role) for span in row.spans for character in span.text for _ in range(cell_len(character))]


class Remaining(Pane):
    """How long is left for somebody; `drawn` are the parts of it that were drawn anew."""

    whose, left = "", "1:02"

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Region] = []

    def lines_for(self, width: int) -> list[Line]:
        return [line(f"{self.whose} {self.left} left")]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self.drawn += regions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


@pytest.mark.parametrize(("whose", "drawn"), [("Ana", Region(7, 0, 1, 1)), ("मीरा", Region(0, 0, 30, 1))])
async def test_a_row_is_drawn_whole_where_terminals_disagree_about_its_columns(whose: str, drawn: Region):
    host = Host(Remaining())
    host.widget.whose = whose
    async with host.run(width=30, height=2) as pilot:
        await pilot.pause()
        host.widget.drawn.clear()
        host.widget.left = "1:01"
        host.widget.renew()
        assert host.widget.drawn == [drawn]
