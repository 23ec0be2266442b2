"""A guide of any kind becomes an agenda, with every piece accounted for; what is missing is asked for."""

from pathlib import Path

import pytest

from facilitator.preparing.guide_import import import_guide, title_of_file
from facilitator.preparing.taking.import_choices import ImportChoices
from tests.preparing.made import agenda_in, complaints, imported

TIMED = "# Talk (20 min)\n## Hello (5 min)\n- How are you?\n## Work (15 min)\n- What do you do?\n"


def test_times_titles_and_questions_are_those_of_the_guide():
    agenda = agenda_in(TIMED)
    assert (agenda.title, agenda.length_seconds) == ("Talk", 1200)
    assert [(part.title, part.length_seconds) for part in agenda.segments] == [("Hello", 300), ("Work", 900)]
    assert [question.ask for question in agenda.questions] == ["How are you?", "What do you do?"]


def test_its_own_output_gives_the_same_agenda(tmp_path: Path):
    first = imported(TIMED)
    path = tmp_path / "agenda.yaml"
    path.write_text(first.yaml, "utf-8")
    again = import_guide(path)
    assert again.loaded.agenda == first.loaded.agenda
    assert again.yaml == first.yaml


def test_no_minute_is_made_up_a_length_is_asked_for():
    found = imported("# Talk\n## Hello\n- How are you?\n")
    assert found.loaded.agenda is None
    assert found.needs_length
    assert "no length of the whole is stated" in found.loaded.complaints[0].message


def test_parts_without_a_time_share_what_is_left_and_the_file_says_so():
    found = imported("# Talk\n## Hello (5 min)\n## Work\n- What?\n", choices=ImportChoices(1200))
    assert found.loaded.agenda is not None
    assert [part.length_seconds for part in found.loaded.agenda.segments] == [300, 900]
    assert "# guessed: no time is written: an equal share of what is left of 20m" in found.yaml


def test_a_stated_total_that_is_not_the_sum_is_told_and_not_mended():
    assert complaints("# Talk (1 hour)\n## A (5 min)\n## B (10 min)\n- Why?\n")[0].startswith(
        "the segments add up to 15m"
    )


def test_several_days_are_listed_and_one_is_chosen():
    text = "# Week\n## Day 1\n### A (5 min)\n- Why?\n## Day 2\n### B (10 min)\n- How?\n"
    found = imported(text)
    assert found.alternatives == ("Day 1", "Day 2")
    assert found.loaded.agenda is None
    chosen = agenda_in(text, choices=ImportChoices(part="2"))
    assert (chosen.title, [part.title for part in chosen.segments]) == ("Week: Day 2", ["B"])


@pytest.mark.parametrize("part", ["0", "3", "Day 3", "²"])
def test_a_part_that_is_not_there_is_told(part: str):
    text = "## Day 1\n### A (5 min)\n## Day 2\n### B (10 min)\n"
    assert "there is no part" in complaints(text, choices=ImportChoices(part=part))[0]


def test_a_missing_file_is_a_complaint(tmp_path: Path):
    assert [one.message for one in import_guide(tmp_path / "none.md").loaded.complaints] == ["there is no such file"]


def test_front_matter_gives_what_the_guide_leaves_out():
    agenda = agenda_in("---\ntitle: Mine\nlength: 30m\npanel: [{id: ana, name: Ana}]\n---\n## A\n- Why?\n")
    assert (agenda.title, agenda.length_seconds, agenda.panel[0].id) == ("Mine", 1800, "ana")


def test_a_list_in_yaml_is_a_guide_and_an_agenda_file_stays_one(tmp_path: Path):
    path = tmp_path / "list.yaml"
    path.write_text("Values:\n  - What do you care about?\n", "utf-8")
    found = import_guide(path, ImportChoices(600)).loaded.agenda
    assert found is not None
    assert [part.title for part in found.segments] == ["Values"]


def test_a_file_without_a_title_is_called_after_its_name():
    assert title_of_file("05-sales_round.md") == "Sales round"
    assert title_of_file(".md") == ".md"


def test_of_two_titles_that_of_the_front_matter_counts_and_the_other_is_left_out():
    found = imported("---\ntitle: One\n---\n# Two\n## Talk (5 min)\n- Why?\n")
    assert found.loaded.agenda is not None
    assert found.loaded.agenda.title == "One"
    assert [one.why for one in found.taken if one.role.value == "left out"] == ["the front matter has the title"]


def test_a_length_in_the_title_that_the_user_overrules_is_told():
    found = imported("# Talk (20 min)\n## Hello\n- Why?\n", choices=ImportChoices(600))
    assert found.taken[0].guess == "“Talk (20 min)”: the length that you state counts"
