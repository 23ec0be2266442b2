"""Texts that would act if they could: on a page, in a spreadsheet, in a document, on a terminal, in a folder."""

from hypothesis import strategies as st

from facilitator.domain.text.plain_text import clean

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><svg onload=alert(1)>",
    "\"'><a href=javascript:alert(1)>x</a>",
    "{{ 7*7 }} {% for x in y %}",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "https://example.org/x?a=b&c=d www.example.org a@example.org",
    "# heading #",
    "#",
    "- list",
    "+ list",
    "1. list",
    "1) list",
    "> quote",
    "=====",
    "---",
    "***",
    "```",
    "~~~ sh",
    "`code`",
    "**bold** _italic_ ~~gone~~ __x__",
    "a | b | c",
    "| --- |",
    "[a]: https://example.org",
    "[^1]: note",
    "\\",
    "a\\",
    "\\*a*",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "line\n\n# two\n\n- three",
    "    indented",
    "a  \nb",
    "<!-- comment",
    "<!channel> <@U123> <http://x|y> @here @channel",
    ">>> all of it",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    " =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "%0A=1",
    '"quoted", and, commas',
    "'",
    "../../etc/passwd",
    "日本語の候補者",
    "e\u0301\u0323 \u200b\u2060\ufeff",
    "*",
    "_",
    "(",
    "a" * 400,
)

texts = (
    st.one_of(
        st.sampled_from(NASTY),
        st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join),
        st.text(
            st.sampled_from("=+-@|<>&\"'`*_~#[](){}!\\/:;.,0123456789 \n\t\rabcwx$%^＝＋－＠"), min_size=1, max_size=40
        ),
        st.text(min_size=1, max_size=40),
    )
    .map(clean)
    .filter(lambda text: text.strip() != "")
)
