"""Another key for an act: which acts, which keys, and what is said of it."""

import pytest

from facilitator.ui.settings.key_choice import acts, is_key, refusal, usable, with_key


def act(name: str):
    return next(binding for binding in acts() if binding.id == name)


def test_what_only_a_letter_does_can_have_a_chord_and_keeps_its_letter():
    assert with_key({}, act("command.rate"), "ctrl+k") == (
        {"command.rate": "ctrl+k,r"},
        "Ctrl+K is “rate” now.",
    )


def test_an_act_that_has_a_chord_is_offered_once():
    described = [binding.description.lower() for binding in acts()]
    assert len(described) == len(set(described))
    assert {"ask next", "curtain", "rate"} <= set(described)


def test_the_act_that_had_the_key_is_told():
    chosen, said = with_key({}, act("live.curtain"), "ctrl+g")
    assert said == "Ctrl+G is “Curtain” now. It was “Ask next”, which now has no key."
    assert with_key(chosen, act("live.stamp"), "ctrl+g") == (
        {"live.curtain": "z", "live.stamp": "ctrl+g"},
        "Ctrl+G is “Stamp” now. It was “Curtain”, which still has z.",
    )


def test_an_act_can_have_its_usual_key_again():
    assert with_key({"live.curtain": "f6"}, act("live.curtain"), "") == ({}, "F2 or z is “Curtain” again.")


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("enter", "Enter keeps what you type."),
        ("escape", "Esc goes back"),
        ("n", "n is typed in notes. Choose one with Ctrl, or a function key."),
        ("question_mark", "? is typed in notes."),
        ("backspace", "Backspace is needed for writing."),
        ("ctrl+q", "Ctrl+Q leaves the program."),
        ("ctrl+k", ""),
        ("f12", ""),
        ("alt+x", ""),
    ],
)
def test_a_key_that_one_needs_is_refused_with_the_reason(key, why):
    assert refusal(key).startswith(why)
    assert bool(refusal(key)) == bool(why)


@pytest.mark.parametrize(
    ("name", "key", "wrong"),
    [
        ("nxt", "f9", "there is no such act (did you mean 'next'?)"),
        ("live.curtian", "f9", "there is no such act (did you mean 'live.curtain'?)"),
        ("next", "ctlr+k", "there is no key “ctlr+k” (did you mean 'ctrl+k'?)"),
        ("next", "enter", "Enter keeps what you type."),
        ("live.stamp", "t", "t is typed in notes. Choose one with Ctrl, or a function key."),
    ],
)
def test_what_is_wrong_with_a_key_of_the_settings_is_said_and_the_usual_one_stays(name, key, wrong):
    assert usable({name: key, "curtain-not": "f9", "live.clock": "Ctrl+K"})[1][name] == wrong
    assert usable({name: key, "live.clock": "Ctrl+K"})[0] == {"live.clock": "ctrl+k"}


def test_one_key_for_two_acts_is_that_of_the_first():
    right, wrong = usable({"next": "f9", "cover": "f9"})
    assert right == {"command.next": "f9"}
    assert wrong == {"cover": "F9 is already the key of “next”; give one of them another"}


def test_a_letter_of_the_settings_is_for_after_esc():
    assert usable({"next": "x", "live.clock": "n"}) == ({"command.next": "x", "live.clock": "n"}, {})


@pytest.mark.parametrize(
    "key", ["ctrl+k", "f1", "n", "U", "question_mark", "plus", "alt+left", "ß", "ctrl+shift+minus"]
)
def test_keys_as_terminals_name_them_are_known(key):
    assert is_key(key)


@pytest.mark.parametrize("key", ["", "ctrl+", "hyper", "strg+k", "f1x"])
def test_others_are_not(key):
    assert not is_key(key)
