"""The styles of a Word file: one font for every script, and a colour for each tone that the page has one for."""

import docx
from docx.oxml.ns import qn

from facilitator.documents.word_file.word_look import COLOURS, give_look
from facilitator.domain.facts.signal import Signal


def test_headings_and_text_have_one_font_in_every_script():
    made = docx.Document()
    give_look(made)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "NoteLine"):
        fonts = made.styles[name].element.rPr.rFonts.attrib
        assert fonts == {qn(f"w:{script}"): "Arial" for script in ("ascii", "hAnsi", "cs", "eastAsia")}


def test_headings_stay_with_what_follows_and_keep_their_level():
    made = docx.Document()
    give_look(made)
    assert made.styles["Heading 2"].paragraph_format.keep_with_next
    assert made.styles["TableTitle"].paragraph_format.keep_with_next


def test_every_signal_that_is_good_or_bad_has_a_colour():
    toned = {signal.tone for signal in Signal}
    assert {"good", "bad", "warn", "accent"} & toned <= set(COLOURS)
