"""Fields of the whole agenda, and the texts that stand before its parts."""

import pytest

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


@pytest.mark.parametrize(
    "line",
    [
        "⏱ **30 minutes** | 👤 Recruiter: Jo | 📄 CV open",
        "**Guest:** Al · **Total time:** 30 min · **Host:** Jo",
        "Trust, panel of three, 30 minutes in total",
    ],
)
def test_a_line_that_states_the_length_of_the_whole_among_other_things_is_no_part(line: str):
    draft = the_draft(f"# T\n\n{line}\n\n## A (10 min)\n- Why?\n\n## B (20 min)\n- How?\n")
    assert (draft.length_seconds, [part.title for part in draft.segments]) == (1800, ["A", "B"])


def test_several_lines_with_a_time_and_a_title_are_parts():
    draft = the_draft("# T\n\n5 min | Hello\n\n20 min | Talk\n- Why?\n")
    assert [part.title for part in draft.segments] == ["Hello", "Talk"]


def test_who_is_named_alone_is_not_the_whole_panel():
    agenda = agenda_in("# T\n\nModerator: Jo · Observer: Al\n\n## A (10 min, Mei)\n- Why?\n\n## B (10 min)\n- How?\n")
    assert [one.name for one in agenda.panel] == ["Jo", "Mei"]
    listed = agenda_in("# T\n\nPanel: Jo | Al\n\n## A (10 min, Mei)\n- Why?\n\n## B (10 min)\n- How?\n")
    assert [one.name for one in listed.panel] == ["Jo", "Al"]


def test_when_and_who_before_the_parts_are_said_of_the_whole():
    parts = "## A (60 min)\n- Why?\n\n## B (30 min)\n- How?\n"
    text = f"# T\n\n- When: Thu 10 Dec, 14:00–15:30\n- Who: Ana, Bo (shadow)\n\n{parts}"
    agenda = agenda_in(text)
    assert [part.title for part in agenda.segments] == ["A", "B"]
    assert (agenda.length_seconds, [one.name for one in agenda.panel]) == (5400, ["Ana", "Bo"])
