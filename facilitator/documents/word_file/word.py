"""A document as a .docx file whose headings, lists and tables are Word's own.

It needs python-docx, which comes with the extra `formats`: that has the package, its styles and its numbering. What
stands in it is `word_body`, how that looks `word_look`. The file refers to nothing outside of it, and the same document
gives the same bytes.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitator.documents.document import Document
from facilitator.documents.word_file.word_body import body_xml, xml_text
from facilitator.documents.word_file.word_look import give_look

_BODY, _PROPERTIES, _THUMBNAIL = "word/document.xml", "docProps/core.xml", "/thumbnail"
_BEGIN = b"<w:body>"


def word(document: Document) -> bytes:
    """Return `document` as the content of a .docx file. Raises ImportError without the extra.

    What the library says of itself is left out: its properties, a picture of an empty page, the time.
    """
    import docx

    made = docx.Document()
    give_look(made)
    package = made.part.package
    for name in [name for name, one in package.rels.items() if one.reltype.endswith(_THUMBNAIL)]:
        del package.rels[name]
    empty, content = BytesIO(), BytesIO()
    made.save(empty)
    with ZipFile(empty) as parts, ZipFile(content, "w") as packed:
        for name in parts.namelist():
            part = parts.read(name)
            if name == _BODY:
                part = part.replace(_BEGIN, _BEGIN + body_xml(document), 1)
            elif name == _PROPERTIES:
                part = _properties(document.title)
            packed.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return content.getvalue()


def _properties(title: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{xml_text(title)}</dc:title></cp:coreProperties>'
    ).encode()
