"""The rows of a table of criteria."""

from tests.preparing.made import imported


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
