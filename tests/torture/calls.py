"""Does a deed and is killed at each of its calls of the file system.

Run as `python -m tests.torture.calls DEEDS FOLDER [EVERY]`.

A process of its own, so that a deed costs one fork. The deed is done again and again on a fresh copy of the same data
folder; the first time its process is killed before the first call, then before the second, and so on until it comes to
its end; or only before every so many calls. A write is killed in its middle as well. After each kill the program starts
again, and what was said as done holds. Prints how often it was killed.
"""

import fcntl
import json
import os
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from facilitator.files import final_name
from tests.torture.deeds import DEEDS, Deed, Place, Promise, Whole, check, contents, stay_here

CALLS = {
    os: [
        *("open", "write", "fsync", "fdatasync", "rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir"),
        *("chmod", "fchmod", "ftruncate", "close"),
    ],
    fcntl: ["flock"],
    final_name: ["_rename_folder"],
}


class Kill:
    """Kills this process at the call with this number."""

    def __init__(self, number: int) -> None:
        self.left = number
        self._turn = threading.RLock()

    def watch(self) -> None:
        for module, names in CALLS.items():
            for name in names:
                setattr(module, name, partial(self.called, name, getattr(module, name)))

    def called(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        with self._turn:
            self.count()
            if name in ("fsync", "fdatasync"):
                return None  # a kill, unlike a power cut, takes nothing that was written
            if name == "write":
                descriptor, data = given
                half = bytes(data)[: len(data) // 2]
                if self.left == 1 and half:
                    call(descriptor, half)
                self.count()
            return call(*given, **named)

    def count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def tell(write: Callable[[int, bytes], int], telling: int, *said: str) -> None:
    write(telling, json.dumps(said).encode() + b"\n")


def done_until(deed: Deed, place: Place, number: int) -> tuple[bool, list[Promise]]:
    """Do the deed in a process that is killed at this call; return whether it was, and what it had said."""
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        write = os.write
        try:
            Kill(number).watch()
            deed.do(place, partial(tell, write, telling))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(telling)
    with os.fdopen(reading) as told:
        promises = [Promise(*json.loads(line)) for line in told]
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the deed failed by itself"
    return os.WIFSIGNALED(status), promises


def kills_of(name: str, folder: Path, every: int) -> int:
    """Kill the deed at its calls; return how often. Raises AssertionError if something was amiss then."""
    deed = DEEDS[name]
    place, base = Place(folder / "place"), folder / "base"
    stay_here(place.folder)
    place.prepare()
    deed.prepare(place)
    shutil.copytree(place.folder, base)
    before = contents(place)
    assert not done_until(deed, place, 0)[0]
    whole = Whole(contents(place), before)
    for kills in count():
        call = 1 + len(name) % every + kills * every
        shutil.rmtree(place.folder)
        shutil.copytree(base, place.folder)
        is_killed, promises = done_until(deed, place, call)
        if not is_killed:
            return kills
        try:
            check(place, deed, whole, promises)
        except Exception as error:
            raise AssertionError(f"{name}, killed at call {call}: {type(error).__name__}: {error}") from error
        place.leave()
    raise AssertionError("unreachable")


def main(names: str, folder: str, every: str = "1") -> None:
    print(json.dumps({"kills": sum(kills_of(name, Path(folder) / name, int(every)) for name in names.split(","))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
