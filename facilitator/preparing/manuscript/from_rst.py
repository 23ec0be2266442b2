"""reStructuredText as a manuscript: docutils turns it into HTML, with nothing included from elsewhere."""

import re

from facilitator.preparing.manuscript.from_html import paragraphs_of_html
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError, bounded_text
from facilitator.preparing.manuscript.optional import needed

MOST_RST_LINES = 1500
MOST_CORNERS = 4000
"""What docutils reads within two seconds: as many lines, and corners of cells in the tables that are drawn."""
_CORNER = re.compile(r"\+[-=]")
_SORT = re.compile(r'(?<=<aside class="admonition (?:note|hint)">\n)<p class="admonition-title">\w{4}</p>')
"""What docutils writes above `.. note::` and `.. hint::`, which says nothing of what is in them."""
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 5,
    "doctitle_xform": False,
    "embed_stylesheet": False,
    "syntax_highlight": "none",
    "_disable_config": True,
}


def from_rst(text: str, name: str) -> Manuscript:
    """Return the manuscript of a `.rst` file. Raises UnreadableFileError."""
    bounded = bounded_text(text, MOST_RST_LINES)
    if len(_CORNER.findall(bounded)) > MOST_CORNERS:
        raise UnreadableFileError(f"has tables with more than {MOST_CORNERS} corners; no guide has as many")
    core = needed("docutils.core", "reStructuredText files")
    try:
        parts = core.publish_parts(bounded, writer="html5", settings_overrides=_SETTINGS)
    except Exception as error:  # docutils raises whatever a directive makes it raise
        raise UnreadableFileError(f"can't be read as reStructuredText: {type(error).__name__}") from error
    return paragraphs_of_html(_SORT.sub("", parts["body"]), name, "reStructuredText")
