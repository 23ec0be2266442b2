"""The rows of a table of criteria."""

from tests.preparing.made import agenda_in, imported


def test_a_score_for_each_column():
    found = imported(
        "## A (5 min)\n- Why?\n## Scoring\n| Criterion | 1 | 5 |\n|---|---|---|\n| Craft | none | much |\n"
    )
    assert found.loaded.agenda is not None
    assert found.loaded.agenda.competencies[0].anchors == {1: "none", 5: "much"}


def test_a_score_for_each_row():
    found = imported(
        "## A (5 min)\n- Why?\n## Scoring\n| Criterion | Score | Description |\n|---|---|---|\n"
        "| Craft | 1 | none |\n| Craft | 5 | much |\n| | | |\n| What | ever | this |\n"
    )
    assert found.loaded.agenda is not None
    assert found.loaded.agenda.competencies[0].anchors == {1: "none", 5: "much"}
    assert found.taken[-1].why == "neither a criterion nor a score"


def test_what_to_look_for_is_what_earns_the_highest_score():
    table = "| Criterion | Look for | Owner |\n|---|---|---|\n| Craft | states | Ana |\n"
    found = imported(f"## A (5 min)\n- Why?\n## Scoring\n{table}")
    assert found.loaded.agenda is not None
    (craft,) = found.loaded.agenda.competencies
    assert (craft.anchors, craft.owners) == ({5: "states"}, ("ana",))


def test_a_criterion_whose_score_is_still_to_come_is_a_competency():
    agenda = agenda_in("## A (5 min)\n- Why?\n## Scorecard\n|Skill|Score|Comments|\n|-|-|-|\n|Depth| | |\n")
    assert [(one.name, one.anchors) for one in agenda.competencies] == [("Depth", {})]


def test_a_first_column_called_score_has_the_criteria_if_the_others_have_the_scores():
    table = "| Score | 1 – Poor | 5 – Great |\n|---|---|---|\n| Ownership | Blames | Acts |\n"
    agenda = agenda_in(f"## A (5 min)\n- Why?\n\n{table}")
    assert [(one.name, one.anchors) for one in agenda.competencies] == [("Ownership", {1: "Blames", 5: "Acts"})]
