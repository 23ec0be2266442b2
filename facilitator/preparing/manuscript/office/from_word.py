"""A Word document as a manuscript: mammoth turns it into HTML, of which every paragraph is a piece."""

import io

from facilitator.preparing.manuscript.from_html import paragraphs_of_html
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.office.archives import open_archive, told_of, with_few_elements, xml_parts
from facilitator.preparing.manuscript.optional import needed

MOST_ELEMENTS = 40_000
"""What mammoth reads within two seconds: thirty thousand are forty pages with much formatting."""

_NESTED = "\n".join(
    f"p[style-name='List {kind} {depth}'] => {' > '.join(['ul|ol > li'] * (depth - 1))} > ul > li:fresh"
    for kind in ("Bullet", "Number", "Continue")
    for depth in (2, 3)
)
"""Word's styles for items below another one, which alone say how deep an item stands."""
_TITLED = b'<w:pStyle w:val="Title"/>'
_BELOW_TITLE = "\np[style-name='Title'] => h1:fresh\n" + "\n".join(
    f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)
)
"""The headings of a document whose title has the style for titles, which are all below that."""


def from_word(content: bytes, name: str) -> Manuscript:
    """Return the manuscript of a `.docx` file. Raises UnreadableFileError."""
    with open_archive(content) as archive:
        notes, parts = told_of(archive), xml_parts(archive)
    read = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/numbering.xml")
    with_few_elements({part: parts[part] for part in read if part in parts}, MOST_ELEMENTS)
    mammoth = needed("mammoth", "Word files")
    try:
        found = mammoth.convert_to_html(
            io.BytesIO(content),
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
            external_file_access=False,
            style_map=_NESTED + (_BELOW_TITLE if _TITLED in parts.get("word/document.xml", b"") else ""),
        )
    except Exception as error:  # the library raises whatever the XML library, or a missing part, makes it raise
        raise UnreadableFileError(f"can't be read as a Word document: {type(error).__name__}") from error
    return paragraphs_of_html(found.value, name, "a Word document", notes)
