"""CSV: four sheets that any spreadsheet reads and none runs."""

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.debrief.panel_rows import DecisionRow, DissentRow
from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.reports.panel.parts import looked_on
from facilitator.reports.sheets import cell, report_sheets, sheet
from facilitator.workspace.exports import write_export
from tests.documents.libreoffice import PROGRAM, converted
from tests.domain.panel.looking_on import onlookers_debrief
from tests.domain.session.sealed import LOST, SEALED
from tests.reports.hostile import texts

FORMULA = tuple("=+-@\t\r\n")


def read(folder, name):
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture
def folder(final_round, tmp_path):
    return write_export(final_round, "csv", tmp_path / "sheets")


def test_there_is_a_sheet_for_what_happened_and_one_for_what_is_to_be_done(folder):
    sheets = ("notes", "coverage", "timeline", "changes", "ratings", "decision", "follow_ups", "candidate_questions")
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in sheets}


def test_every_note_is_a_row(folder, final_round):
    rows = read(folder, "notes.csv")
    assert [row["text"].removeprefix("'") for row in rows] == [note.text for note in final_round.notes]


def test_coverage_has_a_column_for_each_panelist(folder):
    [row] = [row for row in read(folder, "coverage.csv") if row["question"] == "sheet"]
    assert (row["status"], row["by cfo"], row["by cro"], row["by people"]) == ("covered", "covered", "partly", "")


def test_the_timeline_has_the_deviation_in_seconds(folder):
    assert [row["over_seconds"] for row in read(folder, "timeline.csv")][:3] == ["-25", "165", "-70"]


def test_ratings_and_recommendations_are_in_one_sheet(folder):
    rows = read(folder, "ratings.csv")
    assert {"strong_yes", "no_decision", "yes"} <= {row["recommendation"] for row in rows}
    assert any(row["competency"] == "forecast" and row["rating"] == "4" for row in rows)


def test_the_decision_and_those_who_dissent_are_a_row_each(final_round, tmp_path):
    decided = DecisionRow(at="2026-01-05T11:00:00Z", by="ceo", outcome=Outcome.YES, reason="=1+1")
    dissent = DissentRow(at="2026-01-05T11:01:00Z", panelist="cfo", text="Too early.")
    panel = replace(final_round.panel, decision=decided, dissents=(dissent,), dissenters=("cfo", "cro"))
    folder = write_export(replace(final_round, panel=panel), "csv", tmp_path / "sheets")
    assert [tuple(row.values()) for row in read(folder, "decision.csv")] == [
        ("decision", "2026-01-05T11:00:00Z", "ceo", "yes", "'=1+1"),
        ("dissent", "2026-01-05T11:01:00Z", "cfo", "", "Too early."),
        ("dissent", "", "cro", "", ""),
    ]


def test_what_is_sealed_and_so_not_in_the_sheets_is_a_row_for_each_author(tmp_path):
    rows = read(write_export(debrief(SEALED, SEALED.ended_at or 0), "csv", tmp_path / "sealed"), "decision.csv")
    told = [(row["kind"], row["by"], row["reason"]) for row in rows]
    assert told == [("sealed", "bo", "2 notes, and ratings, if any"), ("sealed", "cy", "ratings")]
    lost = read(write_export(debrief(LOST, LOST.ended_at or 0), "csv", tmp_path / "lost"), "decision.csv")[-1]
    assert [lost[name] for name in ("kind", "by", "outcome", "reason")] == [
        *("opened", "ann", "notes of bo", "his laptop was stolen"),
    ]


def test_what_is_to_be_done_and_what_they_asked_are_sheets_of_their_own(folder, final_round):
    assert [row["kind"] for row in read(folder, "follow_ups.csv")] == [item.kind for item in final_round.follow_ups]
    asked = read(folder, "candidate_questions.csv")
    assert [row["due"] for row in asked] == [item.due for item in final_round.candidate_questions]


@given(texts)
def test_no_text_is_a_formula_in_any_sheet(written_all_over, text):
    for written in report_sheets(written_all_over(text)).values():
        for row in csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")):
            for shown in row:
                first = unicodedata.normalize("NFKC", shown.lstrip()[:1])
                assert not first.startswith(FORMULA) or re.fullmatch(r"-?\d+", shown)


@given(texts)
def test_no_cell_begins_a_formula(text):
    shown = cell(text)
    assert not unicodedata.normalize("NFKC", shown.lstrip()[:1]).startswith(FORMULA)
    assert not re.search(r"[;|\t\n][\s\"]*=", shown)
    assert shown.replace("'", "") == text.replace("'", "")


