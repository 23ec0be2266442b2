"""Cuts the power at every moment of a deed. Run as `python -m tests.torture.power DEED FOLDER STATES SEED`.

What the deed asks of the disk is recorded once. After each call, states in which a disk may be found then
(`power_cut`) are laid out, up to so many in all; the program starts in each, and what was said as done by then holds.
The same state after the same promises is looked at once, however many ways lead there. Prints how many ways were tried,
and how many states they led to.
"""

import json
import os
import random
import shutil
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from facilitator.workspace import running_session
from tests.disks import LONGEST_WAIT_SECONDS, well_behaved_disk
from tests.torture.deeds import DEEDS, Deed, Place, Promise, Whole, check, contents, stay_here
from tests.torture.power_cut import Disk, Image
from tests.torture.recording import Recorder, Said

MOST_AT_ONCE = 4096
"""After one call, states are enumerated if there are so many at most."""


MOST_FAULTS = 20


class Cut(NamedTuple):
    """How many ways of losing power were tried, to how many states of the disk they led, and what was wrong there."""

    states: int
    distinct: int
    faults: list[str]


def recorded(place: Place, deed: Deed) -> tuple[Recorder, Whole]:
    """Do the deed to its end; return what it asked of the disk, and what there was before and after."""
    before = contents(place)
    recorder = Recorder(place.folder)
    with patch.object(running_session, "INDEX_SECONDS", LONGEST_WAIT_SECONDS), recorder.watching():
        deed.do(place, recorder.say)
    return recorder, Whole(contents(place), before)


def cuts(recorder: Recorder, most: int, chance: random.Random) -> Iterator[tuple[int, list[Promise], Image]]:
    """Yield after how many calls the power was cut, what had been said, and a state of the disk."""
    disk = Disk(recorder.files, recorder.folders)
    promises: list[Promise] = []
    moments = sum(not isinstance(asked, Said) for asked in recorder.asked)
    for number, asked in enumerate(recorder.asked):
        if isinstance(asked, Said):
            promises.append(Promise(*asked))
        else:
            disk.do(asked)
        share = min(MOST_AT_ONCE, max(2, 2 * most // max(1, moments)))
        for image in disk.states(share, chance):
            yield number, promises, image


def fingerprint(image: Image, promises: int) -> bytes:
    return blake2b(repr((sorted(image.files.items()), image.same, promises)).encode(), digest_size=12).digest()


def lay_out(place: Place, image: Image) -> None:
    """Make the folder what it is in this state."""
    shutil.rmtree(place.folder, ignore_errors=True)
    place.folder.mkdir(parents=True)
    for name in sorted(image.files):
        path, content = place.folder / name, image.files[name]
        if content is None:
            path.mkdir(mode=0o700)
        else:
            path.write_bytes(content)
    for first, *others in image.same:
        for other in others:
            (place.folder / other).unlink()
            os.link(place.folder / first, place.folder / other)


def cut(name: str, folder: Path, most: int, seed: str) -> Cut:
    """Cut the power during a deed, until there were so many states that differ; stop after a few faults."""
    deed, place, chance = DEEDS[name], Place(folder / "place", seed), random.Random(f"{name}/{seed}")
    stay_here(place.folder)
    place.prepare()
    deed.prepare(place)
    recorder, whole = recorded(place, deed)
    place.leave()
    seen: set[bytes] = set()
    faults: list[str] = []
    tried = 0
    for number, promises, image in cuts(recorder, most, chance):
        tried += 1
        mark = fingerprint(image, len(promises))
        if mark in seen:
            continue
        seen.add(mark)
        lay_out(place, image)
        try:
            with well_behaved_disk():
                check(place, deed, whole, promises)
        except Exception as error:
            faults.append(f"after call {number} ({recorder.asked[number]!r:.200}): {type(error).__name__}: {error}")
        place.leave()
        if len(seen) >= most or len(faults) > MOST_FAULTS:
            break
    return Cut(tried, len(seen), faults)


if __name__ == "__main__":
    print(json.dumps(cut(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])._asdict()))
