"""How a Word file looks: page, font, colours and styles of paragraphs, as near to the page in HTML as it can be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

SUBTITLE, NOTE_LINE, FACT_LINE = "SubtitleLine", "NoteLine", "FactLine"
TABLE_TITLE, TABLE_TEXT, TABLE_GAP = "TableTitle", "TableText", "TableGap"
_OWN = (SUBTITLE, NOTE_LINE, FACT_LINE, TABLE_TITLE, TABLE_TEXT, TABLE_GAP)
"""The names of our own styles of paragraphs; the others are Word's. A gap keeps two tables apart."""

_INK, _SOFT, _RULE = "22262B", "5D656E", "DEDBD4"
_GOOD, _SOME, _BAD, _ACCENT = "23683F", "7D5200", "9C2F24", "2F6690"
COLOURS = {
    "quiet": _SOFT,
    **dict.fromkeys(("good", "covered", "under", "answered"), _GOOD),
    **dict.fromkeys(("warn", "busy", "partly", "asked", "owed", "apart"), _SOME),
    **dict.fromkeys(("bad", "dropped", "over"), _BAD),
    "accent": _ACCENT,
}
"""The colour of each tone that has one; nothing is said by colour alone."""

RULE_LINE = f'w:val="single" w:sz="4" w:space="3" w:color="{_RULE}"'
_FONT = "Arial"
_PAGE_MM, _MARGIN_MM = (210, 297), 18
_TWENTIETHS_PER_MM = 1440 / 25.4
TEXT_WIDTH = round((_PAGE_MM[0] - 2 * _MARGIN_MM) * _TWENTIETHS_PER_MM)
"""The width of the text in twentieths of a point."""

_WORD_OF_2013 = "15"
"""Otherwise Word opens it in a mode for older versions, and says so."""


def give_look(made: "WordDocument") -> None:
    """Set the page and the styles of a document that was just made."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm

    [section] = made.sections
    section.page_width, section.page_height = map(Mm, _PAGE_MM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    for name in _OWN:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    _set(made, "Normal", 10, before=5, after=3)
    _set(made, SUBTITLE, 11, after=8, colour=_SOFT)
    _set(made, "Heading 1", 20, after=2)
    _set(made, "Heading 2", 13, before=16, after=5, has_rule=True)
    _set(made, "Heading 3", 10.5, before=10, after=3)
    _set(made, "List Bullet", 10, after=2)
    _set(made, NOTE_LINE, 10, after=3, columns_mm=(13, 37))
    _set(made, FACT_LINE, 10, after=1, columns_mm=(30,))
    _set(made, TABLE_TITLE, 9, before=2, after=2, colour=_SOFT)
    made.styles[TABLE_TITLE].paragraph_format.keep_with_next = True
    _set(made, TABLE_TEXT, 9, before=2, after=2)
    _set(made, TABLE_GAP, 4)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_OF_2013)


def _set(
    made: "WordDocument",
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    colour: str = _INK,
    columns_mm: Sequence[float] = (),
    has_rule: bool = False,
) -> None:
    """Set a style: all measures are points but where columns begin, the last of which takes several lines."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm, Pt, RGBColor

    style: ParagraphStyle = made.styles[name]
    _set_font(style, size)
    style.font.color.rgb = RGBColor.from_string(colour)
    lines = style.paragraph_format
    lines.space_before, lines.space_after = Pt(before), Pt(after)
    for column in columns_mm:
        lines.tab_stops.add_tab_stop(Mm(column))
        lines.left_indent, lines.first_line_indent = Mm(column), -Mm(column)
    if has_rule:
        rule = f"<w:pBdr {nsdecls('w')}><w:bottom {RULE_LINE}/></w:pBdr>"
        lines.element.get_or_add_pPr().insert_element_before(parse_xml(rule), "w:spacing")


def _set_font(style: "ParagraphStyle", size: float) -> None:
    """Set the font for every script, also those that are read from right to left."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.size = Pt(size)
    text = style.element.get_or_add_rPr()
    fonts = text.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)
    for old in text.findall(qn("w:szCs")):
        text.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(size * 2)))
    text.find(qn("w:sz")).addnext(complex_size)
