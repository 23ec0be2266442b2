"""Word: a document as a .docx file, which python-docx puts together."""
