"""Several days, interviews or alternatives in one file: one counts, nothing is mixed."""

from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.taking.several import alternatives, keep_only, which
from tests.preparing.made import agenda_in, imported, tree

DAYS = "# Week\n## Day 1\n### A (5 min)\n- Why?\n## Day 2\n### B (10 min)\n- How?\n"
GRID = "Time,Monday,Tuesday\n9:00-9:30,Welcome,Recap\n9:30-10:00,Coding,Values\n"


def test_headings_side_by_side_are_alternatives():
    assert [one.name for one in alternatives(tree(DAYS))] == ["Day 1", "Day 2"]


def test_one_alone_or_without_parts_is_none_and_neither_is_a_choice_within_a_part():
    assert not alternatives(tree("## Day 1\n### A (5 min)\n## Later (5 min)\n- Why?\n"))
    assert not alternatives(tree("## Day 1\n## Day 2\n"))
    assert not alternatives(tree("## Case (20 min)\n### Option A\n- Why?\n### Option B\n- How?\n"))


def test_one_is_chosen_by_its_number_or_the_beginning_of_its_name():
    found = alternatives(tree(DAYS))
    assert which(found, "2") is which(found, "day 2") is found[1]
    assert which(found, "3") is which(found, "") is None


def test_the_others_are_left_out_with_a_reason():
    roots = tree(DAYS)
    found = alternatives(roots)
    keep_only(found[0], found, roots, Ledger())
    assert [head.text for root in roots for head in root.all() if head.is_head] == ["Week", "Day 1", "A"]
    left_out = [one for one in imported(DAYS, choices=ImportChoices(part="1")).taken if one.why]
    assert [one.piece.place.line for one in left_out] == [5, 6, 7]


def test_a_grid_has_a_day_in_each_column():
    agenda = agenda_in(GRID, "week.csv", ImportChoices(part="Tuesday"))
    assert [(part.title, part.length_seconds) for part in agenda.segments] == [("Recap", 1800), ("Values", 1800)]
    assert imported(GRID, "week.csv").alternatives == ("Monday", "Tuesday")


def test_what_a_row_has_for_the_days_that_were_not_chosen_is_told():
    text = "| Time | Monday | Tuesday |\n|---|---|---|\n| 9:00 | Talk | Walk |\n| 9:30 | End | Stop |\n"
    found = imported(text, choices=ImportChoices(part="Monday"))
    assert found.taken[2].guess == "another one of several was chosen: Walk"


def test_an_interview_is_chosen_by_its_letter_too():
    found = alternatives(tree("# Loop\n## Interview A\n- Intro (5 min)\n## Interview B\n- Case (9 min)\n"))
    assert which(found, "b") is found[1]
    assert which(found, "c") is None
