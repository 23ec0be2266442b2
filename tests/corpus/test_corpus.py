"""What an earlier version wrote is read by today's as it was meant: journals, exports, cards, drafts, settings.

The cases in `v1`, `v2` … are files of data folders, and what the version that wrote them made of them (README.md).
Today's program is asked only as a person asks it: on the command line, and in a terminal. What it makes otherwise on
purpose stands in `intended.json`; anything else that differs is a mistake.
"""

import hashlib
import json
import re
import shutil
import time
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import cli
from facilitator.storage.draft import load
from facilitator.storage.forms.framing import are_whole
from tests.terminal.program import Terminal

FOLDER = Path(__file__).parent
CASES = {path.name: path for path in sorted(FOLDER.glob("v*/*")) if path.is_dir()}
SESSIONS = [
    pytest.param(case, path.stem, id=case if len(list(path.parent.glob("*.journal"))) == 1 else f"{case}-{path.stem}")
    for case, folder in CASES.items()
    for path in sorted(folder.glob("data/sessions/*.journal"))
]
READERS = {
    "debrief-candidate.json": ("--for", "candidate"),
    "debrief-lead.json": ("--for", "lead"),
    "debrief-next-round.json": ("--for", "next-round"),
    "debrief-redacted.json": ("--redact",),
}
FOR_OTHERS = [(case, name) for case, folder in CASES.items() for name in READERS if (folder / name).exists()]

DAMAGED = ("damaged-header", "damaged-lines", "torn-tail")

FACTS = {
    "AnswerOwed": {"due", "item", "panelist"},
    "BoundaryMoved": {"start_at"},
    "CandidateAnswered": {"item", "panelist"},
    "CandidateAsked": {"text"},
    "CandidateNamed": {"name"},
    "ClockAnchored": {"reading", "reason"},
    "CompetencyRated": {"competency", "evidence", "notes", "panelist", "rating"},
    "DecisionMade": {"outcome", "reason"},
    "DissentVoiced": {"panelist", "text"},
    "FloorTaken": {"holder"},
    "InterviewEnded": set(),
    "InterviewPaused": set(),
    "InterviewResumed": set(),
    "NoteEdited": {"competency", "note", "panelists", "question", "shared", "signal", "text"},
    "NoteFiled": {"competency", "note", "question", "segment"},
    "NoteStruck": {"note"},
    "NoteTaken": {"competency", "panelists", "question", "shared", "signal", "text"},
    "QuestionHandedOff": {"panelist", "question"},
    "QuestionMarked": {"panelist", "question", "reason", "status"},
    "RecommendationGiven": {"panelist", "recommendation"},
    "Revoked": {"group"},
    "RunningLateAccepted": set(),
    "ScorecardOpened": {"card", "panelist"},
    "ScorecardSealed": {"panelist", "sealed"},
    "ScorecardsOpened": {"reason"},
    "SegmentSkipped": {"segment"},
    "SegmentStarted": {"segment"},
    "SessionOpened": {"agenda", "candidate", "hard_stop_at", "planned_start_at", "source", "timezone"},
    "TimeAdded": {"seconds", "segment"},
    "VoteCast": {"panelist", "recommendation"},
}
"""Every kind of fact that version 1 could record, with all that can stand in one. Later kinds are no matter here."""

WORDS = {
    "kind": {
        *("opening", "talk", "practice", "presentation", "workshop"),
        *("candidate_questions", "break", "closing"),
    },
    "ends": {"auto", "manual"},
    "outcome": {"no", "undecided", "yes"},
    "perspective": {"candidate", "panel"},
    "recommendation": {"no", "no_decision", "strong_no", "strong_yes", "yes"},
    "signal": {"concern", "flag", "follow-up", "quote", "strength"},
    "status": {"asked", "covered", "dropped", "partly", "planned"},
}
"""Where a fact chooses among words: all of them."""

BUNDLED = {
    "Hiring manager screen",
    "In conversation with an expert",
    "Interview the employer",
    "Product manager, panel loop",
    "Software engineer, panel",
    "Structured behavioural interview",
    "User research session",
    "VP Sales, final round",
}
"""The titles of the agendas that came with version 1."""

