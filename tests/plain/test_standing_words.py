"""One sentence says what a glance at the screen would tell."""

import pytest

from facilitator.plain.standing_words import standing_sentence, without_glyph
from tests.plain.talking import begun, talk_about
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, WARNING, played


def sentence(talk) -> str:
    return standing_sentence(talk.conductor.session, talk.conductor.now())


def test_before_the_start_it_says_how_to_begin():
    said = sentence(talk_about())
    assert said.startswith("A short talk: not started; /start to begin; ends 10:15 if started now; 15:00 in 2 segments")


def test_while_it_runs_it_has_the_time_left_the_deviation_what_follows_and_what_to_ask():
    talk = begun()
    talk.clock.advance(90)
    assert sentence(talk) == (
        "First: 8:30 left of 10:00; Interview on time; ends 10:15; until 10:10; then 2. Second; "
        "your next note is Ann Lee's, in 1. First; q1 next, a must-ask: Why?"
    )


def test_the_question_at_hand_is_named():
    talk = begun()
    talk.say("/ask 2")
    assert sentence(talk).endswith("q2 at hand: How?")


def test_after_the_end_it_says_when_and_after_how_long():
    talk = begun()
    talk.clock.advance(600)
    talk.say("/end")
    talk.say("")
    assert sentence(talk).startswith("A short talk: ended at 10:10 after 10:00; Interview 5:00 under")


def test_it_says_what_the_next_note_belongs_to():
    talk = talk_about()
    assert "your next note" not in talk.say("")[0]
    talk.say("/as bo")
    assert "; your next note is Bo Chen's" in talk.say("")[0]
    talk.say("/start")
    assert "; your next note is Bo Chen's, in 1. First; " in talk.say("")[0]
    talk.say("/ask 2")
    assert "; your next note is Bo Chen's, in 1. First, on q2; q2 at hand: How?" in talk.say("")[0]


def test_an_interview_that_was_not_held_says_why():
    talk = talk_about()
    talk.say("/cancel the train is late")
    assert sentence(talk) == "A short talk: not held: the train is late."


@pytest.mark.parametrize("until", [WAITING, NORMAL, WARNING, DANGER, OVERTIME, ENDED])
def test_it_is_one_line_without_a_glyph_for_the_eye(until: int):
    conductor, _ = played(until)
    said = standing_sentence(conductor.session, conductor.now())
    assert "\n" not in said
    assert not set(said) & set("◇▶◆▲■□‖◖»")


def test_only_a_glyph_is_left_out():
    assert without_glyph("▶ left of 5m") == "left of 5m"
    assert without_glyph("! talking already? /start") == "talking already? /start"
    assert without_glyph("/start to begin") == "/start to begin"
    assert without_glyph("2:10 over") == "2:10 over"
