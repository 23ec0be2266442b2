"""`#share` in a note marks it as feedback that the candidate may read; nothing else does."""

import pytest

from facilitator.domain.language.reading_notes import read_note
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.plan import Plan
from facilitator.domain.text.dates import from_iso, iso_text

AGENDA = Agenda(
    title="Talk",
    panel=(Panelist(id="ann", name="Ann Lee"),),
    competencies=(Competency(id="depth", name="Depth"),),
    segments=(Segment(id="talk", title="Talk", length_seconds=600),),
)
PLAN = Plan.of(AGENDA)


@pytest.mark.parametrize(
    ("line", "shared"),
    [
        ("+ Asked for churn first #share", True),
        ("#SHARE Asked for churn first", True),
        ("Asked #share for churn #depth", True),
        ("Asked for churn first", False),
        ("Wants a share of the upside", False),
        ("A C#share library", False),
        ("#shared with the board", False),
        ("see example.org/#share", False),
    ],
)
def test_the_tag_marks_a_note(line, shared):
    assert read_note(line, PLAN)[0].shared is shared


def test_the_tag_is_known_so_nothing_is_said_about_it():
    taken, unknown = read_note("Asked for churn #share #depth", PLAN)
    assert (taken.shared, taken.competency, unknown) == (True, "depth", [])


def test_a_competency_of_that_name_goes_before_it_so_that_no_note_gets_out_by_mistake():
    agenda = Agenda(
        title="Talk", segments=AGENDA.segments, competencies=(Competency(id="share", name="Sharing credit"),)
    )
    taken, _ = read_note("Took all the credit #share", Plan.of(agenda))
    assert (taken.shared, taken.competency) == (False, "share")


def test_an_instant_comes_back_from_its_text():
    assert from_iso(iso_text(1_767_603_600_123)) == 1_767_603_600_123
