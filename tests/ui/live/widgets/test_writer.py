"""What the line belongs to stands in front of it, in as many words as there is room for."""

import pytest

from facilitator.documents.cells import cells
from facilitator.showing.belonging import Belonging
from facilitator.ui.live.widgets.writer import Writer
from tests.ui.hosting import Host

NOTE = Belonging("cfo", "12.", "The candidate presents a forecast", "q23", ("strength", "#pipeline", "@ceo"))


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (90, "cfo · 12. The candidate presents a forecast · q23 · 10:14 · strength · #pipeline · @ceo>"),
        (72, "cfo · 12. The candida… · q23 · 10:14 · strength · #pipeline · @ceo>"),
        (60, "cfo · 12. · q23 · 10:14 · strength · #pipeline · @ceo>"),
        (32, "cfo 12. q23 10:14 +3>"),
        (16, "cfo 12. q23 10…>"),
        (3, "c…>"),
        (1, ""),
    ],
)
def test_the_less_room_the_fewer_words_and_nothing_is_cut_in_silence(room: int, shown: str):
    writer = Writer()
    writer.belonging, writer.stamp = NOTE, "10:14"
    assert writer.text_for(room) == shown
    assert cells(shown) <= room


async def test_it_shows_what_it_was_told_last():
    host = Host(Writer())
    async with host.run(40, 1) as pilot:
        host.widget.show(Belonging("cfo", "2.", "Talk", "q3"))
        await pilot.pause()
        assert host.shown == ["cfo · 2. Talk · q3>"]
        host.widget.show(Belonging("cfo"))
        await pilot.pause()
        assert host.shown == ["cfo>"]


def test_a_long_id_and_a_title_in_any_script_take_no_more_than_their_cells():
    writer = Writer()
    writer.belonging = Belonging("head-of-engineering", "2.", "質問の時間と次の一歩", "q3")
    assert [writer.text_for(room) for room in (60, 40, 24, 14)] == [
        "head-of-engineering · 2. 質問の時間と次の一歩 · q3>",
        "head-of-eng… · 2. 質問の時間… · q3>",
        "head-of-eng… · 2. · q3>",
        "head-… 2. q3>",
    ]
