"""What the live screen shows: its panes, and what each shows of the session and the moment.

Separate from `live_screen`, which acts: this module only chooses what to look at; it decides and writes nothing.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.submission import Submission
from facilitator.domain.language.decision import Situation
from facilitator.domain.language.decisions import foreseen
from facilitator.domain.language.who_is_meant import spoken
from facilitator.domain.pacing.fitting import Fit, fitting
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.questions import hints
from facilitator.domain.questions.participation import unheard_at_half_time
from facilitator.domain.questions.suggestion import next_question
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import first_few
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import ClockFace, clock_face
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.time_of_day import time_of_day
from facilitator.domain.time.timing import running_order
from facilitator.resources import styles_dir
from facilitator.showing.belonging import belonging
from facilitator.showing.labels import labels
from facilitator.ui.live.interview_screen import InterviewScreen, phase_class
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.shown_keys import CHOOSING, SEARCHING, ShownKeys
from facilitator.ui.live.sides import LIKELIEST, SIDES, next_side, sides_in_turn, why_it_stays
from facilitator.ui.live.widgets.banner import Banner
from facilitator.ui.live.widgets.countdown import Countdown
from facilitator.ui.live.widgets.coverage_grid import CoverageGrid
from facilitator.ui.live.widgets.key_bar import KeyBar
from facilitator.ui.live.widgets.note_line import NoteLine
from facilitator.ui.live.widgets.note_stream import NoteStream
from facilitator.ui.live.widgets.questions import Questions
from facilitator.ui.live.widgets.running_order import RunningOrder
from facilitator.ui.live.widgets.search_line import SearchLine
from facilitator.ui.live.widgets.their_questions import TheirQuestions
from facilitator.ui.live.widgets.writer import Writer
from facilitator.ui.toolkit.completions import Completions
from facilitator.ui.toolkit.reply import Reply
from facilitator.ui.toolkit.trouble import show_trouble

if TYPE_CHECKING:
    from facilitator.showing.completion import Completion
    from facilitator.ui.live.views import View

HANDING_OVER = (Phase.DANGER, Phase.OVERTIME)
ROOM_FOR_CHORDS = 30
"""From this height on, the keys that act while one types may take a second row."""


class LivePanes(InterviewScreen):
    """The panes of the live screen. Call `show_all` after a change, `show_moment` after each second."""

    CSS_PATH = [styles_dir() / name for name in ("interview.tcss", "completions.tcss", "live.tcss")]
    others_act = False
    """Whether what is shown now was done on another device, which moves no selection."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-small"), (80, "-medium"), (120, "-wide"), (160, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-squat"), (12, "-low"), (16, "-short"), (30, "-tall"), (50, "-grand")]

    def __init__(self, conductor: Conductor, keymap: Mapping[str, str], local_zone: str) -> None:
        self.face: ClockFace = clock_face(conductor.session, conductor.now())
        # With the class of its phase from the start, the styles are computed once less before the first frame.
        super().__init__(classes=f"{LIKELIEST} {phase_class(self.face.phase, self.face.paused)}")
        self.conductor = conductor
        self.keymap = keymap
        self.shown_keys = self._keys_with(keymap)
        self.selection = Selection.suggested(conductor.session, conductor.now(), conductor.writer)
        session = conductor.session
        self.labels = labels(session.agenda.perspective, looks_on=session.looks_on)
        self.banner = Banner(local_zone, id="banner")
        self.running_order = RunningOrder("Running order", id="order")
        self.countdown = Countdown(id="clock")
        self.segue = Reply(id="segue")
        self.questions = Questions("Questions", id="questions")
        self.grid = CoverageGrid("Coverage", id="coverage")
        self.theirs = TheirQuestions(self.labels.theirs, id="theirs")
        self.stream = NoteStream("Notes", id="notes")
        self.search = SearchLine(id="search")
        self.trouble = Reply(id="trouble")
        self.reply = Reply(id="reply")
        self.writer = Writer(id="writer")
        self.note_line = NoteLine(conductor.now, self.offers, id="line")
        self.stream.nothing = self.labels.nothing_noted
        self.key_bar = KeyBar(id="keys")
        self.completions = Completions(id="completions")
        self.view: View | None = None
        self.told: Submission | None = None
        self.takes_keys = self.stays = False
        self.choices: Sequence[str] = ()
        self._way_back = ""
        self._segment = conductor.session.current
        self._has_ended = conductor.session.ended_at is not None
        self._at_hand = hints.question_at_hand(conductor.session, conductor.now())

    def use_keys(self, keymap: Mapping[str, str]) -> None:
        """Act on other keys from now on, and show these."""
        self.keymap = keymap
        self.shown_keys = self._keys_with(keymap)
        self.show_keys()

    def _keys_with(self, keymap: Mapping[str, str]) -> ShownKeys:
        here = self.conductor.situation()
        return ShownKeys(keymap, here.author, here.device)

    def compose(self) -> ComposeResult:
        yield self.banner
        with Horizontal(id="body"):
            yield self.running_order
            with Vertical(id="centre"):
                yield self.countdown
                yield self.segue
                yield self.questions
            with Vertical(id="side"):
                yield self.grid
                yield self.theirs
        with Vertical(id="below"):  # outside the body, so that a tick doesn't have to look at these
            yield self.stream
            yield self.trouble
            yield self.completions
            yield self.reply
            with Horizontal(id="writing"):
                yield self.writer
                yield self.note_line
            yield self.key_bar

    def offers(self, before: str) -> "list[Completion]":
        """Return the completions of `before`, the text before the cursor of the note line."""
        if not before:
            return []
        from facilitator.showing.completion import completions

        return completions(before, self.conductor.session, self.now, self.conductor.writer)

    def foreseen(self, line: str) -> str:
        """Return what would come of a command that is being typed, in words that follow “Enter”; mostly nothing."""
        here = self.conductor.situation()
        return foreseen(line, here.session, self.now, self.conductor.writer, here.device) if line[:1] == "/" else ""

    def show_offers(self, typed: NoteLine.Typed | None) -> None:
        """Show what could complete the line, and what would come of it as it is; None shows nothing."""
        if typed is None:
            self.completions.offer(())
        else:
            self.completions.offer(self.offers(typed.before), self.foreseen(typed.text))

    @property
    def keys_mode(self) -> bool:
        """Whether single keys are commands, one of them or, if it `stays`, any; otherwise what is typed is a note.

        Somebody has to ask for it: a line that has no room for a moment loses the focus as well.
        """
        return self.takes_keys and self.focused is None

    def show_all(self, session: Session) -> None:
        """Show everything again; only what has changed is drawn."""
        self.show_moment(moved=True)
        segment, self._segment = self._segment, session.current
        had_ended, self._has_ended = self._has_ended, session.ended_at is not None
        if had_ended and not self._has_ended:
            self.reply.tell("The interview continues.")
        before, self._at_hand = self._at_hand, hints.question_at_hand(session, self.now)
        asked_another = self._at_hand is not None and self._at_hand != before
        has_moved = segment != session.current or asked_another
        if not self.keys_mode or (has_moved and not self.others_act):
            self.selection = Selection.suggested(session, self.now, self.conductor.writer)
        self.show_questions()
        self.stream.show(session, self.stream.wanted)
        self.theirs.show(session, self.labels)
        self.show_writer()
        self.show_keys()

    def tell(self, done: Submission, way_back: str = "") -> None:
        """Say what came of a line and how to undo it; until the disk has answered, say that it is being kept."""
        self.told, self._way_back = done, way_back
        self._tell_outcome(done)

    def show_kept(self) -> None:
        """Show what the disk has answered about all lines, and about the last unless something has been said since."""
        if self.told is not None and self.reply.kind == "keeping":
            self._tell_outcome(self.told)
        show_trouble(self.trouble, self.conductor)
        self.set_class(self.trouble.display, "-in-trouble")
        self.stream.mark(self.conductor.unkept if self.trouble.display else frozenset())

    def _tell_outcome(self, done: Submission) -> None:
        kind = "said" if done.is_settled else "keeping"  # asked first: the answer may come before the outcome is read
        self.reply.tell(" ".join(filter(None, (done.outcome, self._way_back))), kind)

    def show_moment(self, moved: bool = False) -> None:
        """Show the time; only what has changed is drawn."""
        session = self.conductor.session
        before, face = self.face, clock_face(session, self.now)
        if face != before or moved:
            self.face = face
            self.show_phase(face.phase, face.paused)
            order = running_order(*as_shown(session, self.now))
            self.countdown.show(session, face, order, self.now)
            self.running_order.show(session, order, self.now)
            if moved:
                segment = session.current
                self.set_class(segment is not None and segment.kind is SegmentKind.CANDIDATE_QUESTIONS, "-their-time")
            if moved or before.phase is not face.phase:
                handing_over = hints.segue(session) if face.phase in HANDING_OVER else ""
                self.set_class(bool(handing_over), "-handing-over")
                self.segue.tell(handing_over, "segue")
        self.banner.show(session, face, self.now)
        if self.view is not None:
            self.view.set_reactive(InterviewScreen.session, session)
            self.view.now = self.now
            self.view.show_moment()

    def show_questions(self) -> None:
        """Show what is to be asked, and what is still uncovered by whom."""
        session = self.conductor.session
        shown = as_shown(session, self.now)
        current = hints.question_to_show(session, self.now)
        number = current.number if current else 0
        selection = self.selection if self.keys_mode and self.selection.question and not self.choices else None
        suggestion = next_question(session)
        suggested = suggestion.question.number if suggestion else 0
        self.questions.show(session, number, selection.question if selection else 0, suggestion)
        risky = [session.plan.called(item.question) for item in fitting(*shown) if item.fit is Fit.AT_RISK]
        said = [f"At risk: {first_few(risky)}."] if session.is_running and risky else []
        unheard = [session.panelist_name(item.panelist.id) for item in unheard_at_half_time(*shown)]
        said += [f"Not heard yet: {first_few(unheard)}."] if unheard else []
        self.grid.show(session, selection, number, suggested, said)

    def show_writer(self) -> None:
        """Show what the line belongs to: whose it is, and where a note goes."""
        session, typed = self.conductor.session, self.note_line
        at = typed.typed_at if typed.typed_at is not None else self.now
        here = Situation(session, self.now, self.conductor.writer, at)
        stamp = time_of_day(session, at) if typed.stamped else ""
        self.writer.show(belonging(typed.text, here), stamp)

    def show_keys(self) -> None:
        """Show the keys that can be used now."""
        session = self.conductor.session
        if self.focused is self.search:
            self.key_bar.show("search", SEARCHING, 1)
        elif self.keys_mode and self.choices:
            self.key_bar.show("a letter chooses", CHOOSING, 1)
        elif self.keys_mode:
            number, panelist = self.selection
            hides_a_pane = bool(sides_in_turn(self.classes))
            shown = self.shown_keys.while_commanding(session, self.now, self.selection, hides_a_pane, self.stays)
            asked = session.plan.question_by_number.get(number)
            mode = "keys stay" if self.stays else "one key"
            mode += f": {session.plan.called(asked)} by {panelist}" if asked else ""
            self.key_bar.show(mode, shown, 3, 2)
        else:
            is_offered = bool(self.completions.offered)
            here = Situation(session, self.now, self.conductor.writer, self.now)
            said, here = spoken(self.note_line.text, here)
            whose = [f"by {here.author}"] if here.author != self.conductor.situation().author else []
            whose = whose if here.author else ["looking on"]
            what = [] if not here.author or (whose and said.startswith("/")) else ["note"]
            is_late = self.face.over_seconds >= 60 or self.face.is_room_short
            shown = self.shown_keys.while_writing(said, is_offered, session, self.now, is_late)
            most_rows = 2 if self.size.height >= ROOM_FOR_CHORDS else 1
            self.key_bar.show(" ".join([*what, *whose]), shown, most_rows, 2)

    # What to look at

    def action_search(self) -> None:
        if not self.search.is_attached:  # mounted on demand: it needn't be styled before the first frame
            self.query_one("#below").mount(self.search, after=self.stream)
        self.search.open()

    def action_close_search(self) -> None:
        self.search.close()

    @on(SearchLine.Wanted)
    def search_notes(self, event: SearchLine.Wanted) -> None:
        self.stream.show(self.conductor.session, event.words)
        self.reply.tell(f"{self.stream.found} found. Esc shows all notes again." if event.words else "")

    @on(SearchLine.Left)
    def leave_search(self) -> None:
        self.set_focus(self.note_line)

    def action_scroll_notes(self, rows: int) -> None:
        self.stream.move_view(rows)

    def action_turn_side(self) -> None:
        side = next_side(self.classes)
        if side:
            self.remove_class(*SIDES).add_class(side)
        else:
            self.reply.tell(why_it_stays(self.classes))
