"""Every command does and says in lines of text what it does and says on the screen.

The lines come from the registry: a command that is added is tried here without being named.
"""

from collections.abc import Iterator
from itertools import count, islice

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.own_notes import NOTE_KEY_BYTES, OwnNotes
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.language.arguments import Argument
from facilitator.domain.language.commands import COMMANDS, Command, shown_commands
from facilitator.domain.language.decision import Backstage, Decision, Refusal, Situation, ToTell
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.text.plain_text import one_line
from facilitator.plain.answers import find_own
from facilitator.plain.desk import OWN_LINES
from facilitator.plain.plain_interview import HOW_TO_ANSWER
from facilitator.storage.journal import MemoryJournal
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.help.help_screen import HelpScreen
from facilitator.ui.live.page_screen import PageScreen
from facilitator.ui.live.widgets.note_line import NoteLine
from tests.plain.talking import Talk
from tests.ui.sessions import bundled, opened, screen_of

FREE = ("2m", "n1", "q1", "1", "yes", "some words of it", "Demo 10m", "Dana Roth for cfo")
"""What is typed for an argument that offers nothing: the first of these that it can be."""

SITUATIONS = {
    "not started": (),
    "running": (
        *("/start", "+ closed three of five #pipeline", "/them How is the quota set?", "/cover 1", "/ask 2"),
        *("/next", "/move 4 after 5", "/goto 5", "/ask 7", "- blames the market", "/room 11:30", "cfo> asks for more"),
    ),
    "running, with a colleague at a device of their own": ("/start", "a note", "- another, for nobody else yet"),
    "started late, and paused": (*(f"note {number}" for number in range(7)), "/start", "/pause"),
    "ended": ("/start", "+ a note", "/them Why?", "/rate pipeline 4 n1", "/end"),
}

ADMITTED = (
    DeviceAdmitted(device="desk", seat="ceo", letter="a"),
    DeviceAdmitted(device="far", seat="cfo", letter="b"),
    DeviceAdmitted(device="farther", seat="cfo", letter="c"),
)
"""What precedes a situation in which there are other devices, one of which can be removed."""

LAST = ("erase", "undo", "redo", "reopen", "clock", "quit")
"""They come last, in this order, since they change the situation or leave it, or nothing takes them back."""

WITHOUT_TRACE = {"help", "invite", "page", "panel", "quit", "tell"}
"""What they do leaves nothing in a session."""

