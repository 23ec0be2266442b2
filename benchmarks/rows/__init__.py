"""The lines of the table, a module per subject; `ROWS` has them in the order of the table.

Each function measures one thing: given a `Scale` and an empty folder, it yields `Measure`s.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Measure, Scale
from benchmarks.rows import commands, computing, importing, keeping, keys, library, panels, screens, sharing

Row = Callable[[Scale, Path], Iterator[Measure]]

ROWS: dict[str, Row] = {
    "commands": commands.light_commands,
    "first-frame": screens.first_frame_of_live_screen,
    "keys": keys.key_to_paint,
    "lost-keys": keys.nothing_lost,
    "rest": screens.countdown_at_rest,
    "growth": screens.growth_in_an_hour,
    "kept-note": keeping.kept_note,
    "open": keeping.open_session,
    "open-sealed": panels.open_sealed_session,
    "join": panels.joining,
    "live-line": sharing.live_line,
    "live-rest": panels.live_rest,
    "long-session": screens.first_frame_of_long_session,
    "long-session-keys": keys.key_to_paint_in_long_session,
    "library": library.library_of_sessions,
    "debrief": computing.debrief_formats,
    "import": importing.importing,
    "clock-face": computing.clock_face_of_many_segments,
}
