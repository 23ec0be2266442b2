"""A demo on the live screen: it types the lines of a script, with captions, until somebody presses a key.

A rehearsal without a script is one on which nobody plays: only its clock is fast.

Separate from the live screen, which doesn't know who types: this app types into its note line and presses its Enter,
and whatever a person presses ends that and is done.
"""

from typing import Any

from textual.events import Event, Key, MouseDown, Paste
from textual.timer import Timer

from facilitator.conducting.demo import Demo
from facilitator.conducting.rehearsal import ScriptLine
from facilitator.resources import styles_dir
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.toolkit.reply import Reply

STEP_SECONDS = 0.1
TYPING_SECONDS = 2.0
"""How long, in real time, a line stands in the note line before its Enter; it is typed in the first half."""

HOW_TO_STOP = "Demo, {speed:g} times real speed. Press any key to make it yours."
HOW_FAST = "Rehearsal, {speed:g} times real speed. Nothing of it is kept."
YOURS = "The interview is yours now, in real time. Nothing of it is kept."
WHAT_TO_TRY = "Type a note, or / for a command. F1 shows all keys, Ctrl+Q leaves."


class DemoApp(FacilitatorApp):
    """Plays `played`, whose conductor `start` holds, until it is interrupted.

    `settings` are those of any app, but a demo starts no program for a cue, and leaves nothing anywhere.
    """

    CSS_PATH = [styles_dir() / name for name in ("app.tcss", "demo.tcss")]

    def __init__(self, played: Demo, start: Opened, **settings: Any) -> None:  # noqa: ANN401 - the base has their types
        not_here = ("cues", "clipboard", "keep_setting")
        shown = {name: value for name, value in settings.items() if name not in not_here}
        super().__init__(start, **shown)
        self._clock = played.clock
        self._speed = played.speed
        self._lines = list(played.lines)
        self._began_at = played.conductor.now()
        self._entered = ""
        self._caption = Reply(id="caption")
        self._stepping: Timer | None = None

    @property
    def is_playing(self) -> bool:
        """Whether the demo still types by itself."""
        return bool(self._lines or self._entered)

    async def on_event(self, event: Event) -> None:
        """Stop playing at the first key, click or paste, which then has its usual effect."""
        if isinstance(event, Key | MouseDown | Paste) and not event.is_forwarded and self.is_playing:
            self._take_over()
        await super().on_event(event)

    def on_ready(self) -> None:
        self.screen.mount(self._caption, before=0)
        if self.is_playing:
            self._caption_for(self._lines[0])
            self._stepping = self.set_interval(STEP_SECONDS, self.step)
        else:
            self._caption.tell(f"{HOW_FAST.format(speed=self._speed)}\n{WHAT_TO_TRY}", "segue")
            self.set_interval(STEP_SECONDS, self._keep_up)

    def _keep_up(self) -> None:
        """Bring the screen up to date, more often than a clock that runs as in life needs it."""
        if isinstance(self.screen, LiveScreen):
            self.screen.tick()

    def step(self) -> None:
        """Bring the screen up to date, and type as far as the script has got."""
        live = self.screen
        if not isinstance(live, LiveScreen) or live.conductor.session.ended_at is not None:
            self._stop()
            return
        live.tick()
        if self._entered and live.reply.kind == "asked" and live.note_line.text == self._entered:  # Enter means yes
            self._entered = ""
            live.note_line.action_keep()
        elif self._lines:
            self._type(live, self._lines[0])

    def _type(self, live: LiveScreen, line: ScriptLine) -> None:
        """Type as much of the line as is due, and press Enter when it is whole."""
        typing_seconds = TYPING_SECONDS * self._speed if self.animation_level != "none" else 0
        left = line.seconds - (live.conductor.now() - self._began_at) / 1000
        if left > typing_seconds:
            return
        self._entered = ""
        typed = line.text
        if left > 0:  # its last letter comes with the Enter, so that what is offered for it can be read
            typed = typed[:-1][: round(2 * len(typed) * (1 - left / typing_seconds))]
        live.note_line.insert(typed.removeprefix(live.note_line.text))
        if left <= 0:
            self._entered = self._lines.pop(0).text
            live.note_line.action_keep()
            if self._lines and self._lines[0].remark:
                self._caption_for(self._lines[0])

    def _caption_for(self, line: ScriptLine) -> None:
        self._caption.tell(f"{line.remark}\n{HOW_TO_STOP.format(speed=self._speed)}", "segue")

    def _take_over(self) -> None:
        """Give the interview to whoever pressed a key: at the pace of life, and with an empty note line."""
        self._stop()
        if isinstance(self.screen, LiveScreen):
            self.screen.note_line.restore("")
            self.screen.note_line.typed_at = None
        self._caption.tell(f"{YOURS}\n{WHAT_TO_TRY}", "segue")

    def _stop(self) -> None:
        if self._stepping is not None:
            self._stepping.stop()
        self._lines.clear()
        self._entered = ""
        self._clock.slow_down()
