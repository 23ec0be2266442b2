"""What is erased leaves no byte; what was put on hold stays; how long sessions are kept is a setting."""

from pathlib import Path

import pytest

from facilitator.cli.commands.retaining import parse_age
from facilitator.cli.errors import WrongInput
from tests.cli.kept import CANARY
from tests.cli.shell import facilitator, files_with, ran


@pytest.mark.parametrize(("age", "days"), [("180d", 180), ("26w", 182), (" 6M ", 180), ("2y", 730), ("45", 45)])
def test_an_age_is_read_in_days_weeks_months_or_years(age, days):
    assert parse_age(age) == days


@pytest.mark.parametrize("age", ["", "soon", "-1d", "1.5y", "d", "18dy", "999999d", "٣d"])
def test_what_is_no_age_is_wrong(age):
    with pytest.raises(WrongInput, match="isn't an age"):
        parse_age(age)


@pytest.mark.parametrize("how", ["session", "candidate", "purge"])
def test_what_is_erased_leaves_no_byte(session: str, data: Path, how):
    (data / "debriefs").mkdir()
    ran("debrief", session, "--out", data / "debriefs")
    ran("amend", session, f"late {CANARY}")
    assert len(files_with(data, CANARY)) == 2
    others = files_with(data, "lisbon-canary")
    if how == "session":
        ran("erase", session, "--yes")
    elif how == "candidate":
        ran("erase", "--candidate", "ROBIN  reyes", typed="y\n")
    else:
        ran("purge", "--older-than", "52w", "--yes")
    assert files_with(data, CANARY) == []
    assert files_with(data, "Robin") == []
    assert files_with(data, "lisbon-canary") == ([] if how == "purge" else others)
    assert "Robin" not in ran("sessions")


def test_erasing_asks_first(session: str, data: Path):
    run = facilitator("erase", session, typed="n\n")
    assert run.exit_code == 1
    assert session in run.output
    assert "Nothing was erased." in run.output
    assert files_with(data, CANARY)
    assert facilitator("purge", "--older-than", "1d").exit_code == 1
    assert files_with(data, CANARY)


@pytest.mark.parametrize("how", [("erase",), ("erase", "--candidate", "Robin Reyes"), ("purge", "--older-than", "1d")])
def test_what_is_under_a_hold_is_not_erased(session: str, data: Path, how):
    ran("hold", session, "--reason", "a complaint")
    run = facilitator(*how, *([session] if how == ("erase",) else []), "--yes")
    assert run.exit_code == 1
    assert f"{session} was put on hold" in run.output
    assert files_with(data, CANARY)
    assert ran("hold", session, "--release") == f"{session} is no longer on hold.\n"
    ran("erase", session, "--yes")
    assert files_with(data, CANARY) == []


