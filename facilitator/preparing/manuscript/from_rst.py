"""reStructuredText as a manuscript: docutils turns it into HTML, with nothing included from elsewhere."""

from facilitator.preparing.manuscript.from_html import paragraphs_of_html
from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError
from facilitator.preparing.manuscript.optional import needed

LONGEST_CHARACTERS = 256 * 1024
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
    if len(text) > LONGEST_CHARACTERS:
        raise UnreadableFileError(
            f"longer than {LONGEST_CHARACTERS} characters; that can't be a guide for one interview"
        )
    core = needed("docutils.core", "reStructuredText files")
    try:
        parts = core.publish_parts(text, writer="html5", settings_overrides=_SETTINGS)
    except Exception as error:  # docutils raises whatever a directive makes it raise
        raise UnreadableFileError(f"can't be read as reStructuredText: {type(error).__name__}") from error
    return paragraphs_of_html(parts["body"], name, "reStructuredText")
