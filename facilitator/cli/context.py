"""The workspace that a command works in, how its errors end the command, and how it waits for a disk.

Whatever a command does with the data folder it does `patiently`, in a thread of its own, so that the person can leave
whatever the disk does. Questions are asked in between, in the main thread: only there Ctrl+C ends one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from facilitator.cli.errors import Failed, WrongInput, say

if TYPE_CHECKING:
    from pathlib import Path  # slow to load for a first help

    from facilitator.workspace.workspace import Workspace

_Answer = TypeVar("_Answer")
_TOLD = f"{__name__}.told"


@contextmanager
def working(context: click.Context) -> "Iterator[Workspace]":
    """Give a command its workspace, in which nothing is half done, and tell what was found damaged in it.

    An error of the workspace ends the command with its reason and exit code.
    """
    from facilitator.cli.next_steps import error_text
    from facilitator.files.durable import StorageError
    from facilitator.workspace.errors import WrongRequest

    workspace = workspace_of(context)
    patiently(workspace, workspace.finish_what_was_begun)
    try:
        yield workspace
    except WrongRequest as error:
        raise WrongInput(error_text(error)) from None
    except StorageError as error:
        raise Failed(error_text(error)) from None
    finally:
        for notice in workspace.notices.values():
            say(notice, err=True)


def patiently(workspace: "Workspace", deed: "Callable[[], _Answer]", besides: "Path | None" = None) -> _Answer:
    """Return what `deed` returns, and raise what it raises; if that takes long, say once what is waited for.

    That is the disk of the data folder or, `besides`, of another file; or a lock. It may wait for ever. Ctrl+C leaves,
    whatever the disk does: then it is as if the process had been killed, which leaves nothing half done. `deed` asks
    nobody anything.
    """
    return answer_of_disk(deed, f"{workspace.home.root}{f' or {besides}' if besides else ''}")


def answer_of_disk(deed: "Callable[[], _Answer]", place: str) -> _Answer:
    """Do what `patiently` does with a disk, that of `place`."""
    from facilitator.files import patience

    doing = patience.Deed(deed)
    if not doing.wait(patience.HANGING_SECONDS):
        _say_what_is_waited_for(place)
    return doing.answer()


def _say_what_is_waited_for(place: str) -> None:
    from facilitator.files import lock, patience

    locked = lock.awaited_lock()
    what = f"another process, which has locked {locked}" if locked else patience.awaited() or f"the disk of {place}"
    told = click.get_current_context().meta.setdefault(_TOLD, set[str]())
    if what not in told:
        told.add(what)
        say(f"Still waiting for {what} … Ctrl+C leaves.", err=True)


class PathOnDisk(click.Path):
    """A path that a person types. It is looked at when the command line is read, and its disk may give no answer."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        return answer_of_disk(partial(super().convert, value, param, ctx), str(value))


def workspace_of(context: click.Context) -> "Workspace":
    """Return the workspace in the folder that `--data-dir` names, else in the usual one."""
    from pathlib import Path

    from facilitator.workspace.workspace import Workspace

    root = context.find_root()
    folder = root.obj or root.params.get("data_dir")  # while the shell completes, no callback has run yet
    return Workspace(Path(folder) if folder else None, warn=_warn)


def _warn(complaint: str) -> None:
    say(complaint, err=True)
