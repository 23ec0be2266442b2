"""What single keys act on: a question with its owner, moved by the arrow keys."""

import pytest

from facilitator.ui.live.selection import Selection
from tests.ui.sessions import OVERTIME, opened, played, small_agenda


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return conductor


@pytest.mark.parametrize(("number", "panelist"), [(1, "ann"), (2, "bo")])
def test_a_question_is_selected_with_its_owner(conductor, number, panelist):
    assert Selection.of(conductor.session, number, "ann") == Selection(number, panelist)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_question_that_is_not_there_is_none_with_the_lead(conductor, number):
    assert Selection.of(conductor.session, number, "ann") == Selection(0, "ann")


def test_the_suggestion_is_selected_before_anything_was_and_then_the_question_at_hand(conductor):
    assert Selection.suggested(conductor.session, conductor.now(), "ann").question == 1
    conductor.submit("/ask 2")
    assert Selection.suggested(conductor.session, conductor.now(), "ann").question == 2


def test_where_there_is_nothing_to_ask_the_first_that_nobody_asked_is_selected():
    conductor, _ = played(OVERTIME)
    assert Selection.suggested(conductor.session, conductor.now(), "ceo").question == 2


def test_an_agenda_without_questions_has_nothing_to_select():
    segment = {"id": "one", "title": "One", "length_seconds": 60}
    conductor, _ = opened(small_agenda(segments=[segment]))
    assert Selection.suggested(conductor.session, conductor.now(), "ann") == Selection(0, "ann")


@pytest.mark.parametrize(
    ("start", "rows", "columns", "end"),
    [
        (Selection(1, "ann"), 1, 0, Selection(2, "bo")),
        (Selection(2, "ann"), 1, 0, Selection(2, "bo")),
        (Selection(1, "bo"), -1, 0, Selection(1, "ann")),
        (Selection(1, "ann"), 0, 1, Selection(1, "bo")),
        (Selection(1, "bo"), 0, 1, Selection(1, "bo")),
        (Selection(1, "nobody"), 0, 1, Selection(1, "bo")),
    ],
)
def test_arrow_keys_move_it_and_stop_at_the_ends(conductor, start, rows, columns, end):
    assert start.moved(conductor.session, rows, columns, "ann") == end


def test_numbers_are_no_places_once_a_question_was_added(conductor):
    conductor.submit("/question And then? in 2")
    conductor.submit("/question Since when? by bo")
    session = conductor.session
    assert [question.number for question in session.plan.questions] == [1, 2, 4, 3]
    assert Selection.of(session, 4, "ann") == Selection(4, "bo")
    assert Selection(2, "bo").moved(session, 1, 0, "ann") == Selection(4, "bo")
    assert Selection(4, "bo").moved(session, 1, 0, "ann") == Selection(3, "ann")
    assert Selection(3, "ann").moved(session, 1, 0, "ann") == Selection(3, "ann")
    assert Selection(9, "ann").moved(session, 1, 0, "ann") == Selection(1, "ann")
