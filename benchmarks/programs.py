"""The programs that are compared, and a home for them in which nothing of the developer's is."""

import sys
from pathlib import Path

BARE = Path(__file__).parent / "bare"
FACILITATOR = str(Path(sys.executable).with_name("facilitator"))
"""The installed command."""

SAMPLE = "vp-sales-final"


def bare(name: str) -> list[str]:
    """The command of a bare program."""
    return [sys.executable, str(BARE / f"{name}.py")]


def environment(home: Path) -> dict[str, str]:
    """What the programs are told of the machine."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "FACILITATOR_HOME": str(home / "library"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
