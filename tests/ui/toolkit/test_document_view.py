"""A page to read: wrapped to its width, shown at once however long it is, and renewed where it is read."""

from facilitator.documents.styled_text import line, rows
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.hosting import Host


async def test_a_double_click_on_an_empty_row_selects_nothing_and_breaks_nothing():
    view = DocumentView(lambda width: rows([line("above"), line(), line("below")], width))
    host = Host(view)
    async with host.run() as pilot:
        await pilot.double_click(view, offset=(3, 1))
        await pilot.pause()
        assert host.shown[:3] == ["above", "", "below"]
