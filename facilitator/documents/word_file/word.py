"""A document as a .docx file whose headings, lists and tables are Word's own.

It needs python-docx, which comes with the extra `formats`: that has the package, its styles and its numbering. What
stands in it is `word_body`, how that looks `word_look`. The file refers to nothing outside of it, and the same document
gives the same bytes.
"""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitator.documents.document import Document
from facilitator.documents.word_file.word_body import body_xml, xml_text
from facilitator.documents.word_file.word_look import give_look

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_PROPERTIES = "docProps/core.xml"
_THUMBNAIL = "/thumbnail"


def word(document: Document) -> bytes:
    """Return `document` as the content of a .docx file. Raises ImportError without the extra."""
    import docx
    from docx.oxml import parse_xml

    made = docx.Document()
    give_look(made)
    empty, full = made.element.body, parse_xml(body_xml(document))
    full.extend(list(empty))  # the page's size and margins come last
    made.element.replace(empty, full)
    return _packed(made, document.title)


def _packed(made: "WordDocument", title: str) -> bytes:
    """Return the file without what the library says of itself: its properties, a picture of an empty page, the time."""
    package = made.part.package
    for name in [name for name, one in package.rels.items() if one.reltype.endswith(_THUMBNAIL)]:
        del package.rels[name]
    saved, content = BytesIO(), BytesIO()
    made.save(saved)
    with ZipFile(saved) as parts, ZipFile(content, "w") as packed:
        for name in parts.namelist():
            data = _properties(title) if name == _PROPERTIES else parts.read(name)
            packed.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return content.getvalue()


def _properties(title: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{xml_text(title)}</dc:title></cp:coreProperties>'
    ).encode()
