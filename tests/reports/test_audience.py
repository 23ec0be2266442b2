"""Each audience has a word of its own for the name of its file."""

from facilitator.reports.audience import Audience


def test_no_two_audiences_share_a_file_name():
    assert [audience.label for audience in Audience] == ["debrief", "debrief-lead", "next-round", "feedback"]
