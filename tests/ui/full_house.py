"""An interview as large as they get, in the states in which room is short: 8 panelists, 15 segments, 40 questions."""

from pathlib import Path

from facilitator.agenda_files import load
from facilitator.domain.plan.agenda import Agenda
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12)]

NAMES = {
    "long": "Maximiliane Freifrau von Hohenstein-Katzenelnbogen",
    "arabic": "عبد الرحمن بن محمد الأنصاري",
    "chinese": "欧阳娜娜",
    "combining": "Zoe\u0308 A\u030angstro\u0308m-Nguye\u0302\u0303n",
}

_EIGHT_SEGMENTS = [each for _ in range(8) for each in (400, "/next")]

STATES: dict[str, tuple[str, list[str | int], list[str]]] = {
    "before the start, with a room": ("long", ["/room 15:30"], []),
    "a question at hand": (
        "arabic",
        ["/start", *_EIGHT_SEGMENTS, "/ask 17", 60, "+ clear about the map #delivery", 20, "- vague on who leaves", 20],
        [],
    ),
    "a late end and a room that is lost": ("long", ["/start", 1100, "/next", 1500, "/room 13:30"], []),
    "a cell far off is selected": (
        "combining",
        ["/start", *_EIGHT_SEGMENTS, "/ask 17", 60],
        ["escape", "escape", *["down"] * 12, *["right"] * 6],
    ),
    "cut off": ("chinese", ["/start", 100, "/cancel fire alarm, the building is empty"], []),
}
"""By what they show: the candidate, the lines and seconds that lead there, and the keys that are pressed then."""


def full_house() -> Agenda:
    agenda = load(Path(__file__).with_suffix(".yaml")).agenda
    assert agenda is not None
    return agenda


def in_state(state: str) -> tuple[FacilitatorApp, list[str]]:
    """An app in one of the states, and the keys that are still to be pressed."""
    name, lines, keys = STATES[state]
    conductor, clock = opened(full_house(), NAMES[name])
    for line in lines:
        if isinstance(line, int):
            clock.advance(line)
        else:
            conductor.submit(line)
    return FacilitatorApp(Opened(conductor)), keys
