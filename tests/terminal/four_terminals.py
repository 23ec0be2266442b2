"""Four programs in four terminals, one interview through a folder: a hand-over, a cut, a kill, a late card.

`python -m tests.terminal.four_terminals` plays it and says at the end which digests the four have; it takes some
minutes, so it isn't among the tests.
"""

import signal
import sys
import tempfile
from pathlib import Path

from tests.terminal.panels import Panel
from tests.terminal.program import Terminal
from tests.terminal.test_interview import enter

AGENDA = "vp-sales-final"
SEATS = {"bo": "cfo", "cy": "cro", "dee": "ceo"}
"""The devices that join, and whose they are; the lead has two."""
DEVICES = ("ann", *SEATS)


def played(home: Path) -> set[str]:
    """Play the interview; return the digests of what is kept and of the debriefs."""
    terminals: list[Terminal] = []

    def spawn(*arguments: str | Path) -> Terminal:
        terminals.append(Terminal(*arguments, columns=160, lines=50))
        return terminals[-1]

    try:
        panel = Panel(spawn, Path(AGENDA), home)
        for device, seat in SEATS.items():
            panel.join(device, seat)
            print(f"{device} has joined as {seat}", flush=True)
        _interview(panel)
    finally:
        for terminal in terminals:
            terminal.close()
    for device in DEVICES[::-1]:
        panel.ran(device, "amend", panel.session, f"a late note on the device {device}")
    for device in (*DEVICES, *DEVICES):
        panel.ran(device, "panel", panel.session)
    return panel.digests(*DEVICES)


def _interview(panel: Panel) -> None:
    ann, bo, cy, dee = (panel[name] for name in DEVICES)
    enter(ann, "/start")
    for name in DEVICES:
        enter(panel[name], f"+ a note on the device {name}")
    for name in DEVICES:
        panel[name].wait_until(lambda text: all(f"the device {each}" in text for each in DEVICES), "everybody's notes")
    print("all have everybody's notes", flush=True)
    enter(ann, "/clock cfo")
    bo.wait_for("you have the clock")
    enter(bo, "/next")
    away = panel.home / "away"
    panel.shared.rename(away)
    for name in DEVICES:
        enter(panel[name], f"- in the dark on {name}")
        panel[name].wait_for("Kept, concern")
        panel[name].wait_for("offline")
    cy.process.kill(signal.SIGKILL)
    away.rename(panel.shared)
    cy = panel.run("cy", "resume")
    for name in DEVICES:
        panel[name].wait_until(lambda text: all(f"dark on {each}" in text for each in DEVICES), "what was said offline")
    print("the folder is back, and one that was killed as well", flush=True)
    enter(bo, "/end")
    if "Enter to end anyway" in bo.wait_for("Enter to end anyway|Debrief:"):
        bo.press("enter")
    bo.wait_for("Debrief:")
    for terminal in (ann, cy, dee):
        terminal.wait_for("The interview has ended")
    for name in DEVICES:
        panel[name].press("ctrl+q")
        panel[name].wait_for_exit()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = played(Path(folder))
    print(*found, sep="\n")
    sys.exit(len(found) != 1)
