"""The settings that the palette offers: what each is now, what it could be, and what is done with the choice."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.binding import Binding

from facilitator.ui.live.keys import left_of
from facilitator.ui.settings.adjustable import Adjustable
from facilitator.ui.settings.choosing import USUAL, Alternative, Chooser, KeyQuestion
from facilitator.ui.settings.key_choice import acts, name_in_settings, refusal, with_key
from facilitator.ui.toolkit.printed_keys import printed

BELL_WORDS = {"": "as the agenda says", "on": "on", "off": "off"}
BELL_VALUES = {"": None, "on": True, "off": False}
MOTION_WORDS = {"on": "on: nothing moves unless it must", "off": "off"}

SettingEntry = tuple[str, Callable[[], None], str]


def settings_entries(app: Adjustable) -> Iterator[SettingEntry]:
    """Yield what the palette shows: the setting, what opens it, and what it is now."""
    yield "Settings: theme", partial(choose_theme, app), f"Colours, shown as you move through them. Now: {app.theme}"
    yield "Settings: bell", partial(choose_bell, app), f"Ring when time runs short. Now: {BELL_WORDS[_bell_now(app)]}"
    yield "Settings: reduced motion", partial(choose_motion, app), f"Now: {'on' if app.has_reduced_motion else 'off'}"
    yield "Settings: keys", partial(choose_act, app), "Change the key of an act: choose the act, press the key"


def choose_theme(app: Adjustable) -> None:
    def preview(name: str) -> None:
        app.theme = name

    choices = [Alternative(name, name) for name in sorted(app.available_themes)]
    _choose(app, "Theme", choices, app.theme, preview, lambda name: app.keep("theme", name, said=f"Theme: {name}."))


def choose_bell(app: Adjustable) -> None:
    def take(value: str) -> None:
        app.wants_bell = BELL_VALUES[value]
        app.keep("bell", app.wants_bell, said=f"Bell: {BELL_WORDS[value]}.")

    choices = [Alternative(value, shown) for value, shown in BELL_WORDS.items()]
    _choose(app, "Bell when time runs short", choices, _bell_now(app), lambda value: None, take)


def choose_motion(app: Adjustable) -> None:
    def take(value: str) -> None:
        app.keep("reduced_motion", value == "on", said=f"Reduced motion: {value}.")

    choices = [Alternative(value, shown) for value, shown in MOTION_WORDS.items()]
    now = "on" if app.has_reduced_motion else "off"
    _choose(app, "Reduced motion", choices, now, lambda value: app.adjust_motion(value == "on"), take)


def choose_act(app: Adjustable) -> None:
    """Ask for an act, then for its key."""
    by_id = {binding.id or "": binding for binding in acts()}
    shown = {name: _first_key(app, binding) for name, binding in by_id.items()}
    width = max(map(len, shown.values()))
    choices = [Alternative(name, f"{shown[name]:<{width}}  {binding.description}") for name, binding in by_id.items()]
    _choose(
        app, "Which act should have another key?", choices, "", lambda value: None, lambda name: _ask(app, by_id[name])
    )


def _ask(app: Adjustable, binding: Binding) -> None:
    def take(key: str | None) -> None:
        if key is None:
            choose_act(app)
            return
        before = app.chosen_keys
        chosen, said = with_key(before, binding, key)
        app.use_keys(chosen)
        for name in sorted({*before, *chosen}, key=lambda name: name == binding.id):
            if before.get(name) != chosen.get(name):
                shown = said if name == binding.id else ""
                app.keep(name_in_settings(name, {}), chosen.get(name), "keys", shown)
        if key == USUAL and binding.id not in before:
            app.say(said)

    app.push_screen(KeyQuestion(binding.description, refusal), take)


def _choose(
    app: Adjustable,
    question: str,
    choices: list[Alternative],
    now: str,
    preview: Callable[[str], None],
    take: Callable[[str], None],
) -> None:
    def taken(value: str | None) -> None:
        if value is not None:
            take(value)

    app.push_screen(Chooser(question, choices, now, preview), taken)


def _first_key(app: Adjustable, binding: Binding) -> str:
    return printed(left_of(binding, app.chosen_keys).partition(",")[0]) or "no key"


def _bell_now(app: Adjustable) -> str:
    return next(name for name, value in BELL_VALUES.items() if value is app.wants_bell)
