"""What is typed on a terminal before the next question stands there.

Separate from asking, because it is about the terminal and knows no questions.
"""

import os
import select
import sys
from contextlib import suppress


def drop_typed() -> None:
    """Drop what was typed so far."""
    with suppress(ImportError):
        import termios

        with suppress(termios.error, ValueError, OSError):
            termios.tcflush(sys.stdin, termios.TCIFLUSH)


def sent_within(seconds: float) -> str:
    """Return what was typed so far, or else the line that is sent within `seconds`; empty if there is neither.

    Nothing of it shows. Line breaks are `\\n`. What isn't sent by then stays for whoever reads next.
    """
    with suppress(ImportError):
        import termios

        with suppress(termios.error, ValueError, OSError):
            terminal = sys.stdin.fileno()
            before = termios.tcgetattr(terminal)
            quiet = termios.tcgetattr(terminal)
            quiet[3] &= ~termios.ECHO
            termios.tcsetattr(terminal, termios.TCSANOW, quiet)
            try:
                ready, _, _ = select.select([terminal], [], [], seconds)
                typed = os.read(terminal, 4096) if ready else b""
            finally:
                termios.tcsetattr(terminal, termios.TCSANOW, before)
            return typed.decode(errors="replace").replace("\r", "\n")
    return ""
