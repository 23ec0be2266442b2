"""An export: for an audience, in a format, redacted or through a template, and a text where it is one."""

import json

import pytest

from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.reports import FORMATS, Audience, ExportError, Options, WrongTemplate, export, export_text
from tests.ui.sessions import small_agenda


@pytest.fixture
def played():
    """A short interview: what happened in it, and its debrief."""
    conductor = rehearse(small_agenda(), "00:00 /start\n00:10 a note\n10:00 /end", "Robin Reyes")
    return conductor.events, debrief(conductor.session, conductor.now())


@pytest.mark.parametrize(
    ("audience", "format_name", "end"),
    [
        (Audience.PANEL, "md", "-debrief.md"),
        (Audience.PANEL, "csv", "-debrief-csv"),
        (Audience.LEAD, "html", "-debrief-lead.html"),
        (Audience.NEXT_ROUND, "json", "-next-round.json"),
        (Audience.CANDIDATE, "slack", "-feedback.slack.txt"),
    ],
)
def test_its_name_says_whose_and_what_it_is(final_round, audience, format_name, end):
    assert export(final_round, format_name, Options(audience)).name.endswith(end)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_a_text_or_a_folder_of_sheets(final_round, format_name):
    content = export(final_round, format_name).content
    assert isinstance(content, dict) == FORMATS[format_name].is_folder


def test_sheets_cannot_be_one_text(final_round):
    with pytest.raises(ExportError, match="folder of files"):
        export_text(final_round, "csv")


def test_an_unknown_format_is_answered_with_those_there_are(final_round):
    with pytest.raises(ExportError, match=r"no format “pdf”\. Choose from md, html, word, json, csv, text, slack"):
        export_text(final_round, "pdf", Options())


def test_only_the_panels_own_whole_json_carries_what_happened(played):
    events, value = played
    assert "journal" in json.loads(export_text(value, "json", Options(events=events)))
    for options in (
        Options(),
        Options(events=events, redact=True),
        *(Options(audience, events=events) for audience in Audience if audience is not Audience.PANEL),
    ):
        assert "journal" not in json.loads(export_text(value, "json", options))


def test_a_template_takes_the_place_of_the_wording_and_the_format_names_the_file(played, tmp_path):
    _, value = played
    path = tmp_path / "mine.j2"
    path.write_text("{{ session.title }}", encoding="utf-8")
    made = export(value, "html", Options(template=path))
    assert made.content == "A short talk"
    assert made.name.endswith(".html")
    with pytest.raises(WrongTemplate, match=r"nowhere\.j2"):
        export(value, "md", Options(template=tmp_path / "nowhere.j2"))
