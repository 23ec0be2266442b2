"""Each audience has a value of its own, and a document of that and of nothing else."""

import pytest

from facilitator.reports import Audience
from facilitator.reports.report import document, report_for

TITLES = {
    Audience.PANEL: "Debrief: VP Sales, final round",
    Audience.LEAD: "Debrief: VP Sales, final round",
    Audience.NEXT_ROUND: "For the next round: VP Sales, final round",
    Audience.CANDIDATE: "Feedback on our interview",
}


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_has_its_document(final_round, audience):
    assert document(report_for(audience, final_round)).title == TITLES[audience]


def test_the_panel_reads_the_debrief_itself_and_no_other_audience_does(final_round):
    values = {audience: report_for(audience, final_round) for audience in Audience}
    assert [audience for audience, value in values.items() if value is final_round] == [Audience.PANEL]
    assert len(set(map(type, values.values()))) == len(Audience)
