"""The line mode as it runs: lines and signals come in, time passes, until somebody leaves or no more lines come."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

from facilitator.plain.line_reader import Begun, LineReader, Rung, Sent, Stopped
from facilitator.plain.plain_interview import PlainInterview

TICK_SECONDS = 1.0
SHORT_TICK_SECONDS = 0.05
"""How long to wait for something to do: usually, and while somebody waits to hear that a line is kept."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_BY_SIGNAL = 128
"""Added to the number of the signal, this is the exit code, as in shells."""

_PATIENCE_SECONDS = 6
"""How long an orderly end may take after a signal: output may hang for ever, and every disk. It is longer than a disk
that hangs is waited for, so that what it doesn't take is kept elsewhere first."""


def run_lines(interview: PlainInterview, reader: LineReader, told: str = "") -> int:
    """Run the interview until it is left; return the exit code. `told` is what is to be told first."""
    with _signals_to(reader):
        try:
            interview.listen(partial(reader.put, Rung()))
            begun = interview.begin(told)
            if begun and not reader.put_back(begun):
                interview.tell_aside()
            reader.start()
            reader.want_line()
            return _until_left(interview, reader)
        finally:
            reader.close()
            interview.close()


def _until_left(interview: PlainInterview, reader: LineReader) -> int:
    while True:
        match reader.wait(SHORT_TICK_SECONDS if interview.is_keeping else TICK_SECONDS):
            case Begun(text):
                interview.type(text)
            case Sent(line):
                interview.take(line)
                if interview.has_left:
                    return 0
                reader.want_line()
            case Stopped(code):
                return code
        interview.tick()


@contextmanager
def _signals_to(reader: LineReader) -> Iterator[None]:
    """Let signals come in like lines, so that they never break off what is being done."""

    def stop(number: int, frame: FrameType | None) -> None:
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE_SECONDS)  # nobody handles its signal, so it ends the process
        reader.put(Stopped(_BY_SIGNAL + number))

    before = {number: signal.signal(number, stop) for name in _SIGNALS if (number := getattr(signal, name, None))}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
