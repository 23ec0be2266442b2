"""Running a module of ours in a Python child process, in which nobody else's code runs.

This file is both sides. The parent starts it by its absolute path with `python -I`, so that no variable, user folder or
current folder determines where modules come from. The child works in a new folder with the environment that it is
given, and loads this `facilitator`, whatever else has that name. Separate from what the children do, since templates
and the clipboard need the same care. The user's own programs are started here, too (`launch`).
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from signal import SIGKILL

_THIS_FILE = Path(__file__).resolve()
_LAUNCHED: list[subprocess.Popen[bytes]] = []
"""What may outlive us; Python warns of a process that nobody has waited for and nobody remembers."""


def run(module: str, given: bytes, *arguments: str, limit_seconds: float, environment: Mapping[str, str]) -> bytes:
    """Return what `answer(given, *arguments)` of `module` returns in a child with only this `environment`.

    Raises TimeoutError after `limit_seconds`, when the child and all that it started are killed; ChildProcessError if
    it ended without an answer; OSError if it couldn't be started.
    """
    from tempfile import TemporaryDirectory  # slow to load, and not needed by the child

    command = [sys.executable, "-I", str(_THIS_FILE), module, *arguments]
    with (
        TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True) as folder,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
        ) as child,
    ):
        try:
            answer, _ = child.communicate(given, timeout=limit_seconds)
        except subprocess.TimeoutExpired:
            raise TimeoutError(f"{module} did not answer within {limit_seconds:g} s") from None
        finally:
            if child.poll() is None:
                with suppress(OSError):  # it has just ended
                    os.killpg(child.pid, SIGKILL)
    if child.returncode != 0:
        raise ChildProcessError(f"{module} ended with {child.returncode}")
    return answer


def ask(program: str, *arguments: str, limit_seconds: float) -> bytes:
    """Return what a program of the system's, named by its absolute path, prints without any environment.

    Raises TimeoutError after `limit_seconds`, when it is killed; ChildProcessError if it failed; OSError if it couldn't
    be started.
    """
    try:
        answered = subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},
            timeout=limit_seconds,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"{program} did not answer within {limit_seconds:g} s") from None
    if answered.returncode != 0:
        raise ChildProcessError(f"{program} ended with {answered.returncode}")
    return answered.stdout


def consult(program: str, *arguments: str, given: bytes = b"", has_answer: bool = True) -> bytes:
    """Return what a program on the PATH answers to what it is `given`; for use in a child, whose parent limits it.

    One without an answer may leave a process behind that holds no pipe of ours. Raises FileNotFoundError if there is
    none, ChildProcessError if it failed, OSError if it couldn't be started.
    """
    found = program_at(program)
    if found is None:
        raise FileNotFoundError(program)
    answered = subprocess.run(
        [found, *arguments],
        input=given,
        stdout=subprocess.PIPE if has_answer else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if answered.returncode != 0:
        raise ChildProcessError(f"{program} ended with {answered.returncode}")
    return answered.stdout or b""


def launch(program: str, *arguments: str) -> bool:
    """Start a program of the user's, found on their PATH, with their environment; return whether there is one.

    Nobody waits for it. It works in the root folder, so `arguments` name files by absolute paths.
    """
    found = program_at(program)
    if found is None:
        return False
    nowhere = subprocess.DEVNULL
    try:
        launched = subprocess.Popen(
            [found, *arguments],
            cwd="/",
            env=_theirs(),
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
        )
        _LAUNCHED.append(launched)
    except OSError:
        return False
    return True


def tell(program: str, *arguments: str, given: bytes, limit_seconds: float) -> None:
    """Start a program as `launch` does, with `given` on its standard input, and wait until it ends.

    Raises FileNotFoundError if there is none; ChildProcessError if it couldn't be started or failed; TimeoutError after
    `limit_seconds`, when it and all that it started are killed.
    """
    found = program_at(program)
    if found is None:
        raise FileNotFoundError(program)
    nowhere = subprocess.DEVNULL
    try:
        told = subprocess.Popen(
            [found, *arguments],
            cwd="/",
            env=_theirs(),
            stdin=subprocess.PIPE,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
        )
    except OSError as error:
        raise ChildProcessError(f"it can't be started: {error.strerror}") from None
    try:
        told.communicate(given, timeout=limit_seconds)
    except subprocess.TimeoutExpired:
        with suppress(OSError):  # it has just ended
            os.killpg(told.pid, SIGKILL)
        told.wait()
        raise TimeoutError(f"it did not end within {limit_seconds:g} s") from None
    if told.returncode != 0:
        raise ChildProcessError(f"it ended with {told.returncode}")


def attend(program: str, *arguments: str) -> int:
    """Give the terminal to a program of the user's until it ends; return its exit code.

    It works in the current folder, as if they had typed it. Raises FileNotFoundError if there is none, or it can't be
    started.
    """
    from signal import SIGINT, signal

    found = program_at(program)
    if found is None:
        raise FileNotFoundError(program)
    before = signal(SIGINT, lambda number, frame: None)  # Ctrl+C is the program's then, which doesn't inherit this
    try:
        return subprocess.call([found, *arguments], env=_theirs())
    except OSError as error:
        raise FileNotFoundError(f"{program}: {error.strerror}") from None
    finally:
        signal(SIGINT, before)


def program_at(program: str) -> str | None:
    """Return the path of a program of the user's: an absolute path, or a name on their PATH; None if there is none."""
    from shutil import which

    found = which(os.path.expanduser(program), path=path_of(os.environ))  # noqa: PTH111 - a name is no path yet
    return found if found is not None and Path(found).is_absolute() else None


def _theirs() -> dict[str, str]:
    """Return the environment of the user's programs: their own, without a PATH into the current folder."""
    return {**os.environ, "PATH": path_of(os.environ)}


def path_of(environment: Mapping[str, str]) -> str:
    """Return PATH with absolute folders only: the current one may be anybody's."""
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if Path(folder).is_absolute())


def limit(memory_bytes: int, seconds: int) -> None:
    """Limit, in a child, what the system gives to it; where it can't, the parent's time limit is left."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _main() -> None:
    """Answer, as the child. What it starts may outlive it and must not hold the pipe open, so it doesn't get it."""
    module, *arguments = sys.argv[1:]
    with os.fdopen(os.dup(1), "wb") as pipe:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.path.insert(0, str(_THIS_FILE.parents[1]))
        import_module(_THIS_FILE.parent.name)
        sys.path.append(sys.path.pop(0))  # after the libraries: some may be installed beside us
        import_module(f"{_THIS_FILE.parent.name}.core_dumps").keep_out_of_core_dumps()
        pipe.write(import_module(module).answer(sys.stdin.buffer.read(), *arguments))


if __name__ == "__main__":
    _main()
