"""The screen to pick on: what is there, how it is found, and what comes of a choice."""

from collections.abc import Callable
from functools import partial

import msgspec
import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from facilitator.agenda_files import load
from facilitator.resources import agendas_dir
from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.picking.erase_question import EraseQuestion
from facilitator.ui.picking.pick_screen import PickScreen, SessionDeeds
from facilitator.ui.picking.pickable_list import PickableList
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.workspace.pickable import Pickable, PickableKind, Picked, Preview
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL

NOW = 1_796_212_800_000
"""2026-12-02 12:00 UTC."""
HOUR = 3_600_000
SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5)]
NOT_YET = Picked(PickableKind.OWN, "nothing came yet")


def previewed() -> Preview:
    agenda = load(agendas_dir() / "vp-sales-final.yaml").agenda
    return Preview(agenda=agenda, facts=lambda: (("Stands at", "Territory and pipeline workshop, 4:05 over"),))


BUNDLED = Pickable(
    kind=PickableKind.BUNDLED, key="vp", title="VP Sales, final round", length_seconds=5400, panel=("Marit Lindqvist",)
)
OWN = Pickable(
    kind=PickableKind.OWN,
    key="/home/ann/design.yaml",
    title="Head of Design",
    length_seconds=4500,
    panel=("Ann Lee", "Tomás Ruiz"),
    last_used_at=NOW - 3 * 24 * HOUR,
    warnings=("design.yaml:12:9: warning: the segments take 15m more than the slot",),
)
UNFINISHED = Pickable(
    kind=PickableKind.UNFINISHED,
    key="s1",
    title="VP Sales, final round",
    candidate="Eszter Halász",
    length_seconds=5400,
    panel=("Marit Lindqvist", "Daniel Owusu"),
    last_used_at=NOW - HOUR,
    preview=previewed,
)
ALL = (BUNDLED, OWN, UNFINISHED)
DEEDS = SessionDeeds(str, lambda key: (True, ""))


class Host(App[None]):
    """The smallest program around the screen."""

    def __init__(self, *pickables: Pickable) -> None:
        super().__init__()
        self.looked: list[str] = []
        self.erased: list[str] = []
        self.left = ""
        self.refusal = ""
        self.shown = PickScreen(pickables or ALL, NOW, unfinished=SessionDeeds(self.look, self.erase))
        self.picked: Picked | None = NOT_YET
        self.bells = 0

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.take)

    def look(self, key: str) -> Callable[[], Screen[None]] | str:
        self.looked.append(key)
        return self.refusal or Screen

    def erase(self, key: str) -> tuple[bool, str]:
        self.erased.append(key)
        return not self.refusal, self.refusal or self.left

    def take(self, picked: Picked | None) -> None:
        self.picked = picked

    async def action_bell(self) -> None:
        self.bells += 1

    def listed(self) -> str:
        """What the terminal shows of the list."""
        shown = self.shown.query_one(PickableList)
        return "\n".join(shown.render_line(y).text.rstrip() for y in range(shown.size.height))

    def previewed(self) -> str:
        return self.shown.query_one(DocumentView).text

    def offered(self) -> set[str]:
        """What the footer offers now."""
        active = self.shown.active_bindings.values()
        return {item.binding.description for item in active if item.binding.show and item.node is self.shown}


async def test_enter_picks_what_is_highlighted():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.picked == Picked(PickableKind.UNFINISHED, "s1")


async def test_typing_finds_by_title_candidate_or_panel_whatever_case_and_accents():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"Tomas")
        await pilot.pause()
        assert "Head of Design" in app.listed()
        assert "VP Sales" not in app.listed()
        await pilot.press("enter")
        await pilot.pause()
        assert app.picked == Picked(PickableKind.OWN, "/home/ann/design.yaml")


async def test_nothing_found_is_said_and_cannot_be_picked():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("z", "z", "z")
        await pilot.pause()
        assert app.shown.query_one("#nothing").display
        assert "Open" not in app.offered()
        await pilot.press("enter")
        await pilot.pause()
        assert app.picked is NOT_YET


