"""The list to pick from: what it says of each, which one is highlighted, and how one gets to it."""

import pytest
from msgspec.structs import replace

from facilitator.ui.picking.pickable_list import PickableList
from facilitator.workspace.pickable import Pickable, PickableKind
from tests.ui.hosting import Host

NOW = 1_796_212_800_000
"""2026-12-02 12:00 UTC."""
HOUR = 3_600_000
DAY = 24 * HOUR

UNFINISHED = Pickable(
    kind=PickableKind.UNFINISHED,
    key="s1",
    title="VP Sales, final round",
    candidate="Eszter Halász",
    length_seconds=5400,
    panel=("Marit Lindqvist", "Daniel Owusu"),
    last_used_at=NOW - HOUR,
)
PLANNED = Pickable(
    kind=PickableKind.PLANNED,
    key="s2",
    title="CFO, first talk",
    candidate="Robin Reyes",
    last_used_at=NOW - HOUR,
    planned_at=NOW + HOUR,
)
OWN = Pickable(
    kind=PickableKind.OWN,
    key="/home/ann/design.yaml",
    title="Head of Design",
    length_seconds=4500,
    panel=("Ann Lee", "Tomás Ruiz"),
    last_used_at=NOW - 3 * DAY,
    warnings=("design.yaml:12:9: warning: the segments take 15m more than the slot",),
)
BUNDLED = Pickable(kind=PickableKind.BUNDLED, key="vp", title="VP Sales", length_seconds=5400)
ALL = (UNFINISHED, PLANNED, OWN, BUNDLED)


def host(*pickables: Pickable) -> Host:
    return Host(PickableList(pickables or ALL, NOW, "UTC"))


async def test_each_kind_stands_under_its_heading_with_what_helps_to_tell_them_apart():
    shown = host()
    async with shown.run(90, 24) as pilot:
        await pilot.pause()
        rows = shown.shown
        assert [row.strip() for row in rows if row.strip() in {kind.heading for kind in PickableKind}] == [
            kind.heading for kind in PickableKind
        ]
        told = "\n".join(rows)
        assert "Eszter Halász · today 11:00 · Marit Lindqvist, Daniel Owusu" in told
        assert "29 November · Ann Lee, Tomás Ruiz" in told
        assert "▲ 1 warning" in told
        assert "1:15:00" in told


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "due today 13:00"), (5, "due 7 December"), (-3, "due 29 November, not started")],
)
async def test_of_what_is_planned_it_is_told_for_when_and_that_it_was_not_started(days, said):
    shown = host(replace(PLANNED, planned_at=NOW + HOUR + days * DAY))
    async with shown.run(90, 24) as pilot:
        await pilot.pause()
        rows = [row.rstrip() for row in shown.shown]
        assert any(row.endswith(f"Robin Reyes · {said}") for row in rows)


async def test_in_a_low_list_each_takes_one_row():
    shown = host()
    async with shown.run(90, 12) as pilot:
        await pilot.pause()
        [row] = [row for row in shown.shown if "Eszter Halász, VP Sales" in row]
        assert "today 11:00" in row
        assert row.endswith("1:30:00")


@pytest.mark.parametrize(
    ("ago", "said"),
    [(0, "today 12:00"), (13 * HOUR, "yesterday 23:00"), (2 * DAY, "30 November"), (400 * DAY, "28 October 2025")],
)
async def test_when_it_was_used_last_is_said_as_one_would_say_it(ago, said):
    shown = host(replace(UNFINISHED, last_used_at=NOW - ago))
    async with shown.run(90, 24) as pilot:
        await pilot.pause()
        assert f" · {said} · " in "\n".join(shown.shown)


async def test_what_is_highlighted_is_told_and_moving_stops_at_both_ends():
    shown = host()
    async with shown.run(90, 24) as pilot:
        await pilot.pause()
        assert shown.widget.pickable is UNFINISHED
        shown.widget.move(9)
        await pilot.pause()
        shown.widget.move(-1)
        await pilot.pause()
        assert [message.pickable for message in shown.heard] == [UNFINISHED, BUNDLED, OWN]


async def test_a_click_highlights_and_a_click_on_the_highlighted_chooses_it():
    shown = host()
    async with shown.run(90, 24) as pilot:
        await pilot.pause()
        await shown.click(pilot, "Head of Design")
        assert shown.widget.pickable is OWN
        assert not any(isinstance(message, PickableList.Chosen) for message in shown.heard)
        await shown.click(pilot, "Head of Design")
        [chosen] = [message for message in shown.heard if isinstance(message, PickableList.Chosen)]
        assert chosen.pickable is OWN


async def test_the_highlighted_one_is_kept_in_view():
    many = [replace(OWN, key=str(number), title=f"Agenda {number}") for number in range(200)]
    shown = host(*many)
    async with shown.run(60, 10) as pilot:
        await pilot.pause()
        shown.widget.move(150)
        await pilot.pause()
        assert any("Agenda 150" in row for row in shown.shown)


async def test_others_can_be_shown_instead():
    shown = host()
    async with shown.run(60, 24) as pilot:
        await pilot.pause()
        shown.widget.show([BUNDLED])
        await pilot.pause()
        assert shown.widget.pickable is BUNDLED
        assert not any("Head of Design" in row for row in shown.shown)
        shown.widget.show([])
        await pilot.pause()
        assert shown.widget.pickable is None
        assert shown.heard[-1].pickable is None
