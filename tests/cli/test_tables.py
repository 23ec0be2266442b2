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


def test_dates_stay_whole_in_a_narrow_terminal(capsys, monkeypatch: pytest.MonkeyPatch):
    for name, value in (("COLUMNS", "40"), ("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    print_table(HEADINGS, [("2026-01-05-vp-sales-final", "VP Sales, final round", "2026-01-05")])
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) > 4
    assert any("2026-01-05" in row.split() for row in rows)
