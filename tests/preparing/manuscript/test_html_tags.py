"""What is a tag of HTML, and what only looks like one."""

from facilitator.preparing.manuscript.html_tags import hides, is_no_tag, with_closed_tags


def test_tags_of_html_and_of_programs_are_tags():
    assert not any(map(is_no_tag, ("<p>", "</P>", '<a href="x">', "<o:p>", "<my-box>", "<!-- x -->", "<5 min")))


def test_what_is_to_be_filled_in_is_none():
    assert all(map(is_no_tag, ("<name>", "</name>", "<your company>", "<Candidate>", "</die: that")))


def test_what_never_ends_is_text():
    assert with_closed_tags("a < b <p> <a <b>c") == "a &lt; b <p> &lt;a <b>c"
    assert with_closed_tags("<!-- <p> < --> <!-- <b>") == "<!-- <p> < --> &lt;!-- <b>"


def test_what_opens_with_a_click_is_an_answer_unless_a_time_or_a_word_says_what_it_is():
    assert hides("Answer")
    assert hides("Click here")
    assert not hides("Follow-ups")
    assert not hides("Talk (5 min)")
