"""Tables on standard output: plain text, whole in a pipe, and broken where a person can still read them."""

import pytest

from facilitator.cli.tables import print_table

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
        for name, value in (("COLUMNS", str(columns)), ("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
            monkeypatch.setenv(name, value)

    return set_to
