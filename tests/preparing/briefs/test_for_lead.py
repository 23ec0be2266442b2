"""The run of show has every segment, and what can't be left out."""

from msgspec.structs import replace

from facilitator.documents.document import Bullets, Table
from facilitator.preparing.briefs.for_lead import run_of_show
from facilitator.preparing.briefs.schedule import schedule
from tests.preparing.briefs.agendas import harbour


def test_every_segment_is_in_it_and_every_question_that_must_be_asked():
    blocks = list(run_of_show(harbour(), schedule(harbour())))
    table = next(block for block in blocks if isinstance(block, Table))
    assert [row[1].text for row in table.rows] == [
        "Welcome",
        "At the chart",
        "Break (protected)",
        "Your questions (protected)",
    ]
    musts = [block for block in blocks if isinstance(block, Bullets)][-1]
    assert ["".join(run.text for run in item) for item in musts.items] == [
        "q1: Where would you anchor? (Ann Lee, else Bo Ek)",
        "q2: When would you leave? (Bo Ek)",
    ]


def test_a_column_of_purposes_is_there_if_a_segment_has_one():
    agenda = harbour()
    silent = replace(agenda, segments=tuple(replace(one, purpose="") for one in agenda.segments))
    for one, columns in ((agenda, 5), (silent, 4)):
        table = next(block for block in run_of_show(one, schedule(one)) if isinstance(block, Table))
        assert {len(table.columns), *map(len, table.rows)} == {columns}
