"""The child process that puts rich text on the clipboard: HTML and, where the system can hold both, the plain text.

Separate from `clipboard_process`, since pyperclip knows texts alone: here the desktop's own tools are called, each with
its exit code checked and asked for what it holds.
"""

import json
import subprocess
from base64 import b64encode

from facilitator.delivery.clipboard_process import GIVES_NOTHING_BACK, HAS_IT

HTML_TYPE = "text/html"

WITH_APPKIT = """
ObjC.import('AppKit');
var input = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
var given = JSON.parse($.NSString.alloc.initWithDataEncoding(input, $.NSUTF8StringEncoding).js);
var board = $.NSPasteboard.generalPasteboard;
board.clearContents;
board.setStringForType($(given.html), 'public.html');
board.setStringForType($(given.text), 'public.utf8-plain-text');
board.stringForType('public.html').js === given.html ? 'has it' : 'has it not';
"""
"""JavaScript for osascript, which prints the last value. JSON in ASCII, so that no locale can change a letter."""

WITH_FORMS = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms
$html = [Convert]::FromBase64String([Console]::In.ReadLine())
$text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine()))
$data = New-Object Windows.Forms.DataObject
$data.SetData('HTML Format', (New-Object IO.MemoryStream(,$html)))
$data.SetText($text, 'UnicodeText')
[Windows.Forms.Clipboard]::SetDataObject($data, $true)
$there = [Windows.Forms.Clipboard]::GetDataObject()
if ($there.GetDataPresent('HTML Format') -and $there.GetData('UnicodeText') -ceq $text) { 'has it' }
"""
"""For Windows PowerShell, whose clipboard needs `-STA`. In base64, since its console has an encoding of its own."""

_HEADER = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
_BEFORE, _AFTER = b"<html><body>\r\n<!--StartFragment-->", b"<!--EndFragment-->\r\n</body></html>"


def answer(given: bytes, mechanism: str) -> bytes:
    """Copy `{"html": …, "text": …}` by the mechanism. Return `HAS_IT`, or why that isn't certain."""
    rich = json.loads(given)
    try:
        has_it = MECHANISMS[mechanism](rich["html"], rich["text"])
    except (OSError, subprocess.SubprocessError):
        return b"failed"
    return HAS_IT if has_it else GIVES_NOTHING_BACK


def _osascript(html: str, text: str) -> bool:
    given = json.dumps({"html": html, "text": text}).encode()
    return _asked("osascript", "-l", "JavaScript", "-e", WITH_APPKIT, given=given).strip() == HAS_IT


def _wl_clipboard(html: str, text: str) -> bool:
    _told("wl-copy", "--type", HTML_TYPE, given=html.encode())
    return _asked("wl-paste", "--no-newline", "--type", HTML_TYPE) == html.encode()


def _xclip(html: str, text: str) -> bool:
    to_html = ("xclip", "-selection", "clipboard", "-t", HTML_TYPE)
    _told(*to_html, given=html.encode())
    return _asked(*to_html, "-o") == html.encode()


def _powershell(html: str, text: str) -> bool:
    script = b64encode(WITH_FORMS.encode("utf-16-le")).decode()
    given = b64encode(as_html_format(html)) + b"\n" + b64encode(text.encode()) + b"\n"
    said = _asked("powershell.exe", "-NoProfile", "-NonInteractive", "-STA", "-EncodedCommand", script, given=given)
    return said.strip() == HAS_IT


MECHANISMS = {"osascript": _osascript, "wl-clipboard": _wl_clipboard, "xclip": _xclip, "powershell": _powershell}


def as_html_format(html: str) -> bytes:
    """Return HTML in Windows' clipboard format of that name, whose header counts bytes of UTF-8.

    See https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format.
    """
    inside = html.encode()
    start = len(_HEADER.format(0, 0, 0, 0))
    from_here = start + len(_BEFORE)
    to_here = from_here + len(inside)
    header = _HEADER.format(start, to_here + len(_AFTER), from_here, to_here)
    return header.encode() + _BEFORE + inside + _AFTER


def _told(*command: str, given: bytes) -> None:
    """Give a tool its input. It may leave a process behind that serves the clipboard, so its output is no pipe."""
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)


def _asked(*command: str, given: bytes = b"") -> bytes:
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True).stdout
