"""The terminal's input, made tolerant: a byte that isn't UTF-8 becomes `�` and ends nothing.

Textual's driver decodes what is typed strictly, and one stray byte (a Latin-1 paste, line noise) ends its
input thread and with it the program. Its public `run_input_thread` names the decoder; here the same
function runs with a decoder that replaces. Separate because it is about one foreign function only.
"""

import codecs
import sys
from types import FunctionType
from typing import Any

from textual.driver import Driver


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
    names = {**strict.__globals__, "getincrementaldecoder": _replacing_decoder}

    class TolerantDriver(LinuxDriver):
        """The usual driver, reading with a decoder that replaces what isn't UTF-8."""

        run_input_thread = FunctionType(strict.__code__, names, strict.__name__)

    return TolerantDriver