Json = Any  # whatever JSON holds


# The corpus itself


def test_the_files_are_those_that_were_committed():
    lines = (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {path: checksum for checksum, path in (line.split("  ", 1) for line in lines)}
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(FOLDER.glob("v*/**/*"))
        if path.is_file()
    }
    assert found == sums, "a case never changes; new ones get a new folder beside v1 (README.md)"


def test_every_kind_of_fact_is_in_it_with_all_that_can_stand_in_one():
    found: dict[str, set[str]] = {}
    for fact in facts():
        found.setdefault(fact["type"], set()).update(fact.keys() - {"type"})
    assert {kind: found.get(kind, set()) & fields for kind, fields in FACTS.items()} == FACTS


@pytest.mark.parametrize("key", WORDS)
def test_every_word_that_a_fact_can_choose_is_in_it(key):
    assert set(values_of(key, list(facts()))) >= WORDS[key]


def test_every_agenda_that_came_with_the_program_is_in_it():
    assert {fact["agenda"]["title"] for fact in facts() if fact["type"] == "SessionOpened"} >= BUNDLED


def test_the_readme_tells_what_every_case_is_about():
    told = (FOLDER / "README.md").read_text("utf-8")
    assert [case for case in CASES if f"| `{case}` |" not in told] == []


def test_what_is_changed_on_purpose_says_where_and_why():
    for change in intended():
        assert change.keys() <= {"case", "file", "path", "was", "is", "why"}
        assert change["why"].strip()
        assert (CASES[change["case"]] / change["file"]).is_file()


# Journals and exports


@pytest.mark.parametrize(("case", "session"), SESSIONS)
def test_the_debrief_of_an_old_journal_stays_the_same(case, session, tmp_path):
    check(case, debrief_file(case, session), debrief(data_of(case, tmp_path), session))


@pytest.mark.parametrize(("case", "name"), FOR_OTHERS)
def test_so_does_what_others_may_read_of_it(case, name, tmp_path):
    data = data_of(case, tmp_path)
    (session,) = sessions_in(data)
    check(case, name, debrief(data, session, *READERS[name]))


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/St_Johns"])
def test_the_zone_of_the_machine_changes_nothing(zone, tmp_path, monkeypatch):
    expected = {case: today(case, tmp_path / "here") for case in CASES}
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert {case: today(case, tmp_path / "there") for case in CASES} == expected
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("case", "session"), SESSIONS)
def test_an_old_export_is_taken_in_as_the_same_session(case, session, tmp_path):
    """What comes in is composed (NFC); an old journal stays as it was written. Nothing damaged was in its export."""
    data = data_of(case, tmp_path)
    journal = data / "sessions" / f"{session}.journal"
    journal.write_bytes(b"".join(line for line in journal.read_bytes().splitlines(keepends=True) if are_whole([line])))
    expected = unicodedata.normalize("NFC", debrief(data, session).decode()).encode()
    for number, export in enumerate(exports(case, session)):
        data = tmp_path / f"taken-in-{number}"
        assert done(data, "import-session", export).stdout == f"Imported: {session}\n"
        assert debrief(data, session) == expected


@pytest.mark.parametrize(("case", "session"), SESSIONS)
def test_an_old_journal_is_only_ever_added_to(case, session, tmp_path):
    data = data_of(case, tmp_path)
    journal = data / "sessions" / f"{session}.journal"
    before, kept = json.loads(debrief(data, session)), journal.read_bytes()
    added = facilitator(data, "amend", session, "+ added by a later version")
    if before["session"]["ended"] is None:
        assert (added.exit_code, journal.read_bytes()) == (2, kept)
        return
    assert added.exit_code == 0, added.output
    after = json.loads(debrief(data, session))
    assert after["notes"][:-1] == before["notes"]
    assert after["notes"][-1]["text"] == "added by a later version"
    for unmoved in ("session", "agenda", "timing", "timeline", "floor", "coverage", "recommendations"):
        assert after[unmoved] == before[unmoved]
    if case not in DAMAGED:
        assert journal.read_bytes().startswith(kept)


