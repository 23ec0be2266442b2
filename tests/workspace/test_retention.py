"""How long sessions are kept: how old they are, which are due, whom they are about, and what is under a hold."""

from pathlib import Path

import pytest

from facilitator.storage.library import Entry
from facilitator.storage.retaining.legal_hold import Held
from facilitator.storage.retaining.retention_profiles import PROFILES
from facilitator.workspace import retention
from facilitator.workspace.errors import WrongRequest
from facilitator.workspace.retention import DAY_MS

ENDED = "00:00 /start\n01:00 /end"


@pytest.mark.parametrize(
    ("times", "since"),
    [({"started_at": 2, "ended_at": 3}, 3), ({"started_at": 2}, 2), ({"planned_at": 2}, 2), ({}, 1)],
)
def test_a_session_is_as_old_as_its_end_else_its_start_planned_or_not_else_its_opening(times, since):
    entry = Entry(session="s", title="t", opened_at=1, used_at=9, **times)
    assert retention.age_days(entry, since + DAY_MS) == 1


def test_what_is_older_is_found(workspace, keep):
    old = keep(ENDED, starts="2020-01-05 10:00")
    keep(ENDED, starts="2099-01-05 10:00")
    assert [entry.session for entry in retention.older_than(workspace, 30)] == [old]


@pytest.mark.parametrize(
    ("chosen", "days", "warning"),
    [
        ("", 180, "29 CFR 1602.14"),
        ("", 366, ""),
        ("us-private", 180, "one year"),
        ("us-private", 366, ""),
        ("us-contractor", 366, "two years"),
        ("us-contractor", 732, ""),
        ("eu", 30, ""),
        ("de", 180, ""),
        ("de", 366, "may be too many"),
        ("uk", 366, ""),
    ],
)
def test_a_warning_says_which_rule_speaks_against_it(workspace, chosen, days, warning):
    workspace.home.root.mkdir(parents=True)
    workspace.home.config.write_text(f'retention = "{chosen}"\n' if chosen else "")
    assert warning in retention.retention_complaint(workspace, days)
    assert bool(retention.retention_complaint(workspace, days)) == bool(warning)


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        ("", None),
        ('retention = "us-private"', 366),
        ('retention = "us-contractor"', 732),
        ('retention = "de"', 183),
        ('retention = "de"\nretention_days = 90', 90),
        ("retention_days = 400", 400),
    ],
)
def test_the_settings_say_how_long_by_a_rule_or_in_days(workspace, settings, days):
    workspace.home.root.mkdir(parents=True)
    workspace.home.config.write_text(settings + "\n")
    assert retention.retention_days(workspace) == days


def test_a_session_whose_journal_is_damaged_can_still_be_named(workspace, keep):
    session = keep(ENDED)
    workspace.home.path(session, "journal").write_bytes(b"damage\n")
    assert retention.named(workspace, session) == session
    assert retention.named(workspace, "2026-01-05") == session
    with pytest.raises(WrongRequest):
        retention.named(workspace, "1999")


def test_what_is_erased_is_gone_and_what_is_under_a_hold_is_not(workspace, keep):
    session = keep(ENDED)
    retention.place_hold(workspace, session, "a\ncomplaint")
    assert retention.is_held(workspace, session)
    with pytest.raises(Held, match="a complaint"):
        retention.erase_session(workspace, session)
    assert retention.release_hold(workspace, session)
    assert not retention.release_hold(workspace, session)
    retention.erase_session(workspace, session)
    assert workspace.entries() == ()
    assert workspace.home.session_ids() == []


def test_the_reference_has_every_rule():
    reference = (Path(__file__).parents[2] / "docs/reference.md").read_text(encoding="utf-8")
    for rule in PROFILES.values():
        assert f"| `{rule.name}` | {rule.days} | {rule.rule} | {rule.source} |" in reference
