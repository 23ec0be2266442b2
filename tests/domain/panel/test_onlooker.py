"""Whoever only looks on sees how the interview goes, and nothing of what is said in it."""

import msgspec

from facilitator.domain.facts.kinds.panel import Role
from facilitator.domain.panel.onlooker import seen_by_onlooker, seen_on
from tests.conducting.panels import Panel


def test_the_clock_the_order_and_the_coverage_are_there_and_nothing_else():
    panel = Panel()
    bo = panel.join("bo")
    for line in ("/start", "+ a zanzibar #craft", "/cover 1", "/rate craft 4 zanzibar", "/them What about zanzibar?"):
        panel.host.type(line)
    panel.exchange()
    bo.type("- zanzibar as well")
    session = bo.session
    seen = seen_by_onlooker(session)
    assert (seen.visits, seen.marks, seen.plan, seen.devices) == (
        session.visits,
        session.marks,
        session.plan,
        session.devices,
    )
    assert seen.marks
    shown = [getattr(seen, name) for name in seen.__struct_fields__ if name not in ("acts", "undone")]
    assert b"zanzibar" not in msgspec.json.encode(repr(shown))
    assert session.notes, "the session itself stays as it is"


def test_that_is_seen_on_a_device_without_a_seat_and_on_no_other():
    panel = Panel()
    bo, guest = panel.join("bo"), panel.join("", Role.OBSERVER)
    session = panel.host.session
    assert [seen_on(device.name, session).looks_on for device in (panel.host, bo, guest)] == [False, False, True]
    assert seen_on("unknown", session) is session