def test_damage_is_put_aside_as_it_was_before_anything_is_added(tmp_path):
    data = data_of("damaged-lines", tmp_path)
    (session,) = sessions_in(data)
    done(data, "amend", session, "+ added after the healing #log", "--as", "bo")
    healed = CASES["healed"] / "data/sessions"
    aside = f"{session}.journal.torn-1"
    put_aside, before = (data / "sessions" / aside).read_bytes(), (healed / aside).read_bytes()
    assert put_aside == b"".join(line for line in before.splitlines(keepends=True) if b"flippee" not in line)
    *whole, _, _ = (healed / f"{session}.journal").read_bytes().splitlines()
    *kept, _, _ = (data / "sessions" / f"{session}.journal").read_bytes().splitlines()
    assert [line for line in kept if line not in whole] == [line for line in kept if b"a flipped bit" in line]
    assert [line for line in kept if line in whole] == whole


def test_what_a_newer_version_wrote_is_told_and_goes_along(tmp_path):
    data = data_of("newer-minor", tmp_path)
    (journal,) = data.rglob("*.journal")
    lines = [json.loads(line[9:]) for line in journal.read_bytes().splitlines()]
    events = [event for line in lines if isinstance(line, list) and line[0] != "p1" for event in line]
    read = done(data, "debrief", journal.stem, "--format", "json")
    assert json.loads(read.stdout_bytes)["journal"] == events
    assert read.stderr.startswith(f"{journal.stem}: 13 facts of a newer version: ")
    assert {"NoteSung", "weather", "heard"} <= set(re.findall(r"\w+", read.stdout))


def test_a_damaged_header_is_told_like_any_damage(tmp_path):
    data = data_of("damaged-header", tmp_path)
    (session,) = sessions_in(data)
    assert done(data, "debrief", session).stderr == f"{session}: 1 flipped bit put right.\n"


def test_a_journal_without_a_header_gets_none_later():
    (journal,) = CASES["gone-on-with-later"].rglob("*.journal")
    assert b'"facilitator":' not in journal.read_bytes()


# Scorecards


@pytest.mark.parametrize("format_name", ["md", "html", "json", "text", "slack"])
@pytest.mark.parametrize("case", ["sealed-with-key", "sealed-with-passphrase"])
def test_a_card_that_was_sealed_is_still_sealed(case, format_name, tmp_path):
    data = data_of(case, tmp_path)
    (session,) = sessions_in(data)
    shown = done(data, "debrief", session, "--format", format_name).output
    for words in ("the wick is the first thing", "Came early", "twice, once on purpose", "nobody may ever read"):
        assert words not in shown
        assert not any(words.encode() in path.read_bytes() for path in data.rglob("*") if path.is_file())
    report = json.loads(debrief(data, session))
    assert sorted(row["state"] for row in report["panel"]["scorecards"]) == ["missing", "sealed", "sealed"]
    assert report["recommendations"] == {}


@pytest.mark.parametrize(
    ("case", "arguments", "typed", "name"),
    [
        ("sealed-with-key", ["unseal", "SESSION", "--reason", "Ann is at sea [/]"], "", "debrief-opened.json"),
        ("sealed-with-key", ["scorecard", "SESSION", "--as", "ann", "--from", "CARD"], "", "debrief-all-in.json"),
        *(
            (
                "sealed-with-passphrase",
                ["unseal", "SESSION", "--reason", "The boat leaves"],
                typed,
                "debrief-opened.json",
            )
            for typed in (
                "Über den Fluß 9\n",
                unicodedata.normalize("NFD", "Über den Fluß 9\n"),
                "Über den Fluß \N{FULLWIDTH DIGIT NINE}\n",
            )
        ),
        ("opened-early", ["unseal", "SESSION"], "rope and tar\n", "debrief-opened.json"),
    ],
)
def test_its_key_or_passphrase_opens_it(case, arguments, typed, name, tmp_path):
    data = data_of(case, tmp_path)
    (session,) = sessions_in(data)
    places = {"SESSION": session, "CARD": str(CASES[case] / "cards/ann.yaml")}
    done(data, *(places.get(argument, argument) for argument in arguments), typed=typed)
    check(case, name, debrief(data, session), less=opening_of_its_own)
    assert not list(data.rglob("*.keys"))


