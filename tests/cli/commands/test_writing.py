"""An agenda is written from six answers, opened in the user's editor, and checked; nothing is lost on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.shell import facilitator, ran

ANSWERS = """VP Sales, final round
Whether to build the team together
60m
Ann Lee (CEO), Bo Ek
Hiring, Forecasting
Our account map
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


Edit = Callable[[str], Path]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Makes the user's editor: a program that does something to the file `$1`."""

    def make(does: str) -> Path:
        path = tmp_path / "their-editor"
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(path))
        return path

    return make


class TestNew:
    def test_asks_six_things_and_writes_an_agenda_that_passes(self, folder: Path):
        said = ran("new", typed=ANSWERS)
        assert said.count("? ") == 6
        assert "?:" not in said
        assert "Written to vp-sales-final-round.yaml." in said
        assert "VP Sales, final round: 1:00:00, 5 segments, 2 questions, nothing to complain of." in said
        assert "facilitator run vp-sales-final-round.yaml" in said
        assert "nothing to complain of" in ran("check", folder / "vp-sales-final-round.yaml")

    def test_asks_again_what_makes_no_sense(self, folder: Path):
        said = ran("new", "mine.yaml", typed=ANSWERS.replace("60m", "long\n1m\n60m").replace("Hiring,", " ,\nHiring,"))
        assert "not a duration" in said
        assert "expected a length from 15m to 8h" in said
        assert "expected a name" in said
        assert (folder / "mine.yaml").exists()

    def test_never_replaces_a_file_and_says_so_before_it_asks(self, folder: Path):
        (folder / "mine.yaml").write_text("mine")
        run = facilitator("new", "mine.yaml", typed=ANSWERS)
        assert run.exit_code == 2
        assert "already exists and was left as it is: facilitator edit mine.yaml" in run.output
        assert "Which interview" not in run.output
        assert (folder / "mine.yaml").read_text() == "mine"

    def test_what_cannot_be_written_is_printed(self):
        run = facilitator("new", "no/such/folder.yaml", typed=ANSWERS)
        assert run.exit_code == 1
        assert 'title: "VP Sales, final round"' in run.output
        assert "It can't be written to no/such/folder.yaml" in run.output

    def test_without_answers_nothing_is_written(self, folder: Path):
        assert facilitator("new", typed="VP Sales\n").exit_code == 1
        assert list(folder.iterdir()) == []


class TestEdit:
    def test_opens_the_file_and_checks_what_was_made_of_it(self, folder: Path, editor: Edit):
        ran("new", "mine.yaml", typed=ANSWERS)
        editor("sed -i.bak 's/Our account map/Your account map/' \"$1\"")
        said = ran("edit", "mine.yaml")
        assert "nothing to complain of" in said
        assert "Your account map" in (folder / "mine.yaml").read_text("utf-8")

    def test_the_first_line_names_the_schema(self, folder: Path, editor: Edit, home: Path):
        (folder / "mine.yaml").write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n")
        editor("exit 0")
        ran("edit", "mine.yaml")
        first = (folder / "mine.yaml").read_text().splitlines()[0]
        assert first == f"# yaml-language-server: $schema={(home / 'library/agenda.schema.json').as_uri()}"

    def test_says_what_is_wrong_with_what_was_saved(self, folder: Path, editor: Edit):
        ran("new", "mine.yaml", typed=ANSWERS)
        editor('echo "lenght: 3m" >> "$1"')
        run = facilitator("edit", "mine.yaml")
        assert run.exit_code == 2
        assert "mine.yaml:" in run.output
        assert "an agenda has no key 'lenght'" in run.output

    def test_of_a_bundled_agenda_one_gets_a_copy(self, folder: Path, editor: Edit):
        editor("exit 0")
        assert "Your copy of it: vp-sales-final.yaml" in ran("edit", "vp-sales-final")
        assert (folder / "vp-sales-final.yaml").exists()
        again = facilitator("edit", "vp-sales-final")
        assert again.exit_code == 2
        assert "facilitator edit vp-sales-final.yaml" in again.output

    def test_an_editor_may_have_arguments_and_visual_comes_first(
        self, folder: Path, editor: Edit, monkeypatch: pytest.MonkeyPatch
    ):
        ran("new", "mine.yaml", typed=ANSWERS)
        path = editor('echo "$1 $2" > told; [ "$1" = "--wait now" ]')
        monkeypatch.setenv("VISUAL", f"{path} '--wait now'")
        monkeypatch.setenv("EDITOR", "none-such")
        ran("edit", "mine.yaml")
        assert (folder / "told").read_text() == f"--wait now {folder / 'mine.yaml'}\n"

    @pytest.mark.parametrize(("ending", "how"), [("exit 7", "ended with 7"), ("kill -9 $$", "was stopped by signal 9")])
    def test_one_that_fails_is_told_with_the_remedy_and_the_file_is_there(
        self, folder: Path, editor: Edit, ending: str, how: str
    ):
        ran("new", "mine.yaml", typed=ANSWERS)
        before = (folder / "mine.yaml").read_bytes()
        editor(ending)
        run = facilitator("edit", "mine.yaml")
        assert run.exit_code == 1
        assert f"{how}. mine.yaml is as it left it." in run.output
        assert "VISUAL=nano" in run.output
        assert (folder / "mine.yaml").read_bytes() == before

    @pytest.mark.parametrize(
        ("named", "said"),
        [("none-such -x", "there is no such program"), ("./here", "no such program"), ("vi 'x", "quotation mark")],
    )
    def test_one_that_is_not_there_is_told_before_anything_is_done(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, named: str, said: str
    ):
        (folder / "here").write_text("#!/bin/sh\n")
        (folder / "here").chmod(0o700)
        monkeypatch.setenv("EDITOR", named)
        run = facilitator("edit", "vp-sales-final")
        assert run.exit_code == 1
        assert said in run.output
        assert [path.name for path in folder.iterdir()] == ["here"]

    def test_without_any_editor_it_is_told_how_to_name_one(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("PATH", "/none")
        assert "Set $EDITOR" in facilitator("edit", "vp-sales-final").output

    def test_what_is_not_there_can_be_written(self, editor: Edit):
        editor("exit 0")
        assert "facilitator new nothing.yaml" in facilitator("edit", "nothing.yaml").output
        assert "neither a file nor a bundled agenda" in facilitator("edit", "nothing").output

    def test_where_no_schema_can_be_written_it_goes_on_without(self, folder: Path, editor: Edit, home: Path):
        (folder / "mine.yaml").write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n")
        (home / "library/agenda.schema.json").mkdir(parents=True)
        editor("exit 0")
        said = ran("edit", "mine.yaml")
        assert "The file doesn't name its schema" in said
        assert "Mine: 5:00" in said
