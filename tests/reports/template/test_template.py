"""A user's own template: what it can do, and that whatever is wrong with it is told with its place."""

import pytest

from facilitator.reports import Audience, ExportError, Options, export_text
from facilitator.reports.template.template import TemplateJob
from facilitator.reports.template.template_process import result_of


@pytest.fixture
def through(final_round, tmp_path):
    def render(source, name="mine.md.j2", **options):
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        return export_text(final_round, "md", Options(template=path, **options))

    return render


def test_it_gets_the_keys_of_the_json_export_and_words_for_its_values(through):
    source = (
        "{{ session.title }}, {{ session.started | day }}, {{ session.started | time_of_day }}\n"
        "{% for row in timeline[:2] %}{{ row.segment }}: {{ row.actual_seconds | clock }}, "
        "{{ (row.actual_seconds - row.planned_seconds) | over_under }}\n{% endfor %}"
        "{{ recommendations.cfo }} by {{ 'cfo' | name }}\n"
    )
    assert through(source) == (
        "VP Sales, final round, Monday, 5 January 2026, 09:02\n"
        "Welcome and aims: 4:35, 0:25 under\nYour 90-day plan: 17:45, 2:45 over\n"
        "no_decision by Daniel Owusu\n"
    )


def test_it_gets_only_what_its_audience_may_see(through):
    assert through("{{ strengths | length }}{{ notes is defined }}", audience=Audience.CANDIDATE) == "1False"


def test_a_page_is_escaped_by_itself(final_round, through):
    assert through("{{ '<b>' }}", name="mine.html.j2") == "&lt;b&gt;"
    assert through("{{ '<b>' }}", name="mine.md.j2") == "<b>"


@pytest.mark.parametrize(
    ("source", "line", "why"),
    [
        ("a\n{% for %}", 2, "Expected an expression"),
        ("a\n\n{{ nope }}", 3, "'nope' is undefined"),
        ("{{ session.nope.x }}", 1, "no attribute 'nope'"),
        ("a\n{{ ''.__class__ }}", 2, "unsafe"),
        ("{{ session.update({'id': 1}) }}", 1, "unsafe"),
        ("\n{% include '/etc/passwd' %}", 2, "can't include other files"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ 3 | day }}", 1, "must be str"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, source, line, why):
    result = result_of(TemplateJob("mine.md", source, {"session": {"id": "x"}}))
    assert result.line == line
    assert why in result.error


def test_the_place_is_in_front_of_the_reason(through, tmp_path):
    with pytest.raises(ExportError, match=r"mine\.md\.j2:2: 'nope' is undefined"):
        through("a\n{{ nope }}")


def test_one_that_wants_all_the_memory_is_stopped(through):
    with pytest.raises(ExportError, match="memory"):
        through("{{ 'a' * 10 ** 10 }}")


def test_one_that_never_ends_is_stopped(through, monkeypatch):
    monkeypatch.setattr("facilitator.reports.template.template.LIMIT_SECONDS", 1)
    with pytest.raises(ExportError, match="not done after 1 seconds"):
        through("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")


def test_one_that_writes_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr("facilitator.reports.template.template_process.MOST_OUTPUT_LETTERS", 1000)
    result = result_of(TemplateJob("x", "{% for i in range(999) %}{{ 'x' * 50 }}{% endfor %}", {}))
    assert "writes more than" in result.error


@pytest.mark.parametrize(("content", "why"), [(b"\xff\xfe\xff", "not UTF-8"), (b"x" * 300_000, "too large")])
def test_a_file_that_is_no_template_is_told(final_round, tmp_path, content, why):
    (tmp_path / "t.j2").write_bytes(content)
    with pytest.raises(ExportError, match=why):
        export_text(final_round, "md", Options(template=tmp_path / "t.j2"))


def test_a_missing_file_is_told(final_round, tmp_path):
    with pytest.raises(ExportError, match=r"none\.j2: No such file"):
        export_text(final_round, "md", Options(template=tmp_path / "none.j2"))


def test_nothing_of_the_current_folder_runs_in_its_process(through, hostile_folder):
    assert through("{{ session.title }}") == "VP Sales, final round"
    assert hostile_folder.ran() == []
