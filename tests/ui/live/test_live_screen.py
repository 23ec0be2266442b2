"""From keys to the session: what is typed, pressed and clicked becomes lines, and they become facts."""

import pytest
from textual.geometry import Offset

from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.time.phases import Phase
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.views import ClockView, Curtain
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid
from facilitator.ui.live.widgets.note_line import NoteLine
from tests.disks import Disk
from tests.ui.keyboard import until
from tests.ui.sessions import NORMAL, opened, played, screen_of, small_agenda


class Stage:
    """A running app with its session, its clock, and the messages of ours that flowed."""

    def __init__(self, conductor, clock, **options):
        self.conductor = conductor
        self.clock = clock
        self.messages = []
        self.app = FacilitatorApp(Opened(conductor, **options))

    @property
    def session(self):
        return self.conductor.session

    @property
    def screen(self):
        return self.app.screen

    @property
    def said(self):
        return self.screen.reply.text

    def run(self, size=(120, 40)):
        return self.app.run_test(size=size, message_hook=self.hear)

    def hear(self, message):
        if type(message).__module__.startswith("facilitator"):
            self.messages.append(message)

    def heard(self, kind):
        """The messages of a kind that flowed, each once."""
        return list(dict.fromkeys(message for message in self.messages if isinstance(message, kind)))


@pytest.fixture
def stage():
    return Stage(*opened(small_agenda()))


@pytest.fixture
def running():
    conductor, clock = opened(small_agenda())
    conductor.submit("/start")
    return Stage(conductor, clock)


def notes(stage):
    return [note.text for note in stage.session.notes.values()]


class TestTyping:
    async def test_enter_keeps_a_note_stamped_with_its_first_character(self, running):
        async with running.run() as pilot:
            begun = running.conductor.now()
            await pilot.press("+", "o")
            running.clock.advance(30)
            await pilot.press("k", "enter")
        [note] = running.session.notes.values()
        assert (note.text, note.signal, note.at) == ("ok", Signal.STRENGTH, begun)
        [submitted] = running.heard(NoteLine.Submitted)
        assert (submitted.text, submitted.typed_at) == ("+ok", begun)

    async def test_a_refused_line_stays_as_typed_and_the_reason_is_shown(self, running):
        async with running.run() as pilot:
            await pilot.press(*"/cover 99", "enter")
            assert running.screen.note_line.text == "/cover 99"
            assert "no question 99" in running.said
            assert running.screen.reply.kind == "refused"

    async def test_an_unknown_tag_is_kept_as_text_and_pointed_out(self, running):
        async with running.run() as pilot:
            await pilot.press(*"good #crft", "enter")
            assert "did you mean #craft" in running.said
        assert notes(running) == ["good #crft"]

    async def test_ctrl_j_breaks_the_row(self, running):
        async with running.run() as pilot:
            await pilot.press("a", "ctrl+j", "b", "enter")
        assert notes(running) == ["a\nb"]

    async def test_pasted_rows_stay_and_what_acts_on_a_terminal_goes(self, running):
        async with running.run() as pilot:
            running.screen.note_line.post_message(paste("one\r\ntwo\x1b]52;c;x\x07\u202eend"))
            await pilot.press("enter")
        assert notes(running) == ["one\ntwo]52;c;xend"]

    async def test_ctrl_t_stamps_a_note_that_is_described_later(self, running):
        async with running.run() as pilot:
            await pilot.press("ctrl+t")
            stamped = running.conductor.now()
            running.clock.advance(90)
            await pilot.press(*"later", "enter")
        [note] = running.session.notes.values()
        assert note.at == stamped

    async def test_up_recalls_and_down_comes_back(self, running):
        async with running.run() as pilot:
            await pilot.press(*"one", "enter", *"two", "enter", *"half", "up", "up")
            assert running.screen.note_line.text == "one"
            await pilot.press("down", "down")
            assert running.screen.note_line.text == "half"

    @pytest.mark.parametrize(
        ("typed", "line"),
        [
            ("/cov", "/cover "),
            ("good #cr", "good #craft "),
            ("said @b", "said @bo "),
            ("/handoff q1 b", "/handoff q1 bo "),
        ],
    )
    async def test_tab_completes(self, running, typed, line):
        async with running.run() as pilot:
            await pilot.press(*typed, "tab")
            assert running.screen.note_line.text == line

    async def test_completion_never_takes_enter(self, running):
        async with running.run() as pilot:
            await pilot.press(*"good #cr")
            assert running.screen.completions.offered
            await pilot.press("enter")
        assert notes(running) == ["good #cr"]

    async def test_a_note_that_is_half_typed_survives_a_command(self, running):
        async with running.run() as pilot:
            await pilot.press(*"half a no", "escape", "r")
            assert running.screen.note_line.text == "/rate "
            await pilot.press(*"craft 4", "enter")
            assert running.screen.note_line.text == "half a no"
        assert [rating.rating for rating in running.session.ratings.values()] == [4]

    async def test_a_struck_note_is_gone_and_undo_brings_it_back(self, running):
        async with running.run() as pilot:
            await pilot.press(*"a", "enter", *"/strike 1", "enter")
            assert notes(running) == []
            await pilot.press(*"/undo", "enter")
            assert notes(running) == ["a"]


