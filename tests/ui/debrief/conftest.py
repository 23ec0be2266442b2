"""The interview whose debrief is read."""

import pytest

from facilitator.agenda_files import load
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.resources import agendas_dir


@pytest.fixture(scope="session")
def final_round() -> Debrief:
    loaded = load(agendas_dir() / "vp-sales-final.yaml")
    assert loaded.agenda is not None
    conductor = rehearse(loaded.agenda, (agendas_dir() / "vp-sales-final.script").read_text("utf-8"), "Eszter Halász")
    return debrief(conductor.session, conductor.now())
