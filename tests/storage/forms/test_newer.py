"""What a newer version wrote is read as far as it goes, and passed on as it was written."""

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.agenda_files import load
from facilitator.domain.facts.event import Event, NewerEvent
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.resources import agendas_dir
from facilitator.storage.forms.newer import complaint_about, event_in, events_of


@pytest.fixture
def written(note) -> bytes:
    return msgspec.json.encode(note(1))


def test_what_is_all_known_is_an_event_like_any_other(note, written):
    found = event_in(written)
    assert found == note(1)
    assert type(found) is Event


def test_what_is_no_text_is_no_event_even_in_a_field_that_nobody_here_reads(written):
    assert event_in(written.replace(b'"type":"NoteTaken"', b'"type":"NoteTaken","key":"\xed\xa0\x80"')) is None


@pytest.mark.parametrize(
    ("known", "newer"),
    [
        (b'"NoteTaken"', b'"NoteSung","key":"c\xc3\xb6"'),
        (b'"text":"closed three of five"', b'"text":{"de":"so"}'),
        (b'"text":', b'"signal":"sparkle","text":'),
        (b'"type":"NoteTaken",', b""),
    ],
)
def test_a_fact_that_nobody_here_knows_is_kept_as_it_was_written(note, written, known, newer):
    body = written.replace(known, newer)
    assert body != written
    found = event_in(body)
    assert isinstance(found, NewerEvent)
    assert found.fact == NewerFact()
    assert (found.id, found.order, found.group) == (note(1).id, note(1).order, note(1).group)
    assert msgspec.json.encode(found.as_written) == body


@pytest.mark.parametrize("place", [b'{"type"', b'{"id"'])
def test_an_unknown_field_is_kept_and_the_rest_is_read(note, written, place):
    body = written.replace(place, b'{"mood":[1,{"of":"day"}],' + place[1:])
    found = event_in(body)
    assert isinstance(found, NewerEvent)
    assert found.fact == note(1).fact
    assert msgspec.json.encode(found.as_written) == body


def test_an_agenda_may_have_fields_that_nobody_here_knows(note):
    agenda = load(agendas_dir() / "vp-sales-final.yaml").agenda
    assert agenda is not None
    opened = SessionOpened(agenda=agenda)
    body = msgspec.json.encode(replace(note(1), fact=opened))
    for place in (b'"panel":[{', b'"agenda":{', b'"competencies":[{', b'"segments":[{', b'"questions":[{'):
        newer = body.replace(place, place + b'"weather":"fog",', 1)
        assert newer != body
        found = event_in(newer)
        assert found is not None
        assert found.fact == opened


@pytest.mark.parametrize("body", [b"1", b"[]", b"{}", b'{"id":"e1","fact":{"type":"NoteTaken"}}', b"{", b"\xff"])
def test_what_is_no_event_is_none(body):
    assert event_in(body) is None


@pytest.mark.parametrize("body", [b'["p1","signature","header"]', b'{"facilitator":"journal"}', b"[", b"\xff", b"[1]"])
def test_lines_of_another_sort_hold_no_events(body):
    assert events_of(body) is None


def test_a_line_holds_known_and_newer_events(note, written):
    found = events_of(b"[%b,%b]" % (written, written.replace(b"NoteTaken", b"NoteSung")))
    assert found is not None
    assert [type(event) for event in found] == [Event, NewerEvent]


@pytest.mark.parametrize(
    ("known", "changed", "complaint"),
    [
        (
            b'"text":"closed three of five"',
            b'"text":5',
            "a NoteTaken that can't be understood (Expected `str`, got `int`",
        ),
        (b'"text":"closed three of five"', b'"mood":5', "a NoteTaken that can't be understood (Object missing"),
        (b'"at":', b'"when":', "not an event (Object missing required field `at`"),
        (b'"NoteTaken"', b'"NoteSung"', ""),
        (b'"text":', b'"signal":"sparkle","text":', ""),
        (b'"text":', b'"mood":5,"text":', ""),
        (b'"type":"NoteTaken",', b"", ""),
    ],
)
def test_what_no_version_has_written_is_complained_about(written, known, changed, complaint):
    body = written.replace(known, changed)
    assert body != written
    said = complaint_about(body, event_in(body), may_be_newer=False)
    assert said.startswith(complaint)
    assert bool(said) == bool(complaint)


def test_a_newer_version_may_have_given_a_known_fact_another_form(written):
    body = written.replace(b'"text":"closed three of five"', b'"text":5')
    assert complaint_about(body, event_in(body), may_be_newer=True) == ""


@pytest.mark.parametrize(
    "written", [b"\x1b not JSON", b"\x7f not JSON", b'{"x": "\x7f"}', b'{"x": "\\ud800"', b"\xff\x7f"]
)
def test_what_is_neither_harmless_nor_an_event_is_none(written):
    assert event_in(written) is None
