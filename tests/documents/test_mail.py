"""Text for an e-mail: readable as it is, in lines that no mail program breaks."""

import re

from hypothesis import given

from facilitator.documents.cells import cells
from facilitator.reports import Extent, Options, export_text
from tests.reports.hostile import texts


def test_no_line_of_an_e_mail_is_too_long(final_round):
    assert max(map(cells, export_text(final_round, "text").splitlines())) <= 76


@given(texts)
def test_an_e_mail_has_no_control_characters(written_all_over, text):
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", export_text(written_all_over(text), "text"))


def test_the_plan_is_a_table(final_round):
    assert re.search(
        r"2  Your 90-day plan +09:06 +15:00 +17:45  2:45 over",
        export_text(final_round, "text", Options(extent=Extent.FULL)),
    )
