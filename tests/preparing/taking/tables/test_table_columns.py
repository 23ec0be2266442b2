"""Which column holds what, by its head or by what is in it."""

from facilitator.preparing.taking.tables.table_columns import columns_of
from facilitator.preparing.words.lexicon import Field
from tests.preparing.made import agenda_in, manuscript


def rows(text: str, name: str = "a.csv"):
    (block,) = manuscript(text, name).blocks
    return block.rows


def test_heads_in_several_languages_are_known_also_below_a_title():
    for heads in ("Topic,Time,Owner", "Thema,Dauer,Wer", "Sujet,Durée,Qui", "Tema,Duración,Quién"):
        found = columns_of(rows(f"Panel day,,\n{heads}\nA,5,Ana\n"))
        assert found.head == 1
        assert found.fields == {Field.TITLE: 0, Field.DURATION: 1, Field.OWNER: 2}


def test_without_heads_the_form_of_the_cells_says_it():
    assert columns_of(rows("A,5 min\nB,10 min\n")).fields == {Field.DURATION: 1, Field.TITLE: 0}
    assert columns_of(rows("9:00,A\n9:30,B\n")).fields == {Field.START: 0, Field.TITLE: 1}


def test_a_unit_in_the_head_counts_for_bare_numbers():
    assert columns_of(rows("Topic,Duration (ms)\nA,60000\n")).unit == "ms"


def test_columns_of_scores():
    assert columns_of(rows("Criterion,1,3,5\nCraft,a,b,c\n")).scores == {1: 1, 3: 2, 5: 3}


def test_columns_of_the_same_field_go_together():
    found = columns_of(rows("Question,Probe 1,Probe 2,Owner\nWhy?,a,b,Ana\n"))
    assert found.of(Field.PROBES) == [1, 2]
    assert found.of(Field.SCORE) == []


def test_of_several_columns_for_the_title_the_fullest_counts():
    found = columns_of(rows("Time,Block,Topic\n9:00,Morning,Welcome\n9:10,,Case\n9:50,,End\n"))
    assert found.fields[Field.TITLE] == 2


def test_without_a_word_for_the_title_the_first_column_that_is_left_has_it():
    assert columns_of(rows("Step,Minutes,What to look at\nRead,10,acts\n")).fields[Field.TITLE] == 0


def test_beside_the_times_of_day_a_column_of_lengths_has_the_lengths():
    agenda = agenda_in("| Time | Duration | Part |\n|---|---|---|\n| 14:00 | 10 | A |\n| 14:10 | 25 | B |\n")
    assert [part.length_seconds for part in agenda.segments] == [600, 1500]


def test_a_column_of_what_to_observe_has_what_to_listen_for():
    agenda = agenda_in("## A (5 min)\n\n| Question | What to watch for |\n|---|---|\n| Why? | calm |\n")
    assert agenda.questions[0].listen_for == ("calm",)
