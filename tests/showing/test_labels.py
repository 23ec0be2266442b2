"""Things are called from the side of the table that the agenda is written for."""

from facilitator.showing.labels import labels


def test_the_panel_hears_their_questions_and_a_candidate_is_asked_by_them():
    assert labels("panel").theirs == "Their questions"
    assert labels("candidate").theirs == "What they ask me"
    assert "employer" in labels("candidate").nothing_theirs
