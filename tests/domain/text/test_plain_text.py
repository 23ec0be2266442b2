"""Text from outside can't act on a terminal once it is in."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text.plain_text import clean, comparable, one_line, slug

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)
BIDI_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_harmless(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in BIDI_OVERRIDES


def test_an_escape_sequence_loses_what_makes_it_one():
    assert clean("\x1b]52;c;ZXZpbA==\x07red\x1b[31m \x9b31m") == "]52;c;ZXZpbA==red[31m 31m"


def test_line_breaks_of_every_kind_become_one_kind():
    assert clean("a\r\nb\rc\u2028d\x85e\n") == "a\nb\nc\nd\ne\n"


def test_a_tab_becomes_a_space():
    assert clean("a\tb") == "a b"


def test_joined_emoji_and_letters_with_marks_stay_as_they_are():
    assert clean("👩‍👩‍👧 Zoë עברית") == "👩‍👩‍👧 Zoë עברית"


def test_one_line_has_no_breaks_and_no_runs_of_spaces():
    assert one_line("  a\n\n b\t c ") == "a b c"


@given(ANYTHING)
def test_nothing_harmful_is_left_in_clean_text(text: str):
    assert all(is_harmless(character) for character in clean(text).replace("\n", ""))


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str):
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_clean_text_can_be_written_as_utf_8(text: str):
    clean(text).encode("utf-8")


@given(ANYTHING)
def test_a_slug_is_a_safe_file_name(text: str):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug(text).startswith("-")
    assert not slug(text).endswith("-")
    assert len(slug(text)) <= 40


def test_a_slug_keeps_what_has_an_ascii_form():
    assert slug("VP Sales — Zoë's final round!") == "vp-sales-zoe-s-final-round"


@given(ANYTHING)
def test_clean_text_is_composed(text: str):
    assert unicodedata.is_normalized("NFC", clean(text))


def test_however_accents_are_composed_it_is_one_text():
    assert clean(unicodedata.normalize("NFD", "Zoë Führung")) == clean("Zoë Führung") == "Zoë Führung"


def test_text_is_compared_without_case_accents_and_width():
    assert comparable("ZOË") == comparable("Zoe\u0308") == comparable("zoe") == comparable("Ｚｏｅ") == "zoe"
    assert comparable("Z\u3164o\u115fe\U000e0041") == "zoe"
    assert comparable("Zo\u200be\u2060") == comparable("\ufeffZo\u00ade") == "zoe"
    assert comparable("Straße") == comparable("STRASSE")
    assert comparable("zoe") != comparable("zora")
