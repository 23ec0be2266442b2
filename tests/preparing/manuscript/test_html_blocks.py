"""HTML as blocks."""

from facilitator.preparing.manuscript.html_blocks import html_blocks, read_html


def said(html: str):
    return [(block.kind.value, block.text, block.depth) for block in html_blocks(html)]


def test_headings_lists_paragraphs_and_code():
    html = "<h2>A</h2><ul><li>one<ul><li>two</li></ul></li></ul><p>three <b>bold</b></p><pre>x = 1</pre>"
    assert said(html) == [
        ("heading", "A", 2),
        ("item", "one", 0),
        ("item", "two", 1),
        ("paragraph", "three bold", 0),
        ("code", "x = 1", 0),
    ]


def test_scripts_and_styles_say_nothing():
    assert said("<style>p {}</style><script>let a = 1</script><p>x</p>") == [("paragraph", "x", 0)]


def test_what_opens_with_a_click_is_folded_unless_its_summary_says_what_it_is():
    folded = {
        block.text: block.is_folded for block in html_blocks("<details><summary>Why?</summary>so</details><p>then</p>")
    }
    assert folded == {"Why?": False, "so": True, "then": False}
    open_ = html_blocks("<details><summary>Talk (5 min)</summary><p>Why?</p></details>")
    assert not any(block.is_folded for block in open_)


def test_tables_keep_their_rows_and_lines():
    (table,) = html_blocks("<table>\n<tr><th>a<th>b</tr>\n<tr><td>c<td>d</tr>\n</table>")
    assert [[cell.strip() for cell in row] for row in table.rows] == [["a", "b"], ["c", "d"]]
    assert table.row_lines == [2, 3]


def test_folds_stay_open_for_what_follows():
    folds: list[bool] = []
    read_html("<details><summary>Answer</summary>", folds)
    assert folds == [True]
    read_html("</details>", folds)
    assert folds == []


def test_a_table_that_never_ends_is_there():
    assert [block.rows for block in html_blocks("<table><tr><td>a<table><tr><td>b")] == [[["a"], ["b"]]]


def test_what_only_looks_like_a_tag_is_text():
    assert [block.text for block in html_blocks("<p>Hi, I'm <name></p>")] == ["Hi, I'm <name>"]
    assert [block.text for block in html_blocks("<p>in 5 </mins> or <b x y z a b c d>so</p>")] == [
        "in 5 </mins> or <b x y z a b c d>so"
    ]


def test_hidden_lines_are_known():
    assert read_html("<p>a\n<!-- b\n\nc -->\n<script>d</script> e\n<script>f\ng", []).hidden_lines == {2, 4, 6, 7}


def test_a_term_and_what_it_means_are_one_line():
    html = "<dl><dt>Length</dt><dd><p>90 min</p></dd><dt>Panel:</dt><dd>Ana</dd><dt>Why?</dt><dd>So.</dd></dl>"
    assert [block.text for block in html_blocks(html)] == ["Length: 90 min", "Panel: Ana", "Why?", "So."]


def test_navigation_is_a_mark_and_a_comment_of_google_is_hidden():
    html = '<nav><a href="#a">A</a></nav><p>Why?<a href="#cmnt1">[a]</a></p><p><a href="#cmnt_ref1">[a]</a>Shorter?</p>'
    assert [(block.kind.value, block.text) for block in html_blocks(html)] == [
        ("mark", "A"),
        ("paragraph", "Why?"),
        ("hidden", "Shorter?"),
    ]


def test_lines_with_breaks_between_say_something_of_their_own_or_go_on():
    found = html_blocks("<p>Hi all,<br><br>the plan\nis this.<br>It is short.<br><b>10:00</b> Talk<br>11:00 End</p>\n")
    assert [(block.text, block.first) for block in found] == [
        ("Hi all,", 1),
        ("the plan is this. It is short.", 1),
        ("10:00 Talk", 2),
        ("11:00 End", 2),
    ]


def test_a_term_that_is_a_sentence_is_no_label_of_its_definition():
    html = "<dl><dt>Book a visit.</dt><dd>Observe: where</dd><dt>Note</dt><dd>slow</dd></dl>"
    assert [block.text for block in html_blocks(html)] == ["Book a visit.", "Observe: where", "Note: slow"]
