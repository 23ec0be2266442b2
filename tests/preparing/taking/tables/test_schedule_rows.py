"""The rows of a schedule are parts."""

from tests.preparing.made import agenda_in, complaints, roles


def test_rows_have_times_owners_and_notes():
    agenda = agenda_in("Start,End,Topic,Owner,Notes\n9:00,9:10,Hello,Ana,Coffee\n9:10,9:50,Design,Ben,\n", "a.csv")
    assert [(part.title, part.length_seconds, part.lead) for part in agenda.segments] == [
        ("Hello", 600, "ana"),
        ("Design", 2400, "ben"),
    ]
    assert agenda.segments[0].purpose == "Coffee"


def test_starts_alone_end_where_the_next_begins():
    agenda = agenda_in("Time,Topic\n9:00,Hello\n9:20,Design\n10:00,End\n", "a.csv")
    assert [part.length_seconds for part in agenda.segments][:2] == [1200, 2400]


def test_a_sum_is_no_part_and_one_that_is_wrong_is_told():
    text = "Topic,Minutes\nA,5\nB,10\nTotal,30\n"
    assert roles(text, "a.csv")[-2:] == ["length", "length"]
    assert "15m less than the slot of 30m" in complaints(text, "a.csv")[0]


def test_shares_are_those_of_a_stated_length():
    agenda = agenda_in("# Case (1 hour)\n\n| Part | Share |\n|---|---|\n| A | 25% |\n| B | 75 % |\n")
    assert [part.length_seconds for part in agenda.segments] == [900, 2700]
