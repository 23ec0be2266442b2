"""Settings: what is right is used, what is wrong is said with its place, and nothing keeps a program from starting."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage.settings.config import Config, complaint_of_setting, load_config


def loaded(tmp_path: Path, text: str):
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path, themes=("facilitator-dark", "facilitator-light"), formats=lambda: ("md", "html", "json"))


def test_without_a_file_the_defaults_hold(tmp_path: Path):
    assert load_config(tmp_path / "config.toml") == load_config(tmp_path / "none.toml")
    assert load_config(tmp_path / "config.toml").config == Config()


def test_every_setting_is_read(tmp_path: Path):
    text = """\
theme = "facilitator-light"
reduced_motion = true
curtain_overtime = true
bell = false
formats = ["html", "md", "html"]
copy_as = "slack"
retention_days = 180

[keys]
next = "f2"
"curtain" = "ctrl+k"

[cues]
warning = "none"
danger = "sound complete"
overtime = "notify-send 'Time is up'"
end = ["lights", "--off", ""]
"""
    result = loaded(tmp_path, text)
    assert result.complaints == ()
    assert result.config == Config(
        theme="facilitator-light",
        reduced_motion=True,
        curtain_overtime=True,
        bell=False,
        formats=("html", "md"),
        copy_as="slack",
        retention_days=180,
        keys={"next": "f2", "curtain": "ctrl+k"},
        cues={
            "warning": ("none",),
            "danger": ("sound", "complete"),
            "overtime": ("notify-send", "Time is up"),
            "end": ("lights", "--off", ""),
        },
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('\nthem = "x"', ":2:1: warning: there is no setting 'them' (did you mean 'theme'?)"),
        ('theme = "facilitator-drak"', ":1:1: warning: theme: there is no 'facilitator-drak' (did you mean"),
        ("bell = 1", ":1:1: warning: bell: expected true or false"),
        ('reduced_motion = "yes"', ":1:1: warning: reduced_motion: expected true or false"),
        ('formats = "md"', ':1:1: warning: formats: expected a list such as ["md", "html"]'),
        ('formats = ["pdf"]', ":1:1: warning: formats: there is no 'pdf'; choose from md, html, json"),
        ("bell = true\n  retention_days = 0", ":2:3: warning: retention_days: expected a whole number of days"),
        ("retention_days = true", "retention_days: expected a whole number"),
        ('keys = "n"', ":1:1: warning: keys: expected a table"),
        ("[keys]\n\nnext = 3", ":3:1: warning: keys.next: expected the name of a key"),
        ('[keys]\nlive.curtain = "x"', 'keys.live.curtain: put a name with a dot in quotes: "live.curtain"'),
        ('invitations = "x"', ":1:1: warning: invitations: expected a table such as [invitations]"),
        ('[invitations]\n"VP Sales" = 3', ":2:2: warning: invitations.VP Sales: expected the name or the file of an"),
        ("theme = 3", ":1:1: warning: theme: expected a name in quotes"),
        ('copy_as = "carrier"', ":1:1: warning: copy_as: there is no 'carrier'; choose from "),
        ('retention = "mars"', ":1:1: warning: retention: there is no 'mars'; choose from us-private"),
        ('[cues]\nend = "x\\u0000"', "cues.end: expected"),
        ('cues = "bell"', ":1:1: warning: cues: expected a table"),
        (
            '[cues]\n\nwarming = "bell"',
            ":3:1: warning: cues.warming: there is no such moment (did you mean 'warn",
        ),
        ('[cues]\nnoon = "bell"', "no such moment; choose from warning, danger, overtime, segment, end"),
        ('[cues]\nend = "say \'it"', ":2:1: warning: cues.end: a quotation mark is missing"),
        ("[cues]\nend = true", ':2:1: warning: cues.end: expected "bell", "sound", "none", or a command'),
        ('[cues]\nend = " "', "cues.end: expected"),
        ("[cues]\nend = []", "cues.end: expected"),
        ('[cues]\nend = ["", "x"]', "cues.end: expected"),
        ('[cues]\nend = ["x", 1]', "cues.end: expected"),
        ("bell = yes", ":1:8: warning: Invalid value; the defaults are used"),
        ("bell = ", ":1:8: warning: Invalid value"),
        (f"retention_days = {'1' * 5_000}", ": warning: a number in it is too long; the defaults are used"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_default_stands_in(tmp_path: Path, text, complaint):
    result = loaded(tmp_path, text)
    (said,) = map(str, result.complaints)
    assert said.startswith(str(tmp_path / "config.toml"))
    assert complaint in said
    assert result.config.theme == ""
    assert result.config.retention_days is None


def test_one_wrong_setting_leaves_the_others(tmp_path: Path):
    result = loaded(tmp_path, 'bell = 3\nretention_days = 30\n[keys]\nnext = 3\nback = "b"\n')
    assert len(result.complaints) == 2
    assert (result.config.bell, result.config.retention_days, result.config.keys) == (None, 30, {"back": "b"})


@given(st.one_of(st.text(max_size=80), st.binary(max_size=80)))
def test_no_file_raises(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(errors="replace"))
    for complaint in load_config(path).complaints:
        assert complaint.line >= 1
        assert "\n" not in str(complaint)


def test_a_folder_in_its_place_is_said(tmp_path: Path):
    (said,) = load_config(tmp_path).complaints
    assert "can't be read" in str(said)


def test_more_than_settings_can_be_is_not_read(tmp_path: Path):
    (tmp_path / "config.toml").write_bytes(b"#" * (1 << 20) + b"#")
    found = load_config(tmp_path / "config.toml")
    assert found.config == Config()
    assert "too large" in found.complaints[0].message


def test_settings_that_others_could_have_written_are_told_and_not_used(tmp_path: Path):
    folder = tmp_path / "open to all"
    folder.mkdir()
    path = folder / "config.toml"
    path.write_text("bell = true")
    folder.chmod(0o777)
    path.chmod(0o666)
    found = load_config(path)
    assert found.config.bell is None
    assert "others can write to it" in found.complaints[0].message


def test_who_uses_a_setting_can_complain_of_it_with_its_place(tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nnext = "f9"\n')
    said = complaint_of_setting(path, "it is taken", "next", "keys")
    assert str(said).endswith("config.toml:2:1: warning: keys.next: it is taken")
    path.unlink()
    assert (complaint_of_setting(path, "it is taken", "next", "keys").line) == 1


def test_the_retention_is_the_name_of_a_rule(tmp_path: Path):
    assert loaded(tmp_path, 'retention = "eu"').config.retention == "eu"


def test_words_of_an_invitation_lead_to_an_agenda(tmp_path: Path):
    assert loaded(tmp_path, '[invitations]\n"VP Sales" = "vp-sales-final"').config.invitations == {
        "VP Sales": "vp-sales-final"
    }
