"""Archives are bounded before anything is unpacked."""

import io
import zipfile

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.archives import (
    MOST_MEMBERS,
    member,
    open_archive,
    told_of,
    with_few_elements,
    xml_parts,
)
from tests.preparing.manuscript.office.made_files import archive


def test_a_member_is_read():
    with open_archive(archive({"a.xml": "<a/>"})) as file:
        assert member(file, "a.xml") == b"<a/>"
        with pytest.raises(UnreadableFileError, match=r"b\.xml can't be read"):
            member(file, "b.xml")


def test_one_that_unpacks_too_far_is_refused_before_it_is_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bomb.xml", b"\0" * (61 * 1024 * 1024))
    with pytest.raises(UnreadableFileError, match="unpacks to more than 60 MB"):
        open_archive(stream.getvalue())
    with pytest.raises(UnreadableFileError):
        open_archive(archive({str(number): "" for number in range(MOST_MEMBERS + 1)}))


def test_macros_and_what_is_elsewhere_are_told():
    content = archive({"word/vbaProject.bin": "x", "word/_rels/d.rels": '<R TargetMode="External"/>'})
    with open_archive(content) as file:
        assert [note.split(",")[0] for note in told_of(file)] == [
            "it has macros",
            "it refers to things outside of the file",
        ]


def test_what_is_damaged_is_told():
    with pytest.raises(UnreadableFileError, match="damaged"):
        open_archive(b"PK\x03\x04 no")


def test_the_xml_of_an_archive_is_bounded_and_has_no_type_of_its_own():
    with open_archive(archive({"a.xml": "<a/>", "b.png": "x"})) as file:
        assert xml_parts(file) == {"a.xml": b"<a/>"}
    with open_archive(archive({"a.xml": " " * (13 * 1024 * 1024)})) as file, pytest.raises(UnreadableFileError):
        xml_parts(file)
    with open_archive(archive({"a.xml": '<!DOCTYPE a [<!ENTITY b "b">]>'})) as file, pytest.raises(UnreadableFileError):
        xml_parts(file)


def test_elements_are_counted():
    with_few_elements({"a.xml": b"<a><b/></a>"}, 2)
    with pytest.raises(UnreadableFileError, match="more than 1 elements"):
        with_few_elements({"a.xml": b"<a><b/></a>"}, 1)
