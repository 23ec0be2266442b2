"""What the exports call people and distances in time."""

import pytest
from msgspec.structs import replace

from facilitator.reports import export_text
from facilitator.reports.words import later_text, panelist_name


def named(report, *people):
    """The report, with these (name, role) on its panel instead of those that were there first."""
    there = report.people
    renamed = tuple(replace(one, name=name, role=role) for one, (name, role) in zip(there, people, strict=False))
    return replace(report, people=(*renamed, *there[len(renamed) :]))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((("Ann Lee", "CEO"), ("Bo Ek", "CFO")), ("Ann Lee", "Bo Ek")),
        ((("Ann Lee", "CEO"), ("Ann Lee", "CFO")), ("Ann Lee (CEO)", "Ann Lee (CFO)")),
    ],
)
def test_namesakes_are_told_apart(final_round, people, expected):
    report = named(final_round, *people)
    ids = [panelist.id for panelist in report.people]
    assert tuple(panelist_name(report, who) for who in ids[:2]) == expected
    for name in expected:
        assert name in export_text(report, "md").partition("## Coverage")[2].splitlines()[4]


def test_namesakes_of_one_role_are_told_apart_by_their_ids(final_round):
    report = named(final_round, ("Ann Lee", "Engineer"), ("Ann Lee", "Engineer"))
    first, second, *_ = (panelist.id for panelist in report.people)
    assert panelist_name(report, first) == f"Ann Lee ({first})"
    assert panelist_name(report, second) == f"Ann Lee ({second})"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "on time"),
        (120, "2:00 late"),
        (-30, "0:30 early"),
        (86_400, "24:00:00 late"),
        (-330 * 86_400, "330 days early"),
    ],
)
def test_a_start_is_late_or_early_in_words(seconds, said):
    assert later_text(seconds) == said
