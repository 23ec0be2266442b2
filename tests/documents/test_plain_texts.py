"""Text for an e-mail and for Slack: readable as they are, and nothing in them acts."""

import re

from hypothesis import given

from facilitator.documents.cells import cells
from facilitator.reports import export_text
from tests.reports.hostile import texts


def test_no_line_of_an_e_mail_is_too_long(final_round):
    assert max(map(cells, export_text(final_round, "text").splitlines())) <= 76


@given(texts)
def test_an_e_mail_has_no_control_characters(written_all_over, text):
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", export_text(written_all_over(text), "text"))


@given(texts)
def test_slack_gets_no_link_mention_or_command_from_anybody(written_all_over, text):
    shown = export_text(written_all_over(text), "slack")
    assert "<" not in shown
    assert not re.search(r"&(?!amp;|lt;|gt;)", shown)
    assert not re.search(r"@(?:here|channel|everyone)\b", shown, re.IGNORECASE)
    outside_code = "".join(shown.split("```\n")[::2])
    assert not re.search(r"^(?:&gt;|>)", outside_code, re.MULTILINE)


@given(texts)
def test_slack_code_blocks_are_only_ours(written_all_over, text):
    lines = export_text(written_all_over(text), "slack").splitlines()
    assert all(line == "```" for line in lines if "`" in line)
    assert lines.count("```") % 2 == 0


def test_the_plan_is_a_table_in_both(final_round):
    for name in ("text", "slack"):
        assert re.search(r"2  Your 90-day plan +09:06 +15:00 +17:45  2:45 over", export_text(final_round, name))
