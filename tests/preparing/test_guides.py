"""The guides in `guides/`, each of another shape: what every line is taken for, and the agenda that comes of it.

`FACILITATOR_GOLDEN=write` writes the previews anew; look at them before you commit.
"""

import os
from pathlib import Path

import pytest

from facilitator.preparing.guide_import import import_guide
from facilitator.preparing.imported import Imported
from facilitator.preparing.taking.import_choices import ImportChoices

GUIDES = Path(__file__).parent / "guides"
PREVIEWS = GUIDES / "previews"
CHOICES = {
    "bank.md": ImportChoices(1200),
    "bold-lines.md": ImportChoices(1800),
    "days.csv": ImportChoices(part="Tuesday"),
    "interviews.md": ImportChoices(part="2"),
    "questions.json": ImportChoices(1800),
    "rounds.md": ImportChoices(2400),
    "titles.md": ImportChoices(1800),
    **dict.fromkeys(
        (
            "ashby-form.json",
            "greenhouse-scorecard.json",
            "greenhouse-stage.json",
            "lever-template.json",
            "workable-kit.json",
        ),
        ImportChoices(2400),
    ),
}
COUNTS = {
    "designer.md": (5, 3, 90),
    "nachfolge.md": (4, 4, 60),
    "data-podcast.txt": (7, 3, 40),
    "sales.csv": (4, 4, 40),
    "bahn.rst": (4, 5, 40),
    "communication.md": (5, 4, 60),
    "data-engineer.html": (5, 5, 150),
    "invoices.txt": (4, 8, 33),
    "oficios.adoc": (4, 4, 35),
    "vertrieb.csv": (6, 0, 75),
    "banks.rst": (6, 5, 60),
    "citas.md": (4, 8, 50),
    "conducteur.md": (7, 3, 48),
    "jefe-de-obra.html": (5, 4, 60),
    "logistik.adoc": (5, 5, 75),
    "long-shift.csv": (7, 6, 45),
    "pflege.html": (5, 6, 45),
    "recruiter.md": (5, 3, 30),
    "soudure.csv": (5, 4, 55),
    "ward-manager.txt": (5, 3, 60),
    "callouts.md": (5, 6, 60),
    "confluence.html": (4, 3, 60),
    "entrevista.txt": (5, 5, 60),
    "google.html": (6, 4, 75),
    "leitfaden.md": (6, 7, 90),
    "mensetsu.md": (5, 3, 60),
    "panel.rst": (7, 2, 90),
    "portfolio.adoc": (4, 6, 90),
    "bands.md": (1, 2, 30),
    "between.md": (4, 1, 45),
    "blanks.md": (4, 3, 45),
    "bold-lines.md": (2, 4, 30),
    "bold-times.md": (5, 1, 30),
    "breaks-in-cells.md": (3, 3, 30),
    "categories.csv": (1, 3, 14),
    "cues.md": (3, 1, 45),
    "day-shares.csv": (3, 0, 70),
    "dutch.md": (4, 1, 45),
    "form.md": (1, 2, 10),
    "fractions.md": (5, 2, 60),
    "numbered.txt": (3, 4, 30),
    "one-owner.md": (6, 1, 120),
    "options.md": (2, 5, 20),
    "owners.md": (3, 2, 40),
    "page.html": (3, 2, 90),
    "pictures.md": (3, 1, 30),
    "rooms.csv": (4, 0, 120),
    "scale.md": (1, 1, 30),
    "sections.json": (3, 3, 30),
    "sections.yaml": (3, 2, 45),
    "when.md": (6, 0, 240),
    "exec.md": (4, 3, 90),
    "french.md": (4, 2, 60),
    "german.txt": (5, 2, 60),
    "notion.html": (3, 2, 60),
    "panel.md": (5, 3, 90),
    "podcast.txt": (6, 2, 42),
    "rounds.md": (2, 5, 40),
    "spanish.csv": (4, 0, 120),
    "star.txt": (2, 3, 10),
    "usability.md": (4, 6, 60),
    "bad-sum.md": (2, 2, 30),
    "bank.md": (1, 3, 20),
    "clock.md": (4, 2, 105),
    "days.csv": (4, 0, 135),
    "details.md": (3, 4, 30),
    "each.md": (2, 3, 30),
    "entretien.txt": (4, 3, 110),
    "entrevista.html": (3, 4, 40),
    "guide.adoc": (2, 2, 20),
    "guide.rst": (2, 3, 35),
    "interviews.md": (2, 1, 30),
    "per-cent.md": (3, 0, 60),
    "phone-screen.txt": (3, 7, 30),
    "questions.json": (2, 3, 30),
    "questions.tsv": (1, 3, 20),
    "rubric.md": (4, 3, 60),
    "rundown.json": (2, 0, 25),
    "schedule.csv": (4, 0, 90),
    "titles.md": (3, 0, 30),
    "vorstellung.md": (4, 4, 45),
    "ashby-form.json": (1, 2, 40),
    "greenhouse-kit.html": (1, 2, 30),
    "greenhouse-scorecard.json": (1, 1, 40),
    "greenhouse-stage.json": (2, 3, 40),
    "lever-form.txt": (1, 2, 30),
    "lever-template.json": (1, 1, 40),
    "workable-kit.json": (2, 4, 40),
    "bold-fields.md": (5, 5, 60),
    "boxes.md": (5, 3, 30),
    "werkstudent.md": (5, 3, 45),
    "onsite.md": (7, 4, 270),
    "researcher.html": (5, 4, 60),
    "office-manager.txt": (5, 5, 40),
    "heat-pumps.txt": (4, 7, 40),
    "day.csv": (6, 0, 150),
    "answers.tsv": (1, 4, 22),
    "town-hall.json": (4, 0, 60),
    "support.yaml": (3, 2, 45),
    "writer.adoc": (4, 2, 45),
    "site-manager.rst": (4, 3, 50),
    "mail.html": (4, 1, 90),
    "set-apart.md": (3, 2, 45),
    "small-letters.md": (4, 1, 55),
    "clocks.md": (5, 0, 90),
    "minutes.md": (5, 4, 45),
    "must.md": (4, 6, 45),
    "grille.md": (5, 3, 60),
    "guion.txt": (5, 3, 35),
    "panel-day.csv": (6, 0, 110),
    "cards.json": (3, 2, 45),
}
"""How many segments and questions each has, and how many minutes."""


