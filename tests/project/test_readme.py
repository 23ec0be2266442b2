"""The README tells what the program does today."""

import re

from tests.pictures import FOLDER, PICTURES
from tests.readme import README, key_table, written_key_table


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
    shown = re.findall(r"!\[(.+?)\]\(tests/pictures/([\w-]+)\.svg\)", README.read_text(encoding="utf-8"))
    assert {name for _, name in shown} == set(PICTURES) == {path.stem for path in FOLDER.glob("*.svg")}
    assert all(len(words) > 20 for words, _ in shown)


def test_the_pictures_load_nothing():
    for path in FOLDER.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"url\((?!#)|href=|@import", text), path.name
