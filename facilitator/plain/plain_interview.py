"""The interview in lines of text: what is typed goes to the conductor, and what comes of it is said.

The counterpart of the live screen. It is told what is typed and when a second has passed; it reads no input itself.
"""

from collections.abc import Callable
from functools import partial

from facilitator.conducting.draft_keeper import Draft, DraftKeeper
from facilitator.conducting.rescue import would_be_lost
from facilitator.conducting.submission import KEEPING, Submission
from facilitator.domain.language.commands import by_heading
from facilitator.domain.language.decision import Effect, Refusal
from facilitator.domain.language.decisions.meeting import DEBRIEF
from facilitator.domain.panel.onlooker import LOOKS_ON
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.files.patience import Deed
from facilitator.plain.answers import find_own, help_lines, panel_lines
from facilitator.plain.desk import Desk, OwnLine
from facilitator.plain.herald import Herald
from facilitator.plain.line_output import LineOutput
from facilitator.plain.panel_news import PanelNews
from facilitator.plain.standing_words import standing_sentence
from facilitator.showing.panel_words import panel_sentence

FOR_OBSERVERS = f"An empty line tells you where it stands, /help lists all commands. {LOOKS_ON}"
FIRST_WORDS = "An empty line tells you where you stand, /help lists all commands; anything else is a note."
HOW_TO_ANSWER = "any other line cancels."
SAVING = "Saving …"
INVITING = "Making an invite …"

ANSWER_SECONDS = 0.1
"""How long an answer waits for what it is about; if that takes longer, it is told when it is done."""


