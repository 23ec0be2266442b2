"""The bundled rehearsal, played once, with two notes for the candidate: what the exports are shown with."""

from collections.abc import Callable

import pytest
from msgspec import Struct
from msgspec.structs import replace

from facilitator import agenda_files, resources
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief

FOR_THE_CANDIDATE = """
1:36:20 + You asked for churn before you drew a line, and it changed what we all saw #territory #share
1:36:25 - Ramp time would have made the plan stronger; @cfo had to ask for it #share
1:36:28 cfo> "I'll be the one who tells you first, a quarter ahead #share
1:36:30 /end
"""

PROSE = frozenset(
    {"title", "purpose", "candidate", "text", "ask", "segment", "name", "role", "reason", "evidence", "anchor", "due"}
    | {"anchors", "say", "probes", "listen_for", "clock_marks"}
)
"""The fields that hold what people wrote."""


@pytest.fixture(scope="session")
def final_round() -> Debrief:
    folder = resources.agendas_dir()
    agenda = agenda_files.load(folder / "vp-sales-final.yaml").agenda
    assert agenda is not None
    script = (folder / "vp-sales-final.script").read_text(encoding="utf-8")
    conductor = rehearse(agenda, script.replace("\n1:36:30 /end\n", FOR_THE_CANDIDATE), candidate="Ilse Brandt")
    return debrief(conductor.session, conductor.now())


@pytest.fixture(scope="session")
def written_all_over(final_round) -> Callable[[str], Debrief]:
    """Makes a short debrief in which everybody wrote the same text everywhere, under every signal."""
    by_signal = {note.signal: note for note in final_round.notes}
    notes = tuple(sorted(by_signal.values(), key=lambda note: note.at))
    kept = {note.id for note in notes}
    competencies = tuple(
        replace(row, notes=tuple(note for note in row.notes if note in kept)) for row in final_round.competencies
    )
    short = replace(
        final_round,
        notes=notes,
        timeline=final_round.timeline[3:6],
        coverage=final_round.coverage[3:10:3],
        competencies=competencies[:2],
    )
    return lambda text: _with_prose(short, text)


def _with_prose(value, text, in_prose=False):
    """`value` with each text in its prose fields replaced by `text`."""
    if type(value) is str:
        return text if in_prose and value else value
    if isinstance(value, tuple):
        return tuple(_with_prose(item, text, in_prose) for item in value)
    if isinstance(value, dict):
        return {key: _with_prose(item, text, in_prose) for key, item in value.items()}
    if isinstance(value, Struct):
        changes = {field: _with_prose(getattr(value, field), text, field in PROSE) for field in value.__struct_fields__}
        return replace(value, **changes)
    return value
