"""The notes that say most: what ratings cite, then the first of each competency, then those of who rates furthest."""

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.debrief.strongest import strongest
from facilitator.domain.facts.signal import Signal
from tests.domain.interviews import Room, agenda, part


def told(script: str, signal: Signal = Signal.STRENGTH) -> list[str]:
    room = Room(agenda(part("Talk", "30m")), f"0:00 /start\n{script}\n20:00 /end")
    return [note.text.split(" #")[0] for note in strongest(debrief(room.session, room.at("21:00")), signal)]


def test_what_a_rating_cites_comes_first():
    assert told("1:00 + first #craft\n2:00 + second #craft\n3:00 /rate craft 4 see n2") == ["second", "first"]


def test_the_first_of_each_competency_comes_before_the_second_of_any():
    assert told("1:00 + one #craft\n2:00 + two #craft\n3:00 + other #people") == ["one", "other", "two"]


def test_a_note_that_is_filed_nowhere_comes_behind_the_first_of_each():
    assert told("1:00 + nowhere\n2:00 + filed #craft") == ["filed", "nowhere"]


def test_whose_author_rates_further_comes_first_in_the_direction_of_the_signal():
    for sign, signal, first in (("+", Signal.STRENGTH, "high"), ("-", Signal.CONCERN, "low")):
        script = (
            f"1:00 ann> {sign} low #craft\n2:00 bo> {sign} high #craft\n"
            "3:00 ann> /rate craft 2 x\n4:00 bo> /rate craft 5 x"
        )
        assert told(script, signal)[0] == first


def test_only_notes_with_the_signal_are_among_them():
    assert told("1:00 + good\n2:00 - bad\n3:00 plain") == ["good"]
