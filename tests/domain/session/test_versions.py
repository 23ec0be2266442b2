"""What the properties say of persistent collections, once more by example."""

import tracemalloc

import pytest

from facilitator.domain.session.persistent import PersistentDict, PersistentList


def test_two_versions_that_grow_from_one_do_not_see_each_other():
    trunk = PersistentList("ab")
    left, right = trunk.appended("c"), trunk.appended("d")
    left.append("e")
    assert (list(trunk), list(left), list(right)) == (["a", "b"], ["a", "b", "c", "e"], ["a", "b", "d"])
    assert (len(trunk), len(left), len(right)) == (2, 4, 3)


def test_a_list_is_asked_by_place_within_its_own_length():
    trunk = PersistentList("abc")
    trunk.appended("d")
    assert (trunk[0], trunk[2], trunk[-3]) == ("a", "c", "a")
    assert trunk[1:] == ("b", "c")
    assert trunk[::-1] == ("c", "b", "a")
    for place in (3, -4):
        with pytest.raises(IndexError):
            trunk[place]


def test_lists_are_equal_item_by_item():
    assert PersistentList("ab") == PersistentList("ab")
    assert PersistentList("ab") != PersistentList("abc")
    assert PersistentList("ab") != PersistentList("ac")
    assert PersistentList("ab") != ["a", "b"]
    with pytest.raises(TypeError):
        hash(PersistentList())
    assert repr(PersistentList("ab")) == "PersistentList(['a', 'b'])"


def test_a_new_key_is_seen_by_no_earlier_copy():
    first = PersistentDict({"a": 1})
    second = first.copy()
    second["b"] = 2
    assert ("b" in first, "b" in second) == (False, True)
    with pytest.raises(KeyError):
        first["b"]
    first["b"] = 3
    assert (dict(first), dict(second)) == ({"a": 1, "b": 3}, {"a": 1, "b": 2})
    assert len(first) == len(second) == 2


def test_a_changed_key_keeps_its_place_and_the_copy_its_value():
    first = PersistentDict({"a": 1, "b": 2})
    second = first.copy()
    second["a"] = 9
    assert list(second.items()) == [("a", 9), ("b", 2)]
    assert list(first.items()) == [("a", 1), ("b", 2)]


def test_a_lost_key_is_lost_in_that_copy_only():
    first = PersistentDict({"a": 1, "b": 2})
    second = first.copy()
    del second["a"]
    assert (dict(first), dict(second)) == ({"a": 1, "b": 2}, {"b": 2})
    with pytest.raises(KeyError):
        del second["a"]
    second["a"] = 3
    assert list(second) == ["b", "a"]


def test_the_values_that_were_asked_for_stay_as_they_were():
    notes = PersistentDict({"a": 1})
    values = notes.values()
    notes["b"] = 2
    assert (list(values), list(notes.values())) == ([1], [1, 2])
    assert repr(notes) == "PersistentDict({'a': 1, 'b': 2})"


def test_three_hundred_versions_take_hardly_more_room_than_one():
    """A copy of ten thousand items takes 80 kB."""
    versions = [PersistentList(range(10_000))]
    dicts = [PersistentDict({str(number): number for number in range(10_000)})]
    tracemalloc.start()
    for number in range(300):
        versions.append(versions[-1].appended(number))
        changed = dicts[-1].copy()
        changed[f"new {number}"] = number
        dicts.append(changed)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 2_000_000
    assert (len(versions[-1]), len(dicts[-1]), len(versions[0]), len(dicts[0])) == (10_300, 10_300, 10_000, 10_000)
