"""One monkey, from the picker on: whatever it does, the program is opened again until it has done enough."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.session.opening import opening
from facilitator.storage import journal
from facilitator.ui.app import Opened, Picking
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.picking.pick_screen import PickScreen
from facilitator.workspace.pickable import Pickable, PickableKind
from tests.ui.monkey.acting import act, quiet
from tests.ui.monkey.watching import WatchedApp, Watcher, live_of, to_keep
from tests.ui.sessions import STARTS, bundled

PICKABLES = [
    Pickable(kind=PickableKind.UNFINISHED, key="sample", title="VP Sales, final round", candidate="Eszter Halmos"),
    Pickable(kind=PickableKind.BUNDLED, key="sample", title="VP Sales, final round", length_seconds=5400),
]


class Done(Struct):
    """What a monkey has done, and what was lost by it.

    `letters` were typed, `acts` are letters that acted, `waits` are keys whose effect the next one didn't wait for, of
    which there are some on a busy machine.
    """

    actions: int = 0
    letters: int = 0
    acts: int = 0
    launches: int = 0
    waits: int = 0
    screens: dict[str, int] = {}
    faults: list[str] = []


class KeptInMemory:
    """A draft that outlives the screen."""

    text = ""

    def load(self) -> str:
        return self.text

    def save(self, text: str, names: Sequence[str] = ()) -> None:
        self.text = text

    def clear(self) -> None:
        self.text = ""


@contextmanager
def conducted(path: Path, clock: SimulatedClock) -> Iterator[Conductor]:
    """A session in a journal of its own, which in the end has everything."""
    if path.exists():
        conductor = Conductor.resume(journal.Journal.open(path), clock, "desk")
    else:
        fact = opening(bundled("vp-sales-final"), "Eszter Halmos", STARTS, "UTC", None)
        conductor = Conductor.open(journal.Journal.create(path), "sample", fact, clock, "desk")
    conductor.keep_in_background()
    yield conductor
    conductor.close()
    kept = journal.read_events(path)
    assert kept == list(conductor.events)
    assert Conductor.resume(journal.MemoryJournal(kept), clock, "desk").session == conductor.session


async def play(seed: int, actions: int, path: Path) -> Done:
    """Let the monkey `seed` do so many actions; return what came of it. Stop at the first thing that is lost."""
    choice, clock, done = random.Random(seed), SimulatedClock(STARTS), Done()
    draft, meeting_draft = KeptInMemory(), KeptInMemory()
    while done.actions < actions and not done.faults:
        with conducted(path, clock) as conductor:
            await _sit_down(conductor, draft, meeting_draft, choice, clock, done, actions)
    return done


async def _sit_down(
    conductor: Conductor,
    draft: KeptInMemory,
    meeting_draft: KeptInMemory,
    choice: random.Random,
    clock: SimulatedClock,
    done: Done,
    actions: int,
) -> None:
    """Open the program, and do things until it is left or enough is done."""

    def finish() -> DebriefScreen:
        check_meeting_draft()
        value = debrief(conductor.session, conductor.now())
        return DebriefScreen(
            value,
            lambda *_: "Saved.",
            lambda *_: "Copied.",
            conductor=conductor,
            draft=meeting_draft,
            now=conductor.now,
        )

    def check_meeting_draft() -> None:
        left = to_keep(watcher.meeting_line) if watcher.meeting_line is not None else meeting_draft.text
        if meeting_draft.text != left:
            done.faults.append(f"the draft of the debrief is {meeting_draft.text!r}, its line was {left!r}")

    ready = Opened(conductor, draft, finish)
    app = WatchedApp(Picking(lambda: PickScreen(PICKABLES, clock.read().wall_ms), lambda _: ready))
    app.watcher = watcher = Watcher(app)
    watch_lines(conductor, watcher)
    done.launches += 1
    line = None
    async with app.run_test(size=choice.choice(((100, 30), (80, 24), (120, 40)))) as pilot:
        while done.actions < actions and app.return_code is None and not (watcher.faults or done.faults):
            await act(pilot, choice, clock)
            done.actions += 1
            if app.return_code is None:
                await quiet(app)
                watcher.after()
                for _ in range(20):
                    if not whole(app):
                        break
                    await pilot.pause(0.3)  # it may not be laid out yet
                done.faults += whole(app)
            if (live := live_of(app)) is not None:
                line = live.note_line
        done.waits += app.lost_patience
        left_with = "\n".join(line.begun_texts) if line is not None else ""
    check_meeting_draft()
    if line is not None and draft.text != left_with:
        done.faults.append(f"the draft is {draft.text!r}, the line was {left_with!r}")
    done.letters += watcher.letters
    for screen, inputs in watcher.screens.items():
        done.screens[screen] = done.screens.get(screen, 0) + inputs
    done.acts += watcher.acts
    done.faults += watcher.faults


def watch_lines(conductor: Conductor, watcher: Watcher) -> None:
    """Tell the watcher each line that was carried out."""
    decide, carry_out = conductor.decide, conductor.carry_out
    lines: list[str] = []

    def decide_and_remember(line: str, *arguments, **options):
        lines.append(line)
        return decide(line, *arguments, **options)

    def carry_out_and_tell(*arguments, **options):
        done = carry_out(*arguments, **options)
        watcher.taken += lines[-1:]
        return done

    conductor.decide, conductor.carry_out = decide_and_remember, carry_out_and_tell  # type: ignore[method-assign]


def whole(app: WatchedApp) -> list[str]:
    """What of the screen doesn't stand on it: whoever types sees where."""
    screen, focused = app.screen, app.focused
    if focused is None or min(app.size) < 5 or not screen.is_mounted:
        return []
    seen = focused.region.intersection(screen.region)
    return [] if seen.area else [f"{focused} has the focus, and is not on a screen of {app.size}"]
