"""The terminal's input, made tolerant: a byte that isn't UTF-8 becomes `�`, and Esc is Esc however fast one types.

Textual's driver decodes input strictly, so one stray byte (a Latin-1 paste, line noise) ends its input thread, and the
program with it. Since Alt and a letter arrive as Esc and the letter, it also takes Esc and what is typed within a tenth
of a second (longer on a busy machine) for one key: `Esc c` would put a `c` into the note, `Esc 1` a `¡`. And it looks
for input ten times a second, a third of the cost of a clock at rest; here the thread sleeps until there is some.
Separate, because it is only about what a terminal sends.
"""

import codecs
import os
import re
import signal
from collections.abc import Generator, Iterable
from select import select
from typing import Any

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste
from textual.message import Message

from facilitator.ui.terminal.kept_columns import in_columns
from facilitator.ui.terminal.textual_private import XTermParser

ESC = "\x1b"
ESC_SECONDS = 0.05
"""How long an Esc at the end of what was read may be the beginning of a sequence that comes in two parts."""

QUIET_SECONDS = constants.ESCAPE_DELAY + 2 * ESC_SECONDS
"""How long after the last input the parser may be waiting for the rest of a sequence, and is asked about it."""

WITH_ALT = {ESC + key for key in "bf\t\x7f"}
"""Alt with a key that moves or deletes by words in a line of text, if it arrives on its own."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_ESC_KEY = re.compile(r"(\x1b(?![\[OPX\]^_\\]))")


class Parser(XTermParser):
    """Finds each Esc that is a key, and each paste, and leaves the rest to Textual's parser."""

    _held: Key | None = None
    _pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        if data in WITH_ALT and self._held is None and self._pasted is None:
            yield from super().feed(data)
            return
        if self._held is not None:
            held, self._held = self._held, None
            if _is_alone(held):
                yield held
            else:
                data = ESC + data
        while data:
            if self._pasted is not None:
                data = yield from self._take_paste(data)
            else:
                typed, begins, data = data.partition(PASTE_BEGINS)
                self._pasted = "" if begins else None
                yield from self._take_typed(typed)

    def _take_paste(self, data: str) -> Generator[Message, None, str]:
        """Yield a paste as one message once its end has come; return what follows it."""
        pasted, ends, rest = ((self._pasted or "") + data).partition(PASTE_ENDS)
        self._pasted = None if ends else pasted
        if ends:
            yield Paste(pasted.replace("\x00", ""))
        return rest

    def _take_typed(self, data: str) -> Iterable[Message]:
        if data.endswith(ESC) and self._pasted is None:
            data, self._held = data[:-1], _esc()
        for piece in _ESC_KEY.split(data):
            if piece == ESC:
                yield _esc()
            elif piece:
                yield from super().feed(piece)

    def tick(self) -> Iterable[Message]:
        if self._held is not None and _is_alone(self._held):
            held, self._held = self._held, None
            yield held
        yield from super().tick()


def _esc() -> Key:
    return Key("escape", ESC)


def _is_alone(esc: Key) -> bool:
    """Return whether Esc is too long ago, by the times of messages, for anything to belong to it."""
    return Message().time - esc.time > ESC_SECONDS


class TolerantDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with an input thread of its own, and columns that hold.

    It replaces what isn't UTF-8, tells Esc from Alt, and sleeps while nobody types.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._woken, self._wake = os.pipe()  # never closed: suspending closes a driver that is used again later

    def write(self, data: str) -> None:
        super().write(in_columns(data))

    def run_input_thread(self) -> None:
        parser = Parser()
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        listened = (self.fileno, self._woken)
        quiet = 0.0
        while True:
            ready, _, _ = select(listened, (), (), ESC_SECONDS if quiet < QUIET_SECONDS else None)
            if self._woken in ready:
                return
            quiet = 0.0 if ready else quiet + ESC_SECONDS
            if ready:
                data = os.read(self.fileno, 4096)
                if not data:  # the terminal is gone, but no signal has said so
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                if text := decode(data):
                    for message in parser.feed(text):
                        self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def disable_input(self) -> None:
        os.write(self._wake, b"\n")
        super().disable_input()
        os.read(self._woken, 1)
