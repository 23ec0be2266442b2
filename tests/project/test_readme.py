"""The README, and what it leads to in `docs`, tells what the program does today."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from facilitator.agenda_files import load
from facilitator.agenda_files.scorecard_file import load_scorecard
from facilitator.resources import agendas_dir
from facilitator.storage.settings.config import Config, load_config
from tests.pictures import FOLDER, FORMATS, PICTURES, SHARED
from tests.readme import README, key_table, written_key_table

PAGES = [README, *sorted((README.parent / "docs").glob("*.md"))]


def test_its_keys_are_the_keys_of_the_program():
    assert written_key_table() == key_table(), "make pictures writes it anew"


def test_it_begins_with_a_picture_that_is_there():
    first = README.read_text(encoding="utf-8").partition("\n")[0]
    picture = first.partition("](")[2].rstrip(")")
    assert first.startswith("![")
    assert (README.parent / picture).is_file()


def test_it_gives_the_two_commands():
    text = README.read_text(encoding="utf-8")
    assert "make run" in text
    assert "make test" in text


def test_it_shows_every_picture_and_says_in_words_what_is_on_it():
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = re.findall(r"!\[(.+?)\]\((?:\.\./)?tests/pictures/([\w-]+)\.svg\)", text)
    assert {name for _, name in shown} == {*PICTURES, FORMATS, SHARED} == {path.stem for path in FOLDER.glob("*.svg")}
    assert all(len(words) > 20 for words, _ in shown)


def test_the_pictures_load_nothing_and_any_browser_can_draw_them():
    for path in FOLDER.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
        assert not re.findall(r"url\((?!#)|href=|@import", text), path.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path):
    for address in re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text(encoding="utf-8")):
        path, _, heading = address.partition("#")
        target = (page.parent / path) if path else page
        assert target.is_file(), address
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE) if heading else []
        assert not heading or heading in [found.lower().replace(" ", "-") for found in headings], address


def test_the_settings_of_the_reference_are_right_and_complete(tmp_path: Path):
    text = (README.parent / "docs/reference.md").read_text(encoding="utf-8")
    named = set()
    for example in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        path = tmp_path / "config.toml"
        path.write_text(example, encoding="utf-8")
        loaded = load_config(path)
        assert loaded.complaints == ()
        named |= {name for name in Config.__struct_fields__ if getattr(loaded.config, name) != getattr(Config(), name)}
        named |= {name for name in Config.__struct_fields__ if f"{name} = " in example}
    assert named == set(Config.__struct_fields__)


def test_the_scorecard_of_the_reference_is_one_of_a_sample_agenda(tmp_path: Path):
    text = (README.parent / "docs/reference.md").read_text(encoding="utf-8")
    path = tmp_path / "card.yaml"
    path.write_text(text.partition("## A scorecard from a file")[2].partition("```yaml\n")[2].partition("```")[0])
    agenda = load(agendas_dir() / "vp-sales-final.yaml").agenda
    assert agenda is not None
    card, complaints = load_scorecard(path, agenda)
    assert complaints == ()
    assert card is not None
    assert all((card.ratings, card.strengths, card.concerns))


def test_a_newcomer_finds_install_demo_and_tour_in_this_order():
    text = README.read_text(encoding="utf-8")
    places = [text.index(words) for words in ("uv tool install", "make run", "facilitator demo", "## One interview")]
    assert places == sorted(places)
