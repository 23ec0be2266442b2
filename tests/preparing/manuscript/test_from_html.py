"""A web page as a manuscript."""

from facilitator.preparing.manuscript.from_html import from_html, paragraphs_of_html


def test_blocks_on_one_line_are_told_apart():
    found = from_html("<h1>A</h1><p>b</p>\n<p>c</p>", "a.html")
    assert [(str(piece.place), piece.place.column, piece.text) for piece in found.pieces] == [
        ("line 1", 1, "A"),
        ("line 1", 2, "b"),
        ("line 2", 1, "c"),
    ]


def test_a_document_of_another_library_counts_paragraphs():
    found = paragraphs_of_html("<h1>A</h1><table><tr><td>b</td></tr></table>", "a.docx", "a Word document", ("note",))
    assert [str(piece.place) for piece in found.pieces] == ["paragraph 1", "paragraph 2"]
    assert found.notes == ("note",)


def test_a_bullet_that_was_typed_makes_an_item():
    (block,) = from_html("<p>• Why?</p>", "a.html").blocks
    assert (block.kind.value, block.text, block.pieces[0].text) == ("item", "Why?", "• Why?")
