"""The lead gets all that the panel gets, and before it what is still to be done."""

import json

from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import Audience, Options, export_text
from facilitator.reports.lead import lead_report
from tests.domain.panel.looking_on import onlookers_debrief
from tests.domain.session.sealed import SEALED


def test_the_lead_sees_who_has_still_to_rate_and_what_the_candidate_would_read(final_round):
    unrated = replace(final_round.competencies[0], ratings=())
    without = {who: given for who, given in final_round.recommendations.items() if who != "cfo"}
    value = replace(final_round, competencies=(unrated, *final_round.competencies[1:]), recommendations=without)
    report = lead_report(value)
    assert [(item.panelist, item.competency) for item in report.missing_ratings] == [("cro", "pipeline")]
    assert report.missing_recommendations == ("cfo",)
    source = export_text(value, "md", Options(audience=Audience.LEAD))
    assert "- Priya Raghunathan has not rated Pipeline building." in source
    shared = ", ".join(note.called for note in value.notes if note.shared)
    assert f"Marked for the candidate to read: {shared}." in source


def test_what_the_lead_gets_contains_all_that_the_panel_gets(final_round):
    lead = export_text(final_round, "md", Options(audience=Audience.LEAD))
    panel = export_text(final_round, "md")
    assert set(panel.splitlines()) <= set(lead.splitlines())
    assert json.loads(export_text(final_round, "json", Options(audience=Audience.LEAD)))["debrief"]["notes"]


def test_nothing_is_missing_from_whoever_has_something_sealed():
    report = lead_report(debrief(SEALED, SEALED.ended_at or 0))
    assert {item.panelist for item in report.missing_ratings} == {"ann"}
    assert report.missing_recommendations == ("ann",)


def test_to_whoever_looks_on_nobody_is_said_not_to_have_rated():
    report = lead_report(onlookers_debrief())
    assert (report.missing_ratings, report.missing_recommendations) == ((), ())
    assert "For the lead" not in export_text(report.debrief, "md", Options(audience=Audience.LEAD))
