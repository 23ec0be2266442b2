"""The way in, for `facilitator` and `python -m facilitator`.

Separate from `cli` so that `--version` is answered before anything heavy is imported, and so that one
place decides what the shell gets to see: an exit code, and never a traceback for an interrupt.
"""

import gc
import sys

from facilitator import __version__

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main() -> None:
    """Run the program with the arguments it was started with; always ends in SystemExit but for `--version`."""
    if sys.argv[1:] == ["--version"]:
        print(f"facilitator {__version__}")
        return
    gc.disable()  # what a start makes stays, so looking for garbage in it only takes time; a screen enables it again
    try:
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    finally:
        gc.enable()
        gc.freeze()  # and what is left goes with the process: to look through it is a tenth of a short command
    sys.exit(code)


def _run() -> int:
    """The exit code of the command line: 0 done, 1 failed, 2 wrong input."""
    import click

    from facilitator.cli import cli

    try:
        code = cli.main(prog_name="facilitator", standalone_mode=False)
    except click.ClickException as complaint:
        complaint.show()
        return complaint.exit_code
    except OSError as error:  # such as a full disk behind `> file`
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {place}{error.strerror or error}", err=True)
        return 1
    except click.Abort:  # what click makes of Ctrl-C and of a closed stdin
        return INTERRUPTED
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    main()
