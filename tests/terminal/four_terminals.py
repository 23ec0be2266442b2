"""Four programs in four terminals, one interview through a folder: a hand-over, a cut, a kill, a late card.

Notes are private until the late card is in; then all four tell the same.

`python -m tests.terminal.four_terminals` plays it and says at the end which digests the four have; it takes some
minutes, so it isn't among the tests.
"""

import signal
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.terminal.panels import Panel
from tests.terminal.program import Terminal
from tests.terminal.test_interview import enter

AGENDA = "vp-sales-final"
SEATS = {"bo": "cfo", "cy": "cro", "dee": "ceo"}
"""The devices that join, and whose they are; the lead has two."""
DEVICES = ("ann", *SEATS)
CARD = "recommendation: yes\nratings:\n  - {competency: pipeline, rating: 3, evidence: seen}\n"


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
    card = home / "card.yaml"
    card.write_text(CARD, encoding="utf-8")
    for device, seat in (("ann", "ceo"), ("bo", "cfo"), ("cy", "cro")):
        told = panel.ran(device, "debrief", panel.session, "--format", "md")
        assert not [each for each in DEVICES if each != device and f"the device {each}" in told], "it wasn't private"
        panel.ran(device, "scorecard", panel.session, "--as", seat, "--from", card, "--no-passphrase")
    for device in (*DEVICES, *DEVICES, *DEVICES):
        panel.ran(device, "panel", panel.session)
    for device in DEVICES:
        told = panel.ran(device, "debrief", panel.session, "--format", "md")
        assert all(f"the device {each}" in told and f"dark on {each}" in told for each in DEVICES), "a note is missing"
    return panel.digests(*DEVICES)


def _has_own_and_counts(name: str, shown: str) -> bool:
    return f"the device {name}" in shown and "sealed for now: " in shown


def _interview(panel: Panel) -> None:
    ann, bo, cy, dee = (panel[name] for name in DEVICES)
    enter(ann, "/start")
    for name in DEVICES:
        enter(panel[name], f"+ a note on the device {name}")
    for name in DEVICES:
        shown = panel[name].wait_until(partial(_has_own_and_counts, name), "one's own, and how many the others have")
        assert not [each for each in DEVICES if each != name and f"the device {each}" in shown], "it isn't private"
    print("all have everybody's notes, and read their own", flush=True)
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
        panel[name].wait_until(lambda text: "offline" not in text, "the folder again")
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