async def test_escape_goes_back_a_step_at_a_time_and_the_footer_says_which():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p", "tab")
        assert "Back" in app.offered()
        await pilot.press("escape")
        assert "Clear" in app.offered()
        assert "Quit" not in app.offered()
        await pilot.press("escape")
        await pilot.pause()
        assert app.shown.query_one(Input).value == ""
        assert "Quit" in app.offered()
        assert app.picked is NOT_YET
        await pilot.press("escape")
        await pilot.pause()
        assert app.picked is None


async def test_a_click_highlights_and_a_click_on_the_highlighted_picks():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        row = next(place for place, line in enumerate(app.listed().split("\n")) if "Head of Design" in line)
        await pilot.click(PickableList, offset=(10, row))
        await pilot.pause()
        assert app.picked is NOT_YET
        assert app.shown.query_one(PickableList).pickable is OWN
        await pilot.click(PickableList, offset=(10, row))
        await pilot.pause()
        assert app.picked == Picked(PickableKind.OWN, "/home/ann/design.yaml")


async def test_the_preview_shows_what_it_is_about():
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for words in (
            "Find out together",
            "15:00  their questions  Your questions to us  protected",
            "Marit Lindqvist  CEO, lead",
            "Pipeline building",
            "Territory and pipeline workshop, 4:05 over",
        ):
            assert words in app.previewed()
        await pilot.press("down")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "design.yaml:12:9: warning" in app.previewed()


async def test_a_file_that_has_gone_is_told_in_the_preview():
    def gone() -> Preview:
        raise FileNotFoundError(2, "No such file or directory")

    app = Host(msgspec.structs.replace(OWN, preview=gone))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "No such file" in app.previewed()


async def test_where_there_is_no_room_for_the_preview_tab_shows_it_instead_of_the_list():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        assert not app.shown.query_one(DocumentView).display
        await pilot.press("tab")
        await pilot.pause()
        assert app.shown.query_one(DocumentView).display
        assert not app.shown.query_one(PickableList).display
        assert "Running order" in app.previewed()
        await pilot.press("enter")
        await pilot.pause()
        assert app.picked == Picked(PickableKind.UNFINISHED, "s1")


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_any_terminal(size):
    app = Host()
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "end", "pagedown", "tab")
        await pilot.resize_terminal(size[1] + 30, 9)
        await pilot.press("tab", "v", "enter")
        await pilot.pause()
        assert app.picked == Picked(PickableKind.UNFINISHED, "s1")


