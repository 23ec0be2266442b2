"""Every command does and says in lines of text what it does and says on the screen.

The lines come from the registry: a command that is added is tried here without being named.
"""

from collections.abc import Iterator

import pytest

from facilitator.domain.language.arguments import Argument, Words
from facilitator.domain.language.commands import COMMANDS, Command, shown_commands
from facilitator.domain.language.decision import Refusal, Situation
from facilitator.domain.text.plain_text import one_line
from facilitator.plain.answers import find_own
from facilitator.plain.desk import OWN_LINES
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.widgets.note_line import NoteLine
from tests.plain.talking import Talk
from tests.ui.sessions import bundled, opened, screen_of

FREE = ("2m", "n1", "q1", "1", "yes", "some words of it")
"""What is typed for an argument that offers nothing: the first of these that it can be."""

SITUATIONS = {
    "not started": (),
    "running": (
        *("/start", "+ closed three of five #pipeline", "/them How is the quota set?", "/cover 1", "/ask 2"),
        *("/next", "/goto 5", "/ask 7", "- blames the market"),
    ),
    "paused": ("/start", "a note", "/pause"),
    "ended": ("/start", "+ a note", "/them Why?", "/rate pipeline 4 n1", "/end"),
}


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
    offered = next(iter(argument.choices(here)), None)
    return offered.text if offered else next(filter(lambda free: is_read(argument, free, here), FREE), "")


def is_read(argument: Argument, free: str, here: Situation) -> bool:
    words = Words(free)
    try:
        argument.read(words, here)
    except Refusal:
        return False
    return not words.take_rest()


def question_in(said: str) -> str:
    """What is asked, without how to answer it: here with Enter and Esc, there with an empty line and another."""
    return one_line(said).partition(" Enter ")[0]


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_every_command_does_and_says_the_same_in_lines_as_on_the_screen(situation: str):
    talk = Talk(*opened(bundled("vp-sales-final")))
    conductor, clock = opened(bundled("vp-sales-final"))
    app = FacilitatorApp(Opened(conductor))
    tried: set[str] = set()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Screen(app, pilot)

        async def both(line: str) -> None:
            for one in (clock, talk.clock):
                one.advance(1)
            before = len(talk.conductor.events)
            on_screen, in_lines = await screen.say(line), "\n".join(talk.say(line))
            if not screen.asks:
                assert in_lines.startswith(on_screen), line
            else:
                assert question_in(in_lines) == question_in(on_screen), line
                assert "\n" not in in_lines
                on_screen, in_lines = await screen.say(line), "\n".join(talk.say(""))
                assert in_lines.startswith(on_screen), line
            assert conductor.events == talk.conductor.events, line
            if len(talk.conductor.events) > before:
                tried.add(line.partition(" ")[0])

        for line in SITUATIONS[situation]:
            await both(line)
        tried.clear()
        for command in shown_commands():
            for line in dict.fromkeys(lines_of(command, talk.conductor.situation())):
                before = len(talk.conductor.events)
                await both(line)
                if len(talk.conductor.events) > before and line != "/undo":
                    await both("/undo")
    assert tried  # something could be done


@pytest.mark.parametrize("line", ["a note", "+ strength #pipeline", '"said so', "//slash", "! q1 @cfo", "#nobody", " "])
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
