"""The next round gets what is open and what was covered, and judges for itself."""

import pytest

from facilitator.reports import Audience
from facilitator.reports.next_round import next_round
from tests.reports.exported import FOR_EVERYBODY, everything


def test_the_next_round_gets_open_must_asks_first_with_what_to_listen_for(final_round):
    report = next_round(final_round)
    assert [(item.number, item.must) for item in report.open] == [(9, True), (4, False), (10, False)]
    assert report.open[0].probes == ("What did the number look like a month before?",)
    assert {item.number for item in report.covered} == {1, 2, 3, 5, 6, 7, 8, 11}


@pytest.mark.parametrize("format_name", FOR_EVERYBODY)
def test_the_next_round_judges_for_itself(final_round, format_name, tmp_path):
    text = everything(final_round, format_name, Audience.NEXT_ROUND, tmp_path)
    evidence = [rating.evidence for row in final_round.competencies for rating in row.ratings]
    impressions = [
        note.text for note in final_round.notes if note.signal and note.signal.value in ("strength", "concern")
    ]
    assert not any(said in text for said in [*evidence, *impressions])
    assert not any(word in text for word in ("strong_yes", "strong yes", "no_decision", "no decision"))
