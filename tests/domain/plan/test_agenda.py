"""What follows from a plan: who leads, what is protected, how short a segment may get, how people are called."""

import pytest

from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment, SegmentKind

CEO = Panelist(id="ceo", name="Ann Lee", role="CEO")
CFO = Panelist(id="cfo", name="Bo Day", role="CFO")
SHADOW = Panelist(id="hr", name="Cy Fox", shadow=True)
TALK = Segment(id="talk", title="Talk", length_seconds=601)
THEIRS = Segment(id="theirs", title="Yours", kind=SegmentKind.CANDIDATE_QUESTIONS, length_seconds=300)


def agenda(*panel: Panelist, segments: tuple[Segment, ...] = (TALK, THEIRS)) -> Agenda:
    return Agenda(title="Final round", panel=panel, segments=segments)


def test_the_lead_is_who_is_marked_else_the_first_who_rates():
    marked = Panelist(id="cto", name="Di Guy", lead=True)
    assert agenda(SHADOW, CEO, marked).lead.id == "cto"
    assert agenda(SHADOW, CEO, CFO).lead.id == "ceo"
    assert agenda(SHADOW).lead.id == "hr"


def test_a_shadow_does_not_rate():
    assert [panelist.id for panelist in agenda(CEO, SHADOW, CFO).raters] == ["ceo", "cfo"]


@pytest.mark.parametrize(
    ("kind", "protected", "is_protected"),
    [
        (SegmentKind.CANDIDATE_QUESTIONS, None, True),
        (SegmentKind.CANDIDATE_QUESTIONS, False, False),
        (SegmentKind.TALK, None, False),
        (SegmentKind.TALK, True, True),
    ],
)
def test_their_questions_are_protected_unless_the_agenda_says_otherwise(
    kind: SegmentKind, protected: bool | None, is_protected: bool
):
    segment = Segment(id="a", title="A", kind=kind, length_seconds=300, protected=protected)
    assert segment.is_protected is is_protected


def test_real_work_is_practice_a_presentation_or_a_workshop():
    assert {kind.value for kind in SegmentKind if kind.is_real_work} == {"practice", "presentation", "workshop"}


def test_a_kind_is_named_in_words():
    assert SegmentKind.CANDIDATE_QUESTIONS.label == "their questions"
    assert SegmentKind.PRACTICE.label == "practice"


def test_a_segment_may_be_cut_to_half_unless_the_agenda_says_otherwise():
    assert TALK.shortest_seconds == 300
    assert Segment(id="a", title="A", length_seconds=600, at_least_seconds=500).shortest_seconds == 500


def test_the_plan_adds_up_its_segments_and_their_kinds():
    more = Segment(id="more", title="More", length_seconds=59)
    plan = agenda(CEO, segments=(TALK, THEIRS, more))
    assert plan.planned_seconds == 960
    assert list(plan.planned_seconds_by_kind.items()) == [
        (SegmentKind.TALK, 660),
        (SegmentKind.CANDIDATE_QUESTIONS, 300),
    ]


def test_questions_and_segments_are_found_by_number_and_id():
    asked = tuple(Question(id=id_, ask=id_, number=number) for number, id_ in enumerate(("a", "b", "c"), 1))
    one = Segment(id="one", title="One", length_seconds=60, questions=asked[:2])
    two = Segment(id="two", title="Two", length_seconds=60, questions=asked[2:])
    plan = agenda(CEO, segments=(one, two))
    assert plan.questions[2].id == "c"
    assert plan.segment_by_question["c"].id == "two"
    assert (plan.segment("two"), plan.position_by_segment["two"]) == (two, 1)


def test_the_other_side_is_the_candidate_or_the_employer():
    assert agenda(CEO).other_side == "the candidate"
    theirs = Agenda(title="My questions", perspective="candidate", panel=(CEO,), segments=(TALK,))
    assert theirs.other_side == "the employer"


def test_a_name_says_who_is_meant_where_two_have_it():
    namesake = Panelist(id="board", name="Ann Lee", role="Chair")
    assert agenda(CEO, CFO).name_of("ceo") == "Ann Lee"
    assert agenda(CEO, namesake).name_of("ceo") == "Ann Lee (CEO)"
    assert agenda(CEO, CFO).name_of("ceo", candidate="Ann Lee") == "Ann Lee (CEO)"
    same_role = Panelist(id="second", name="Ann Lee", role="CEO")
    assert agenda(CEO, same_role).name_of("ceo") == "Ann Lee (ceo)"
    no_role = Panelist(id="guest", name="Ann Lee")
    assert agenda(CEO, no_role).name_of("guest") == "Ann Lee (guest)"


def test_who_is_nobody_on_the_panel_has_no_other_name():
    assert agenda(CEO).name_of("former") == "former"
    assert agenda(CEO).name_of(None) == ""
