"""What only one panelist has seen, and which notes a rating names."""

import pytest

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.facts.kinds.notes import NotesOpened, NoteTaken
from facilitator.domain.facts.signal import Signal
from facilitator.domain.notes.evidence import named_notes, unshared_evidence
from facilitator.domain.session.fold import fold
from tests.domain.interviews import Room, agenda, ask, part
from tests.domain.session.panels import event
from tests.domain.session.sealed import EVENTS

PLAN = agenda(part("Talk", "10m", questions=[ask("aims", competency="craft")]))


def alone(*lines: str) -> list[tuple[str, str | None, str]]:
    """What only one has, of these lines, one a minute: text, competency, direction. `bo> ` in front says by whom."""
    script = "\n".join(f"00:{minute:02}:00 {line}" for minute, line in enumerate(("/start", *lines)))
    session = rehearse(PLAN, script).session
    return [(item.text, item.competency, item.direction) for item in unshared_evidence(session)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["a plain note"], []),
        (["+ good"], [("good", None, "strength")]),
        (["- bad"], [("bad", None, "concern")]),
        (["! odd"], [("odd", None, "concern")]),
        (["? more"], [("more", None, "neither")]),
        (["plain #craft"], [("plain #craft", "craft", "neither")]),
        (["plain @q1"], [("plain @q1", "craft", "neither")]),
        # Concerns, then strengths, then the rest; each in the order of time.
        (
            ["plain #people", "+ good", "- bad", "+ better #craft", "! worse #craft"],
            [
                ("bad", None, "concern"),
                ("worse #craft", "craft", "concern"),
                ("good", None, "strength"),
                ("better #craft", "craft", "strength"),
                ("plain #people", "people", "neither"),
            ],
        ),
        # The same direction about the same competency from another makes it shared.
        (["- bad #craft", "bo> - worse #craft"], []),
        (["- bad #craft", "bo> ! worse #craft"], []),
        (
            ["- bad #craft", "- worse #craft"],
            [("bad #craft", "craft", "concern"), ("worse #craft", "craft", "concern")],
        ),
        (
            ["- bad #craft", "bo> + good #craft"],
            [("bad #craft", "craft", "concern"), ("good #craft", "craft", "strength")],
        ),
        (
            ["- bad #craft", "bo> - bad #people"],
            [("bad #craft", "craft", "concern"), ("bad #people", "people", "concern")],
        ),
        # So does naming the other, or their rating on it.
        (["- bad @bo"], []),
        (["- bad @ann"], [("bad @ann", None, "concern")]),
        (["- bad #craft", "bo> /rate craft 2 n1"], []),
        (["- bad #craft", "/rate craft 2 n1"], [("bad #craft", "craft", "concern")]),
        # Without a competency each note stands alone.
        (["- bad", "bo> - bad too"], [("bad", None, "concern"), ("bad too", None, "concern")]),
        # Words beside a rating are evidence, with its direction.
        (["/rate craft 1 weak"], [("weak", "craft", "concern")]),
        (["/rate craft 2 weak"], [("weak", "craft", "concern")]),
        (["/rate craft 3 so so"], [("so so", "craft", "neither")]),
        (["/rate craft 4 strong"], [("strong", "craft", "strength")]),
        (["/rate craft 4"], []),
        (["+ good #craft", "bo> /rate craft 5 strong"], []),
    ],
)
def test_what_only_one_has(lines: list[str], found: list[tuple[str, str | None, str]]):
    assert alone(*lines) == found


@pytest.mark.parametrize(
    ("text", "found", "missing"),
    [
        ("", "", ()),
        ("n1", "a", ()),
        ("as N2 and n1 say, n2 above all", "ba", ()),
        ("n3", "", ("note 3 was struck",)),
        ("n4 is gone", "", ("note 4 was erased",)),
        ("n0 n5 n1 n5", "a", ("there is no note 0", "there is no note 5")),
        ("n1234567", "", ()),
        ("in1 n1x", "", ()),
    ],
)
def test_the_notes_that_a_text_names(text: str, found: str, missing: tuple[str, ...]):
    session = Room(PLAN, "0:00 a\n0:01 b\n0:02 c\n0:03 /strike 3\n0:04 d\n0:05 /erase 4").session
    notes, why = named_notes(text, session)
    assert "".join(session.notes[note].text for note in notes) == found
    assert why == missing


def test_what_others_have_cannot_be_known_before_the_notes_of_a_panel_are_open():
    sign = event("p", 30, NoteTaken(text="a sign", signal=Signal.CONCERN, number=2))
    assert unshared_evidence(fold((*EVENTS, sign))) == ()
    opened = event("k", 901_000, NotesOpened(key="…", device="cy-1", reason="she left"))
    assert [item.text for item in unshared_evidence(fold((*EVENTS, sign, opened)))] == ["a sign"]
