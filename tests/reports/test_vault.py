"""A note for a vault: its front matter is read back, its links are ours, and nothing in it acts."""

import re

import pytest
import yaml
from hypothesis import example, given
from markdown_it import MarkdownIt
from msgspec.structs import replace

from facilitator.reports import Audience, Options, export_text
from facilitator.reports.vault import link
from tests.reports.hostile import NASTY, texts

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parts(note: str) -> tuple[dict, str]:
    """The front matter, read back, and the rest."""
    before, matter, body = note.split("---\n", 2)
    assert before == ""
    return yaml.safe_load(matter), body


def told(debrief, **options) -> str:
    return export_text(debrief, "vault", Options(**options))


def test_the_front_matter_says_who_when_and_what(final_round):
    matter, body = parts(told(final_round))
    assert matter["candidate"] == "[[Ilse Brandt]]"
    assert str(matter["date"]) == "2026-01-05"
    assert matter["session"] == final_round.session.id
    assert "[[Daniel Owusu]]" in matter["panel"]
    assert matter["tags"] == ["interview", "debrief"]
    assert matter["title"] in body


def test_the_rest_reads_as_the_markdown_does(final_round):
    def read(source: str) -> list[str]:
        return [token.content for token in READER.parse(source) if token.type == "inline"]

    def shown(source: str) -> str:
        return "".join(
            child.content for token in READER.parse(source) for child in token.children or () if child.type == "text"
        )

    _, body = parts(told(final_round))
    markdown = export_text(final_round, "md")
    assert shown(body) == shown(markdown)
    assert len(read(body)) == len(read(markdown))


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_can_have_one(final_round, audience):
    matter, body = parts(told(final_round, audience=audience))
    assert (bool(matter["date"]), body.strip() != "") == (True, True)


def test_whoever_was_removed_has_no_link(final_round):
    matter, _ = parts(told(final_round, redact=True))
    assert "[[" not in matter["candidate"]


@given(texts)
@example("%%")
@example("\\\\#tag")
@example("key:: value")
@example("<%* await tp.system.prompt() %>")
def test_no_text_of_people_is_markup_of_a_vault(written_all_over, text):
    note = told(written_all_over(text))
    matter, body = parts(note)
    assert not re.search("<%.*%>", note, re.DOTALL), "a plugin for templates would run it"
    assert set(matter) <= {"title", "date", "session", "candidate", "panel", "decision", "tags"}
    assert matter["tags"] == ["interview", "debrief"]
    bare = re.sub(r"\\.", "-", body)
    assert not re.search(r"\[\[|%%|==|::|(?:^|\s)#[^\s#]", bare)
    assert all(
        re.fullmatch(r"(\[\[[^\[\]|#^]+\]\])?|[^\[\]]*", one) for one in [matter.get("candidate", ""), *matter["panel"]]
    )


@given(texts)
@example("#")
def test_no_text_changes_the_structure_of_the_note(written_all_over, text):
    def blocks(source: str) -> list[str]:
        return [token.type for token in READER.parse(parts(source)[1])]

    assert blocks(told(written_all_over(text))) == blocks(told(written_all_over("x")))


@pytest.mark.parametrize("name", NASTY)
def test_a_link_leads_to_one_note_whatever_the_name(name):
    assert re.fullmatch(r"(\[\[[^\[\]|#^\\/:*?\"<>\n]+\]\])?|‹.*", link(name))


def test_names_with_an_accent_and_a_comma_stay_as_they_are():
    assert link("Zoë Ng, PhD") == "[[Zoë Ng, PhD]]"
    assert link("A [b] | c#d") == "[[A b c d]]"


def test_without_a_name_there_is_no_candidate(final_round):
    matter, _ = parts(told(replace(final_round, session=replace(final_round.session, candidate=""))))
    assert "candidate" not in matter
