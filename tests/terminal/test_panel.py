"""Two programs in two terminals share an interview through a folder."""

import signal
from pathlib import Path

from tests.terminal.panels import Panel
from tests.terminal.program import Spawn
from tests.terminal.test_interview import agenda, enter

__all__ = ["agenda"]


def test_two_devices_one_interview_with_a_cut_a_kill_and_a_late_note(spawn: Spawn, agenda: Path, home: Path):
    agenda.write_text(f"notes: shared\n{agenda.read_text('utf-8')}", encoding="utf-8")
    panel = Panel(spawn, agenda, home)
    panel.join("bo", "cfo")
    ann, bo = panel["ann"], panel["bo"]

    enter(ann, "/start")
    bo.wait_for("left")
    bo.type("half a thou")
    enter(ann, "+ closed three of five #pipeline")
    bo.wait_for("closed three of five")
    enter(bo, "ght, finished")
    ann.wait_for("half a thought, finished")

    enter(ann, "/clock cfo")
    bo.wait_for("you have the clock")
    enter(ann, "/next")
    ann.wait_for("Bo Ek has the clock. /clock me takes it")
    ann.press("ctrl+u")

    away = home / "away"
    panel.shared.rename(away)
    enter(ann, "Ann, in the dark")
    enter(bo, "Bo, in the dark")
    enter(bo, "/next")
    ann.wait_for(r"offline \d:\d\d: kept here, 1 to send")
    bo.wait_for(r"offline \d:\d\d: kept here, 2 to send")
    away.rename(panel.shared)
    ann.wait_for("Bo, in the dark")
    bo.wait_for("Ann, in the dark")

    bo.process.kill(signal.SIGKILL)
    enter(ann, "while Bo is gone")
    ann.wait_for("while Bo is gone")
    bo = panel.run("bo", "resume")
    bo.wait_for("while Bo is gone")
    bo.wait_for("you have the clock")

    enter(bo, "/end")
    if "Enter to end anyway" in bo.wait_for("Enter to end anyway|Debrief: Final round"):
        bo.press("enter")
    bo.wait_for("Debrief: Final round")
    ann.wait_for("The interview has ended")
    for terminal in (ann, bo):
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0

    panel.ran("bo", "amend", panel.session, "+ sent the plan #pipeline")
    panel.ran("ann", "amend", panel.session, "but late")
    panel.ran("bo", "panel", panel.session)
    assert len(panel.digests("ann", "bo")) == 1


def test_ctrl_c_instead_of_any_key_leaves_and_resume_goes_on(spawn: Spawn, agenda: Path, home: Path):
    panel = Panel(spawn, agenda, home)
    joining = panel.run("bo", "join", "--folder", panel.shared)
    joining.wait_for("Invite")
    enter(joining, panel.ran("ann", "invite", "cfo", panel.session).strip())
    joining.wait_for("Press any key")
    joining.write(b"\x03")
    assert joining.wait_for_exit() != 0
    panel.run("bo", "resume").wait_for("Ann Lee has the clock")
