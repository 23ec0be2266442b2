"""Cues: what is heard or started when time runs short, a segment begins, or the interview ends.

A command of the user's own gets the facts as JSON on its standard input. It runs in a thread with a time limit, so that
one that hangs or fails holds up nobody; why it failed is told once. When a cue is due is decided in
`domain.time.alerts`.
"""

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text
from facilitator.domain.time import alerts, timing
from facilitator.domain.time.alerts import Moment

LONGEST_CUE_SECONDS = 10.0

BELL, SOUND, NONE = "bell", "sound", "none"
"""The cues that are no commands."""

MACOS_SOUNDS = Path("/System/Library/Sounds")
LINUX_SOUNDS = Path("/usr/share/sounds/freedesktop/stereo")


class Cued(NamedTuple):
    """What came of the cues that were due: whether the terminal is to ring, and what didn't work, for a person."""

    rings: bool
    trouble: str = ""


GiveCues = Callable[[Session, Session, int, int, bool | None], Cued]
"""(before, session, since, now, bell) -> what came of the cues that have come due since `since`.

`bell` is whether the phases ring; if it is None, they do as the agenda wants it.
"""


def bell_only(before: Session, session: Session, since: int, now: int, bell: bool | None = None) -> Cued:
    """Ring when a phase begins, and do nothing else."""
    return Cued(_rings(session, bell) and bool(alerts.phases_entered(session, since, now)))


def _rings(session: Session, bell: bool | None) -> bool:
    return session.agenda.bell if bell is None else bell


class Cues:
    """Plays the cues that are `configured` in the file `place`, each a moment with the words of its cue.

    A moment without one has the bell, if it is on. `limit_seconds` is how long a command may take.
    """

    def __init__(
        self, configured: Mapping[str, tuple[str, ...]], place: str, limit_seconds: float = LONGEST_CUE_SECONDS
    ) -> None:
        self._configured = configured
        self._place = place
        self._limit_seconds = limit_seconds
        missing = (_told(moment, f"there is no program “{name}”") for moment, name in _missing(configured))
        self._troubles = deque(missing)  # of which the threads add to one end while the other is read
        self._told: set[str] = set()

    def __call__(self, before: Session, session: Session, since: int, now: int, bell: bool | None = None) -> Cued:
        """Play what has come due since `since`, when the session was as in `before`.

        Return whether to ring, and what hasn't been told yet; what fails is known later, and told by a later call.
        """
        if not self._configured and not _rings(session, bell):
            return Cued(False)
        bells = alerts.phases_entered(session, since, now) if _rings(session, bell) else ()
        rings = False
        for moment in alerts.moments(before, session, since, now):
            match self._configured.get(moment):
                case None:
                    rings = rings or moment in bells
                case (word,) if word == BELL:
                    rings = True
                case (word,) if word == NONE:
                    pass
                case words:
                    self._start(moment, words, facts(session, moment, now))
        return Cued(rings, self._trouble())

    def _start(self, moment: Moment, words: tuple[str, ...], given: bytes) -> None:
        thread = threading.Thread(target=self._play, args=(moment, words, given), name=f"cue {moment}", daemon=True)
        thread.start()

    def _play(self, moment: Moment, words: tuple[str, ...], given: bytes) -> None:
        from facilitator import child_process

        program, *arguments = _command(words)
        try:
            child_process.tell(program, *arguments, given=given, limit_seconds=self._limit_seconds)
        except FileNotFoundError:
            self._troubles.append(_told(moment, f"there is no program “{program}”"))
        except (ChildProcessError, TimeoutError) as error:
            self._troubles.append(_told(moment, f"“{program}” failed: {error}"))

    def _trouble(self) -> str:
        """Return what hasn't been told yet, with the remedy; empty if there is nothing."""
        new = []
        while self._troubles:
            said = self._troubles.popleft()
            if said not in self._told:
                self._told.add(said)
                new.append(said)
        return f"{' '.join(new)} Change it under [cues] in {self._place}." if new else ""


def facts(session: Session, moment: Moment, now: int) -> bytes:
    """Return what a command is given: a JSON object. Times are in UTC, lengths in whole seconds."""
    segment = session.current
    told = {
        "cue": moment,
        "at": iso_text(now),
        "session": session.id,
        "title": session.agenda.title,
        "candidate": session.candidate,
        "elapsed_seconds": round(timing.elapsed_seconds(session, now)),
        "over_seconds": round(timing.over_seconds(session, now)),
        "segment": segment
        and {
            "number": session.plan.position_by_segment[segment.id] + 1,
            "title": segment.title,
            "kind": segment.kind,
            "length_seconds": timing.allotted_seconds(session, segment),
            "remaining_seconds": round(timing.remaining_seconds(session, segment, now)),
        },
    }
    return msgspec.json.encode(told) + b"\n"


def _missing(configured: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each moment whose program isn't there, with the name of the program."""
    for moment, words in configured.items():
        if words not in ((BELL,), (NONE,)) and _program_at(program := _command(words)[0]) is None:
            yield moment, program


def _command(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the command of a cue; that of a sound is how this system plays one."""
    match words:
        case (word, *name) if word == SOUND and len(name) <= 1:
            return _sound(*name)
    return words


def _sound(name: str = "") -> tuple[str, ...]:
    if sys.platform == "darwin":
        return "afplay", str(MACOS_SOUNDS / f"{name or 'Glass'}.aiff")
    if _program_at("canberra-gtk-play"):
        return "canberra-gtk-play", "-i", name or "bell"
    players = ("pw-play", "paplay")
    player = next(filter(_program_at, players), players[-1])
    return player, str(LINUX_SOUNDS / f"{name or 'bell'}.oga")


def _program_at(name: str) -> str | None:
    from facilitator import child_process  # not at the top: most have no cue that starts a program

    return child_process.program_at(name)


def _told(moment: str, said: str) -> str:
    return f"The cue at {moment}: {said}."
