"""What is pasted reads right there: a typed `P&L` is a `P&L`."""

import pytest
from msgspec.structs import replace

from facilitator.reports import ExportError, Options
from facilitator.reports.copies import PURPOSES, copied, rich_copy


@pytest.mark.parametrize("purpose", ["", "slack", "plain", "rich", "letter"])
def test_an_ampersand_is_one_in_what_is_pasted(final_round, purpose):
    header = replace(final_round.session, title="Head of P&L", candidate="Ann P&L")
    text, html = copied(replace(final_round, session=header), purpose)
    assert "P&L" in text
    assert "&amp;" not in text
    assert "P&amp;L" in html or not html


def test_rich_text_is_redacted_like_any_other(final_round):
    assert "Ilse" in rich_copy(final_round)
    assert "Ilse" not in rich_copy(final_round, Options(redact=True))


def test_the_keys_differ_and_an_unknown_purpose_is_refused(final_round):
    assert len({one.key for one in PURPOSES.values()}) == len(PURPOSES)
    with pytest.raises(ExportError, match="isn't copied for “teams”"):
        copied(final_round, "teams")
