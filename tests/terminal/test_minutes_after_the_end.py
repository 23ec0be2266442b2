"""From the end to everybody's card it takes three minutes, at the pace of somebody who types no better than most.

The keys are pressed in real terminals and counted, and so are the answers and the words that are read: those of each
question with what stands there, and the whole card before it is sealed. The notes and anchors above a question are
one's own and the agenda's, and looked up in doubt alone. What it costs is from the keystroke-level model: S. K. Card,
T. P. Moran and A. Newell, “The keystroke-level model for user performance time with interactive systems”,
Communications of the ACM 23 (1980), 396-410.
"""

import re
from pathlib import Path

import pytest

from facilitator.resources import agendas_dir
from tests.terminal.program import KEYS, Spawn, Terminal
from tests.terminal.test_interview import the_session

KEY_SECONDS = 0.28
"""A key of an average typist who is no secretary, of 40 words a minute (the operators' table there)."""

ANSWER_SECONDS = 1.35
"""Making up one's mind before an answer (operator M there)."""

HAND_SECONDS = 0.4
"""Laying one's hands on the keyboard (operator H there)."""

WORD_SECONDS = 60 / 238
"""Reading a word in silence: M. Brysbaert, “How many words do we read per minute?”, Journal of Memory and Language 109
(2019)."""

THREE_MINUTES = 180

SAMPLE = "vp-sales-final"
RATERS = ("ceo", "cfo", "cro")
QUESTION = re.compile(
    r"((?P<begins>[^\n]* writes next[^\n]*)|Passphrase[^\n]*"
    r"|Rating 1-5 \[(?P<stands>[^\]]*)\]|Recommendation \([^:]*|Strengths [^\n]*|Concerns [^\n]*"
    r"|(?P<last>a number changes that line)): \Z"
)
_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78])")


class Pace:
    """What somebody does at a terminal, and how many seconds it takes them."""

    def __init__(self) -> None:
        self.keys = self.answers = self.words = self.hands = 0

    @property
    def seconds(self) -> float:
        typing = self.keys * KEY_SECONDS + self.hands * HAND_SECONDS
        return typing + self.answers * ANSWER_SECONDS + self.words * WORD_SECONDS

    def types(self, line: str) -> None:
        """A line that is typed at the shell, with its Enter."""
        self.keys += len(line) + 1
        self.answers += 1

    def presses(self, terminal: Terminal, *keys: str) -> None:
        for key in keys:
            terminal.press(key) if key in KEYS else terminal.type(key)
            self.keys += 1 if key in KEYS else len(key)
        self.answers += 1


@pytest.fixture
def unfinished(spawn: Spawn, home: Path, tmp_path: Path) -> str:
    """The sample, played until just before its end."""
    script = (agendas_dir() / f"{SAMPLE}.script").read_text("utf-8").partition("1:36:30 /end")[0]
    (tmp_path / "until.script").write_text(script, "utf-8")
    played = spawn("rehearse", SAMPLE, "--script", tmp_path / "until.script", "--keep", "--out", tmp_path / "played.md")
    assert played.wait_for_exit() == 0
    return the_session(home)


def end(spawn: Spawn, session: str) -> Pace:
    """End the interview, glance at the page, and leave for the shell."""
    pace = Pace()
    live = spawn("resume", session)
    live.wait_for("Closing")
    pace.presses(live, "/end", "enter")
    pace.words += len(seen(live, r"Must-asks? not asked.*go back\.").split())
    pace.presses(live, "enter")
    live.wait_for("Strengths, concerns and flags")
    pace.presses(live, "ctrl+q")
    assert live.wait_for_exit() == 0
    return pace


def seen(live: Terminal, pattern: str) -> str:
    """What is read of a screen: from its first word to its last, whatever else is drawn by then."""
    found = re.search(pattern, live.wait_for(f"(?s){pattern}"), re.DOTALL)
    assert found is not None
    return found[0]


def fill_in(terminal: Terminal, pace: Pace, panelists: int) -> None:
    """Leave out what one hasn't rated, take the rest with Enter, read the card, seal it, read that, and hand over."""
    answered = 0
    while panelists:
        question = asked(terminal, answered)
        answered = len(said(terminal))
        pace.words += 0 if question["last"] else len(question[0].split())
        pace.hands += bool(question["begins"])
        has_none = (question["stands"] or "").startswith("not rated")
        pace.presses(terminal, *(("-", "enter") if has_none else ("enter",)))
        panelists -= bool(question["last"])
    assert terminal.wait_for_exit() == 0
    for card in said(terminal).split("before it is sealed:")[1:]:
        pace.words += len(card.partition("writes next")[0].split())


def asked(terminal: Terminal, after: int) -> re.Match[str]:
    """The question that stands there last, once more than so many characters do."""
    terminal.wait_until(lambda _: len(said(terminal)) > after and QUESTION.search(said(terminal)) is not None)
    found = QUESTION.search(said(terminal))
    assert found is not None
    return found


def said(terminal: Terminal) -> str:
    return _ESCAPES.sub("", terminal.raw.decode("utf-8", "replace")).replace("\r", "")


def test_from_the_end_to_everybodys_card_it_takes_three_minutes(spawn: Spawn, unfinished: str):
    """Even if the panelists have one keyboard and write one after the other; who changes places isn't counted."""
    pace = end(spawn, unfinished)
    pace.types("facilitator scorecard")
    fill_in(spawn("scorecard", unfinished), pace, len(RATERS))
    assert pace.seconds <= THREE_MINUTES
