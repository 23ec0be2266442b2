"""A format is added in one place, and then it is everywhere."""

import pytest

from facilitator import reports
from facilitator.reports import export_text
from facilitator.reports.formats import exporter
from facilitator.workspace.exports import write_export


@pytest.fixture
def headline():
    before = dict(reports.FORMATS)

    @exporter("headline", suffix=".headline", title="only the title")
    def _headline(report):
        return f"{report.session.title}\n"

    yield
    reports.FORMATS.clear()
    reports.FORMATS.update(before)


def test_one_function_makes_a_format(headline, final_round, tmp_path):
    assert export_text(final_round, "headline") == "VP Sales, final round\n"
    assert write_export(final_round, "headline", tmp_path).suffix == ".headline"


def test_every_format_says_what_it_is():
    assert all(kept.title and kept.name == name for name, kept in reports.FORMATS.items())
    assert [name for name, kept in reports.FORMATS.items() if kept.is_folder] == ["csv"]
