"""What there is to pick from is found by a few letters, whatever their case and accents."""

import pytest

from facilitator.workspace.pickable import Pickable, PickableIndex, PickableKind

DESIGN = Pickable(kind=PickableKind.OWN, key="design", title="Head of Design", panel=("Ann Lee", "Tomás Ruiz"))
SALES = Pickable(kind=PickableKind.UNFINISHED, key="s1", title="VP Sales, final round", candidate="Eszter Halász")
STREET = Pickable(kind=PickableKind.BUNDLED, key="street", title="Straße,\nŁódź")
ALL = (DESIGN, SALES, STREET)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("final eszter", [SALES]),
        ("HALASZ", [SALES]),
        ("tomas design", [DESIGN]),
        ("sales design", []),
        ("strasse łodz", [STREET]),
        ("a", [DESIGN, SALES, STREET]),
        ("  ", [DESIGN, SALES, STREET]),
    ],
)
def test_all_words_have_to_occur_in_any_order(words, found):
    assert PickableIndex(ALL).matching(words) == found


def test_a_word_is_not_looked_for_across_two_of_them():
    assert PickableIndex(ALL).matching("ruizvp") == []


def test_unfinished_sessions_come_before_own_agendas_and_those_before_the_bundled():
    assert sorted(ALL, key=lambda item: item.kind.rank) == [SALES, DESIGN, STREET]


def test_an_agenda_is_found_by_the_name_of_its_file():
    own = Pickable(kind=PickableKind.OWN, key="/home/ann/vp-sales-2.yaml", title="Sales lead")
    assert PickableIndex([*ALL, own]).matching("vp-sales-2") == [own]
    assert PickableIndex([own]).matching("home") == []
