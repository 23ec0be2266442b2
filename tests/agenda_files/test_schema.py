"""The published schema and the reader agree, both being derived from the same declarations."""

import re
from typing import Any

import pytest

from facilitator.agenda_files import parse
from facilitator.agenda_files.schema import schema, with_schema_line
from facilitator.domain.text.durations import parse_duration


def definitions() -> dict[str, Any]:
    published = schema()
    return {"Agenda": published, **published["$defs"]}


def test_it_lists_the_keys_of_a_file_and_allows_no_others():
    assert set(definitions()) == {"Agenda", "Panelist", "Competency", "Question", "Segment", "Adjustment"}
    for definition in definitions().values():
        assert definition["additionalProperties"] is False
    assert {"length", "at_least", "warning", "danger"} < set(definitions()["Segment"]["properties"])
    assert "number" not in definitions()["Question"]["properties"]
    assert definitions()["Question"]["required"] == ["ask"]
    assert definitions()["Segment"]["required"] == ["title", "length"]


def test_the_reader_knows_exactly_the_keys_that_are_published():
    for name, path in [("Agenda", ""), ("Segment", "segments: ["), ("Panelist", "panel: [")]:
        keys = definitions()[name]["properties"]
        text = path + "{" + ", ".join(f"{key}: null" for key in keys) + "}" + ("]" if path else "")
        assert not any("has no key" in str(complaint) for complaint in parse(text, "a.yaml").complaints)


def test_segment_kinds_are_listed():
    kinds = definitions()["Segment"]["properties"]["kind"]["enum"]
    assert {"opening", "practice", "candidate_questions"} < set(kinds)


@pytest.mark.parametrize("written", ["5m", "1h30m", "90s", "PT5M", "PT1H", "4:30", "1:15:00", "45", "1.5", "1 h 5 min"])
def test_every_form_of_duration_fits_the_pattern(written: str):
    assert parse_duration(written) > 0
    assert re.search(definitions()["Segment"]["properties"]["length"]["pattern"], written)


@pytest.mark.parametrize("written", ["", "soon", "-5m", "P", "5:75", "5 m m"])
def test_what_is_no_duration_does_not_fit(written: str):
    assert not re.search(definitions()["Segment"]["properties"]["length"]["pattern"], written)


ADDRESS = "file:///data/agenda.schema.json"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("title: A\n", f"# yaml-language-server: $schema={ADDRESS}\ntitle: A\n"),
        ("title: A\r\n", f"# yaml-language-server: $schema={ADDRESS}\r\ntitle: A\r\n"),
        ("\ufefftitle: A\n", f"\ufeff# yaml-language-server: $schema={ADDRESS}\ntitle: A\n"),
        ("", f"# yaml-language-server: $schema={ADDRESS}\n"),
        ("# yaml-language-server: $schema=mine.json\ntitle: A\n",) * 2,
    ],
)
def test_a_file_names_its_schema_in_its_first_line_and_only_once(text: str, named: str):
    assert with_schema_line(text, ADDRESS) == named
    assert with_schema_line(named, ADDRESS) == named
