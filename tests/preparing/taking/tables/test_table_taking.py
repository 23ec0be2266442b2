"""One reader for all tables: which of them is a schedule, which one of questions, which of criteria."""

from facilitator.preparing.taking.tables import has_questions, is_rubric, is_schedule, lengths_in
from tests.preparing.made import agenda_in, imported, manuscript, roles


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


def taken(text: str, name: str = "guide.md"):
    return [(one.role.value, one.why or one.guess) for one in imported(text, name).taken]


def test_cells_beyond_the_head_of_a_table_are_kept():
    part = agenda_in("| Topic | Time |\n|---|---|\n| Talk | 5 | with **Ana** | outside |\n").segments[0]
    assert part.purpose == "with Ana\n\noutside"


def test_what_stands_beside_a_criterion_is_left_out_aloud():
    table = "| Criterion | 1 | 5 | Weight |\n|---|---|---|---|\n| Craft | no | yes | 3x |\n"
    assert taken(f"## A (5 min)\n- Why?\n## Scoring\n{table}")[-1] == ("competency", "left out of it: Weight: 3x")


def test_in_a_sheet_each_cell_that_is_left_out_says_so_itself():
    text = "Criterion,1,5,Weight\nCraft,no,yes,3x\n"
    assert taken(text, "a.csv")[-2:] == [("competency", ""), ("left out", "no part of the competency")]


def test_a_total_with_a_remark_tells_the_remark():
    text = "| Topic | Time |\n|---|---|\n| Talk | 5 |\n| Total | 5 | without breaks |\n"
    assert taken(text)[-1] == ("length", "left out of it: without breaks")


def test_a_row_above_the_heads_is_the_title_and_what_the_whole_is_for():
    agenda = agenda_in("Panel day,\nbring water,\nTopic,Minutes\nTalk,5\n", "a.csv")
    assert (agenda.title, agenda.purpose) == ("Panel day", "bring water")


def test_the_lengths_of_a_schedule_are_known_before_it_is_taken():
    (block,) = manuscript("Topic,Minutes\nA,5\nB,soon\n", "a.csv").blocks
    assert lengths_in(block, "") == [300, None]


def test_a_table_of_criteria_says_what_earns_a_score_or_what_to_look_for():
    for text in ("Criterion,1,3,5\nDepth,a,b,c\n", "Competency,Look for\nDepth,why\n"):
        assert is_rubric(manuscript(text, "a.csv").blocks[0])
    for text in ("Topic,Time\nA,5\n", "Question,1,3,5\nWhy?,a,b,c\n"):
        assert not is_rubric(manuscript(text, "a.csv").blocks[0])


def test_criteria_count_below_advice_too_but_no_other_table_there():
    guide = "## A (5 min)\n- Why?\n## After the call\n\nRate alone.\n\n{}"
    assert [one.name for one in agenda_in(guide.format("|Criterion|1|5|\n|-|-|-|\n|Depth|a|b|\n")).competencies] == [
        "Depth"
    ]
    assert len(agenda_in(guide.format("|Topic|Minutes|\n|-|-|\n|Rate|5|\n")).segments) == 1


def test_a_dash_in_a_cell_is_nobody():
    agenda = agenda_in("|Topic|Minutes|Who|\n|-|-|-|\n|Talk|5|Ana|\n|Break|5|–|\n|Case|5|-|\n")
    assert [one.name for one in agenda.panel] == ["Ana"]
