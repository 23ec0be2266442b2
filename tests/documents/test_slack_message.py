"""Text for Slack: readable as it is, and nothing in it acts."""

import re

import pytest
from hypothesis import given

from facilitator.reports import Extent, Options, export_text
from tests.reports.hostile import texts


@given(texts)
def test_slack_gets_no_link_mention_or_command_from_anybody(written_all_over, text):
    shown = export_text(written_all_over(text), "slack-api")
    assert "<" not in shown
    assert not re.search(r"&(?!amp;|lt;|gt;)", shown)
    assert not re.search(r"@(?:here|channel|everyone)\b", shown, re.IGNORECASE)
    outside_code = "".join(shown.split("```\n")[::2])
    assert not re.search(r"^(?:&gt;|>)", outside_code, re.MULTILINE)


@given(texts)
def test_what_is_pasted_reads_right_there_and_mentions_nobody(written_all_over, text):
    shown = export_text(written_all_over(text), "slack")
    assert not re.search(r"<[!@#]|@(?:here|channel|everyone)\b", shown, re.IGNORECASE)
    outside_code = "".join(shown.split("```\n")[::2])
    assert not re.search(r"^>", outside_code, re.MULTILINE)


def test_a_typed_ampersand_is_one_where_it_is_pasted_and_escaped_for_the_api(written_all_over):
    debrief = written_all_over("P&L <3 &amp; a > b")
    assert "P&L <3 &amp; a > b" in export_text(debrief, "slack")
    assert "P&amp;L &lt;3 &amp;amp; a &gt; b" in export_text(debrief, "slack-api")


@pytest.mark.parametrize("name", ["slack", "slack-api"])
@given(text=texts)
def test_slack_code_blocks_are_only_ours(written_all_over, name, text):
    lines = export_text(written_all_over(text), name).splitlines()
    assert all(line == "```" for line in lines if "`" in line)
    assert lines.count("```") % 2 == 0


def test_the_plan_is_a_table_in_a_code_block(final_round):
    code = export_text(final_round, "slack", Options(extent=Extent.FULL))
    assert re.search(r"2  Your 90-day plan +09:06 +15:00 +17:45  2:45 over", code)


def test_an_aside_is_on_one_line_and_marked_once(final_round):
    lines = export_text(final_round, "slack", Options(extent=Extent.BRIEF)).splitlines()
    assert any(line.startswith("  _(Priya Raghunathan, ") for line in lines)
    assert all(line.count("_(") == line.count(")_") for line in lines)
