"""A Word document as a manuscript: mammoth turns it into HTML, of which every paragraph is a piece."""

import io

from facilitator.preparing.manuscript.from_html import paragraphs_of_html
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.office.archives import open_archive, told_of
from facilitator.preparing.manuscript.optional import needed


def from_word(content: bytes, name: str) -> Manuscript:
    """Return the manuscript of a `.docx` file. Raises UnreadableFileError."""
    with open_archive(content) as archive:
        notes = told_of(archive)
    mammoth = needed("mammoth", "Word files")
    try:
        found = mammoth.convert_to_html(
            io.BytesIO(content),
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
            external_file_access=False,
        )
    except Exception as error:  # the library raises whatever the XML library, or a missing part, makes it raise
        raise UnreadableFileError(f"can't be read as a Word document: {type(error).__name__}") from error
    return paragraphs_of_html(found.value, name, "a Word document", notes)
