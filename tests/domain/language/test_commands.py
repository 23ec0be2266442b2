"""A line that is no command, or not all of one, is refused with what to write instead."""

import re

import pytest

from facilitator.domain.facts.kinds.running import SegmentSkipped
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.decisions import decide
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.language.answers import PLAN, answer
from tests.domain.session.recorded import minutes, session_of


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/", "There is no command /."),
        ("", "1:00", "/zzz", "There is no command /zzz."),
        ("", "1:00", "/stat", "There is no command /stat. Did you mean /start?"),
        ("", "1:00", "/co 1", "Ann Lee has covered q1."),
        ("", "1:00", "/COVER 1", "Ann Lee has covered q1."),
        ("", "1:00", "/r", "/r could be /rate, /recommend, /resume, /recover."),
        ("", "1:00", "/p", "/p could be /partly, /pause."),
        ("", "1:00", "/cov 1", "Ann Lee has covered q1."),
        ("", "1:00", "/start now", "“now” is too much: /start"),
        ("", "1:00", "/add -5m", "“-5m” is less than nothing: /trim takes time away, /add gives some."),
        ("", "1:00", "/add 0", "“0” is not a length of time: write 2m, 90s or 1:30."),
        ("", "1:00", "/late", "How long? Write 2m or 90s."),
        ("", "1:00", "/late soon", "“soon” is not a length of time: write 2m, 90s or 1:30."),
        ("", "1:00", "/goto 9", "There is no segment 9: they go from 1 to 5."),
        ("", "1:00", "/goto 0", "There is no segment 0: they go from 1 to 5."),
        ("", "1:00", "/goto", "Which segment? For example: /goto 3"),
        ("", "1:00", "/goto b", "Now: Break."),
        # Of a very long number the first six digits count.
        ("", "1:00", "/cover 000001", "Ann Lee has covered q1."),
        ("", "1:00", "/cover 0000001", "There is no question 0000001: they go from 1 to 3."),
        ("", "1:00", "/goto 000003", "Now: Break."),
        ("", "1:00", "/goto 0000003", "There is no segment 0000003: they go from 1 to 5."),
        ("0:00 /them Why?", "1:00", "/answered 000001", "Ann Lee answered their question 1."),
        ("0:00 /them Why?", "1:00", "/answered 0000001", "Which of their questions? They go from 1 to 1."),
        ("", "1:00", "/goto zzz", "No segment is called “zzz”. There is opening, talk, break, theirs, closing."),
        ("", "1:00", "/handoff 1", "Which panelist? For example: /handoff 3 cfo"),
        ("", "1:00", "/handoff 1 zed", "No panelist is called “zed”. There is ann, bo, cy."),
    ],
)
def test_a_line_is_understood_or_refused_with_what_to_write_instead(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said


def test_of_many_names_eight_are_listed():
    plan = agenda(part("Talk", "10m", questions=[ask(f"one-{letter}") for letter in "abcdefghi"]))
    room = Room(plan)
    for word, reason in (
        ("zzz", "No question is called “zzz”. There is one-a, one-b, one-c, one-d, one-e, one-f, one-g, one-h, …."),
        ("one", "“one” could be one-a, one-b, one-c, one-d, one-e, one-f, one-g, one-h, …."),
    ):
        with pytest.raises(Refusal, match=f"^{re.escape(reason)}$"):
            decide(f"/cover {word}", room.session, room.at("1:00"), "ann")


def test_a_note_is_stamped_with_when_its_first_character_was_typed():
    room = Room(PLAN)
    assert decide("a note", room.session, room.at("1:00"), "ann", typed_at=room.at("0:58")).at == room.at("0:58")
    assert decide("a note", room.session, room.at("1:00"), "ann").at == room.at("1:00")


def test_where_every_segment_was_skipped_the_first_is_started():
    session = session_of(*((1, SegmentSkipped(segment=name)) for name in ("one", "two", "three")))
    assert decide("/start", session, minutes(2), "ann").said == "Now: One."
