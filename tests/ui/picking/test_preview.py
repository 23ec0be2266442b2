"""The page about what is highlighted: facts, complaints, and the agenda."""

import pytest

from facilitator.ui.picking.preview import preview_page
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.workspace.pickable import Pickable, PickableKind, Preview
from tests.ui.hosting import Host
from tests.ui.sessions import small_agenda

PICKABLE = Pickable(kind=PickableKind.OWN, key="a", title="A short talk", warnings=("a.yaml:1:1: warning: so what",))


async def page(preview: Preview, width: int = 80) -> list[str]:
    host = Host(DocumentView())
    async with host.run(width, 40) as pilot:
        host.widget.show(preview_page(PICKABLE, preview))
        await pilot.pause()
        return host.widget.text.split("\n")


async def test_the_agenda_is_told_in_order_with_its_panel_its_competencies_and_its_must_asks():
    rows = await page(Preview(agenda=small_agenda(purpose="To meet.", length_seconds=1200)))
    assert rows[0] == "A short talk"
    assert "To meet." in rows
    assert "Running order  15:00 in a slot of 20:00" in rows
    assert " 10:00  talk             First" in rows
    assert "  5:00  their questions  Second  protected" in rows
    assert "  Ann Lee  lead" in rows
    assert rows[rows.index("Competencies") + 1].strip() == "Craft"
    assert rows[rows.index("Must-asks") + 1] == "  q1  Why?"


async def test_where_it_is_narrow_the_kind_follows_the_title():
    assert " 10:00  First  talk" in await page(Preview(agenda=small_agenda()), 40)


async def test_facts_stand_before_complaints():
    rows = await page(Preview(facts=lambda: (("Notes", "12"),), complaints=("a.yaml:2:1: error: no",)))
    assert rows.index("Notes       12") < rows.index("▲ a.yaml:2:1: error: no")


@pytest.mark.parametrize("preview", [Preview(), Preview(agenda=small_agenda())])
async def test_without_complaints_of_its_own_it_shows_the_warnings_of_the_list(preview):
    assert "▲ a.yaml:1:1: warning: so what" in await page(preview)
