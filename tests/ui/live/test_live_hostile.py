"""Text from people and files never acts: it is fed to every place of the live screen that shows text."""

import pytest
from textual.command import CommandInput
from textual.events import Paste

from facilitator.domain.language.decision import Refusal
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL
from tests.ui.keyboard import settled
from tests.ui.sessions import opened, screen_of, small_agenda


def hostile_agenda(text):
    """Every field that takes text holds `text`, as if nothing had cleaned it on the way in."""
    line = (text.strip() or "-")[:300]
    return small_agenda(
        title=line,
        purpose=line,
        panel=[{"id": "ann", "name": line, "role": line, "lead": True}, {"id": "bo", "name": line}],
        competencies=[{"id": "craft", "name": line, "anchors": {1: line, 5: line}}],
        segments=[
            {
                "id": "first",
                "title": line,
                "purpose": line,
                "say": line,
                "lead": "ann",
                "length_seconds": 60,
                "questions": [
                    {
                        "id": "why",
                        "ask": line,
                        "probes": [line],
                        "listen_for": [line],
                        "competency": "craft",
                        "number": 1,
                    },
                    {"id": "how", "ask": line, "owner": "bo", "backup": "ann", "competency": "craft", "number": 2},
                ],
            },
            {"id": "second", "title": line, "say": line, "length_seconds": 60},
        ],
    )


@pytest.fixture
def actions(monkeypatch):
    """What was run by the text: nothing, ever."""
    ran = []
    monkeypatch.setattr(FacilitatorApp, "action_bell", lambda self: ran.append("bell"))
    return ran


SHORT = [text for text in HOSTILE if len(text) < 40]
LONG = [text for text in HOSTILE if len(text) >= 40]
TOGETHER = [*(" ".join(SHORT[start : start + 6]) for start in range(0, len(SHORT), 6)), *LONG]
"""All of them, the short ones six at a time: each goes to every place, and a screen takes a second to start."""


@pytest.mark.parametrize("text", TOGETHER, ids=range(len(TOGETHER)))
async def test_no_text_acts_or_breaks_the_screen(text, actions):
    conductor, clock = opened(hostile_agenda(text), candidate=text)
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 40)) as pilot:
        live = screen_of(app)
        for said in ("/start", text, f"+ {text} #craft", f"/them {text}", f"/drop 1 {text}", f"/rate craft 3 {text}"):
            try:
                conductor.submit(said)
            except Refusal as refusal:
                live.reply.tell(str(refusal), "refused")
        clock.advance(30)
        live.tick()
        live.trouble.display = True
        live.trouble.tell(text, "trouble")
        live.note_line.post_message(Paste(text))
        await pilot.press("ctrl+f")
        live.search.post_message(Paste(text))
        await pilot.press("escape", "escape", "down")
        await pilot.click(live.questions, offset=(12, 3))
        await pilot.click(live.stream, offset=(12, 3))
        assert not RAW_CONTROL.search(app.export_screenshot())
        for view in ("f1", "f2", "f3"):
            await pilot.press(view)
            await pilot.pause()
            assert app.screen is not live
            assert not RAW_CONTROL.search(app.export_screenshot())
            await pilot.press("escape")
    assert actions == []


@pytest.mark.parametrize("text", TOGETHER, ids=range(len(TOGETHER)))
async def test_no_text_acts_or_breaks_the_palette_where_it_says_what_would_be_taken_back(text, actions):
    conductor, _ = opened(hostile_agenda(HOSTILE[0]))
    conductor.submit(f"a note {text}")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await settled(pilot)
        await pilot.press(*"undo")
        await settled(pilot)
        assert not RAW_CONTROL.search(app.export_screenshot())
        await pilot.press("escape")
        await settled(pilot)
    assert actions == []


async def test_no_text_acts_in_the_palette(actions):
    conductor, _ = opened(hostile_agenda(HOSTILE[0]))
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        for text in TOGETHER:
            app.screen.query_one(CommandInput).value = ""
            app.post_message(Paste(text))
            await settled(pilot)
            assert not RAW_CONTROL.search(app.export_screenshot())
        await pilot.press("escape")  # or the palette is still searching when the app is taken down
        await settled(pilot)
    assert actions == []
