"""The terminal's input, made tolerant: a byte that isn't UTF-8 becomes `�`, and Esc is Esc however fast one types.

Textual's driver decodes what is typed strictly, and one stray byte (a Latin-1 paste, line noise) ends its
input thread and with it the program. And since Alt and a letter arrive as Esc and that letter, it takes an Esc and
what is typed within a tenth of a second after it (longer on a busy machine) for one key: `Esc c` would put a `c` into
the note, `Esc 1` a `¡`. Its public `run_input_thread` names decoder and parser; here the same function runs with
a decoder that replaces, and a parser that takes Esc for a part of a sequence only where one can begin so.
Separate because it is about one foreign function only.
"""

import codecs
import re
import sys
from collections.abc import Generator, Iterable
from types import FunctionType
from typing import Any

from textual.driver import Driver
from textual.events import Key, Paste
from textual.message import Message

ESC = "\x1b"
ESC_SECONDS = 0.05
"""So long an Esc at the end of what was read may still be the beginning of a sequence that comes in two parts."""

WITH_ALT = {ESC + key for key in "bf\t\x7f"}
"""Alt and a key that mean something together in a line of text, where they arrive alone: by words, and back."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

_ESC_KEY = re.compile(r"(\x1b(?![\[OPX\]^_\\]))")


class ParsesEsc:
    """Mixed into Textual's parser: says which Esc is a key and what was pasted, and leaves all the rest to it."""

    _held: Key | None = None
    _pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        if not data or (data in WITH_ALT and self._held is None and self._pasted is None):
            yield from super().feed(data)  # type: ignore[misc]
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
        """A paste is a message of its own when its end has come; what stands behind it is given back."""
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
                yield from super().feed(piece)  # type: ignore[misc]

    def tick(self) -> Iterable[Message]:
        if self._held is not None and _is_alone(self._held):
            held, self._held = self._held, None
            yield held
        yield from super().tick()  # type: ignore[misc]


def _esc() -> Key:
    return Key("escape", ESC)


def _is_alone(esc: Key) -> bool:
    """Whether it is so long ago, by the times that messages have, that nothing belongs to it any more."""
    return Message().time - esc.time > ESC_SECONDS


def _replacing_decoder(encoding: str) -> Any:  # noqa: ANN401 - the type of codecs' own factory
    """Like `codecs.getincrementaldecoder`, for decoders that put `�` where they can't decode."""
    factory = codecs.getincrementaldecoder(encoding)
    return lambda: factory(errors="replace")


def driver_class() -> type[Driver] | None:
    """The driver to run with; None leaves the choice to Textual, where it isn't the Linux and macOS one."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    strict = LinuxDriver.run_input_thread
    parser = type("Parser", (ParsesEsc, strict.__globals__["XTermParser"]), {})
    names = {**strict.__globals__, "getincrementaldecoder": _replacing_decoder, "XTermParser": parser}

    class TolerantDriver(LinuxDriver):
        """The usual driver, reading with a decoder that replaces what isn't UTF-8."""

        run_input_thread = FunctionType(strict.__code__, names, strict.__name__)

    return TolerantDriver
