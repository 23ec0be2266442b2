"""The child process that fills the clipboard: it copies a text with pyperclip and reads it back.

A process of its own, because pyperclip waits for the desktop's tools without a limit.
"""

import subprocess

HAS_IT = b"has it"
GIVES_NOTHING_BACK = b"said yes, but the clipboard doesn't give it back"

WINDOWS = "windows-under-linux"
"""The only mechanism that pyperclip has no name for: it chooses it by itself. PowerShell, which would give the text
back, needs a second to start, so here the exit code has to do."""


class _CheckedTool(subprocess.Popen[bytes]):
    """A program whose failure raises an error: pyperclip doesn't look at exit codes."""

    def communicate(self, input: bytes | None = None, timeout: float | None = None) -> tuple[bytes, bytes]:
        output = super().communicate(input, timeout)
        if self.returncode != 0:
            raise subprocess.CalledProcessError(self.returncode, self.args)
        return output


def answer(text: bytes, mechanism: str) -> bytes:
    """Copy `text` by a mechanism that pyperclip knows by this name. Return `HAS_IT`, or why that isn't certain."""
    import pyperclip

    pyperclip.subprocess.Popen = _CheckedTool
    wanted = text.decode()
    try:
        if mechanism != WINDOWS:
            pyperclip.set_clipboard(mechanism)
        pyperclip.copy(wanted)
    except (OSError, subprocess.SubprocessError, pyperclip.PyperclipException):
        return b"failed"
    try:
        has_it = mechanism == WINDOWS or pyperclip.paste().rstrip("\n") == wanted.rstrip("\n")
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        has_it = False
    return HAS_IT if has_it else GIVES_NOTHING_BACK
