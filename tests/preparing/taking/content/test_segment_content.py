"""What is below a part: questions, probes, what to listen for, what is said, notes."""

import pytest

from facilitator.domain.plan.agenda import Question, Segment
from facilitator.preparing.taking.content.segment_content import NO_MARK
from facilitator.preparing.taking.import_choices import ImportChoices
from tests.preparing.made import agenda_in, imported, roles


def part(text: str, name: str = "guide.md") -> Segment:
    return agenda_in(f"## Work (10 min)\n{text}\n", name).segments[0]


def question(text: str) -> Question:
    (found,) = part(text).questions
    return found


def test_nested_items_follow_ups_and_brackets_are_probes():
    assert question("- Why?\n  - Really?").probes == ("Really?",)
    assert question("- Why?\n\nFollow-ups:\n- Really?").probes == ("Really?",)
    assert question("- Why? (If needed: since when?)").probes == ("since when?",)
    assert question("- Why?\n  If yes: since when?").probes == ("since when?",)


def test_what_to_look_for_is_listened_for():
    assert question("- Why?\n  - Look for: reasons").listen_for == ("reasons",)
    assert question("- Why?\n### Things to watch for\n- reasons").listen_for == ("reasons",)
    assert question("**Tell me why you stay.** Money, people, work.").listen_for == ("Money, people, work.",)


@pytest.mark.parametrize(
    "text", ["### Why?\nGive them time.", "Question: Why?", "Why?", "- Why?", "- [ ] Why?", "Frage: Why?"]
)
def test_a_question_in_each_of_its_forms(text: str):
    assert question(text).ask == "Why?"


def test_a_request_in_a_paragraph_is_a_question_and_an_instruction_is_not():
    assert question("Tell me about your team.").ask == "Tell me about your team."
    assert part("Explain how the day goes.").questions == ()


def test_several_questions_in_one_paragraph_are_several():
    assert [one.ask for one in part("Let us begin. Who are you? What do you do?").questions] == [
        "Who are you?",
        "What do you do?",
    ]


def test_a_list_right_below_a_text_has_its_own_questions():
    found = part("Welcome them.\n- Who are you?")
    assert (found.purpose, [one.ask for one in found.questions]) == ("Welcome them.", ["Who are you?"])


def test_what_is_in_quotes_or_set_apart_is_said():
    assert part("> Thank you for coming.").say == "Thank you for coming."
    assert part("“Thank you for coming in today, we are glad.”").say == "Thank you for coming in today, we are glad."
    assert agenda_in("## Script (5 min)\nHello and welcome.\n").segments[0].say == "Hello and welcome."


def test_answers_and_options_are_left_out():
    assert roles("## Work (5 min)\n- Which?\n  - a) this\n  - b) that\n- Why?\n  - Answer: so\n")[2:] == [
        "left out",
        "left out",
        "question",
        "left out",
    ]


def test_an_item_without_a_question_mark_is_asked_and_marked():
    found = imported("## Work (5 min)\n- Why?\n- Favourite tools\n")
    assert found.taken[2].guess == NO_MARK
    assert f"# guessed: {NO_MARK}" in found.yaml


def test_a_label_with_nothing_behind_it_is_left_out():
    assert roles("## Work (5 min)\n- Why?\n- Notes:\n") == ["segment", "question", "left out"]


def test_what_stands_between_two_questions_leads_to_the_second():
    asked = part("Let us begin. Who are you? You know us now. What do you want?").questions
    assert [one.ask for one in asked] == ["Who are you?", "You know us now. What do you want?"]


def test_what_is_said_with_a_time_is_kept():
    text = "## Talk\n- Why?\n\nDuration: 10 min Talk with Ana\n## End\n- So?\n"
    assert "Talk with Ana" in imported(text, choices=ImportChoices(1200)).yaml


def test_a_question_that_is_set_apart_is_asked_and_not_read_out():
    (question,) = agenda_in("## Talk (5 min)\n> Tell me about a customer who left.\n").questions
    assert question.ask == "Tell me about a customer who left."
    opening = agenda_in("## Welcome (5 min)\n> Do you have any questions so far?\n").segments[0]
    assert (opening.say, opening.questions) == ("Do you have any questions so far?", ())


def test_a_question_that_must_be_asked_is_a_must():
    (question,) = agenda_in("## Talk (5 min)\n- *Must ask:* Why?\n").questions
    assert (question.ask, question.must) == ("Why?", True)


def test_what_is_done_in_some_case_only_is_no_question():
    found = agenda_in("## Talk (5 min)\n- Why?\n\n*If they use the app:* watch where they stop.\n")
    assert [one.ask for one in found.questions] == ["Why?"]
    assert found.segments[0].purpose == "If they use the app: watch where they stop."
