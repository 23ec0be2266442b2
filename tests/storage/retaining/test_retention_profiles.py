"""Each rule has its source, and says what speaks against keeping for so many days."""

import pytest

from facilitator.storage.retaining.retention_profiles import PROFILES, WITHOUT_ONE


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_each_has_a_source_and_one_figure_that_it_says_nothing_against(profile):
    assert profile.source
    assert profile.days is not None
    assert (profile.at_least_days is None) != (profile.at_most_days is None)
    assert profile.complaint(profile.days) == ""


@pytest.mark.parametrize(
    ("name", "days", "said"),
    [
        ("us-private", 365, "too few"),
        ("us-contractor", 731, "too few"),
        ("eu", 184, "too many"),
        ("uk", 400, "too many"),
    ],
)
def test_what_is_too_short_or_too_long_is_said_with_the_source(name, days, said):
    complaint = PROFILES[name].complaint(days)
    assert said in complaint
    assert PROFILES[name].source in complaint


def test_who_has_chosen_none_is_told_of_the_commonest_least():
    assert WITHOUT_ONE.source == "29 CFR 1602.14"