@pytest.mark.parametrize("case", ["sealed-with-key", "sealed-with-passphrase"])
def test_without_its_key_or_passphrase_nothing_opens_it(case, tmp_path):
    data = data_of(case, tmp_path)
    (session,) = sessions_in(data)
    for keys in data.rglob("*.keys"):
        keys.unlink()
    before = json.loads(debrief(data, session))
    refused = facilitator(data, "unseal", session, "--reason", "a guess", typed="guess\n")
    assert refused.exit_code == 1
    assert "None of the sealed scorecards could be opened" in refused.output
    after = json.loads(debrief(data, session))
    assert (after["panel"], after["competencies"]) == (before["panel"], before["competencies"])


# What stands beside the journals


@pytest.mark.parametrize(
    ("case", "shown", "kept"),
    [
        ("killed-while-typing", "half a thou", "half a thou"),
        ("draft", "with a second row", "half a thought of Zoë, [/]\n  with a second row #lo and more[2J"),
    ],
)
def test_a_line_that_was_being_typed_stands_in_the_note_line_again(case, shown, kept, tmp_path):
    data = data_of(case, tmp_path)
    (session,) = sessions_in(data)
    with_screen = Terminal("--data-dir", data, "resume", session)
    try:
        with_screen.wait_for(shown)
        with_screen.press("enter")
        with_screen.wait_for("Kept")
        with_screen.press("ctrl+q")
        assert with_screen.wait_for_exit() == 0
    finally:
        with_screen.close()
    note = json.loads(debrief(data, session))["notes"][-1]
    assert (note["text"], note["signal"]) == (kept, "strength")


def test_the_session_used_last_is_gone_on_with_and_so_is_the_command_begun_in_it(tmp_path):
    data = data_of("data-folder", tmp_path)
    (draft,) = data.rglob("*.draft")
    begun = draft.read_text("utf-8")
    with_screen = Terminal("--data-dir", data, "resume")
    try:
        with_screen.wait_for(begun)
        with_screen.press("ctrl+q")
        with_screen.wait_for(rf"(?s)Unfinished; the clock keeps running.*facilitator resume {re.escape(draft.stem)}")
    finally:
        with_screen.close()
    assert load(draft) == begun


def test_a_torn_line_is_put_aside_when_its_session_goes_on(tmp_path):
    data = data_of("torn-tail", tmp_path)
    (session,) = sessions_in(data)
    journal = data / "sessions" / f"{session}.journal"
    kept = journal.read_bytes()
    whole = kept[: kept.rindex(b"\n") + 1]
    with_screen = Terminal("--data-dir", data, "resume", session)
    try:
        with_screen.wait_for("kept as well")
        with_screen.press("ctrl+q")
        with_screen.wait_for("Unfinished")
    finally:
        with_screen.close()
    assert journal.read_bytes().startswith(whole)
    assert journal.with_name(f"{journal.name}.torn-1").read_bytes() == kept[len(whole) :]


def test_the_old_library_says_what_it_said_even_without_the_journals(tmp_path):
    data = data_of("data-folder", tmp_path)
    entries = json.loads((data / "library.json").read_bytes())["sessions"]
    assert len(entries) == len(sessions_in(data)) > 3
    shutil.rmtree(data / "sessions")
    shown = done(data, "sessions").stdout
    assert "Sealed scorecards are waiting for Ann Lee, Bo Ek" in shown
    rows = rows_of(shown)
    assert list(rows) == sorted(entries, key=lambda session: entries[session]["used_at"], reverse=True)
    for session, entry in entries.items():
        assert entry["title"] in rows[session]
        assert entry["candidate"] in rows[session]
    assert not list(data.glob("library.json.*-*"))


def test_the_library_with_a_checksum_is_believed_even_without_the_journals(tmp_path):
    data = data_of("library-with-checksum", tmp_path)
    (session,) = sessions_in(data)
    shutil.rmtree(data / "sessions")
    shown = done(data, "sessions")
    assert list(rows_of(shown.stdout)) == [session]
    assert "Zoé [/]" in rows_of(shown.stdout)[session]
    assert shown.stderr == ""


