"""What Windows calls HTML on its clipboard: a header that counts bytes, whatever letters follow."""

import re

from facilitator.delivery.rich_clipboard_process import as_html_format


def test_the_header_points_at_the_html_and_at_the_piece_of_it_that_was_copied():
    html = "<h1>Über 日本</h1>"
    made = as_html_format(html)
    at = {name: int(place) for name, place in re.findall(r"(\w+):(\d{10})", made[:120].decode())}
    assert made[at["StartFragment"] : at["EndFragment"]].decode() == html
    assert made[at["StartHTML"] : at["EndHTML"]].startswith(b"<html><body>")
    assert made[at["StartHTML"] : at["EndHTML"]].endswith(b"</body></html>")
