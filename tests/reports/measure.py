"""Processor seconds that each format takes for a session of 10,000 notes: `python -m tests.reports.measure [NOTES]`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from msgspec.structs import replace

from facilitator import agenda_files, reports, resources
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import Options
from facilitator.workspace.exports import write_export


def with_notes(played: Debrief, count: int) -> Debrief:
    """`played` with its notes over and over, each with an id and words of its own."""
    notes = tuple(
        replace(note, id=f"n{number}", text=f"{note.text} ({number})")
        for number in range(count)
        for note in (played.notes[number % len(played.notes)],)
    )
    ids: dict[str | None, list[str]] = {}
    for note in notes:
        ids.setdefault(note.competency, []).append(note.id)
    rows = tuple(replace(row, notes=tuple(ids.get(row.id, ()))) for row in played.competencies)
    return replace(played, notes=notes, competencies=rows)


def main() -> None:
    """Print the seconds per format, plain and redacted."""
    folder = resources.agendas_dir()
    agenda = agenda_files.load(folder / "vp-sales-final.yaml").agenda
    assert agenda is not None
    conductor = rehearse(agenda, (folder / "vp-sales-final.script").read_text(encoding="utf-8"), "Ilse Brandt")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    large = with_notes(debrief(conductor.session, conductor.now()), count)
    print(f"{count:,} notes     plain  redacted")
    for name in reports.FORMATS:
        taken = []
        for options in (Options(), Options(redact=True)):
            with TemporaryDirectory() as place:
                began = process_time()
                write_export(large, name, Path(place), options)
                taken.append(process_time() - began)
        print(f"{name:12}  {taken[0]:7.2f} s {taken[1]:7.2f} s")


if __name__ == "__main__":
    main()