async def test_ten_thousand_sessions_are_walked_and_searched():
    many = [
        msgspec.structs.replace(UNFINISHED, key=str(number), candidate=f"Candidate {number}", preview=Preview)
        for number in range(10_000)
    ]
    app = Host(*many, BUNDLED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "pagedown")
        await pilot.pause()
        assert app.shown.query_one(PickableList).highlighted > 10
        await pilot.press(*"9876")
        await pilot.pause()
        assert "Candidate 9876" in app.listed()
        await pilot.press("enter")
        await pilot.pause()
        assert app.picked == Picked(PickableKind.UNFINISHED, "9876")


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_hostile_text_is_shown_and_never_acts(size):
    assert len(HOSTILE) >= 50
    hostile = [
        Pickable(
            kind=PickableKind.OWN,
            key=text,
            title=text,
            candidate=text,
            panel=(text,),
            warnings=(text,),
            preview=partial(Preview, facts=partial(tuple, [(text, text)]), complaints=(text,)),
        )
        for text in HOSTILE
    ]
    app = Host(*hostile)
    async with app.run_test(size=size) as pilot:
        for _ in range(len(hostile) // 12 + 1):
            await app.workers.wait_for_complete()
            assert not RAW_CONTROL.search(app.listed())
            assert not RAW_CONTROL.search(app.previewed())
            assert not RAW_CONTROL.search(app.export_screenshot())
            await pilot.click(PickableList, offset=(5, 4))
            if app.picked is not NOT_YET:
                break
            await pilot.press("pagedown")
        assert app.bells == 0


class TestAnUnfinishedSession:
    async def test_can_be_looked_at_without_going_on_with_it(self):
        app = Host()
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("f5")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.looked == ["s1"]
            assert app.screen is not app.shown
            assert app.picked is NOT_YET

    async def test_that_cannot_be_read_says_so(self):
        app = Host()
        app.refusal = "[/] can't be read"
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.press("f5")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.screen is app.shown
            assert [note.message for note in app._notifications] == ["[/] can't be read"]

    async def test_is_erased_only_after_a_question(self):
        app = Host()
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("f6")
            await pilot.pause()
            assert isinstance(app.screen, EraseQuestion)
            assert "Eszter Halász" in app.screen.what
            assert app.erased == []
            await pilot.press("y")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.erased == ["s1"]
            assert "Eszter" not in app.listed()

    @pytest.mark.parametrize("key", ["escape", "enter", "n", "x", "f6", "space"])
    async def test_stays_whatever_else_is_pressed(self, key: str):
        app = Host()
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("f6", key)
            await pilot.pause()
            assert app.erased == []
            assert "Eszter" in app.listed()
            assert app.picked is NOT_YET

    async def test_that_cannot_be_erased_stays_and_says_why(self):
        app = Host()
        app.refusal = "s1 is under a hold."
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.press("f6", "y")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "Eszter" in app.listed()
            assert [note.message for note in app._notifications] == ["s1 is under a hold."]

    async def test_that_is_erased_but_for_a_file_goes_and_the_file_is_named(self):
        app = Host()
        app.left = "s1 is erased, except:\n  /[/]/x.md: the disk is read-only"
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.press("f6", "y")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "Eszter" not in app.listed()
            assert [note.message for note in app._notifications] == [app.left]

    async def test_the_last_one_leaves_an_empty_list(self):
        app = Host(UNFINISHED)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("f6", "y")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.shown.has_class("-nothing")

    async def test_counts_on_while_one_looks_at_it(self):
        seconds = iter(range(1, 1000))
        preview = Preview(facts=lambda: (("Took so far", f"0:{next(seconds):02}"),))
        app = Host(msgspec.structs.replace(UNFINISHED, preview=lambda: preview))
        async with app.run_test(size=(120, 40)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            before = app.previewed()
            app.shown.count()
            await pilot.pause()
            assert app.previewed() != before

    async def test_an_agenda_can_neither_be_looked_at_nor_erased(self):
        app = Host(OWN)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("f5", "f6")
            await pilot.pause()
            assert app.screen is app.shown
            assert app.looked == []


async def test_what_is_pasted_into_the_filter_is_harmless():
    from textual.events import Paste

    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        for text in HOSTILE:
            app.shown.query_one(Input).post_message(Paste(text))
        await pilot.pause()
        assert not RAW_CONTROL.search(app.shown.query_one(Input).value)


async def test_every_key_is_explained():
    app = Host()
    async with app.run_test(size=(120, 40)):
        own = [binding for binding in PickScreen.BINDINGS if not isinstance(binding, tuple)]
        assert all(binding.id and binding.tooltip for binding in own)


@pytest.mark.parametrize(
    ("size", "keys", "offered", "theme"),
    [
        ((120, 40), [], ALL, "dark"),
        ((120, 40), ["down"], ALL, "light"),
        ((80, 24), [], ALL, "dark"),
        ((80, 24), ["tab"], ALL, "dark"),
        ((80, 24), [*"zebra"], ALL, "dark"),
        ((80, 24), [], (), "dark"),
        ((40, 12), ["v"], ALL, "terminal"),
        ((80, 24), ["f6"], ALL, "dark"),
        ((40, 12), ["f6"], ALL, "dark"),
    ],
    ids=[
        "120",
        "120-warned",
        "80",
        "80-reading",
        "80-nothing-found",
        "80-nothing-there",
        "40",
        "80-erasing",
        "40-erasing",
    ],
)
def test_picture(snap_compare, size, keys, offered, theme):
    async def settled(pilot) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()  # F6 says what stands in the preview
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    app = FacilitatorApp(Picking(lambda: PickScreen(offered, NOW, unfinished=DEEDS), str), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=settled)


async def test_letters_typed_in_the_preview_all_come_after_the_filter():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "e", "tab", "a", "d")
        await pilot.pause()
        assert app.shown.query_one(Input).value == "head"


@pytest.mark.parametrize("width", [80, 120])
async def test_a_length_of_hours_stands_apart_from_what_precedes_it(width):
    app = Host(msgspec.structs.replace(BUNDLED, panel=("Marit Lindqvist",) * 9))
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        pickables = app.shown.query_one(PickableList)
        assert any(" 1:30:00" in pickables.render_line(y).text for y in range(pickables.size.height))
