"""A name is found however it is spelt, and nothing else is taken for it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.reports.redaction.name_in_text import without_names
from tests.reports.hostile import texts


@pytest.mark.parametrize(
    ("candidate", "text", "left"),
    [
        ("山田太郎", "山田太郎さんが", "‹candidate›さんが"),
        ("Bo Li", "Li is below the limit, says Bo", "‹candidate› is below the limit, says ‹candidate›"),
        ("Dr. Ann Lee", "Dr. Lee annotated the annual plan", "Dr. ‹candidate› annotated the annual plan"),
        ("ilse brandt", "Brandt asked, ilse did not", "‹candidate› asked, ‹candidate› did not"),
        ("Zoë", "Zoe and ZOË, Zoes and Zoetic", "‹candidate› and ‹candidate›, ‹candidate›s and Zoetic"),
        ("May Li", "May may, and li is no name", "‹candidate› may, and li is no name"),
        (
            "Anne-Marie O'Neill",
            "AnneMarie O’Neill, Annemarie, oneill, ONeills",
            "‹candidate›, ‹candidate›, ‹candidate›, ‹candidate›s",
        ),
        ("Jürgen Groß", "Juergen, jurgen, JÜRGENS Gross", "‹candidate›, ‹candidate›, ‹candidate›S ‹candidate›"),
        (
            "Søren Ødegård",
            "Soren, Soeren and Oedegaard, Odegard",
            "‹candidate›, ‹candidate› and ‹candidate›, ‹candidate›",
        ),
        ("Łukasz Żółć", "Lukasz Zolc", "‹candidate›"),
        ("Robin Reyes", "Ro\u200bbin, Ｒｏｂｉｎ! REYES2", "‹candidate›, ‹candidate›! ‹candidate›2"),
        ("Robin Reyes", "R. Reyes is no R and no Reyesville", "‹candidate› is no R and no Reyesville"),
        ("Robin (Rob) Reyes", "Rob's robust, the robber", "‹candidate›'s robust, the robber"),
        ("王小明", "小明说", "‹candidate›说"),
        ("Cher", "C. said cherries", "C. said cherries"),
        ("", "nobody is named", "nobody is named"),
        ("Mx", "Mx had an idea. Indeed.", "‹candidate› had an idea. Indeed."),
        (".*", "a.*b axb", "a‹candidate›b axb"),
    ],
)
def test_names_of_every_kind(candidate, text, left):
    assert without_names((candidate,), "‹candidate›")(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Robin Reyes, now Anselm Candidate", "‹candidate›, now ‹candidate›"),
        ("R.R. and A. C., Anselm Reyes and Robin C.", "‹candidate› and ‹candidate›, ‹candidate› and ‹candidate›"),
        ("A.R. is somebody else", "A.R. is somebody else"),
    ],
)
def test_all_names_of_a_person_become_the_same(text, left):
    assert without_names(("Anselm Candidate", "", "Robin Reyes"), "‹candidate›")(text) == left


NAME_LETTERS = "abcdefghijklmnoprstuvwzABCDEFGHIJKLMNOPRSTUVWZäöüßåøæéèñçłőźÅØÉŁ"


@given(
    name=st.lists(st.text(NAME_LETTERS, min_size=4, max_size=12), min_size=1, max_size=4).map(" ".join),
    around=st.sampled_from([("", ""), ("(", ")"), ("", "'s"), ("“", "”"), ("", ", who"), ("\u200b", ".")]),
    spelt=st.sampled_from([str, str.upper, str.lower, str.title, lambda name: unicodedata.normalize("NFD", name)]),
)
def test_no_spelling_of_any_name_is_left(name, around, spelt):
    text = f"we met {around[0]}{spelt(name)}{around[1]} twice"
    left = without_names((name,), "‹candidate›")(text)
    assert all(unicodedata.normalize("NFC", spelt(word)) not in left for word in name.split() if word[0].isupper())
    assert "‹candidate›" in left


@given(name=texts, text=texts)
def test_any_name_and_any_text_end(name, text):
    assert isinstance(without_names((name,), "‹candidate›")(text), str)
