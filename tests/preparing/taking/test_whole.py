"""Fields of the whole agenda, and the texts that stand before its parts."""

from facilitator.preparing.drafting.agenda_draft import DraftAgenda
from tests.preparing.made import agenda_in, imported


def the_draft(text: str) -> DraftAgenda:
    draft = imported(text).draft
    assert draft is not None
    return draft


def test_the_fields_before_the_parts_are_those_of_the_whole():
    draft = the_draft("# A\n\nTotal: 30 min\n\nPanel: Ana & Bo\n\nCandidate: Robin\n\n## B (5 min)\n## C (5 min)\n")
    assert (draft.length_seconds, draft.candidate) == (1800, "Robin")
    assert [one.name for one in draft.panel] == ["Ana", "Bo"]


def test_a_blank_to_fill_in_names_nobody():
    found = imported("# A\n\nInterviewer: ______\n\n## B (5 min)\n## C (5 min)\n")
    assert found.taken[1].why == "a blank to fill in"


def test_what_is_to_be_read_out_before_the_parts_is_said_in_the_first():
    draft = the_draft('# A\n\nRead aloud: "Welcome."\n\n## B (5 min)\n## C (5 min)\n')
    assert draft.segments[0].say == ["Welcome."]
    assert draft.purpose == []


def test_other_texts_say_what_it_is_for():
    assert the_draft("# A\n\nFind out who stays.\n\n## B (5 min)\n## C (5 min)\n").purpose == ["Find out who stays."]


def test_a_panel_behind_the_length_is_the_panel():
    agenda = agenda_in("# T\n\nLength: 30 min Panel: Mei Tan, Jo Ruiz\n\n## A (30 min)\n- Why?\n")
    assert ([one.name for one in agenda.panel], agenda.length_seconds) == (["Mei Tan", "Jo Ruiz"], 1800)