@pytest.fixture
def near(tmp_path: Path, session: str, data: Path) -> dict[str, str]:
    """The ids of the sessions with Robin Reyes, with somebody of nearly that name, and with one who mentions them."""
    found = {"same": session}
    for kind, candidate, said in (("near", "Robyn Reyes", "hello"), ("mentions", "Mo Li", "knows Robin Reyes")):
        before = set(data.rglob("*.journal"))
        (tmp_path / "script").write_text(f"00:00 /start\n01:00 {said}\n02:00 /end\n", "utf-8")
        arguments = (tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--candidate", candidate, "--keep")
        ran("rehearse", *arguments)
        (new,) = set(data.rglob("*.journal")) - before
        found[kind] = new.stem
    return found


class TestAPerson:
    """Whom the name may mean, and who mentions them, is said before anything is erased."""

    def left(self, data: Path, near: dict[str, str]) -> set[str]:
        return {kind for kind, session in near.items() if (data / f"sessions/{session}.journal").exists()}

    def test_each_doubtful_session_is_offered(self, near, data):
        said = ran("erase", "--candidate", "Reyes, Robin", typed="y\nn\ny\n")
        assert "With Reyes, Robin:" in said
        assert f"{near['near']}  Robyn Reyes" in said
        assert "a note: “knows Robin Reyes”" in said
        assert self.left(data, near) == {"mentions"}
        assert said.index(near["mentions"]) < said.index("Erased: 2.")

    def test_with_yes_they_stay_and_are_said(self, near, data):
        run = facilitator("erase", "--candidate", "Robin Reyes", "--yes")
        assert run.exit_code == 0
        assert self.left(data, near) == {"near", "mentions"}
        assert f"Not erased: {near['near']}, {near['mentions']}." in run.output

    def test_with_also_they_go(self, near, data):
        ran("erase", "--candidate", "Robin Reyes", "--also", near["mentions"], "--yes")
        assert self.left(data, near) == {"near"}
        assert facilitator("erase", "--candidate", "Robin Reyes", "--also", near["near"][:-1], "--yes").exit_code == 2

    def test_nobody_of_the_name_is_an_error_after_what_is_near_was_said(self, near, data):
        run = facilitator("erase", "--candidate", "Robin Reyess", "--yes")
        assert run.exit_code == 2
        assert near["same"] in run.output
        assert self.left(data, near) == {"same", "near", "mentions"}

    def test_a_hold_stays_respected(self, near, data):
        ran("hold", near["same"], "--reason", "a complaint")
        run = facilitator("erase", "--candidate", "Robin Reyes", "--yes")
        assert (run.exit_code, "put on hold" in run.output) == (1, True)
        assert self.left(data, near) == {"same", "near", "mentions"}


def test_what_was_written_elsewhere_is_said_and_goes_too(session: str, tmp_path: Path):
    ran("debrief", session, "--redact", "--out", tmp_path / "redacted.md")
    ran("debrief", session, "--format", "csv", "--out", tmp_path / "sheets")
    ran("debrief", session, "--out", tmp_path / "changed.md")
    (tmp_path / "changed.md").write_text("mine now")
    said = ran("erase", session, typed="n\ny\n")
    for name in ("redacted.md", "sheets/notes.csv"):
        assert f"with {tmp_path / name}\n" in said
        assert not (tmp_path / name).exists()
    assert not (tmp_path / "sheets").exists()
    assert "changed.md has changed since it was written" in said
    assert (tmp_path / "changed.md").read_text() == "mine now"


def test_an_erasure_that_was_stopped_is_finished_by_the_next_command(session: str, data: Path):
    (data / "erasing").mkdir()
    (data / f"erasing/{session}.erasing").touch()
    assert f"Erasing {session} was interrupted. Now it is erased." in ran("sessions")
    assert files_with(data, CANARY) == []


@pytest.mark.parametrize("how", ["session", "candidate", "purge"])
def test_one_file_on_a_read_only_stick_stays_alone_and_is_named(session: str, data: Path, tmp_path: Path, stuck, how):
    for name in ("x.md", "y.md"):
        ran("debrief", session, "--out", tmp_path / name)
    stuck.add(tmp_path / "x.md")
    hows = {"session": ("erase", session), "candidate": ("erase", "--candidate", "Robin Reyes")}
    run = facilitator(*hows.get(how, ("purge", "--older-than", "1d")), "--yes")
    assert run.exit_code == 1
    assert f"{session} is erased, except:\n  {tmp_path / 'x.md'}: the disk is read-only; the next" in run.stderr
    assert "Some files can't be removed." in run.stderr
    assert not (tmp_path / "y.md").exists()
    assert files_with(data, CANARY) == []
    stuck.clear()
    assert f"What was left of {session} is erased now." in ran("sessions")
    assert not (tmp_path / "x.md").exists()


def test_erasing_it_again_finishes_an_erasure_that_had_stopped(session: str, data: Path, stuck):
    stuck.add(data / f"sessions/{session}.journal")
    run = facilitator("erase", session, "--yes")
    assert run.exit_code == 1
    assert f"{session} isn't all erased yet; the next command continues. {data}" in run.stderr
    assert "Not erased: 1." in run.stderr
    stuck.clear()
    assert f"Erasing {session} was interrupted. Now it is erased." in ran("erase", session, "--yes")
    assert files_with(data, CANARY) == []


def test_what_is_still_not_erased_is_no_success(session: str, data: Path, tmp_path: Path, stuck):
    ran("debrief", session, "--out", tmp_path / "x.md")
    stuck.update({tmp_path / "x.md", data / f"sessions/{session}.journal"})
    assert facilitator("erase", session, "--yes").exit_code == 1
    stuck.remove(data / f"sessions/{session}.journal")
    run = facilitator("erase", session[:-2], "--yes")
    assert run.exit_code == 1
    assert f"Erasing {session} was interrupted. {session} is erased, except:" in run.stderr
    assert "It isn't all erased yet." in run.stderr
    assert files_with(data, "lisbon-canary"), "no other session of that beginning goes instead"


def test_a_session_that_stays_keeps_no_brief(session: str, data: Path, tmp_path: Path, agenda: Path):
    ran("brief", agenda, "--candidate", "Robin Reyes", "--for", "lead", "--out", tmp_path / "brief.md")
    ran("hold", session, "--reason", "a complaint")
    run = facilitator("erase", "--candidate", "Robin Reyes", "--yes")
    assert run.exit_code == 1
    assert "Not erased: 1." in run.stderr
    assert not (tmp_path / "brief.md").exists()


def test_of_a_session_that_is_half_erased_a_hold_says_nothing_untrue(session: str, data: Path):
    ran("hold", session, "--reason", "a complaint")
    (data / "erasing").mkdir()
    (data / f"erasing/{session}.erasing").touch()
    run = facilitator("sessions")
    assert "still isn't erased" in run.output
    assert "a complaint. It stays as it is." in run.output
    assert "Nothing" not in run.output


def test_half_a_year_is_less_than_us_law_wants_and_purge_says_so(session: str, data: Path):
    said = facilitator("purge", "--older-than", "180d", "--yes").output
    assert "Warning: 180 days are too few" in said
    assert "29 CFR 1602.14" in said
    (data / "config.toml").write_text('retention = "de"\n')
    assert "Warning" not in facilitator("purge", "--older-than", "180d", "--yes").output
    (data / "config.toml").write_text('retention = "us-contractor"\n')
    assert ran("purge", "--yes") == "Nothing is older than 732 days.\n"


def test_how_long_sessions_are_kept_is_a_setting(session: str, data: Path):
    assert facilitator("purge", "--yes").exit_code == 2
    (data / "config.toml").write_text("retention_days = 180\n")
    ran("hold", session)
    told = ran("sessions")
    assert "Older than 180 days: 1 session. facilitator purge\n" in told
    assert f"Older than 180 days, but on hold: {session}." in told
    (data / "config.toml").write_text("retention_days = 36500\n")
    assert ran("purge", "--yes") == "Nothing is older than 36500 days.\n"


@pytest.mark.parametrize("command", [["erase", "--yes"], ["hold"], ["unseal"]])
@pytest.mark.parametrize("said", [[], ["last"], ["@1"], ["robin"]])
def test_what_cannot_be_undone_wants_the_id_of_the_session(session: str, data: Path, command, said):
    before = sorted(path.name for path in data.rglob("*.journal"))
    assert facilitator(*command, *said).exit_code == 2
    assert sorted(path.name for path in data.rglob("*.journal")) == before
    assert not list(data.rglob("*.hold"))
