"""What only grows is a value: whatever is done to a later version, what was handed out stays."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.session.persistent import PersistentDict, PersistentList


@given(st.lists(st.tuples(st.integers(min_value=0), st.integers())))
def test_every_version_stays_as_it_was(additions):
    versions = [(PersistentList[int](), ())]
    for chosen, item in additions:
        version, items = versions[chosen % len(versions)]
        versions.append((version.appended(item), (*items, item)))
    for version, items in versions:
        assert tuple(version) == items
        assert len(version) == len(items)


@given(st.lists(st.integers(), min_size=1), st.integers(-3, 3), st.integers(-3, 3))
def test_it_reads_like_a_tuple(items, start, stop):
    version = PersistentList(items)
    version.appended(0)
    assert version[start:stop] == tuple(items)[start:stop]
    assert version[-1] == items[-1]
    assert list(reversed(version)) == items[::-1]
    assert (0 in version) == (0 in items)


@given(st.lists(st.integers()), st.data())
def test_the_first_of_them_are_a_version_of_their_own(items, data):
    version = PersistentList(items)
    first = version.first(data.draw(st.integers(0, len(items))))
    assert (*first.appended(0), *version) == (*items[: len(first)], 0, *items)


@given(st.lists(st.tuples(st.integers())), st.tuples(st.integers()))
def test_it_is_bisected_as_a_list_is_whatever_a_later_version_has(items, value):
    version = PersistentList(sorted(items))
    version.appended(value)
    assert version.bisected(value, lambda item: item) == bisect_left(sorted(items), value)


def test_equal_items_make_equal_sequences():
    one = PersistentList([1]).appended(2)
    assert one == PersistentList([1, 2])
    assert one == one.copy()
    assert one != one.appended(3)
    assert one != PersistentList([1, 3])
    assert one != (1, 2)


def test_growing_copies_nothing():
    first = PersistentList(range(1000))
    second = first.appended(1)
    assert second.appended(2)[0] is first[0]
    assert first.appended(5) != second


KEYS = st.sampled_from("abcde")


@given(st.lists(st.tuples(st.integers(min_value=0), KEYS, st.integers() | st.none())))
def test_every_copy_of_a_dict_stays_as_it_was(changes):
    """Each change is made to a copy of some version; None takes the key out."""
    versions = [(PersistentDict[int](), dict[str, int]())]
    for chosen, key, item in changes:
        before, items = versions[chosen % len(versions)]
        version, items = before.copy(), dict(items)
        if item is None:
            version.pop(key, None)
            items.pop(key, None)
        else:
            version[key] = items[key] = item
        versions.append((version, items))
    for version, items in versions:
        assert list(version.items()) == list(items.items())
        assert list(version.values()) == list(items.values())
        assert {key: version.get(key) for key in "abcde"} == {key: items.get(key) for key in "abcde"}


def test_a_dict_can_be_asked_for_the_newest_first():
    notes = PersistentDict({"a": 1, "b": 2})
    notes["c"] = 3
    assert list(reversed(notes.values())) == [3, 2, 1]
    assert notes.values()[-2:] == (2, 3)