SECONDS_PER_LINE = 20


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have ids that come one after the other: the names of lines come by chance."""
    carry_out = Conductor.carry_out
    monkeypatch.setattr(Conductor, "carry_out", lambda self, decision, by=None, name="": carry_out(self, decision, by))


class Heard(Backstage):
    """Stands for a live connection: something was told, and others can be."""

    heard = "[/] 2 min to wrap @q1"

    def tell(self, words: ToTell) -> None:
        assert words.text


class Screen:
    """The live screen, given lines as its note line sends them."""

    def __init__(self, app: FacilitatorApp, pilot) -> None:
        self.live = screen_of(app)
        self.pilot = pilot

    async def say(self, line: str) -> str:
        """Send a line; return the reply."""
        self.live.reply.tell("")
        self.live.note_line.post_message(NoteLine.Submitted(line, self.live.conductor.now()))
        await self.pilot.pause()
        if isinstance(self.pilot.app.screen, HelpScreen | PageScreen):
            self.pilot.app.screen.dismiss()
        return str(self.live.reply.text)

    @property
    def asks(self) -> bool:
        return bool(self.live.reply.kind == "asked")


def lines_of(command: Command, here: Situation) -> Iterator[str]:
    """The command without its optional words, and with all of them."""
    for wanted in ((lambda argument: not argument.optional), (lambda argument: True)):
        words = [typed(argument, here) for argument in command.arguments if wanted(argument)]
        yield " ".join([f"/{command.name}", *filter(None, words)])


def typed(argument: Argument, here: Situation) -> str:
    """What could be typed for an argument: the second thing that it offers, since the first is often so already."""
    offered = [choice.text for choice in islice(argument.choices(here), 2)]
    return offered[-1] if offered else next((free for free in FREE if is_read(argument, free, here)), "")


def is_read(argument: Argument, free: str, here: Situation) -> bool:
    words = Words(free)
    try:
        argument.read(words, here)
    except Refusal:
        return False
    return not words.take_rest()


def begun_in(situation: str) -> tuple[Conductor, SimulatedClock]:
    log = MemoryJournal()
    conductor, clock = opened(bundled("vp-sales-final"), log=log)
    if "device" in situation:
        conductor.carry_out(Decision(ADMITTED))
        names = map(str, count())
        conductor = Conductor.resume(log, clock, "desk", names.__next__, own=OwnNotes("desk", bytes(NOTE_KEY_BYTES)))
        conductor.backstage = Heard()
    return conductor, clock


def question_in(said: str) -> str:
    """What is asked, without how to answer it: here with Enter and Esc, there with an empty line and another."""
    return one_line(said).partition(" Enter ")[0]


def lines_to_try(talk: Talk, situation: str) -> Iterator[str]:
    """The lines that lead to a situation, then every command; what it has done is undone before the next."""
    yield from SITUATIONS[situation]
    for command in sorted(shown_commands(), key=lambda one: one.name in LAST and LAST.index(one.name) + 1):
        for line in dict.fromkeys(lines_of(command, talk.conductor.situation())):
            before, writer = len(talk.conductor.events), talk.conductor.writer
            yield line
            if len(talk.conductor.events) > before and command.name not in LAST:
                yield "/undo"
            if talk.conductor.writer != writer:
                yield f"/as {writer}"


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_every_command_does_and_says_the_same_in_lines_as_on_the_screen(situation: str):
    talk = Talk(*begun_in(situation))
    conductor, clock = begun_in(situation)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Screen(app, pilot)
        for line in lines_to_try(talk, situation):
            clock.advance(SECONDS_PER_LINE)
            talk.clock.advance(SECONDS_PER_LINE)
            on_screen, in_lines = await screen.say(line), "\n".join(talk.say(line))
            if screen.asks:
                assert question_in(in_lines) == question_in(on_screen), line
                on_screen, in_lines = await screen.say(line), "\n".join(talk.say(""))
            assert in_lines.startswith(on_screen), line
            assert conductor.events == talk.conductor.events, line
            assert conductor.writer == talk.conductor.writer, line


def test_in_one_of_these_situations_each_command_can_be_carried_out():
    done: set[str] = set()
    for situation in SITUATIONS:
        talk = Talk(*begun_in(situation))
        for line in lines_to_try(talk, situation):
            talk.clock.advance(SECONDS_PER_LINE)
            before = talk.conductor.events, talk.conductor.writer
            if talk.say(line)[-1:] and talk.stream.getvalue().rstrip().endswith(HOW_TO_ANSWER):
                talk.say("")
            if (talk.conductor.events, talk.conductor.writer) != before:
                done.add(line.partition(" ")[0].removeprefix("/"))
    assert set(COMMANDS) <= done | WITHOUT_TRACE


NOTES = ("a note", "+ strength #pipeline", '"said so', "//slash", "! q1 @cfo", "#nobody", "cfo> whose?", " ")


@pytest.mark.parametrize("line", NOTES)
async def test_every_note_does_too(line: str):
    talk = Talk(*opened(bundled("vp-sales-final")))
    conductor, _ = opened(bundled("vp-sales-final"))
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        on_screen = await Screen(app, pilot).say(line)
    if line.strip():
        assert "\n".join(talk.say(line)) == on_screen
    assert conductor.events == talk.conductor.events


def test_nothing_that_only_the_line_mode_knows_hides_a_command():
    assert not set(OWN_LINES) & set(COMMANDS)
    assert all(find_own(f"/{name}") is None for name in COMMANDS)
