"""What an agenda leaves out is filled in: ids that differ, numbers from 1, somebody on the panel."""

from tests.agenda_files.reading import agenda_of


def test_questions_are_numbered_through_the_whole_agenda():
    agenda = agenda_of(
        "title: x\nsegments:\n"
        "  - {title: A, length: 5, questions: [{ask: One}, {ask: Two}]}\n"
        "  - {title: B, length: 5, questions: [{ask: Three}]}\n"
    )
    assert [(question.number, question.id) for question in agenda.questions] == [(1, "one"), (2, "two"), (3, "three")]


def test_ids_left_out_are_made_of_the_text_and_give_way_to_explicit_ones():
    agenda = agenda_of(
        "title: x\nsegments:\n"
        "  - {title: Talk, length: 5, questions: [{ask: Why us}, {ask: Why us?}, {ask: 为什么}, {ask: Q1}]}\n"
        "  - {title: Talk, length: 5, questions: [{ask: Other, id: Why-Us}]}\n"
        "  - {title: 话, length: 5}\n"
    )
    assert [question.id for question in agenda.questions] == ["why-us-2", "why-us-3", "q3", "q4", "Why-Us"]
    assert [segment.id for segment in agenda.segments] == ["talk", "talk-2", "segment-3"]


def test_a_thousand_questions_alike_have_a_thousand_ids():
    questions = ", ".join(["{ask: Why us?}"] * 1000)
    agenda = agenda_of(f"title: x\nsegments: [{{title: A, length: 5, questions: [{questions}]}}]\n")
    assert [question.id for question in agenda.questions][:3] == ["why-us", "why-us-2", "why-us-3"]
    assert agenda.questions[-1].id == "why-us-1000"


def test_without_a_panel_there_is_a_lead():
    agenda = agenda_of("title: x\nsegments: [{title: A, length: 5}]")
    assert [(panelist.id, panelist.lead) for panelist in agenda.panel] == [("lead", True)]
