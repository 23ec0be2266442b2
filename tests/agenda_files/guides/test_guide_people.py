"""The panel and the competencies of a guide, as lists under headings of these names."""

import pytest

from tests.agenda_files.reading import errors_of, guide_of

TALK = "\n## Talk (20 min)\n- How do you plan?\n"


def test_panel_and_competencies_stand_under_headings_of_that_name():
    agenda = guide_of(
        "# Final\n\n## Panel\n- ceo: First Last, CEO (lead)\n- Ann Other, Recruiter (shadow)\n\n"
        "## Competencies\n- pipeline: Pipeline building\n  - 1: Waits\n  - 5: Builds\n\n"
        "## Talk (20 min)\n- How do you plan? (5 min)\n\n## Your questions to us (10 min)\n"
    )
    assert [(panelist.id, panelist.name, panelist.role) for panelist in agenda.panel] == [
        ("ceo", "First Last", "CEO"),
        ("ann-other", "Ann Other", "Recruiter"),
    ]
    assert agenda.panel[0].lead
    assert agenda.panel[1].shadow
    assert agenda.competencies[0].anchors == {1: "Waits", 5: "Builds"}
    assert [segment.title for segment in agenda.segments] == ["Talk", "Your questions to us"]


@pytest.mark.parametrize("heading", ["Panel", "PANELISTS:", "panel"])
def test_the_heading_may_be_written_in_several_ways(heading: str):
    agenda = guide_of(f"# Final\n\n## {heading}\n- Ann Other\n{TALK}")
    assert [(panelist.id, panelist.name) for panelist in agenda.panel] == [("ann-other", "Ann Other")]


def test_a_competency_needs_no_id():
    agenda = guide_of(f"# Final\n\n## Competencies\n- Pipeline building\n- Team\n{TALK}")
    assert [(competency.id, competency.name) for competency in agenda.competencies] == [
        ("pipeline-building", "Pipeline building"),
        ("team", "Team"),
    ]


@pytest.mark.parametrize("anchor", ["3: Works a list", "3 - Works a list", "3 – Works a list"])
def test_an_anchor_begins_with_its_rating(anchor: str):
    agenda = guide_of(f"# Final\n\n## Competencies\n- team: Team\n  - {anchor}\n{TALK}")
    assert agenda.competencies[0].anchors == {3: "Works a list"}


def test_an_anchor_without_a_rating_is_complained_about_where_it_stands():
    complaints = errors_of(f"# Final\n\n## Competencies\n- team: Team\n  - Works a list\n{TALK}", "guide.md")
    assert "guide.md:5:5: error: found 'Works a list', expected a whole number from 1 to 5" in complaints