def test_a_library_that_is_missing_is_made_anew(tmp_path):
    data = data_of("data-folder", tmp_path)
    with_library = done(data, "sessions").stdout
    assert len(rows_of(with_library)) == len(sessions_in(data))
    (data / "library.json").unlink()
    assert done(data, "sessions").stdout == with_library
    assert done(data, "reindex").stdout == f"{len(sessions_in(data))} sessions in the library.\n"
    assert done(data, "sessions").stdout == with_library


def test_old_settings_are_taken_without_complaint(tmp_path):
    shown = done(data_of("data-folder", tmp_path), "sessions")
    assert shown.stderr == ""
    assert "Older than 180 days" in shown.stdout


def test_an_old_hold_stands_until_it_is_released(tmp_path):
    data = data_of("data-folder", tmp_path)
    (held,) = data.rglob("*.hold")
    session = held.stem
    refused = facilitator(data, "erase", session, "--yes")
    assert refused.exit_code == 1
    assert f"{session} was put on hold by ann: Complaint of 3 March [/]." in refused.output
    assert session in sessions_in(data)
    done(data, "hold", session, "--release")
    done(data, "erase", session, "--yes")
    assert not [path for path in data.rglob("*") if path.name.startswith(session)]


def test_the_device_keeps_its_name(tmp_path):
    data = data_of("data-folder", tmp_path)
    name = (data / "device").read_text("ascii")
    session = next(session for session in sessions_in(data) if "a-word" in session)
    done(data, "amend", session, "a late word")
    (*_, last) = json.loads(debrief(data, session))["journal"]
    assert last["stamp"][2] == ["i", name]


# How the cases are read, and today's program asked


def data_of(case: str, folder: Path) -> Path:
    """A data folder with what the case holds, to be used and changed."""
    return Path(shutil.copytree(CASES[case] / "data", folder / case))


def sessions_in(data: Path) -> list[str]:
    return sorted(path.stem for path in data.glob("sessions/*.journal"))


