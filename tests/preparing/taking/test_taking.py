"""Which parts a guide has."""

import pytest

from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.taking import take
from tests.preparing.made import agenda_in, manuscript, roles


def parts(text: str, name: str = "guide.md", choices: ImportChoices | None = None) -> list[tuple[str, int]]:
    return [(part.title, part.length_seconds // 60) for part in agenda_in(text, name, choices).segments]


@pytest.mark.parametrize(
    "text",
    [
        "## A (5 min)\n- Why?\n## B (10 min)\n",
        "- (5 min) A\n- (10 min) B\n",
        "5 min: A\n\n10 min: B\n",
        "9:00 - 9:05 A\n\n9:05 - 9:15 B\n",
        "9:00 A\n\n9:05 B\n\n9:15 End\n",
        "## A\nDuration: 5 min\n## B\nDauer: 10 Minuten\n",
        "| Topic | Time |\n|---|---|\n| A | 5 |\n| B | 10 |\n",
        "## All (15 min)\n### A (5 min)\n### B (10 min)\n",
        "##A (5 min)\n##B (10 min)\n",
        "**A** (5 min)\n\n**B** (10 min)\n",
    ],
)
def test_a_time_makes_a_part_however_it_is_written(text: str):
    assert parts(text) == [("A", 5), ("B", 10)]


def test_times_below_a_part_that_do_not_make_it_up_are_its_content():
    assert parts("## A (30 min)\n- Why? (5 min)\n- How? (5 min)\n") == [("A", 30)]


def test_headings_alone_are_parts_of_a_stated_length():
    assert parts("# T\n## A\nHello.\n## B\nBye.\n", choices=ImportChoices(600)) == [("A", 5), ("B", 5)]
    assert "left out" not in roles("# T\n## A\nHello.\n## B\nBye.\n", choices=ImportChoices(600))


def test_the_draft_has_what_the_file_says_of_the_whole():
    outcome = take(manuscript("# T\nCandidate: Robin\nLength: 20 min\n\n## A (5 min)\n- Why?\n"), ImportChoices())
    assert (outcome.draft.candidate, outcome.draft.length_seconds) == ("Robin", 1200)
    assert outcome.is_chosen


def test_a_cue_is_no_length():
    assert parts("# T\n## A (5 min)\n- Why?\n## T-2h\nSend the link.\n") == [("A", 5)]


def test_a_schedule_below_a_word_such_as_agenda_has_the_parts_and_its_time_is_that_of_the_whole():
    table = "| Topic | Time |\n|---|---|\n| Talk | 5 min |\n| Case | 10 min |\n"
    agenda = agenda_in(f"# T\n## Agenda (20 min)\n{table}## 👋 Talk\n- Why?\n")
    assert [(part.title, len(part.questions)) for part in agenda.segments] == [("Talk", 1), ("Case", 0)]
    assert agenda.length_seconds == 1200


def test_a_schedule_that_makes_up_the_time_above_it_has_the_parts():
    table = "| Step | Minutes |\n|---|---|\n| Read | 5 |\n| Fix | 10 |\n"
    assert [part.title for part in agenda_in(f"# T\n## Case (15 min)\n{table}## End (5 min)\n").segments] == [
        "Read",
        "Fix",
        "End",
    ]


def test_links_above_the_title_are_left_out():
    html = "<ul><li>Home</li></ul><h1>T</h1><h2>Talk (5 min)</h2><p>Why?</p>"
    assert roles(html, "a.html") == ["left out", "title", "segment", "question"]


def test_a_table_that_makes_up_the_time_on_a_line_of_its_own_below_a_heading_has_the_parts():
    table = "| Task | Time |\n|---|---|\n| One | 10 min |\n| Two | 20 min |\n"
    agenda = agenda_in(f"# T\n\n## Hello (5 min)\n\n## Tasks\n\n(30 min)\n\n{table}\n## End (5 min)\n")
    assert [(part.title, part.length_seconds) for part in agenda.segments][1:3] == [("One", 600), ("Two", 1200)]
    assert agenda.planned_seconds == 2400
