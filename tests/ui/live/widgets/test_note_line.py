"""The note line: what is typed, recalled, stamped, completed and pasted; what a line means is decided elsewhere."""

import pytest
from textual.events import Paste

from facilitator.showing.completion import Completion
from facilitator.ui.live.widgets.note_line import NoteLine
from tests.ui.hosting import Host


class Line(Host[NoteLine]):
    """A note line with a clock that is set by hand, and one completion for whatever ends in `#cr`."""

    def __init__(self) -> None:
        self.now = 1000
        super().__init__(NoteLine(lambda: self.now, self.complete))

    def complete(self, before: str) -> list[Completion]:
        return [Completion(len(before) - 3, "#craft", "Craft")] if before.endswith("#cr") else []

    @property
    def submitted(self) -> list[tuple[str, int]]:
        return [(message.text, message.typed_at) for message in self.heard if isinstance(message, NoteLine.Submitted)]


@pytest.fixture
def line() -> Line:
    return Line()


async def test_a_line_is_stamped_with_its_first_character_and_the_next_begins_empty(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press("o")
        line.now = 2000
        await pilot.press("k", "enter")
        assert line.widget.text == ""
    assert line.submitted == [("ok", 1000)]


async def test_an_empty_line_is_not_submitted(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press("space", "enter")
    assert line.submitted == []


async def test_a_stamp_is_of_the_note_that_is_typed_next(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.stamp()
        line.now = 5000
        await pilot.press("a", "enter")
    assert line.submitted == [("a", 1000)]


async def test_what_was_refused_stands_there_again_with_its_stamp(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.put_back("/cover 99", 500)
        await pilot.press("enter")
    assert line.submitted == [("/cover 99", 500)]


async def test_tab_takes_the_completion(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press(*"good #cr", "tab")
        assert line.widget.text == "good #craft "


async def test_up_recalls_the_lines_before_and_down_comes_back_to_the_one_begun(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.remember(["one"])
        line.widget.accept("two")
        await pilot.press(*"half", "up", "up")
        assert line.widget.text == "one"
        await pilot.press("down", "down")
        assert line.widget.text == "half"


async def test_a_command_that_is_begun_keeps_the_note_aside_until_it_is_done(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press(*"half")
        line.widget.begin("/rate ")
        assert line.widget.begun_texts == ["half"]
        await pilot.press("x")
        assert line.widget.begun_texts == ["half", "/rate x"]
        await pilot.press("enter")
        assert line.widget.text == "half"
    assert line.submitted[0][0] == "/rate x"


async def test_a_draft_that_ends_with_a_command_goes_on_with_it_and_the_note_comes_back(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.take_up("half\nof a note\n/them why")
        assert line.widget.text == "/them why"
        assert line.widget.begun_texts == ["half\nof a note", "/them why"]
        await pilot.press("enter")
        assert line.widget.text == "half\nof a note"


@pytest.mark.parametrize("draft", ["", "half", "/them why", "half\nof a note"])
async def test_any_other_draft_stands_in_the_line_as_it_was(line, draft):
    async with line.run():
        line.widget.take_up(draft)
        assert line.widget.text == draft


async def test_a_command_that_is_not_gone_on_with_gives_the_note_back(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press(*"half")
        line.widget.begin("/rate ")
        line.widget.leave_begun()
        assert line.widget.text == "half"


async def test_pasted_rows_stay_and_what_acts_on_a_terminal_goes(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.post_message(Paste("one\r\ntwo\x1b[2J"))
        await pilot.pause()
        assert line.widget.text == "one\ntwo[2J"


@pytest.mark.parametrize(
    ("width", "says"), [(100, "quote, #competency; / for a command"), (40, "Type a note; / for a command")]
)
async def test_an_empty_line_says_what_it_is_for_as_far_as_there_is_room(line, width, says):
    async with line.run(width) as pilot:
        await pilot.pause()
        assert str(line.widget.placeholder).endswith(says)


async def test_what_a_command_takes_the_place_of_comes_back_one_by_one_and_is_all_in_the_draft(line):
    async with line.run() as pilot:
        line.widget.focus()
        await pilot.press(*"a note")
        line.widget.begin("/goto 3")
        await pilot.press(*" or")
        line.widget.begin("/them ")
        assert line.widget.begun_texts == ["a note", "/goto 3 or"]
        await pilot.press(*"why", "enter")
        assert line.widget.text == "/goto 3 or"
        await pilot.press("enter")
        assert line.widget.text == "a note"


async def test_a_recalled_line_that_was_changed_is_not_lost_on_the_way_to_another(line):
    async with line.run() as pilot:
        line.widget.focus()
        line.widget.remember(["one", "two"])
        await pilot.press("up", "x", "up")
        assert (line.widget.text, line.widget.begun_texts) == ("one", ["twox", "one"])
        await pilot.press("down", "down")
        assert line.widget.text == "twox"


async def test_undoing_rows_while_the_cursor_is_in_one_of_them_breaks_nothing(line):
    async with line.run(20, 3) as pilot:
        line.widget.focus()
        await pilot.press("a", "ctrl+j", "b", "ctrl+j", "c", "ctrl+j", "d", "ctrl+j", "e", "ctrl+j", "f", "ctrl+j", "g")
        await pilot.press(*["ctrl+z"] * 14, *["ctrl+y"] * 14)
        assert line.widget.text == "a\nb\nc\nd\ne\nf\ng"
