"""The reply: what came of the last line, with a sign for the kind of answer; a click confirms what it asks."""

import pytest

from facilitator.ui.toolkit.reply import Reply
from tests.ui.hosting import Host


@pytest.fixture
def host() -> Host:
    return Host(Reply())


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("said", "· Kept."),
        ("keeping", "· Kept."),
        ("refused", "✕ Kept."),
        ("asked", "? Kept."),
        ("trouble", "■ Kept."),
        ("segue", "▸ Kept."),
    ],
)
async def test_its_sign_says_what_kind_of_answer_it_is(host, kind, row):
    async with host.run() as pilot:
        host.widget.tell("Kept.", kind)
        await pilot.pause()
        assert host.shown[0] == row


async def test_what_stands_on_a_line_of_its_own_follows_below(host):
    async with host.run() as pilot:
        host.widget.tell("Two are open.\nEnter to do it anyway.", "asked")
        await pilot.pause()
        assert host.shown[:2] == ["? Two are open.", "  Enter to do it anyway."]


async def test_what_is_too_long_goes_on_under_its_beginning(host):
    async with host.run(width=24) as pilot:
        host.widget.tell("Not all is kept where it should be.\nIt is in /a/folder/whose/name/is/long.", "trouble")
        await pilot.pause()
        rows = [row for row in host.shown if row]
        assert rows[0] == "■ Not all is kept where"
        assert all(row.startswith("  ") and not row.startswith("   ") for row in rows[1:])


async def test_nothing_to_say_is_an_empty_row(host):
    async with host.run() as pilot:
        host.widget.tell("Kept.")
        host.widget.tell("")
        await pilot.pause()
        assert set(host.shown) == {""}


async def test_a_question_is_confirmed_by_a_click_and_anything_else_is_not(host):
    async with host.run() as pilot:
        host.widget.tell("Kept.")
        await pilot.pause()
        await host.click(pilot, "Kept")
        assert host.heard == []
        host.widget.tell("Really?", "asked")
        await pilot.pause()
        await host.click(pilot, "Really")
    assert [type(message) for message in host.heard] == [Reply.Confirmed]


@pytest.mark.parametrize(
    ("height", "rows"),
    [
        (5, ["? Not asked: q1, q2, q3,", "  q4, q5, q6.", "  Two are owed.", "  Enter to end anyway.", ""]),
        (3, ["? Not asked: q1, q2, q3,", "  q4, q5, q6…", "  Enter to end anyway."]),
        (2, ["? Not asked: q1, q2, q3…", "  Enter to end anyway."]),
        (1, ["? Not asked: q1, q2, q3…"]),
    ],
)
async def test_what_to_do_stays_in_view_and_what_is_cut_off_before_it_is_marked(host, height, rows):
    async with host.run(width=24, height=height) as pilot:
        host.widget.tell("Not asked: q1, q2, q3, q4, q5, q6.\nTwo are owed.\nEnter to end anyway.", "asked")
        await pilot.pause()
        assert host.shown == rows


async def test_a_single_line_that_has_no_room_is_cut_off_at_its_end(host):
    async with host.run(width=24, height=2) as pilot:
        host.widget.tell("Now: Welcome and aims. Say: thank you for all the work you have put in.")
        await pilot.pause()
        assert host.shown == ["· Now: Welcome and aims.", "  Say: thank you for al…"]