def facilitator(data: Path, *arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(cli, ["--data-dir", str(data), *map(str, arguments)], input=typed)


def done(data: Path, *arguments: str | Path, typed: str = "") -> Result:
    result = facilitator(data, *arguments, typed=typed)
    assert result.exit_code == 0, result.output
    return result


def debrief(data: Path, session: str, *options: str) -> bytes:
    return done(data, "debrief", session, "--format", "json", *options).stdout_bytes


def debrief_file(case: str, session: str) -> str:
    """The name of the debrief that was made of the session: its own, where a case holds several."""
    return f"{session}.json" if (CASES[case] / f"{session}.json").exists() else "debrief.json"


def exports(case: str, session: str) -> list[Path]:
    """What was exported of the session, by the command and by itself at its end."""
    return [CASES[case] / debrief_file(case, session), *CASES[case].glob(f"data/debriefs/{session}-*.json")]


def today(case: str, folder: Path) -> dict[str, bytes]:
    data = data_of(case, folder)
    return {session: debrief(data, session) for session in sessions_in(data)}


def rows_of(table: str) -> dict[str, str]:
    """The lines of the table of sessions, by the session that each begins with."""
    rows = {line.split()[0]: line for line in table.splitlines() if line.strip()}
    return {session: row for session, row in rows.items() if session.startswith("20")}


def facts() -> Iterator[dict[str, Json]]:
    """Every fact in the whole lines of the journals, read as text."""
    for journal in FOLDER.glob("v1/*/data/sessions/*.journal"):
        for line in journal.read_bytes().splitlines():
            try:
                events = json.loads(line[9:])
            except ValueError:  # a damaged line
                continue
            yield from (event["fact"] for event in events)


def values_of(key: str, value: Json) -> Iterator[Json]:
    """What stands under `key`, however deep."""
    if isinstance(value, dict):
        yield from (item for name, item in value.items() if name == key)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from values_of(key, inner)


# What differs, and whether it is to


def opening_of_its_own(report: Json) -> Json:
    """The report without what is another with every opening of cards: its instant, and the events that it adds."""
    report.pop("journal", None)
    report["panel"]["opening"].pop("at")
    return report


def check(case: str, name: str, now: bytes, less: Any = None) -> None:
    """Today's debrief `now` is the committed file `name`, less the intended changes, each of which is still one."""
    then = (CASES[case] / name).read_bytes()
    was, is_now = json.loads(then), json.loads(now)
    if less is not None:
        was, is_now = less(was), less(is_now)
    differ = [each for each in differences(was, is_now) if "was" in each or not is_new_everywhere(each["path"])]
    found = sorted(differ, key=lambda each: each["path"])
    listed = [
        {key: change[key] for key in ("path", "was", "is") if key in change}
        for change in sorted(intended(), key=lambda each: each["path"])
        if (change["case"], change["file"]) == (case, name)
    ]
    unlisted = [{"case": case, "file": name, **each, "why": ""} for each in found if each not in listed]
    gone = [each for each in listed if each not in found]
    assert not unlisted, f"not in intended.json: {json.dumps(unlisted, indent=2, ensure_ascii=False)}"
    assert not gone, f"in intended.json, and no longer so: {json.dumps(gone, indent=2, ensure_ascii=False)}"
    if was == is_now and less is None:
        assert now == then, "the values are the same, but they are written otherwise"


def is_new_everywhere(path: str) -> bool:
    """Whether what is at this path is a key that debriefs have got since."""
    keys = json.loads((FOLDER / "new_keys.json").read_bytes())
    return any(fnmatchcase(path, f"*{key}") for key in keys)


def intended() -> list[dict[str, Json]]:
    return [{"file": "debrief.json", **change} for change in json.loads((FOLDER / "intended.json").read_bytes())]


def differences(was: Json, is_now: Json, path: str = "") -> Iterator[dict[str, Json]]:
    """Where two values of JSON differ: the path to the place, what `was` there, what `is` now; absent if nothing."""
    if isinstance(was, list) and isinstance(is_now, list):
        was, is_now = dict(enumerate(was)), dict(enumerate(is_now))
    if isinstance(was, dict) and isinstance(is_now, dict):
        for key in [*was, *(key for key in is_now if key not in was)]:
            place = f"{path}/{key}"
            if key not in was:
                yield {"path": place, "is": is_now[key]}
            elif key not in is_now:
                yield {"path": place, "was": was[key]}
            else:
                yield from differences(was[key], is_now[key], place)
    elif type(was) is not type(is_now) or was != is_now:
        yield {"path": path, "was": was, "is": is_now}


def test_a_difference_is_found_wherever_it_is():
    was = {"a": [1, {"b": "x"}], "c": None, "d": 1, "e": True}
    is_now = {"a": [1, {"b": "y"}, 2], "d": 1.0, "e": 1, "f": []}
    assert list(differences(was, is_now)) == [
        {"path": "/a/1/b", "was": "x", "is": "y"},
        {"path": "/a/2", "is": 2},
        {"path": "/c", "was": None},
        {"path": "/d", "was": 1, "is": 1.0},
        {"path": "/e", "was": True, "is": 1},
        {"path": "/f", "is": []},
    ]
    assert list(differences(was, was)) == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ([], "not in intended.json"),
        ([{"path": "/session/title", "was": "A word", "is": "Two words"}], None),
        ([{"path": "/session/title", "was": "A word", "is": "Three words"}], "not in intended.json"),
        (
            [
                {"path": "/session/title", "was": "A word", "is": "Two words"},
                {"path": "/session/purpose", "was": "", "is": "To talk"},
            ],
            "no longer so",
        ),
    ],
)
def test_what_is_intended_may_differ_and_must(changes, complaint, monkeypatch):
    listed = [{"case": "smallest", "file": "debrief.json", "why": "it reads better", **each} for each in changes]
    monkeypatch.setattr(f"{__name__}.intended", lambda: listed)
    now = (CASES["smallest"] / "debrief.json").read_bytes().replace(b'"title": "A word"', b'"title": "Two words"', 1)
    if complaint is None:
        check("smallest", "debrief.json", now)
    else:
        with pytest.raises(AssertionError, match=complaint):
            check("smallest", "debrief.json", now)
