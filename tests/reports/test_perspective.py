"""An interview the other way round: what is written about it doesn't call the employer a candidate."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import Extent, Options, export_text
from facilitator.reports.audience import Audience
from facilitator.reports.report import document, report_for
from tests.ui.sessions import bundled, opened


@pytest.fixture
def told():
    conductor, clock = opened(bundled("interview-the-employer"), "Acme")
    for said in ("/start", "/them what do you earn?", "/owe 1 me", "+ honest about runway #share"):
        conductor.submit(said)
    clock.advance(60)
    return debrief(conductor.session, conductor.now())


@pytest.mark.parametrize("format_name", ["md", "html", "text", "slack"])
def test_the_debrief_is_about_the_employer(told, format_name):
    said = export_text(told, format_name, Options(extent=Extent.FULL))
    assert "Answer the employer: what do you earn?" in said
    assert "With" in said
    assert "the candidate" not in said.lower()


@pytest.mark.parametrize("audience", [Audience.LEAD, Audience.NEXT_ROUND])
def test_so_is_what_others_get(told, audience):
    said = repr(document(report_for(audience, told)))
    assert "the employer" in said
    assert "the candidate" not in said.lower()
