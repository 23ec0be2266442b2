"""Two names are one person's however they were written, and nearly so where somebody should look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text.nicknames import NICKNAMES
from facilitator.domain.text.person_name import PersonName, addressed, distance, is_near, is_same, people
from facilitator.domain.text.plain_text import comparable


def one(written: str) -> PersonName:
    (name,) = people(written)
    return name


@pytest.mark.parametrize(
    "written",
    [
        *("Robert Reyes", "ROBERT  REYES", "Róbert Reyes", "Ｒobert Reyes"),
        *("Bob Reyes", "Rob Reyes", "Bobby Reyes", "Robert (Bob) Reyes", "Robert “Bobby” Reyes"),
        *("Reyes, Robert", "Reyes, Bob", "Reyes Robert", "REYES, Robert J."),
        *("Dr. Robert Reyes", "Mr Robert Reyes", "Herr Dr. Robert Reyes", "Prof. Bob Reyes, PhD", "Reyes, Dr. Robert"),
        *("Robert Reyes (he/him)", "Robert Reyes he/him", "Robert Reyes (they)", "Robert J. Reyes", "R. Bob Reyes Jr."),
    ],
)
def test_it_is_the_same_person(written):
    assert is_same(one("Robert Reyes"), one(written))
    assert is_same(one(written), one("Robert Reyes"))


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Anna-Lena Müller", "Muller, Anna Lena"),
        ("Mme Zoé O’Brien", "Zoe O'Brien"),
        ("李小龍", "李小龍"),
        ("Frau Prof. Dr. Ana Ng", "Ng, Ana (she/her)"),
        ("Dr", "dr."),
        ("X", "x"),
    ],
)
def test_so_it_is_in_other_ways_of_writing(asked, written):
    assert is_same(one(asked), one(written))


@pytest.mark.parametrize(
    "written", ["Robert Rey", "Roberta Reyes", "Ana Reyes", "Robert", "Reyes", "Robert Reyes Ng", "Alexander Reyes"]
)
def test_it_is_another_person(written):
    assert not is_same(one("Robert Reyes"), one(written))


@pytest.mark.parametrize(
    "written",
    [
        "Robert Reyse",
        "Roberta Reyes",
        "Robert Reyess",
        "Reyes",
        "R. Reyes",
        "Robert Reyes Ng",
        "Bob Rayes",
        "RobertReyes",
    ],
)
def test_it_could_be_the_same(written):
    assert is_near(one("Robert Reyes"), one(written))
    assert is_near(one(written), one("Robert Reyes"))


@pytest.mark.parametrize("written", ["Ana Ng", "Robert Ng", "Kim Reyes", "Robert Ruiz", "Kim Ode"])
def test_it_could_not(written):
    assert not is_near(one("Robert Reyes"), one(written))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Ng & Bo Ek", ["Ana Ng", "Bo Ek"]),
        ("Ana and Bo Ng", ["Ana Ng", "Bo Ng"]),
        ("Ana & Bo", ["Ana", "Bo"]),
        ("Ana Ng, Bo Ek", ["Ana Ng", "Bo Ek"]),
        ("Ng, Ana / Ek, Bo", ["Ana Ng", "Bo Ek"]),
        ("Frau Ana Ng und Herr Bo Ek", ["Ana Ng", "Bo Ek"]),
        ("Ana Ng, Bo Ek; Kim Ode + Mo Li", ["Ana Ng", "Bo Ek", "Kim Ode", "Mo Li"]),
        ("Ng, Ana", ["Ana Ng"]),
        ("Ana Ng, MBA", ["Ana Ng"]),
        ("", []),
        (" & , (they/them) ", []),
    ],
)
def test_a_pair_is_two_people(written, names):
    assert [" ".join(name.words) for name in people(written)] == [comparable(name) for name in names]


@given(st.text(), st.text())
def test_any_text_is_taken_and_it_makes_no_difference_which_is_asked_for(first, second):
    for ours in people(first):
        assert is_same(ours, ours)
        for theirs in people(second):
            assert is_same(ours, theirs) == is_same(theirs, ours)
            assert is_near(ours, theirs) == is_near(theirs, ours)
            assert is_near(ours, theirs) or not is_same(ours, theirs)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_the_distance_is_the_same_both_ways_and_zero_only_to_itself(one, other):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert distance(one, other, 1) == min(distance(one, other, 9), 2)


def test_letters_that_changed_places_are_one_mistake():
    assert distance("reyes", "reyse", 2) == 1


def test_the_table_is_written_as_names_are_compared():
    assert all(name == comparable(name) and name.isalpha() for line in NICKNAMES for name in line)
    assert all(len(line) > 1 for line in NICKNAMES)


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Robin (Rob) Reyes", "Rob"),
        ("Robin “Rob” Reyes", "Rob"),
        ("Robin Reyes", "Robin Reyes"),
        ("Halmos Eszter", "Halmos Eszter"),
        ("Robin (she/her) Reyes", "Robin (she/her) Reyes"),
        ("Robin Reyes (CFO)", "Robin Reyes (CFO)"),
        ("", ""),
    ],
)
def test_somebody_is_addressed_by_what_they_are_called_if_that_is_written(written: str, called: str):
    assert addressed(written) == called