EVIL = [
    *("x\n=1+1", 'x\n"=1+1', 'x;"=1+1', 'x; ""  "=1+1', "x|=1+1", "x\t=1+1", "x;\n=1+1", "x\u2028=1+1"),
    *(
        '"=1+1',
        ' "=1+1',
        "x;\u3000=1+1",
        "x;=1+1;=2+2",
        "x\n+1+1",
        "x|-1+1",
        "x\n@SUM(1)",
        "x;＝1+1",
        ',"=1+1',
        "x,=1+1",
    ),
    *("x\n=cmd|' /C calc'!A0", 'x;"=HYPERLINK(1;2)', 'x\n="a"', 'x";=1+1', 'x";"=1+1', "=1+1\n=2+2"),
]


@pytest.mark.parametrize("separator", list(",;\t|"))
@given(drawn=st.lists(st.one_of(texts, st.text(alphabet="=+-@;,|\t\n \"'x1(", max_size=30)), min_size=1))
def test_no_cell_begins_a_formula_whatever_the_sheet_is_separated_by(separator, drawn):
    written = sheet(
        ["text", "number", "other"], [{"text": text, "number": -25, "other": text} for text in drawn + EVIL]
    )
    rows = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), delimiter=separator)
    for shown in {part.lstrip(' "\u3000') for row in rows for part in row}:
        first = unicodedata.normalize("NFKC", shown[:1])
        is_mention = first == "@" and re.match(r".\w", shown)
        assert not first.startswith(tuple("=+-@%")) or is_mention or shown == "-25", shown


def as_read_by_libreoffice(folder, name, separator):
    """Return what LibreOffice makes of a sheet, as the XML of its cells; formulas are attributes of them."""
    told = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,-1,true"
    return converted(folder / f"{name}.csv", "fods", f"--infilter={told}").read_text(encoding="utf-8")


@pytest.mark.skipif(not PROGRAM, reason="no LibreOffice is installed here")
@pytest.mark.parametrize("separator", list(",;\t|"))
def test_libreoffice_evaluates_nothing_whatever_it_separates_by(separator, tmp_path):
    written = sheet(["text", "number", "other"], [{"text": text, "number": -25, "other": text} for text in EVIL])
    (tmp_path / "ours.csv").write_text(written, encoding="utf-8", newline="")
    (tmp_path / "bare.csv").write_text(f"1{separator}=1+1\r\n", encoding="utf-8", newline="")
    assert "table:formula=" in as_read_by_libreoffice(tmp_path, "bare", separator)
    assert "table:formula=" not in as_read_by_libreoffice(tmp_path, "ours", separator)


@pytest.mark.parametrize("text", ["fine;=1+1", "fine; =1+1", "fine;\t=1+1", "fine;+cmd|' /C calc'!A0", "x;@SUM(1)"])
def test_nor_does_one_that_a_semicolon_would_begin(text):
    assert cell(text) == re.sub(r"(?=[=+@](1|cmd|SUM))", "'", text, count=1)


def test_a_mention_after_a_semicolon_stays_as_it_is():
    assert cell("stronger; @cfo had to ask") == "stronger; @cfo had to ask"


def test_a_rating_without_evidence_says_so(final_round):
    [first, *_] = final_round.competencies
    bare = replace(first, ratings=(replace(first.ratings[0], evidence="", no_evidence=True),))
    written = report_sheets(replace(final_round, competencies=(bare,)))["ratings.csv"]
    [row] = [row for row in csv.DictReader(written.removeprefix("\ufeff").splitlines()) if row["competency"]]
    assert row["no_evidence"] == "yes"


@given(texts)
def test_every_sheet_reads_back_with_as_many_columns_in_each_row(written_all_over, text):
    for content in report_sheets(written_all_over(text)).values():
        rows = list(csv.reader(content.removeprefix("\ufeff").splitlines(keepends=True), strict=True))
        assert len({len(row) for row in rows}) == 1
        for row in rows:
            assert not any(part.lstrip().startswith(("=", "+", "@", "＝", "＋", "＠")) for part in row)
        assert all(line.endswith("\r\n") for line in content.split("\r\n")[:-1] for line in [line + "\r\n"])


def test_a_number_that_is_below_zero_stays_a_number():
    assert cell(-25) == "-25"


def test_the_decision_sheet_of_whoever_looks_on_says_what_is_not_shown():
    rows = list(csv.DictReader(io.StringIO(report_sheets(onlookers_debrief())["decision.csv"].removeprefix("\ufeff"))))
    assert [row["reason"] for row in rows if row["kind"] == "not shown"] == [looked_on("the candidate")]
