"""What the panel reads: a page to decide from, evidence before ratings, each note told once, the times last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator import agenda_files, resources
from facilitator.conducting.rehearsal import rehearse
from facilitator.documents.document import Document, NoteList
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports import FORMATS, Audience, Extent, Options, export_text
from facilitator.reports.panel.panel_blocks import ONLY_ONE
from facilitator.reports.panel.panel_document import panel_document
from facilitator.reports.panel.parts import Part
from tests.domain.interviews import Room, agenda, part


@pytest.fixture(scope="module")
def rehearsed() -> Debrief:
    """The sample as its script comes to."""
    folder = resources.agendas_dir()
    sample = agenda_files.load(folder / "vp-sales-final.yaml").agenda
    assert sample is not None
    conductor = rehearse(sample, (folder / "vp-sales-final.script").read_text(encoding="utf-8"))
    return debrief(conductor.session, conductor.now())


def test_what_is_known_of_the_clock_ends_with_one_full_stop(final_round):
    session = replace(final_round.session, clock_marks=("The wall clock was set 1h forward.",))
    assert "- About the clock: The wall clock was set 1h forward.\n" in export_text(
        replace(final_round, session=session), "md"
    )


def test_evidence_stands_before_ratings_and_the_times_last(final_round):
    source = export_text(final_round, "md")
    competency = source.partition("### Forecast and economics")[2].partition("\n### ")[0]
    assert competency.index("concern") < competency.index("What the ratings mean") < competency.index("4 strong")
    assert source.rindex("\n## ") == source.index("\n## Time")


def test_the_parts_stand_in_the_order_in_which_they_are_needed(final_round):
    parts = [line[3:] for line in export_text(final_round, "md").splitlines() if line.startswith("## ")]
    assert [part for part in parts if part != ONLY_ONE] == list(Part)


def test_a_tag_that_the_heading_says_is_left_out_under_it(final_round):
    under = export_text(final_round, "md").partition("### Pipeline building")[2].partition("### ")[0]
    assert "partners feed my successor's\"\n" in under


def test_a_note_is_told_at_one_place_and_named_by_number_at_the_others(final_round):
    source = export_text(final_round, "md")
    [note] = [note for note in final_round.notes if note.text.startswith("Partner channel at her last firm")]
    assert source.count("Partner channel at her last firm") == 1
    page, _, rest = source.partition("\n## Evidence")
    assert f"{note.called}, Pipeline building: Partner channel" in page
    assert rest.count(f"Told elsewhere: {note.called}, ") == 2  # under its competency, and under its segment


LONG = "note number {0} of this interview"


@given(st.lists(st.tuples(st.sampled_from("+-!?~"), st.sampled_from(["", "#craft", "#people"])), max_size=14))
def test_no_note_is_told_twice_and_none_is_lost(signs):
    lines = [
        f"{place + 1}:00 {sign.replace('~', '')} {LONG.format(f'<{place}>')} {tag}"
        for place, (sign, tag) in enumerate(signs)
    ]
    room = Room(
        agenda(part("Talk", "30m")), "\n".join(["0:30 /start", *lines, "20:00 /rate craft 4 see n1", "21:00 /end"])
    )
    said = " ".join(repr(block) for block in blocks_of(panel_document(debrief(room.session, room.at("22:00")))))
    assert [said.count(LONG.format(f"<{place}>")) for place in range(len(signs))] == [1] * len(signs)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", [name for name, kept in FORMATS.items() if kept.extent])
def test_nothing_stands_in_the_brief_that_is_not_in_the_whole(final_round, name, audience):
    brief, full = (export_text(final_round, name, Options(audience, extent=extent)) for extent in Extent)
    assert lines_of(brief) <= lines_of(full)
    assert (brief == full) == (audience not in (Audience.PANEL, Audience.LEAD))


def test_the_brief_of_the_sample_is_a_page(rehearsed):
    brief = Options(extent=Extent.BRIEF)
    assert len(lines_of(export_text(rehearsed, "md", brief))) <= 25
    assert len(lines_of(export_text(rehearsed, "slack", brief)) - {"```"}) <= 25


def test_what_the_brief_leaves_out_is_counted_with_its_place(rehearsed):
    last = export_text(rehearsed, "md", Options(extent=Extent.BRIEF)).splitlines()[-1]
    assert "+10 strengths, +2 concerns, +24 other notes (Evidence, Notes); +2 follow-ups (Follow-ups)" in last


def lines_of(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.strip() and not line.startswith("<nav")}


def blocks_of(document: Document) -> list[object]:
    """The blocks of a document, each list of notes as its notes."""
    return [list(block.notes) if isinstance(block, NoteList) else block for block in document.blocks]


def test_a_focus_area_says_who_sat_in_for_whom_it_belongs_to():
    owned = agenda(part("Talk", "10m"))
    owned = replace(owned, competencies=(replace(owned.competencies[0], owners=("bo",)), *owned.competencies[1:]))

    def focus(script: str) -> str:
        room = Room(owned, f"{script}\n5:00 /start")
        lines = export_text(debrief(room.session, room.at("6:00")), "md").splitlines()
        return next(line for line in lines if line.startswith("Focus area of "))

    assert focus("1:00 /absent bo") == "Focus area of Bo Ek."
    assert focus("1:00 /standin Dana Roth for bo") == "Focus area of Bo Ek (Dana Roth in their place)."
    assert focus("1:00 /standin Dana Roth for bo\n2:00 /arrived bo") == "Focus area of Bo Ek."
