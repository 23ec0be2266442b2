"""The debrief on the screen: all of it can be read at any size, saved and copied, and nothing in it acts."""

import re
import threading

import msgspec
import pytest
from msgspec.structs import replace
from textual.app import App
from textual.widgets import Footer, Tab

from facilitator.agenda_files import load
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.reports.panel.panel_document import panel_document
from facilitator.resources import agendas_dir
from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.sections import SECTIONS
from facilitator.ui.toolkit.document_view import DocumentView
from tests.documents.test_terminal import texts
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5)]


class Host(App[None]):
    """The smallest program around the screen."""

    def __init__(self, screen: DebriefScreen) -> None:
        super().__init__()
        self.shown = screen
        self.is_left = False
        self.bells = 0

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.leave)

    def leave(self, _: None) -> None:
        self.is_left = True

    async def action_bell(self) -> None:
        self.bells += 1


@pytest.fixture(scope="module")
def final_round() -> Debrief:
    loaded = load(agendas_dir() / "vp-sales-final.yaml")
    assert loaded.agenda is not None
    conductor = rehearse(loaded.agenda, (agendas_dir() / "vp-sales-final.script").read_text("utf-8"), "Eszter Halász")
    return debrief(conductor.session, conductor.now())


def saved(value: Debrief, format: str) -> str:
    return f"Saved as debrief.{format}"


def opened(value: Debrief, save=saved, copy=lambda value: "Copied") -> Host:
    return Host(DebriefScreen(value, save, copy))


def document(app: Host) -> DocumentView:
    return app.screen.query_one(DocumentView)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def on_screen(app: Host) -> str:
    """What the terminal shows of the document now."""
    shown = document(app)
    return "\n".join(shown.render_line(y).text.rstrip() for y in range(shown.size.height))


async def test_it_opens_on_who_met_when_and_whether_time_was_kept(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for words in ("VP Sales, final round", "Eszter Halász", "5 January 2026, 09:02 to 10:36", "4:30 over"):
            assert words in on_screen(app)
        assert "2:00 late" in on_screen(app)
        assert "Your questions to us (protected): 15:00 promised, 14:50 given, 0:10 under." in on_screen(app)
        assert "Must-asks not asked: q9." in on_screen(app)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2", "Territory and pipeline workshop"),
        ("2", "▲ 4:05 over"),
        ("3", "● covered"),
        ("3", "✕ dropped: she marked her own guesses"),
        ("4", "Shows a source they built"),
        ("4", "5 of 5"),
        ("5", "+ strength"),
        ("5", "Before the start"),
        ("6", "▲ owed by Daniel Owusu by Friday, 9 January"),
        ("7", "Still to be asked: Take us through a quarter you missed."),
        ("8", "What only one of you saw"),
    ],
)
async def test_a_number_opens_a_section(final_round, key, words):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert words in on_screen(app)


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12)])
async def test_it_says_what_is_exported(final_round, size):
    app = opened(final_round)
    async with app.run_test(size=size) as pilot:
        said = set()
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            said |= words_of(document(app).text)
    exported = {
        word for block in panel_document(final_round).blocks for text in texts(block) for word in words_of(text)
    }
    assert exported - said == set()