class TestSingleKeys:
    async def test_a_key_marks_the_selected_question(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "down", "c")
        [mark] = running.session.marks
        assert (mark.question, mark.panelist, mark.status) == ("how", "bo", Status.COVERED)

    async def test_right_selects_another_panelist(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "right", "a")
        assert [mark.panelist for mark in running.session.marks] == ["bo"]

    async def test_pause_and_resume_share_a_key_and_the_one_that_is_possible_runs(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "p")
            assert running.session.is_paused
            await pilot.press("escape", "p")
            assert not running.session.is_paused

    async def test_a_key_that_is_not_possible_now_says_why(self, stage):
        async with stage.run() as pilot:
            await pilot.press("escape", "n")
            assert "hasn't started" in stage.said

    async def test_a_letter_that_is_no_key_is_typed(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", *"Quick", "enter")
        assert notes(running) == ["Quick"]

    async def test_one_act_and_all_after_it_is_typed(self, stage):
        async with stage.run() as pilot:
            await pilot.press("escape", "s", *"no clear answer", "enter")
        assert stage.session.current.id == "first"
        assert notes(stage) == ["no clear answer"]

    async def test_a_key_that_is_refused_is_an_act_too(self, stage):
        async with stage.run() as pilot:
            await pilot.press("escape", "n", *"not yet")
            assert stage.screen.note_line.text == "not yet"

    async def test_esc_twice_makes_them_stay_until_esc(self, running):
        async with running.run() as pilot:
            await pilot.press("escape")
            assert running.screen.key_bar.mode == "one key: q1 by ann"
            await pilot.press("escape")
            assert running.screen.key_bar.mode == "keys stay: q1 by ann"
            await pilot.press("p", "p", "p", "escape", "p")
            assert running.screen.note_line.text == "p"
        assert running.session.is_paused

    async def test_what_has_acted_says_what_it_did_and_how_to_undo_it(self, running):
        async with running.run() as pilot:
            running.clock.advance(14)
            await pilot.press("escape", "n")
            assert running.said == "Now: Second. Ended “First” at 0:14, F8 undoes."
            await pilot.press("escape", "u")
            assert running.said == "Undone: start of “Second”. Esc U brings it back."
            await pilot.press("escape", "escape", "n")
            assert running.said.endswith(" u undoes.")

    @pytest.mark.parametrize("key", ["slash", "colon"])
    async def test_a_slash_begins_a_command_and_the_note_comes_back_after_it(self, running, key):
        async with running.run() as pilot:
            await pilot.press(*"half", "escape", key, *"next", "enter")
            assert running.screen.note_line.text == "half"
        assert running.session.current.id == "second"

    async def test_i_goes_back_to_the_note_line_without_typing_itself(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "i", "x")
            assert running.screen.note_line.text == "x"

    async def test_the_key_bar_shows_only_what_works_now(self, stage):
        async with stage.run() as pilot:
            await pilot.press("escape", "escape")
            before = [key.does for key in stage.screen.key_bar.keys]
            await pilot.press("s")
            after = [key.does for key in stage.screen.key_bar.keys]
        assert "start" in before
        assert "next" not in before
        assert "next" in after
        assert "start" not in after

    async def test_keys_can_be_remapped_and_are_shown_as_remapped(self):
        conductor, _ = opened(small_agenda())
        app = FacilitatorApp(Opened(conductor), keymap={"command.start": "f6"})
        async with app.run_test() as pilot:
            await pilot.press("escape")
            assert ("F6", "start") in [(key.shown, key.does) for key in screen_of(app).key_bar.keys]
            await pilot.press("f6")
        assert conductor.session.is_running


class TestAskingFirst:
    async def test_the_end_names_what_is_open_and_enter_ends(self, running):
        async with running.run() as pilot:
            await pilot.press(*"/end", "enter")
            assert "q1 (Ann Lee)" in running.said
            assert running.session.is_running
            await pilot.press("enter")
        assert running.session.ended_at is not None

    async def test_escape_goes_back(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "e", "escape", "enter")
        assert running.session.is_running

    async def test_enter_confirms_a_key_while_a_note_is_half_typed(self, running):
        async with running.run() as pilot:
            await pilot.press(*"half", "escape", "e", "enter")
            await pilot.pause()
            assert notes(running) == []
        assert running.session.ended_at is not None

    async def test_typing_withdraws_what_a_key_has_asked_about(self, running):
        async with running.run() as pilot:
            await pilot.press("escape", "e", *"no, wait", "enter")
            assert "Kept" in running.said
        assert running.session.is_running
        assert notes(running) == ["no, wait"]

    async def test_typing_on_goes_back_too(self, running):
        async with running.run() as pilot:
            await pilot.press(*"/end", "enter", "x", "enter")
            assert "no command /endx" in running.said
        assert running.session.is_running

    async def test_what_a_colleague_covered_is_said_before_it_counts(self, running):
        running.conductor.submit("/cover 2 by bo")
        async with running.run() as pilot:
            await pilot.press(*"/cover 2 ann", "enter")
            assert "Bo Chen covered q2 at 0:00" in running.said
            assert len(running.session.marks) == 1
            await pilot.press("enter")
        assert [mark.panelist for mark in running.session.marks] == ["bo", "ann"]

    async def test_after_the_end_the_debrief_is_made_once(self, running):
        made = []
        stage = Stage(running.conductor, running.clock, finish=lambda: made.append("debrief"))
        async with stage.run() as pilot:
            await pilot.press(*"/end", "enter", "enter")
            await pilot.pause()
        assert made == ["debrief"]

    async def test_f5_shows_the_debrief_again_once_there_is_one(self, running):
        made = []
        stage = Stage(running.conductor, running.clock, finish=lambda: made.append("debrief"))
        async with stage.run() as pilot:
            await pilot.press("f5")
            assert "The debrief comes after the interview" in stage.said
            await pilot.press(*"/end", "enter", "enter")
            await pilot.press("f5")
            await pilot.pause()
        assert made == ["debrief", "debrief"]


class TestClicks:
    async def test_a_click_selects_a_cell_and_another_marks_it(self, running):
        async with running.run() as pilot:
            grid = running.screen.grid
            await pilot.click(grid, offset=cell(grid, Selection(2, "ann")))
            assert running.screen.selection == Selection(2, "ann")
            await pilot.click(grid, offset=cell(grid, Selection(2, "ann")))
        assert [(mark.question, mark.panelist) for mark in running.session.marks] == [("how", "ann")]
        marked = [
            message for message in running.heard(CoverageGrid.Selected) if isinstance(message, CoverageGrid.Marked)
        ]
        assert [(message.question, message.panelist) for message in marked] == [(2, "ann")]

    async def test_a_key_in_the_bar_can_be_clicked(self, stage):
        async with stage.run() as pilot:
            await pilot.press("escape")
            await pilot.click(stage.screen.key_bar, offset=cell(stage.screen.key_bar, "run('start')"))
            await pilot.pause()
        assert stage.session.is_running

    async def test_a_click_on_a_note_edits_it(self, running):
        running.conductor.submit("? why so late")
        async with running.run() as pilot:
            stream = running.screen.stream
            [note] = running.session.notes
            await pilot.click(stream, offset=cell(stream, note))
            assert running.screen.note_line.text == "/edit 1 ? why so late"


class TestTime:
    async def test_the_screen_follows_the_clock(self, running):
        async with running.run():
            running.clock.advance(545)
            running.screen.tick()
            assert running.screen.face.phase is Phase.DANGER
            assert running.screen.face.digits == "0:55"

    async def test_a_hand_over_is_offered_at_danger(self, running):
        async with running.run() as pilot:
            assert not running.screen.segue.display
            running.clock.advance(545)
            running.screen.tick()
            await pilot.pause()
            assert running.screen.segue.display
            assert "Second" in running.screen.segue.text

    async def test_a_segment_that_ends_by_itself_goes_on(self):
        plan = small_agenda()
        first, second = plan.segments
        stage = Stage(*opened(small_agenda(segments=[{**fields(first), "ends": "auto"}, fields(second)])))
        stage.conductor.submit("/start")
        async with stage.run():
            stage.clock.advance(601)
            stage.screen.tick()
        assert stage.session.current.id == "second"


class TestViews:
    async def test_the_curtain_shows_nothing_but_title_order_and_clock(self):
        stage = Stage(*played(NORMAL))
        async with stage.run() as pilot:
            await pilot.press(*"half a n", "f2")
            await pilot.pause()
            assert isinstance(stage.app.screen, Curtain)
            shown = stage.app.export_screenshot()
            for secret in ("churn", "pipeline as of", "strength", "half", "over", "must"):
                assert secret not in shown
            await pilot.press(*"ote", "f2")
            assert stage.screen.note_line.text == "half a note"
            assert stage.app.focused is stage.screen.note_line

    @pytest.mark.parametrize("view", ["f1", "f2", "f3"])
    async def test_what_is_typed_behind_a_view_stands_in_the_line_and_nothing_is_done(self, running, view):
        async with running.run() as pilot:
            live = running.screen
            await pilot.press(view, *"/en", "x", "backspace", "d", "enter", "enter", "q", "?")
            running.app.post_message(paste("pasted\x07"))
            await pilot.pause()
            assert running.app.screen is not live
            assert live.note_line.text == "/end\n\nq?pasted"
            await pilot.press("escape")
            assert running.app.focused is live.note_line
        assert running.session.is_running

    @pytest.mark.parametrize(
        ("view", "said"), [("f2", "Esc: back"), ("f3", "F9: back"), ("f1", "Esc: back · Tab: keys")]
    )
    async def test_a_view_says_the_way_back(self, view, said):
        keymap = {"view.leave": "f9"} if said.startswith("F9") else {}
        app = FacilitatorApp(Opened(opened(small_agenda())[0]), keymap=keymap)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(view)
            await pilot.pause()
            assert said in app.export_screenshot().replace("&#160;", " ")

    async def test_the_clock_goes_on_in_the_clock_view(self, running):
        async with running.run() as pilot:
            live = running.screen
            await pilot.press("f3")
            assert isinstance(running.app.screen, ClockView)
            running.clock.advance(60)
            live.tick()
            assert screen_of(running.app).figures.face.digits == "9:00"

    @pytest.mark.parametrize("view", ["f2", "f3", "f1"])
    async def test_coming_back_one_is_where_one_was_if_keys_were_to_stay(self, running, view):
        async with running.run() as pilot:
            await pilot.press("escape", "escape", view)
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("p")
        assert running.session.is_paused


class TestTrouble:
    async def test_a_full_disk_is_told_at_once_and_stays_until_it_is_resolved(self):
        disk = Disk()
        stage = Stage(*opened(small_agenda(), log=disk))
        disk.is_full = True
        async with stage.run() as pilot:
            await pilot.press(*"a", "enter")
            assert stage.screen.trouble.display
            assert "no space" in stage.screen.trouble.text
            assert "Kept" not in stage.said
            assert notes(stage) == ["a"]
            disk.is_full = False
            await pilot.press(*"b", "enter")
            assert not stage.screen.trouble.display
        assert notes(stage) == ["a", "b"]

    async def test_the_session_can_be_saved_elsewhere(self, running, home):
        async with running.run() as pilot:
            await pilot.press(*"a note", "enter", "ctrl+p", *"elsewhere", "enter")
            await until(pilot, lambda: str(home) in running.said)
        [path] = home.glob("sample-copy-*.journal")
        assert "a note" in path.read_text("utf-8")


def paste(text):
    from textual.events import Paste

    return Paste(text)


def fields(segment):
    from msgspec import to_builtins

    return to_builtins(segment)


def cell(pane, target):
    """Where in a pane a click means `target`."""
    for y in range(pane.size.height):
        for x in range(pane.size.width):
            if pane.target_at(x, y) == target:
                return Offset(x, y) + pane.content_offset
    raise AssertionError(f"{target} isn't shown")


async def test_a_key_whose_command_needs_words_says_what_it_does():
    conductor, _ = played(NORMAL)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test() as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert screen_of(app).note_line.text == "/them "
        assert screen_of(app).reply.text == "Note a question that they ask you."
