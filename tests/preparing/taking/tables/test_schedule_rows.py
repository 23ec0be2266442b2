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


def test_what_only_asks_below_a_head_for_content_is_asked_and_what_is_to_be_observed_is_not():
    table = "| Part | Min | Questions / talk | Observe |\n|---|---|---|---|\n| A | 5 | {} | Calm? |\n| B | 5 | x | |\n"
    first, second = agenda_in(table.format("Why? / How?")).segments
    assert [question.ask for question in first.questions] == ["Why?", "How?"]
    assert first.purpose == "Observe: Calm?"
    assert second.questions == ()


def test_a_row_with_a_part_and_a_time_alone_makes_the_rows_parts_with_their_questions():
    table = (
        "| Theme | Min | Question | Follow-ups | Who |\n|---|---|---|---|---|\n| Hello | 5 | | | Jo |\n"
        "| Work | 10 | Why? | Since when? | Al |\n| | | How? | | Jo |\n"
    )
    hello, work = agenda_in(table).segments
    assert (hello.length_seconds, work.length_seconds) == (300, 600)
    assert [(one.ask, one.probes, one.owner) for one in work.questions] == [
        ("Why?", ("Since when?",), None),
        ("How?", (), "jo"),
    ]