def the_import(name: str) -> Imported:
    return import_guide(GUIDES / name, CHOICES.get(name))


def preview(found: Imported) -> str:
    """Every line with what it was taken for, and the agenda."""
    lines = []
    for one in found.taken:
        why = f"   <{one.why or one.guess}>" if one.why or one.guess else ""
        lines.append(f"{one.piece.place!s:12} {one.role.value:10}  {one.piece.text}{why}")
    told = [f"! {complaint.message}" for complaint in found.loaded.complaints]
    return "\n".join([*lines, "", *told, "", found.yaml])


@pytest.mark.parametrize("name", COUNTS)
def test_each_has_its_segments_questions_and_minutes(name: str):
    agenda = the_import(name).loaded.agenda
    assert agenda is not None
    counts = (len(agenda.segments), len(agenda.questions), agenda.planned_seconds // 60)
    assert counts == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_line_is_taken_for_what_the_preview_says(name: str):
    kept = PREVIEWS / f"{name}.preview"
    found = preview(the_import(name))
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, "utf-8")
    assert found == kept.read_text("utf-8")


def test_no_guide_is_forgotten():
    assert {path.name for path in GUIDES.iterdir() if path.is_file()} == set(COUNTS)
    assert {path.stem for path in PREVIEWS.iterdir()} == set(COUNTS)
