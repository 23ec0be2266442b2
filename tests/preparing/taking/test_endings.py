"""The first and the last lines of a guide, which say something of the whole."""

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.preparing.taking.account import TakenAs
from tests.preparing.made import agenda_in, imported


def test_a_last_line_with_only_a_time_ends_the_part_before_it():
    found = imported("- 10:00 Hello\n- 10:10 Talk\n- 10:45 End\n")
    assert found.draft is not None
    assert [part.seconds for part in found.draft.segments] == [600, 2100]
    assert found.taken[-1].guess == "when the part before it ends"


def test_a_last_part_that_somebody_leads_is_a_part():
    found = imported("- 10:00 Hello\n- 10:10 Talk\n- 10:45 End\n  - Owner: Ana\n")
    assert found.draft is not None
    assert [part.lead for part in found.draft.segments] == ["", "", "Ana"]


def test_whatever_else_the_line_with_the_length_of_the_whole_says_is_what_it_is_for():
    found = imported("# T\n\nBe kind, please, Duration: 30 min\n\n## A (10 min)\n- Why?\n## B (20 min)\n- How?\n")
    assert found.draft is not None
    assert (found.draft.purpose, len(found.draft.segments)) == (["Be kind, please"], 2)


def test_a_first_line_with_both_ends_of_all_others_is_the_length_of_the_whole():
    found = imported("- Tuesday, 10:00 – 11:00\n- 10:00 – 10:20 Hello\n- 10:20 – 11:00 Talk\n")
    assert found.draft is not None
    assert [part.title for part in found.draft.segments] == ["Hello", "Talk"]
    assert found.draft.length_seconds == 3600
    assert found.taken[0].role == TakenAs.LENGTH


def test_a_late_part_called_questions_without_one_is_the_candidates():
    found = imported("## Talk (5 min)\n- Why?\n## Questions (5 min)\n")
    assert found.draft is not None
    assert found.draft.segments[1].kind == SegmentKind.CANDIDATE_QUESTIONS
    asked = imported("## Talk (5 min)\n- Why?\n## Questions (5 min)\n- How?\n")
    assert asked.draft is not None
    assert asked.draft.segments[1].kind == SegmentKind.TALK


def test_the_time_of_the_whole_is_known_by_the_lengths_of_the_parts():
    agenda = agenda_in("# T\nWhen: 14 May, 10:00-10:30\n## A (10 min)\n- Why?\n## B (20 min)\n- How?\n")
    assert [part.title for part in agenda.segments] == ["A", "B"]
    assert agenda.length_seconds == 1800


def test_a_label_with_the_sum_of_all_parts_is_the_length_of_the_whole():
    agenda = agenda_in("# T\n\nFor all of us: 30 min\n\n## A (10 min)\n- Why?\n## B (20 min)\n- How?\n")
    assert ([part.title for part in agenda.segments], agenda.length_seconds) == (["A", "B"], 1800)
    short = agenda_in("# T\n\nFor all of us: 30 min\n\n## A (10 min)\n- Why?\n## B (15 min)\n- How?\n")
    assert len(short.segments) == 3
