"""Whatever agenda a session was opened with comes back from its journal as it was."""

from pathlib import Path

import pytest

from facilitator import agenda_files
from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.resources import agendas_dir
from facilitator.storage.journal import Journal
from tests.preparing.made import agenda_in

SMALLEST = "segments: [{length: 1m, title: A}]\ntitle: T\n"
GUIDE = "# Talk\n\n## Hello (5 min)\n\n- How are you?\n"


def agendas() -> dict[str, Agenda]:
    found = {
        name: agenda_files.load(agendas_dir() / f"{name}.yaml").agenda for name in agenda_files.bundled(agendas_dir())
    }
    found["smallest"] = agenda_files.parse(SMALLEST, "a.yaml").agenda
    found["guide"] = agenda_in(GUIDE, "a.md")
    return {name: agenda for name, agenda in found.items() if agenda is not None}


@pytest.mark.parametrize("name", list(agendas()))
def test_a_journal_gives_the_agenda_back(name: str, tmp_path: Path):
    agenda = agendas()[name]
    clock = SimulatedClock(1_800_000_000_000)
    path = tmp_path / "s.journal"
    with Journal.create(path) as journal:
        Conductor.open(journal, "s", opening(agenda, "", 1_800_000_000_000, "UTC"), clock, "here")
    with Journal.open(path) as journal:
        assert Conductor.resume(journal, clock, "here").session.agenda == agenda
