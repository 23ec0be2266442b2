"""A growing sequence is a value: whatever is added to it, and however often, what was handed out stays."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.growing import Growing


@given(st.lists(st.tuples(st.integers(min_value=0), st.integers())))
def test_every_version_stays_as_it_was(additions):
    versions = [(Growing[int](), ())]
    for chosen, item in additions:
        version, items = versions[chosen % len(versions)]
        versions.append((version.grown(item), (*items, item)))
    for version, items in versions:
        assert tuple(version) == items
        assert len(version) == len(items)


@given(st.lists(st.integers(), min_size=1), st.integers(-3, 3), st.integers(-3, 3))
def test_it_reads_like_a_tuple(items, start, stop):
    version = Growing(items)
    version.grown(0)
    assert version[start:stop] == tuple(items)[start:stop]
    assert version[-1] == items[-1]
    assert list(reversed(version)) == items[::-1]
    assert (0 in version) == (0 in items)


def test_equal_items_make_equal_sequences():
    one = Growing([1]).grown(2)
    assert one == Growing([1, 2])
    assert one == copy.copy(one)
    assert one != one.grown(3)
    assert one != Growing([1, 3])
    assert one != (1, 2)


def test_growing_copies_nothing():
    first = Growing(range(1000))
    second = first.grown(1)
    assert second.grown(2)[0] is first[0]
    assert first.grown(5) != second
