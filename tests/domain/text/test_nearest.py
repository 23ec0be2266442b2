"""A name that there isn't leads to those that were probably meant."""

import pytest

from facilitator.domain.text.nearest import did_you_mean, nearest_name, nearest_names

NAMES = ["panel-loop", "software-engineer-panel", "user-research", "vp-sales-final"]


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("vp", ["vp-sales-final"]),
        ("VP-Sales", ["vp-sales-final"]),
        ("sales", ["vp-sales-final"]),
        ("panel", ["panel-loop", "software-engineer-panel"]),
        ("engineer", ["software-engineer-panel"]),
        ("vp-sale-finale", ["vp-sales-final"]),
        ("e", ["panel-loop", "software-engineer-panel", "user-research"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_by_its_beginning_or_a_part_or_a_slip(wrong: str, found: list[str]):
    assert nearest_names(wrong, NAMES) == found


@pytest.mark.parametrize(
    ("wrong", "found"), [("VP-Sale-Final", "vp-sales-final"), ("panel-lop", "panel-loop"), ("vp", None), ("", None)]
)
def test_the_one_that_is_written_most_like_it(wrong: str, found: str | None):
    assert nearest_name(wrong, NAMES) == found


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "Did you mean a?"), (["a", "b"], "Did you mean a or b?")]
)
def test_it_is_asked_in_a_sentence(names: list[str], said: str):
    assert did_you_mean(names) == said
