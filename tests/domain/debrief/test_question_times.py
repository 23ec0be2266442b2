"""When each question was put."""

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.question_times import asked_at_seconds
from tests.ui.sessions import small_agenda


def test_a_question_was_put_when_it_was_first_marked_and_not_when_it_was_dropped_or_taken_back():
    script = "00:05 /start\n01:05 /ask 1\n02:05 /cover 1\n03:05 /drop 2 no time\n04:00 /ask 2\n04:05 /undo\n"
    session = rehearse(small_agenda(), script, "").session
    assert asked_at_seconds(session) == {session.plan.questions[0].id: 60}
