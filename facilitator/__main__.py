"""The entry point of `facilitator` and `python -m facilitator`.

Separate from `cli` so that `--version` is answered before anything heavy is imported, and so that one place
decides what the shell sees: an exit code, and no traceback after an interrupt.
"""

import gc
import sys

from facilitator import __version__
from facilitator.core_dumps import keep_out_of_core_dumps

INTERRUPTED = 130  # 128 + SIGINT, the convention of shells

CLOSING_THREAD = "sharing"
"""The name of the thread that closes connections, and is left behind if that takes too long."""


def main() -> None:
    """Run the program with its command-line arguments. Raises SystemExit at the end, except for `--version`."""
    if sys.argv[1:] == ["--version"]:
        print(f"facilitator {__version__}")
        return
    keep_out_of_core_dumps()
    _stand_in_for_closed_streams()
    gc.disable()  # what a start makes is kept, so collecting garbage only takes time; a screen turns it on again
    try:
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    finally:
        gc.enable()
        gc.freeze()  # the rest ends with the process: searching it would be a tenth of a short command's time
    _end(code)


def _stand_in_for_closed_streams() -> None:
    """Open the null device for each standard stream that whoever started us has closed.

    Otherwise it would be None, and the next file that is opened, perhaps a journal, would have its descriptor.
    """
    import os

    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _end(code: int) -> None:
    """End the process, by SystemExit; at once, if a connection is still being closed.

    Zenoh's own threads would call an interpreter that has ended, and break the process off: all is on disk, but the
    exit code would say that it failed.
    """
    import os
    import threading
    from contextlib import suppress

    if any(thread.name == CLOSING_THREAD for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def _run() -> int:
    """Run the command line and return its exit code: 0 done, 1 failed, 2 wrong input, `INTERRUPTED`."""
    import click

    from facilitator.cli import cli

    try:
        code = cli.main(prog_name="facilitator", standalone_mode=False)
    except click.ClickException as complaint:
        from io import StringIO

        from facilitator.domain.text.plain_text import harmless

        complaint.show(said := StringIO())
        click.echo(harmless(said.getvalue()), err=True, nl=False)  # it may name what was typed, or pasted
        return complaint.exit_code
    except OSError as error:  # such as a full disk behind `> file`
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {place}{error.strerror or error}", err=True)
        return 1
    except click.Abort:  # what click makes of Ctrl-C and of a closed stdin
        return INTERRUPTED
    except Exception as error:  # whatever it is, its message may be a note
        click.echo(_where(error), err=True)
        return 1
    return code if isinstance(code, int) else 0


def _where(error: Exception) -> str:
    """Return where an error happened and of which kind it is, without its message: that may be what somebody said."""
    from traceback import format_tb

    places = "".join(format_tb(error.__traceback__))
    return f"{places}{type(error).__name__}: this is a mistake in the program. What was kept is on disk."


if __name__ == "__main__":
    main()
