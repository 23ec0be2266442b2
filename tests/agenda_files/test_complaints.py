"""A complaint says where, what was found, what was expected, and what was probably meant."""

from facilitator.agenda_files.complaints import Complaints, Position, listed, nearest, quoted
from facilitator.files.complaint import Complaint


def test_a_complaint_reads_as_a_compiler_writes_it():
    complaint = Complaint("a.yaml", 3, 5, "no key 'nme'", "name")
    assert str(complaint) == "a.yaml:3:5: error: no key 'nme' (did you mean 'name'?)"


def test_complaints_come_in_the_order_of_the_file_and_each_once():
    complaints = Complaints("a.yaml")
    complaints.error(Position(2, 1), "second")
    complaints.warning(Position(1, 9), "first")
    complaints.error(Position(2, 1), "second")
    assert [str(complaint) for complaint in complaints.in_order()] == [
        "a.yaml:1:9: warning: first",
        "a.yaml:2:1: error: second",
    ]


def test_a_warning_is_no_error():
    complaints = Complaints("a.yaml")
    complaints.warning(Position(), "odd")
    assert not complaints.has_errors
    complaints.error(Position(), "wrong")
    assert complaints.has_errors


def test_the_name_of_a_file_cannot_break_the_line():
    complaints = Complaints("a\n\x1b[31m.yaml")
    complaints.error(Position(), "wrong")
    assert str(complaints.in_order()[0]) == "a [31m.yaml:1:1: error: wrong"


def test_the_nearest_name_is_found_whatever_its_case():
    assert nearest("Nmae", ["role", "name"]) == "name"
    assert nearest("CFO", ["ceo", "cfo"]) == "cfo"
    assert nearest("salary", ["ceo", "cfo"]) is None


def test_only_the_first_names_are_compared():
    names = [f"x{number}" for number in range(30)]
    assert nearest("name", [*names, "name"]) is None
    assert nearest("name", [*names, "name"], most=31) == "name"


def test_a_long_list_is_cut_in_a_message():
    assert listed(["a", "b"]) == "a, b"
    assert listed(map(str, range(20))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 …"


def test_what_was_found_is_quoted_on_one_line_and_cut():
    assert quoted("two\nlines") == "'two lines'"
    assert quoted("x" * 50) == f"'{'x' * 39}…'"
