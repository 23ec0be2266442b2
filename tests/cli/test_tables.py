"""Tables on standard output: plain text, whole in a pipe, and broken where a person can still read them."""

import sys
import time

import click
import pytest

from facilitator.cli.tables import print_table
from facilitator.documents.cells import cells

HEADINGS = ("session", "title", "date")


def test_nothing_in_a_cell_is_markup_or_acts_on_the_terminal(capsys):
    print_table(HEADINGS, [("[bold]x[/bold]", "two\nrows\x1b[2J", "2026-01-05")])
    told = capsys.readouterr().out
    assert "[bold]x[/bold]" in told
    assert "two rows[2J" in told


def test_in_a_pipe_every_cell_is_whole(capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "20")
    print_table(HEADINGS, [("2026-01-05-vp-sales", "word " * 20, "2026-01-05")])
    assert "word " * 19 in capsys.readouterr().out


def test_a_thousand_words_in_a_pipe_are_a_line(capsys):
    print_table(HEADINGS, [("s", "word " * 1000, "2026-01-05")])
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_the_interviews_of_years_are_set_in_no_time(capsys):
    began = time.process_time()
    print_table(
        HEADINGS, [(f"2026-01-05-vp-sales-{number:05}", "VP Sales 漢字", "2026-01-05") for number in range(10_000)]
    )
    assert time.process_time() - began < 2
    assert len(capsys.readouterr().out.splitlines()) == 10_004


def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(narrow, capsys):
    title = "Vice President Sales of 漢字漢字漢字漢字漢字, 👩‍💻 the final round of Donaudampfschifffahrtsgesellschaft"
    for columns in range(20, 120):
        narrow(columns)
        print_table(HEADINGS, [("2026-01-05-vp", title, "2026-01-05")])
        told = click.unstyle(capsys.readouterr().out)
        assert max(map(cells, told.splitlines())) <= columns
        assert all(letter in told for letter in title)


ROW = ("2026-01-05-vp-sales-final", "VP Sales, final round", "2026-01-05")


def test_dates_and_ids_stay_whole_where_room_is_scarce(narrow, capsys):
    narrow(60)
    print_table(HEADINGS, [ROW])
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert any("2026-01-05-vp-sales-final" in row and "2026-01-05" in row for row in rows)


@pytest.mark.parametrize("columns", [30, 40])
def test_where_there_is_no_room_beside_it_the_id_has_a_line_of_its_own(narrow, capsys, columns):
    narrow(columns)
    print_table(HEADINGS, [ROW])
    first, *others = capsys.readouterr().out.splitlines()
    assert first == "2026-01-05-vp-sales-final"
    assert " ".join(" ".join(others).split()) == "title: VP Sales, final round · date: 2026-01-05"


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch):
    """Makes standard output a terminal with so many columns."""

    def set_to(columns: int) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    return set_to
