"""Advice has the place of what it is about, comes in groups, and can be silenced."""

import pytest

from facilitator import agenda_files, resources
from facilitator.preparing.advice.advice import GROUPS
from facilitator.preparing.advice.advising import advise
from tests.preparing.advice.advising_on import SOUND, advice_on, codes

WITH_FAULTS = SOUND.replace("purpose: Find out whether we want to work together.\n", "").replace(
    "What did you build last?", "Have you led a team?"
)


def test_a_sound_agenda_gets_none():
    assert advice_on(SOUND) == ()


def test_advice_has_the_line_of_what_it_is_about():
    places = {one.code: (one.line, one.column) for one in advice_on(WITH_FAULTS)}
    assert places == {"structure/no-purpose": (1, 8), "wording/closed": (8, 65)}


def test_it_comes_in_the_order_of_the_groups():
    groups = [one.group for one in advice_on("title: x\nlength: 5h\nsegments: [{title: A, length: 5h}]")]
    assert groups == sorted(groups, key=list(GROUPS).index)
    assert len(set(groups)) > 2


def test_what_the_agenda_silences_is_not_given():
    assert codes(WITH_FAULTS + "silence: [wording/closed, structure/no-purpose]\n") == []


def test_a_misspelt_code_silences_nothing_and_the_right_one_is_offered():
    [closed, unknown] = advice_on(
        WITH_FAULTS.replace("title: Sales", "purpose: x\ntitle: Sales") + "silence: [wording/close]\n"
    )
    assert (closed.code, unknown.code) == ("wording/closed", "silence/unknown-code")
    assert "'wording/closed'" in unknown.suggestion


def test_a_code_in_another_form_is_an_error():
    loaded = agenda_files.parse(SOUND + "silence: [Buffer]\n", "a.yaml")
    assert "the code of an advice, such as time/no-buffer" in loaded.errors[0].message


@pytest.mark.parametrize("path", sorted(resources.agendas_dir().glob("*.yaml")), ids=lambda path: path.stem)
def test_the_bundled_agendas_are_without_advice_or_say_why(path):
    loaded = agenda_files.load(path)
    assert loaded.agenda is not None
    assert advise(loaded.agenda, loaded.positions) == ()
    lines = path.read_text(encoding="utf-8").splitlines()
    silenced = [number for number, line in enumerate(lines) if line.startswith("silence:")]
    assert all(lines[number - 1].startswith("# ") for number in silenced)
    assert bool(silenced) == bool(loaded.agenda.silence)
