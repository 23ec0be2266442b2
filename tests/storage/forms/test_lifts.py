"""Older forms are lifted step by step to today's, and only by the steps that came after them."""

from typing import Any

import msgspec
import pytest

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.storage import journal_line
from facilitator.storage.forms import lifts
from facilitator.storage.forms.framing import framed
from facilitator.storage.forms.header import OURS, WITHOUT_HEADER, Version
from facilitator.storage.forms.lifts import Lift, due_since


def shouted(event: dict[str, Any]) -> dict[str, Any]:
    event["fact"]["text"] = event["fact"].pop("words").upper()
    return event


def renamed(event: dict[str, Any]) -> dict[str, Any]:
    event["fact"]["words"] = event["fact"].pop("said")
    return event


@pytest.fixture
def two_steps(monkeypatch):
    monkeypatch.setattr(lifts, "LIFTS", (Lift(Version(1, 1), renamed), Lift(Version(1, 3), shouted)))


def test_the_steps_are_in_order_and_none_leads_beyond_todays_form():
    steps = [lift.to for lift in lifts.LIFTS]
    assert steps == sorted(set(steps))
    assert all(WITHOUT_HEADER < step <= OURS for step in steps)


def test_only_the_steps_after_a_version_are_due(two_steps):
    assert [lift.to for lift in due_since(WITHOUT_HEADER)] == [(1, 1), (1, 3)]
    assert [lift.to for lift in due_since(Version(1, 1))] == [(1, 3)]
    assert due_since(OURS) == ()


@pytest.mark.parametrize(("header", "key"), [(False, b'"said"'), (True, b'"words"')])
def test_an_older_journal_is_lifted_when_it_is_read(two_steps, note, header, key):
    body = msgspec.json.encode([note(1)]).replace(b'"text"', key)
    lines = [framed(b'{"facilitator":"journal","version":"1.1"}')] if header else []
    found = journal_line.scan([*lines, framed(body)])
    [event] = found.events
    assert event.fact == NoteTaken(text="CLOSED THREE OF FIVE")
    assert found.newer == 0
