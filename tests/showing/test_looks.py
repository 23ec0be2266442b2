"""Every state can be told by its glyph and by its word, without colour."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.showing.looks import ANSWER, PHASE, SEGMENT_STATE, SIGNAL, STATUS, look_of, phase_words
from tests.ui.sessions import DANGER, ENDED, NORMAL, OVERTIME, WAITING, WARNING, played


@pytest.mark.parametrize("looks", [STATUS, SIGNAL, PHASE, SEGMENT_STATE, ANSWER])
def test_no_two_states_of_a_kind_look_alike_or_are_called_the_same(looks):
    assert len({look.glyph for look in looks.values()}) == len(looks)
    assert len({look.word for look in looks.values()}) == len(looks)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (WAITING, "◇ not started"),
        (NORMAL, "▶ left"),
        (WARNING, "◆ left, wrap up"),
        (DANGER, "▲ left, hand over"),
        (OVERTIME, "■ over"),
        (ENDED, "□ ended"),
    ],
)
def test_a_phase_says_what_its_figures_count_and_what_follows(until, words):
    conductor, _ = played(until)
    assert phase_words(clock_face(conductor.session, conductor.now())) == words


def test_a_pause_is_said_in_the_place_of_the_phase():
    conductor, _ = played(OVERTIME)
    conductor.submit("/pause")
    face = clock_face(conductor.session, conductor.now())
    assert look_of(face).word == "paused"
    assert phase_words(face, "the 15m") == "‖ over the 15m, paused"
