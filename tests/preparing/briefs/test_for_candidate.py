"""A candidate's brief has what is written for them (what it never has: `test_brief`)."""

from facilitator.documents.document import Heading
from facilitator.preparing.briefs.for_candidate import candidate_blocks
from facilitator.preparing.briefs.schedule import schedule
from tests.preparing.briefs.agendas import harbour


def test_it_says_when_with_whom_and_what_to_prepare():
    blocks = list(candidate_blocks(harbour(), schedule(harbour())))
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "What will happen",
        "Who you will meet",
        "What to prepare",
        "What we will ask",
    ]
