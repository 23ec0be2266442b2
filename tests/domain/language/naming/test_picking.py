"""What is named among all of a kind: by an id, the beginning of one, or the beginning of a title."""

import re

import pytest

from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.naming.line_words import Words
from facilitator.domain.language.naming.picking import Kind, Titled, pick, pick_titled
from facilitator.domain.plan.agenda import Panelist

KIND = Kind("part", "3")
ITEMS = [Panelist(id=name, name=title) for name, title in (("a1", "Data"), ("data", "Work"), ("b2", "Data room"))]
KNOWN = [Titled(item, item.name, f"{number}.") for number, item in enumerate(ITEMS, 1)]


@pytest.mark.parametrize(
    ("line", "found", "left"),
    [
        ("data", "data", ""),
        ("DATA by bo", "data", "by bo"),
        ("data room by bo", "b2", "by bo"),
        ("b", "b2", ""),
        ("work", "data", ""),
        ("wo rest", "data", "rest"),
        ("a1 data", "a1", "data"),
    ],
)
def test_an_id_is_meant_first_unless_more_words_make_a_title(line: str, found: str, left: str):
    words = Words(line)
    assert pick_titled(words, KNOWN, KIND).id == found
    assert words.rest == left


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("d", "“d” could be 1. Data, 2. Work, 3. Data room."),
        ("x", "There is no part “x”. Write its number, 1–3, or how it begins."),
        ("datas", "There is no part “datas”. Did you mean data?"),
        ("", "Which part? Give its number: 3."),
    ],
)
def test_what_is_none_or_could_be_several_is_refused_with_those(line: str, reason: str):
    with pytest.raises(Refusal, match=f"^{re.escape(reason)}$"):
        pick_titled(Words(line), KNOWN, KIND)


def test_without_numbers_the_ids_are_listed():
    with pytest.raises(Refusal, match=r"^Which part\? Choose from a1, data, b2\.$"):
        pick("", ITEMS, Kind("part"))
    assert pick("B2", ITEMS, Kind("part")).id == "b2"