async def test_a_late_note_says_when_it_was_added(final_round):
    last = replace(final_round.notes[-1], at="2026-01-07T08:30:00.000Z", at_seconds=170_000, late=True)
    last = replace(last, segment=None, segment_number=None)
    app = opened(replace(final_round, notes=(*final_round.notes[:2], last)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        shown = " ".join(on_screen(app).split())
        assert "After the end 7 January, 08:30" in shown
        assert "added later" in shown


async def test_a_note_that_a_rating_names_has_its_number(final_round):
    [first, *others] = final_round.competencies
    named = replace(first, ratings=(replace(first.ratings[0], evidence="see n5", notes=(first.notes[0],)),))
    [number] = [note.number for note in final_round.notes if note.id == first.notes[0]]
    app = opened(replace(final_round, competencies=(named, *others)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert f" n{number}" in on_screen(app)


async def test_arrows_go_round_all_sections(final_round):
    app = opened(final_round)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in SECTIONS:
            await pilot.press("right")
            await pilot.pause()
            seen.append(document(app).text)
        assert len(set(seen)) == len(SECTIONS)
        await pilot.press("left")
        await pilot.pause()
        assert document(app).text == seen[-2]


async def test_a_click_on_its_title_opens_a_section(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#section-6")
        await pilot.pause()
        assert "owed by Daniel Owusu" in on_screen(app)


async def test_what_saving_and_copying_came_to_is_repeated_word_for_word(final_round):
    app = opened(final_round, copy=lambda value: "Not copied: [bold]no[/] clipboard here; it is in /tmp/debrief.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await app.workers.wait_for_complete()
        assert app.shown.message == "Saved as debrief.md"
        await pilot.press("c")
        await app.workers.wait_for_complete()
        assert app.shown.message == "Not copied: [bold]no[/] clipboard here; it is in /tmp/debrief.md"


async def test_a_full_disk_is_told_and_ends_nothing(final_round):
    def full(value: Debrief, format: str) -> str:
        raise OSError(28, "No space left on device")

    app = opened(final_round, save=full)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await app.workers.wait_for_complete()
        assert "No space left on device" in app.shown.message
        await pilot.press("q")
        assert app.is_left


async def test_reading_goes_on_while_a_slow_clipboard_is_waited_for(final_round):
    answered = threading.Event()

    def slow(value: Debrief) -> str:
        answered.wait(10)
        return "Copied"

    app = opened(final_round, copy=slow)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "3")
        await pilot.pause()
        assert "Together" in on_screen(app)
        assert app.shown.message == "Copying …"
        answered.set()
        await app.workers.wait_for_complete()
        assert app.shown.message == "Copied"


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_left_with_a_key(final_round, key):
    app = opened(final_round)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.is_left


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_screen_and_nothing_is_left_out(final_round, size):
    app = opened(final_round)
    async with app.run_test(size=size) as pilot:
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            shown = document(app)
            assert shown.virtual_size.width <= size[0]
            await pilot.press("end")
        await pilot.press("5")
        await pilot.pause()
        said = "".join(document(app).text.split())
        assert all("".join(note.text.split()) in said for note in final_round.notes)


async def test_a_resize_keeps_the_section(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert "▲ owed by Daniel Owusu" in document(app).text
        assert str(app.screen.query_one("#section-6", Tab).label) == "6 Theirs"


async def test_ten_thousand_notes_are_read_to_the_last(final_round):
    notes = tuple(
        msgspec.structs.replace(final_round.notes[0], id=f"n{number}", text=f"note {number}")
        for number in range(10_000)
    )
    app = opened(msgspec.structs.replace(final_round, notes=notes, competencies=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        assert "note 3" in document(app).text
        await pilot.press("end")
        await pilot.pause()
        assert document(app).is_complete
        assert "note 9999" in on_screen(app)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_hostile_text_is_shown_and_never_acts(final_round, size):
    assert len(HOSTILE) >= 50
    notes = tuple(
        msgspec.structs.replace(final_round.notes[0], id=str(place), text=text, author=text, segment=text)
        for place, text in enumerate(HOSTILE)
    )
    app = opened(everywhere(msgspec.structs.replace(final_round, notes=notes), "".join(HOSTILE[:20])))
    async with app.run_test(size=size) as pilot:
        for number in range(1, len(SECTIONS) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            await pilot.click(DocumentView, offset=(8, 3))
            assert not RAW_CONTROL.search(document(app).text)
            assert not RAW_CONTROL.search(app.export_screenshot())
        await pilot.press("5")
        await pilot.pause()
        assert "[@click=app.bell]x[/]" in document(app).text.replace("\n", "")
        assert app.bells == 0


async def test_the_meeting_hears_what_only_one_has_before_it_compares_ratings(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("8")
        await pilot.pause()
        said = document(app).text
        assert said.index("What only one of you saw") < said.index("Where your ratings differ")
        assert said.index("Slide 9 has cost of sale") < said.index("Where your ratings differ")
        assert said.index("2 apart") < said.index("1 apart")
        assert "Daniel Owusu 3, Priya Raghunathan 5" in said
        assert "That decides nothing: the panel does." in " ".join(said.split())


async def test_silent_reading_counts_down_until_its_end(final_round):
    at = [1_000_000]
    screen = DebriefScreen(final_round, saved, str, now=lambda: at[0], reading_seconds=600)
    app = Host(screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        assert screen.message == "◷ Silent reading: 10:00 left"
        at[0] += 65_000
        screen.tell_reading_time()
        assert screen.message == "◷ Silent reading: 8:55 left"
        at[0] += 535_000
        screen.tell_reading_time()
        assert "Silent reading is over" in screen.message
        await pilot.press("r", "r")
        assert screen.message == "Silent reading stopped."


async def test_without_a_clock_no_silent_reading_is_offered(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)):
        assert "r" not in app.screen.active_bindings


async def test_every_key_is_explained(final_round):
    app = opened(final_round)
    async with app.run_test(size=(120, 40)):
        bindings = [active.binding for active in app.screen.active_bindings.values() if active.node is app.screen]
        own = [binding for binding in bindings if (binding.id or "").startswith("debrief.")]
        assert len(own) >= 12
        assert all(binding.id and binding.tooltip for binding in own)
        assert app.screen.query(Footer)


def everywhere(value: Debrief, text: str) -> Debrief:
    """`value` with `text` in place of what people and files said."""
    replace = msgspec.structs.replace
    panel = tuple(replace(panelist, name=text, role=text) for panelist in value.agenda.panel)
    return replace(
        value,
        session=replace(value.session, title=text, purpose=text, candidate=text, clock_marks=(text,)),
        agenda=replace(value.agenda, panel=panel),
        timeline=tuple(replace(row, segment=text) for row in value.timeline),
        coverage=tuple(replace(row, ask=text, segment=text, reason=text) for row in value.coverage),
        competencies=tuple(
            replace(
                row,
                name=text,
                anchors={1: text},
                ratings=tuple(replace(rating, evidence=text) for rating in row.ratings),
                notes=(value.notes[0].id,),
            )
            for row in value.competencies
        ),
        candidate_questions=tuple(replace(row, text=text, due=text) for row in value.candidate_questions),
        follow_ups=tuple(replace(row, text=text, due=text) for row in value.follow_ups),
        panel=replace(
            value.panel, unshared_evidence=tuple(replace(row, text=text) for row in value.panel.unshared_evidence)
        ),
    )


@pytest.mark.parametrize(
    ("size", "key"),
    [
        ((120, 40), "8"),
        ((120, 40), "1"),
        ((120, 40), "2"),
        ((120, 40), "3"),
        ((80, 24), "4"),
        ((80, 24), "5"),
        ((40, 12), "6"),
    ],
    ids=["meeting", "overview", "segments", "coverage", "competencies", "notes", "theirs-small"],
)
def test_picture(snap_compare, final_round, size, key):
    app = FacilitatorApp(Picking(lambda: DebriefScreen(final_round, saved, str), str))
    assert snap_compare(app, terminal_size=size, press=[key])
