"""What CONTRIBUTING.md says about adding a thing is all that it takes, and every place that it names is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from facilitator.conducting.rehearsal import ScriptError, rehearse
from facilitator.delivery.writing import write_content
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.plan.agenda import Agenda, Panelist, Question, Segment
from facilitator.reports import FORMATS, ExportError, export, export_text
from facilitator.reports.formats import exporter
from facilitator.resources import styles_dir
from facilitator.storage.settings.config import Config, load_config
from facilitator.ui import themes

PROJECT = Path(__file__).resolve().parents[2]
TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True),),
    segments=(
        Segment(
            id="one",
            title="One",
            length_seconds=300,
            questions=(Question(id="why", ask="Why us?", must=True, number=1),),
        ),
    ),
)


@pytest.fixture
def praise() -> Iterator[str]:
    """The command of CONTRIBUTING.md, declared as it stands there; its name."""
    (example,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    known = set(COMMANDS)
    exec(compile(example, "CONTRIBUTING.md", "exec"), {})
    (added,) = set(COMMANDS) - known
    yield added
    del COMMANDS[added]


@pytest.fixture
def archive() -> Iterator[str]:
    """A format that makes bytes; its name."""

    @exporter("archive", suffix=".zip", title="an archive", is_binary=True)
    def _archive(report: Debrief) -> bytes:
        return b"PK" + report.agenda.title.encode()

    yield "archive"
    del FORMATS["archive"]


class TestACommand:
    def test_declared_once_has_its_usage_help_and_key(self, praise: str):
        command = COMMANDS[praise]
        assert command.usage == "/praise Q"
        assert command.help == "Note that the answer to a question was remarkable."
        assert command.key == "f8"

    def test_works_in_a_script_and_shows_in_the_debrief(self, praise: str):
        conductor = rehearse(AGENDA, f"00:00 /start\n00:10 /{praise} 1\n05:00 /end")
        (note,) = debrief(conductor.session, conductor.now()).notes
        assert (note.text, note.question) == ("Remarkable.", "why")

    def test_has_its_refusal_told(self, praise: str):
        with pytest.raises(ScriptError, match="hasn't started"):
            rehearse(AGENDA, f"00:00 /{praise} 1")

    def test_shares_its_key_with_none_that_is_possible_at_the_same_time(self):
        by_key: dict[str, list[str]] = {}
        for command in COMMANDS.values():
            if command.key:
                by_key.setdefault(command.key, []).append(command.name)
        shared = {key: names for key, names in by_key.items() if len(names) > 1}
        assert set(map(tuple, shared.values())) <= {("pause", "resume")}


class TestAnExportFormat:
    def test_of_bytes_is_made_and_written_like_every_other(self, archive: str, tmp_path: Path):
        conductor = rehearse(AGENDA, "00:00 /start\n05:00 /end")
        made = export(debrief(conductor.session, conductor.now()), archive)
        assert made.name.endswith("-debrief.zip")
        assert write_content(made.content, tmp_path, made.name).read_bytes() == b"PKFinal round"

    def test_of_bytes_is_no_text_to_print(self, archive: str):
        conductor = rehearse(AGENDA, "00:00 /start\n05:00 /end")
        with pytest.raises(ExportError, match="is no text: say where"):
            export_text(debrief(conductor.session, conductor.now()), archive)


def test_a_setting_that_is_declared_is_read_with_a_complaint_about_a_wrong_value(tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text("".join(f"{name} = 1979-05-27\n" for name in Config.__struct_fields__), "utf-8")
    complained = [complaint.message.partition(":")[0] for complaint in load_config(path).complaints]
    assert complained == list(Config.__struct_fields__)


def test_a_theme_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    styles = copytree(styles_dir(), tmp_path / "styles")
    dusk = (styles / "themes/dark.tcss").read_text("utf-8")
    (styles / "themes/dusk.tcss").write_text(dusk, "utf-8")
    monkeypatch.setattr(themes, "styles_dir", lambda: styles)
    assert "dusk" in {theme.name for theme in themes.load_themes()}


def test_every_place_that_it_names_is_there():
    named = set(re.findall(r"`((?:facilitator|styles|tests|conducting|storage|domain)/[\w/.]+)`", TEXT))
    assert not {name for name in named if not (PROJECT / name).exists()}


def test_every_room_stands_in_its_picture():
    picture = TEXT.partition("```text\n")[2].partition("```")[0]
    rooms = {path.name for path in (PROJECT / "facilitator").iterdir() if (path / "__init__.py").exists()}
    domain = {path.name for path in (PROJECT / "facilitator/domain").iterdir() if (path / "__init__.py").exists()}
    assert set(re.findall(r"(\w+)/", picture)) - {"styles", "agendas"} == rooms
    assert set(picture.splitlines()[-1].split()) == domain
