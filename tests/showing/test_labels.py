"""Things are called from the side of the table that the agenda is written for."""

import pytest

from facilitator.domain.panel.onlooker import NOT_SHOWN
from facilitator.showing.labels import labels


def test_the_panel_hears_their_questions_and_a_candidate_is_asked_by_them():
    assert labels("panel").theirs == "Their questions"
    assert labels("candidate").theirs == "What they ask me"
    assert "employer" in labels("candidate").nothing_theirs


@pytest.mark.parametrize("perspective", ["panel", "candidate"])
def test_whoever_looks_on_is_not_told_that_there_is_nothing_nor_how_to_keep_it(perspective):
    called = labels(perspective, looks_on=True)
    assert called.theirs == labels(perspective).theirs
    assert (called.nothing_theirs, called.nothing_noted) == (NOT_SHOWN, NOT_SHOWN)
