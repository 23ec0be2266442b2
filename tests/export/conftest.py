"""The bundled rehearsal, played once: what the exports are shown with."""

import pytest

from facilitator import agenda_files, resources
from facilitator.domain.debrief import Debrief, debrief
from facilitator.rehearsal import rehearse


@pytest.fixture(scope="session")
def final_round() -> Debrief:
    folder = resources.agendas_dir()
    agenda = agenda_files.load(folder / "vp-sales-final.yaml").agenda
    assert agenda is not None
    script = (folder / "vp-sales-final.script").read_text(encoding="utf-8")
    conductor = rehearse(agenda, script, candidate="Ilse Brandt")
    return debrief(conductor.session, conductor.now())
