"""Each note is told in full at one place, and by its number at the others."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.document import Document, NoteList
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import Options, export_text
from facilitator.reports.panel.panel_document import panel_document
from tests.domain.interviews import Room, agenda, part
from tests.domain.session.sealed import LOST, SEALED


def test_a_note_is_told_at_one_place_and_named_by_number_at_the_others(final_round):
    source = export_text(final_round, "md")
    [note] = [note for note in final_round.notes if note.text.startswith("Partner channel at her last firm")]
    assert source.count("Partner channel at her last firm") == 1
    page, _, rest = source.partition("\n## Evidence")
    assert re.search(rf"Pipeline building: Partner channel .* \*\(Priya Raghunathan, 09:10, {note.called}\)\*\n", page)
    assert rest.count(f"See also {note.called}, ") == 2  # under its competency, and under its segment


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


def blocks_of(document: Document) -> list[object]:
    """The blocks of a document, each list of notes as its notes."""
    return [list(block.notes) if isinstance(block, NoteList) else block for block in document.blocks]


SEALED_WORDS = "Still sealed, and so not in this: Bo Ek's 2 notes, and ratings, if any; Cy Roy's ratings."


@pytest.mark.parametrize("format_name", ["md", "html", "slack", "slack-api", "text", "vault"])
def test_what_is_sealed_is_told_wherever_notes_and_judgements_are(format_name: str):
    told = export_text(debrief(SEALED, SEALED.ended_at or 0), format_name)
    assert "2 notes, and ratings, if any" in told
    assert "Nobody has rated" not in told


def test_the_document_says_it_beside_the_decision_and_among_the_notes():
    told = export_text(debrief(SEALED, SEALED.ended_at or 0), "md").replace("\\", "")
    assert told.count(SEALED_WORDS) == 2
    assert "As far as can be read, nobody has rated it." in told
    assert "of my own" in told


def test_json_has_the_counts_and_nothing_about_them_where_nothing_is_sealed():
    report = json.loads(export_text(debrief(SEALED, SEALED.ended_at or 0), "json"))
    assert '"kept_sealed":{"bo":2,"cy":0}' in json.dumps(report, separators=(",", ":"))
    room = Room(agenda(part("Talk", "10m")), "0:00 /start")
    assert "kept_sealed" not in export_text(debrief(room.session, room.at("6:00")), "json")


def test_that_somebody_elses_notes_were_opened_is_told_with_who_did_it_and_why():
    value = debrief(LOST, LOST.ended_at or 0)
    said = "What Bo Ek had sealed was opened by Ann Lee, because: his laptop was stolen (10:15)."
    assert said in export_text(value, "md")
    row = '"by":"ann","panelist":"bo","reason":"his laptop was stolen"'
    assert row in json.dumps(json.loads(export_text(value, "json")), separators=(",", ":"))
    assert "his laptop was stolen" in export_text(value, "md", Options(redact=True))
