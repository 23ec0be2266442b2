"""Whoever only looks on sees how the interview goes, and nothing of what is said in it."""

import msgspec
from msgspec.structs import replace

from facilitator.domain.panel.onlooker import seen_by_onlooker
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


def test_who_is_ready_is_told_and_not_what_they_want_from_it():
    panel = Panel()
    session = replace(panel.host.session, ready={"bo": "whether they can sell"})
    assert seen_by_onlooker(session).ready == {"bo": ""}