class PlainInterview:
    """Runs one session. `begun` is what has been typed of a line that isn't sent yet; `has_left` ends it."""

    def __init__(self, desk: Desk, draft: Draft, output: LineOutput) -> None:
        self.begun = ""
        self.has_left = False
        self._desk = desk
        self._conductor = desk.conductor
        self._output = output
        self._drafts = DraftKeeper(draft, self._draft_failed)
        self._draft_trouble = ""
        self._now = self._conductor.now()
        self._cued = self._conductor.session
        self._herald = Herald(self._conductor.session, self._now)
        self._typed_at: int | None = None
        self._asked: tuple[str, int] | None = None
        self._aside = ""
        self._being_kept: list[Submission] = []
        self._under_way: list[Deed[str]] = []
        self._trouble = ""
        self._lost = ""
        self._news = PanelNews(desk.shared) if desk.shared is not None else None
        self._had_ended = self._conductor.session.ended_at is not None

    def begin(self, told: str = "") -> str:
        """Say which interview this is and how it stands; return the line that was begun last time and not sent."""
        session = self._conductor.session
        if told:
            self._say(told)
        self._say(f"{session.agenda.title}{f', with {session.candidate}' if session.candidate else ''}.")
        self._say_how_it_stands()
        first = FIRST_WORDS if self._conductor.situation().author else FOR_OBSERVERS
        self._say(_words_after_the_end() if self._had_ended else first)
        if self._desk.page_is_wanted:
            self._begin_page()
        self._aside = clean(self._drafts.load())
        self._keep_draft()
        return self._aside

    def tell_aside(self) -> None:
        """Say what was begun last time, where it can't be put into the line. It is kept until it is sent."""
        self._say(f"Begun last time but not sent: {self._aside}")

    # What is typed

    def type(self, text: str) -> None:
        """Take in what has been typed of a line so far."""
        self._tell_typing(bool(text))
        if text and not self.begun:
            self._typed_at = self._conductor.now()
        self.begun, self._aside = text, ""  # what was begun last time stands in this line by now
        self._keep_draft()

    def take(self, line: str) -> None:
        """Carry out a line that was sent, and say what came of it. An empty one says yes, or asks how it stands."""
        typed_at = self._typed_at if self._typed_at is not None else self._conductor.now()
        asked, self._asked, self._typed_at, self.begun = self._asked, None, None, ""
        self._tell_typing(is_begun=False)
        if line == self._aside:
            self._aside = ""
        if not line.strip():
            if asked is not None:
                self._send(*asked, sure=True)
            else:
                self._say_how_it_stands()
        elif (own := find_own(line)) is not None:
            self._answer(own, line)
        else:
            self._send(line, typed_at)
        self._keep_draft()

    def _send(self, line: str, typed_at: int, sure: bool = False) -> None:
        """Submit `line` and say what came of it. Unless `sure`, ask first if need be."""
        conductor = self._conductor
        name = self._drafts.name(line, *self._unfinished)
        try:
            decision = conductor.decide(line, typed_at=typed_at)
            if decision.doubt and not sure:
                self._asked = line, typed_at
                self._say(one_line(f"{decision.doubt} Enter {decision.sure}; {HOW_TO_ANSWER}"))
                return
            done = conductor.carry_out(decision, name=name)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._drafts.hand_in(line, name, done)
        said = done.outcome
        if said:
            self._say(said)
        if said == KEEPING:
            self._being_kept.append(done)
        match decision.effect:
            case Effect.HELP:
                self._say("\n".join(help_lines(self._desk)))
            case Effect.PAGE:
                self._tell_of_page()
            case Effect.QUIT:
                self._leave()
            case Effect.PANEL:
                self._say("\n".join(panel_lines(self._desk)))
            case Effect.INVITE if self._desk.shared is not None:
                self._say(self._answer_by_now(Deed(partial(self._desk.shared.invite, decision.about)), INVITING))
        self._finish_if_ended()

    def _leave(self) -> None:
        """Leave; what would be lost by it is said first."""
        lost = would_be_lost(self._conductor, "/quit again")
        self.has_left = not lost or lost == self._lost
        self._lost = lost
        if not self.has_left:
            self._say(lost)

    def _answer(self, own: OwnLine, line: str) -> None:
        """Answer what only the line mode knows."""
        try:
            for said in own.lines(self._desk, line.strip().partition(" ")[2].strip()):
                self._say((said if isinstance(said, str) else self._answer_by_now(said)).replace("\n", " "))
        except Refusal as refusal:
            self._say(str(refusal))

    def _answer_by_now(self, deed: Deed[str], until_then: str = SAVING) -> str:
        """Return the answer of what is under way; if there is none soon, it is told later."""
        if deed.wait(ANSWER_SECONDS):
            return deed.answer()
        self._under_way.append(deed)
        return until_then

    def _begin_page(self) -> None:
        from facilitator.showing.page_link import told_at_the_start

        self._under_way.append(Deed(partial(told_at_the_start, self._desk.open_page)))

    def _tell_of_page(self) -> None:
        from facilitator.showing.page_link import OPENING_PAGE, page_told

        self._say(self._answer_by_now(Deed(partial(page_told, self._desk.open_page)), OPENING_PAGE))

    def _tell_typing(self, is_begun: bool) -> None:
        if self._desk.shared is not None:
            self._desk.shared.types(is_begun)

    # What time brings, and others

    def listen(self, ring: Callable[[], object]) -> None:
        """Call `ring` whenever something has come from another device, from any thread; `tick` takes it in."""
        if self._desk.shared is not None:
            self._desk.shared.doorstep.ring = ring

    def tick(self) -> None:
        """Bring everything up to date; call it at least every second. At most one line is said that nobody asked for.

        Only what can't be kept is told at once, also into a line that is being typed.
        """
        conductor = self._conductor
        if self._desk.shared is not None:
            self._desk.shared.take_in()
        conductor.watch_clocks()
        done = conductor.advance_due()
        before, self._now = self._now, conductor.now()
        if done is not None:
            self._herald.happened(done.said)
        self._give_cues(before)
        self._tell_trouble()
        if not self.begun:
            self._tell_kept()
            self._tell_of_others()
            said = self._herald.line(conductor.session, self._now)
            if said:
                self._say(one_line(said))
        self._keep_draft()

    def _give_cues(self, since: int) -> None:
        session = self._conductor.session
        cued = self._desk.cues(self._cued, session, since, self._now, self._desk.bell)
        self._cued = session
        if cued.rings:
            self._output.ring()
        if cued.trouble:
            self._say(cued.trouble)

    @property
    def is_keeping(self) -> bool:
        """Whether somebody is waiting to hear what the disk answers."""
        return bool(self._being_kept or self._under_way)

    def _tell_kept(self) -> None:
        """Say what the disk has answered about what was said to be kept or saved."""
        while self._under_way and self._under_way[0].is_done:
            self._say(self._under_way.pop(0).answer().replace("\n", " "))
        while self._being_kept and self._being_kept[0].is_settled:
            self._say(self._being_kept.pop(0).outcome)

    def _tell_of_others(self) -> None:
        """Say what the other devices have to tell, and that somebody there has ended the interview."""
        if self._news is not None:
            for said in self._news.lines(self._conductor.session, self._now):
                self._say(said)
        self._finish_if_ended()

    def _tell_trouble(self) -> None:
        draft = f"The unfinished line isn't kept: {self._draft_trouble}" if self._draft_trouble else ""
        trouble = "\n".join(filter(None, [self._desk.trouble, draft]))
        if trouble != self._trouble:
            self._trouble = trouble
            self._say(trouble or "Everything is on disk again.")

    def _finish_if_ended(self) -> None:
        """Write the debrief once the interview has ended, and say what can be done now."""
        had_ended, self._had_ended = self._had_ended, self._conductor.session.ended_at is not None
        if self._had_ended and not had_ended:
            self._say(f"{self._answer_by_now(self._desk.write())}\n{_words_after_the_end()}".strip())

    # The end

    def close(self) -> None:
        """Keep what was begun, and say so; wait until it is on the disk."""
        begun = "\n".join(self._unfinished)
        if self.begun:
            self._output.say("")  # what is said now doesn't follow what was typed
        self._keep_draft()
        self._drafts.close()
        for deed in self._under_way:
            deed.answer()
        self._tell_kept()
        self.begun = ""
        self._tell_trouble()
        if begun and not self._draft_trouble:
            self._say(f"Not sent, kept for next time: {begun}")

    def _say_how_it_stands(self) -> None:
        session, now = self._conductor.session, self._conductor.now()
        self._herald.know(session, now)
        self._say(standing_sentence(session, now, self._conductor.writer))
        if (shared := self._desk.shared) is not None:
            self._say(f"Panel: {panel_sentence(session, shared.state(), now)}.")

    @property
    def _unfinished(self) -> list[str]:
        """What is to be there the next time: what isn't sent, and what was asked about without an answer."""
        return list(filter(None, [self._aside, self._asked[0] if self._asked else "", self.begun]))

    def _keep_draft(self) -> None:
        self._drafts.keep(*self._unfinished)

    def _draft_failed(self, reason: str) -> None:
        self._draft_trouble = reason

    def _say(self, text: str) -> None:
        self._output.say(text, self.begun)


def _words_after_the_end() -> str:
    meeting = ", ".join(f"/{command.name}" for command in by_heading().get(DEBRIEF, ()))
    return f"/debrief reads it, /save writes it; {meeting} are for the panel; /quit leaves."
