"""The pictures in the README and in `docs`, made by the program: `make pictures` writes them to `tests/pictures/`."""

import asyncio
import re
from functools import partial
from pathlib import Path
from typing import cast

from facilitator.domain.debrief.debrief import debrief
from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.workspace.shared.shared_session import SharedSession
from tests.picture_of_formats import formats_side_by_side
from tests.ui.sessions import DANGER, DECIDED, ENDED, NORMAL, OVERTIME, played
from tests.ui.shared_sessions import shared_sample

FOLDER = Path(__file__).with_suffix("")

PICTURES = {
    "live": ((120, 40), NORMAL, ()),
    "live-80x24": ((80, 24), DANGER, ()),
    "single-keys": ((100, 30), NORMAL, ("escape", "down")),
    "recover": ((104, 32), OVERTIME, ("escape", "v")),
    "curtain": ((100, 30), OVERTIME, ("f2",)),
    "clock": ((40, 12), OVERTIME, ("f3",)),
    "ended": ((120, 40), ENDED, ()),
    "debrief": ((120, 40), DECIDED, ("f5",)),
}
"""Name to size in cells, seconds into the sample script, and the keys pressed."""

FORMATS = "formats"
"""The picture of a debrief in its formats."""

SHARED = "shared"
"""The picture of an interview that the panel shares."""

_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def picture(size: tuple[int, int], until: int, keys: tuple[str, ...]) -> str:
    """The screen as SVG."""
    conductor, _ = played(until)
    shown = debrief(conductor.session, conductor.now())
    screen = partial(DebriefScreen, shown, lambda *_: "", lambda *_: "", conductor=conductor)
    app = FacilitatorApp(Opened(conductor, finish=screen), reduced_motion=True)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        drawn = app.export_screenshot(title="facilitator run vp-sales-final")
    return _FONT.sub("", drawn)  # a picture loads nothing: the reader's own monospaced font will do


async def picture_of_shared(size: tuple[int, int], until: int) -> str:
    """The lead's screen as SVG, while one panelist types and another has told all of them something."""
    shared = shared_sample(until)
    now = shared.conductor.now()
    shared.changes = {"is_live": True, "seen": {"cfo": Seen(Presence.TYPING, now, now)}}
    shared.asides.append(Aside("cro", now, True, "two minutes to wrap, then the map is mine"))
    app = FacilitatorApp(Opened(shared.conductor, shared=cast(SharedSession, shared)), reduced_motion=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        drawn = app.export_screenshot(title="facilitator host vp-sales-final --listen")
    return _FONT.sub("", drawn)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    drawn = {name: asyncio.run(picture(*how)) for name, how in PICTURES.items()}
    drawn[SHARED] = asyncio.run(picture_of_shared((100, 30), NORMAL))
    drawn[FORMATS] = formats_side_by_side(drawn["debrief"])
    for name, svg in drawn.items():
        path = FOLDER / f"{name}.svg"
        path.write_text(svg, "utf-8")
        print(path.relative_to(FOLDER.parent.parent))


if __name__ == "__main__":
    main()
