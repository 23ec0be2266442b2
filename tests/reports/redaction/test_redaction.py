"""Redaction takes the candidate's name and contact data out of everything, and leaves a debrief behind."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator import reports
from facilitator.reports import Audience, Options, export_text
from facilitator.reports.json_text import debrief_from_json
from facilitator.reports.redaction.name_in_text import without_name
from facilitator.reports.redaction.redaction import redacted
from facilitator.workspace.exports import write_export
from tests.reports.hostile import texts


def said(final_round, text, candidate="Ilse van der Brandt-Ōe"):
    """`text` as it stands in a note after redaction."""
    notes = (replace(final_round.notes[0], text=text),)
    return redacted(
        replace(final_round, notes=notes, session=replace(final_round.session, candidate=candidate))
    ).notes[0].text  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ilse van der Brandt-Ōe asked", "‹candidate› asked"),
        ("ILSE's plan and Brandt's", "‹candidate›'s plan and ‹candidate›'s"),
        ("Oe, or Ōe, or O\u0304e", "‹candidate›, or ‹candidate›, or ‹candidate›"),
        ("else, Brandtner and the van", "else, Brandtner and the van"),
        ("write to ilse.b+x@mail.example.org, soon", "write to ‹e-mail›, soon"),
        ("call +49 (0)170 123 45 67 or 0170/1234567", "call ‹phone› or ‹phone›"),
        ("see https://example.org/in/ilse and www.example.org", "see ‹link› and ‹link›"),
        ("linkedin.com/in/ilse-b", "‹link›"),
        ("instagram: @ilseb, or ilse at mail dot org, ilse(at)mail.org", "‹link› or ‹e-mail›, ‹e-mail›"),
        ("I. van der B. and I.B., as Ilse B. put it", "I. van der B. and ‹candidate›, as ‹candidate› put it"),
        ("1 800 555 0199 and 555-0199", "‹phone› and ‹phone›"),
        ("10.000.000 in 2024, 2025; 1 500 000 since 2025 2026", None),
        ("between 1.8 and 2.6 million, 31% by 2026-12-01, 640 thousand", None),
        ("Took 1:34:30; q9 at 10:35, 14 of 52 deals", None),
    ],
)
def test_what_goes_and_what_stays(final_round, text, left):
    assert said(final_round, text) == (text if left is None else left)


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
        (".*", "a.*b axb", "a‹candidate›b axb"),
    ],
)
def test_names_of_every_kind(final_round, candidate, text, left):
    assert said(final_round, text, candidate) == left


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("format_name", reports.FORMATS)
def test_no_format_and_no_audience_has_the_name(final_round, format_name, audience, tmp_path):
    named = replace(
        final_round,
        session=replace(final_round.session, title="Ilse Brandt meets us", id="2026-01-05-ilse-brandt-meets-us"),
        agenda=replace(final_round.agenda, title="Ilse Brandt meets us"),
        notes=tuple(replace(note, text=f"Ilse: {note.text}") for note in final_round.notes),
    )
    path = write_export(named, format_name, tmp_path, Options(audience=audience, redact=True))
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    everything = path.name + "".join(file.read_text(encoding="utf-8") for file in files)
    assert "ilse" not in everything.lower()
    assert "brandt" not in everything.lower()


def test_what_is_left_is_still_a_debrief(final_round):
    text = export_text(final_round, "json", Options(redact=True))
    assert debrief_from_json(text) == redacted(final_round)


def test_the_panel_keeps_its_names_even_where_the_candidate_shares_one(final_round):
    debrief = redacted(replace(final_round, session=replace(final_round.session, candidate="Daniel Brandt")))
    assert [panelist.name for panelist in debrief.agenda.panel][1] == "Daniel Owusu"


NAME_LETTERS = "abcdefghijklmnoprstuvwzABCDEFGHIJKLMNOPRSTUVWZäöüßåøæéèñçłőźÅØÉŁ"


@given(
    name=st.lists(st.text(NAME_LETTERS, min_size=4, max_size=12), min_size=1, max_size=4).map(" ".join),
    around=st.sampled_from([("", ""), ("(", ")"), ("", "'s"), ("“", "”"), ("", ", who"), ("\u200b", ".")]),
    spelt=st.sampled_from([str, str.upper, str.lower, str.title, lambda name: unicodedata.normalize("NFD", name)]),
)
def test_no_spelling_of_any_name_is_left(name, around, spelt):
    text = f"we met {around[0]}{spelt(name)}{around[1]} twice"
    left = without_name(name, "‹candidate›")(text)
    assert all(unicodedata.normalize("NFC", spelt(word)) not in left for word in name.split() if word[0].isupper())
    assert "‹candidate›" in left


@given(name=texts, text=texts)
def test_any_name_and_any_text_end(name, text):
    assert isinstance(without_name(name, "‹candidate›")(text), str)
