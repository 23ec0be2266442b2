"""A format is added in one place, and then it is everywhere."""

import pytest

from facilitator import export
from facilitator.export.formats import exporter


@pytest.fixture
def headline():
    before = dict(export.FORMATS)

    @exporter("headline", suffix=".headline", title="only the title")
    def _headline(report):
        return f"{report.session.title}\n"

    yield
    export.FORMATS.clear()
    export.FORMATS.update(before)


def test_one_function_makes_a_format(headline, final_round, tmp_path):
    assert export.render(final_round, "headline") == "VP Sales, final round\n"
    assert export.write(final_round, "headline", tmp_path).suffix == ".headline"


def test_every_format_says_what_it_is():
    assert all(kept.title and kept.name == name for name, kept in export.FORMATS.items())
    assert [name for name, kept in export.FORMATS.items() if kept.is_folder] == ["csv"]
