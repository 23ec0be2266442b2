"""Files of office programs as manuscripts: Word, Writer and spreadsheets."""
