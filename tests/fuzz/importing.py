"""What must hold for whatever file is imported."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from random import Random
from time import thread_time

import msgspec

from facilitator.agenda_files import parse
from facilitator.agenda_files.complaints import Complaints
from facilitator.domain.text.plain_text import clean, comparable
from facilitator.preparing.guide_import import agenda_of
from facilitator.preparing.imported import Imported
from facilitator.preparing.invitation_import import import_invitation
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.recognizing import manuscript_of, text_of_bytes
from facilitator.preparing.taking.account import TakenAs
from facilitator.preparing.taking.import_choices import ImportChoices
from facilitator.preparing.taking.ledger import NOT_UNDERSTOOD
from facilitator.resources import agendas_dir
from tests.fuzz.guide_files import FORMATS, calendar, damaged

LONGEST_SECONDS = 2.0
_BY_LINES = (".md", ".txt", ".adoc")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_TAGS = re.compile(r"<[^<>]{0,100}>|```\w*")
_HIDDEN = re.compile(r"<(?:script|style|!--|table)", re.IGNORECASE)
"""What a page doesn't show, on the same line as what it does."""
_TEXTS = (
    TakenAs.QUESTION, TakenAs.PROBE, TakenAs.SAY, TakenAs.LISTEN_FOR, TakenAs.PURPOSE, TakenAs.SEGMENT,
    TakenAs.ANCHOR, TakenAs.COMPETENCY, TakenAs.PANELIST, TakenAs.OWNER, TakenAs.TITLE, TakenAs.LENGTH, TakenAs.SCALE,
)  # fmt: skip


def import_one(name: str, random: Random, *, each_word: bool = False) -> None:
    """Make up a file of this name and import it. Raises AssertionError, or whatever the program shouldn't.

    `each_word` looks for each word of what was taken, too: there are corners in which one is lost, such as a cell
    beside the criteria of a table.
    """
    content = FORMATS[name](random)
    if random.random() < 0.05:
        content = damaged(content, random)
    choices = ImportChoices(random.choice([None, 1800, 14400, 36000]), part=random.choice(["", "", "1", "2", "Monday"]))
    begun = thread_time()
    holds(content, name, choices, each_word=each_word)
    assert thread_time() - begun < LONGEST_SECONDS, "it took too long"


def invite_one(random: Random) -> None:
    """Make up an invitation and import it. Raises AssertionError, or whatever the program shouldn't."""
    content = calendar(random)
    if random.random() < 0.2:
        content = damaged(content, random)
    found = import_invitation(content, "a.ics", ImportChoices(agenda=agendas_dir() / "vp-sales-final.yaml"))
    assert (found.loaded.agenda is None) == bool(found.loaded.errors)
    assert all(one.why for one in found.taken if one.role == TakenAs.LEFT_OUT)
    if found.loaded.agenda is not None:
        assert parse(found.yaml, "a.yaml").agenda == found.loaded.agenda


def holds(content: bytes, name: str, choices: ImportChoices, *, each_word: bool = False) -> None:
    """Import a file. Raises AssertionError if a line is lost, a minute unsaid, or its own output not the same."""
    try:
        manuscript = manuscript_of(content, name)
    except UnreadableFileError:
        return
    found = agenda_of(manuscript, choices, Complaints(name))
    every_piece_is_accounted_for(found, manuscript)
    if name.endswith(_BY_LINES):
        text = clean(text_of_bytes(content))
        lines = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
        assert {piece.place.line for piece in manuscript.pieces} == lines, "a line was lost"
    assert (found.loaded.agenda is None) == bool(found.loaded.errors)
    if found.loaded.agenda is not None:
        every_minute_is_said(found)
        if each_word:
            every_text_that_was_taken_is_there(found)
        again = parse(found.yaml, "a.yaml")
        assert again.agenda == found.loaded.agenda, "its own output gives another agenda"


def every_piece_is_accounted_for(found: Imported, manuscript: Manuscript) -> None:
    assert [one.piece for one in found.taken] == list(manuscript.pieces), "a piece was lost"
    for one in found.taken:
        if one.role == TakenAs.LEFT_OUT:
            assert one.why, one.piece
            assert one.why != NOT_UNDERSTOOD, one.piece


def every_text_that_was_taken_is_there(found: Imported) -> None:
    """Look for each word of the texts that became something in the agenda, but those that only say what they became."""
    texts = [*texts_in(msgspec.to_builtins(found.loaded.agenda, str_keys=True)), *said_of(found)]
    there = comparable(" ".join(texts))
    for one in found.taken:
        if one.role in _TEXTS and not _HIDDEN.search(one.piece.text):
            words = _WORDS.findall(comparable(_TAGS.sub(" ", one.piece.text)))
            said = there + comparable(one.guess)
            missing = [word for word in words if word not in said and word not in words_that_say_what()]
            assert not missing, (one.role.value, one.piece.text, missing)


def said_of(found: Imported) -> Iterator[str]:
    """Yield what is said of the whole: what was guessed, as comments in the file, and the complaints."""
    yield from (line for line in found.yaml.split("\n") if line.lstrip().startswith("#"))
    yield from (complaint.message for complaint in found.loaded.complaints)


def texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts_in(one)
        case list() | tuple():
            for one in value:
                yield from texts_in(one)


@cache
def words_that_say_what() -> frozenset[str]:
    """Return all words of the table of words."""
    lexicon = resources.files("facilitator.preparing.words").joinpath("lexicon.toml").read_text("utf-8")
    return frozenset(_WORDS.findall(comparable(lexicon)))


def every_minute_is_said(found: Imported) -> None:
    draft, agenda = found.draft, found.loaded.agenda
    assert draft is not None
    assert agenda is not None
    assert [part.seconds for part in draft.segments] == [part.length_seconds for part in agenda.segments]
    for part in draft.segments:
        assert part.time is not None or part.guesses, part.title
