"""The rows of a table of questions."""

from tests.preparing.made import agenda_in, roles

TEXT = (
    "Section\tQuestion\tFollow-ups\tLook for\tMinutes\tCompetency\n"
    "Work\tWhy this job?\tSince when? • Who else?\treasons\t8\tDrive\n"
    "Work\tWhat went wrong?\t\t\t5\tDrive\n"
    "End\tWhat else?\t\t\t2\t\n"
)


def test_a_row_is_a_question_with_all_that_its_cells_say():
    agenda = agenda_in(TEXT, "a.tsv")
    first = agenda.questions[0]
    assert (first.ask, first.probes, first.listen_for) == ("Why this job?", ("Since when?", "Who else?"), ("reasons",))
    assert (first.length_seconds, first.competency) == (480, "drive")
    assert [(part.title, part.length_seconds) for part in agenda.segments] == [("Work", 780), ("End", 120)]


def test_a_row_without_a_question_is_left_out_and_one_cell_alone_is_a_heading():
    text = "Question,Minutes\nWarm-up,\nWhy?,5\n,7\n"
    assert roles(text, "a.csv")[2:] == ["segment", "question", "question", "left out"]


def test_a_row_with_a_part_and_a_time_alone_is_a_part():
    table = "| Part | Question | Min |\n|---|---|---|\n| Hello | | 5 |\n| Work | Why? | 10 |\n| Work | How? | 5 |\n"
    agenda = agenda_in(table)
    assert [(part.title, part.length_seconds, len(part.questions)) for part in agenda.segments] == [
        ("Hello", 300, 0),
        ("Work", 900, 2),
    ]
