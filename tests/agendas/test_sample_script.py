"""The bundled rehearsal script is well formed and shows what a debrief is for. `rehearse` tests how it plays."""

import re

import pytest

from facilitator import agenda_files, resources
from facilitator.domain.plan.agenda import Agenda

LINE = re.compile(r"(?:(\d+):)?([0-5]?\d):([0-5]\d) (?:([a-z]+)> )?(.+)")
TEXT = (resources.agendas_dir() / "vp-sales-final.script").read_text(encoding="utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("# ")]


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    agenda = agenda_files.load(resources.agendas_dir() / "vp-sales-final.yaml").agenda
    assert agenda is not None
    return agenda


def _typed(text: str) -> tuple[int, str | None, str]:
    """Seconds since the session opened, the panelist named, and what they typed."""
    match = LINE.fullmatch(text)
    assert match, text
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3]), match[4], match[5]


def test_every_line_has_a_time_that_never_goes_back() -> None:
    times = [_typed(line)[0] for line in LINES]
    assert times == sorted(times)


def test_everyone_and_everything_named_is_on_the_agenda(agenda: Agenda) -> None:
    for line in LINES:
        _, panelist, text = _typed(line)
        assert panelist is None or panelist in agenda.panelist_by_id, line
        assert set(re.findall(r"(?<!\S)#(\w+)", text)) <= set(agenda.competency_by_id), line
        assert set(re.findall(r"(?<!\S)@(?!q\d)(\w+)", text)) <= set(agenda.panelist_by_id), line


def test_every_rating_panelist_rates_with_evidence_and_recommends(agenda: Agenda) -> None:
    for panelist in agenda.raters:
        theirs = [text for _, who, text in map(_typed, LINES) if (who or agenda.lead.id) == panelist.id]
        assert any(re.fullmatch(r"/rate \w+ [1-5] \S.+", text) for text in theirs), panelist.name
        assert any(text.startswith("/recommend ") for text in theirs), panelist.name


def test_it_has_what_goes_wrong_in_real_interviews() -> None:
    typed = [text for _, _, text in map(_typed, LINES)]
    commands = {text.split()[0] for text in typed if text.startswith("/")}
    assert {"/pause", "/add", "/trim", "/undo", "/handoff", "/drop", "/partly", "/owed", "/answered"} <= commands
    assert not any(re.match(r"/(ask|cover|partly|drop) missed", text) for text in typed)
    assert "/end" in typed
    assert {"/vote", "/decide", "/dissent"} <= {text.split()[0] for text in typed[typed.index("/end") :]}


def test_all_five_signals_are_in_it() -> None:
    assert {'"', "+", "-", "?", "!"} <= {_typed(line)[2][0] for line in LINES}
