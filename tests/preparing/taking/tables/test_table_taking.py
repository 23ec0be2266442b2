"""One reader for all tables: which of them is a schedule, which one of questions, which of criteria."""

from facilitator.preparing.taking.tables import has_questions, is_schedule
from tests.preparing.made import manuscript, roles


def test_a_schedule_has_parts_with_times_and_a_list_of_questions_has_questions():
    (schedule,) = manuscript("Topic,Time\nA,5\n", "a.csv").blocks
    (questions,) = manuscript("Question,Look for\nWhy?,reasons\n", "a.csv").blocks
    assert is_schedule(schedule)
    assert not is_schedule(questions)
    assert has_questions(questions)
    assert not has_questions(schedule)


def test_a_row_of_anything_else_is_left_out_and_says_what_it_was():
    assert roles("# T\n## A (5 min)\n\n| Colour | Shape |\n|---|---|\n| red | round |\n")[2:] == [
        "left out",
        "markup",
        "left out",
    ]


def test_rows_that_go_on_for_several_lines_count_as_one():
    html = "<table>\n<tr><th>Topic</th><th>Time</th></tr>\n<tr>\n<td>A</td>\n<td>5 min</td>\n</tr>\n</table>\n"
    assert set(roles(html)) == {"markup", "segment"}
