"""Whatever is imported: no traceback, no lost line, no unsaid minute; `make fuzz` is the long form."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.preparing.taking.import_choices import ImportChoices
from tests.fuzz.guide_files import FORMATS
from tests.fuzz.importing import holds, import_one


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=170)
@given(random=st.randoms(use_true_random=False))
def test_a_guide_made_up_of_real_words_is_accounted_for(name: str, random: Random):
    import_one(name, random)


@settings(max_examples=150)
@given(content=st.binary(max_size=200), name=st.sampled_from(list(FORMATS)))
def test_any_bytes_give_an_agenda_or_complaints(content: bytes, name: str):
    holds(content, name, ImportChoices(1800))
