"""The content that a format makes of a report: text, bytes, or a folder of sheets."""

from collections.abc import Mapping

Sheets = Mapping[str, str]
"""Texts by file name, for a format that is a folder of files."""

Content = str | bytes | Sheets
