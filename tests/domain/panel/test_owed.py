"""What is owed to the candidate stands in the order in which it is due."""

from facilitator.domain.panel.owed import owed_answers
from tests.domain.interviews import Room, agenda, part


def test_dates_come_first_then_other_words_and_what_is_due_at_no_time_last():
    room = Room(
        agenda(part("Talk", "20m")),
        """0:00 /them undated
        0:00 /them in words
        0:00 /them later
        0:00 /them soon
        0:00 /them answered
        1:00 /owed 1 by bo
        1:00 /owed 2 by bo until the board has met
        1:00 /owed 3 by bo until 2026-12-24
        1:00 /owed 4 by bo until 2026-12-04
        1:00 /answered 5""",
    )
    assert [item.text for item in owed_answers(room.session)] == ["soon", "later", "in words", "undated"]
