"""What the marks within a line say."""

from markdown_it import MarkdownIt

from facilitator.preparing.manuscript.inline_markup import leading_strong, plain_inline


def inline(text: str):
    return MarkdownIt("commonmark").parseInline(text)[0].children or []


def test_links_code_and_emphasis_say_their_text():
    assert plain_inline(inline("**a** [b](http://c) `d`\ne")) == "a b d e"


def test_the_emphasised_beginning_also_behind_a_time_and_in_tags():
    assert leading_strong(inline("**Intro** -- hello")) == "Intro"
    assert leading_strong(inline("(5 min) __Intro__ hello")) == "Intro"
    assert leading_strong(inline("<b>Intro</b> hello")) == "Intro"
    assert leading_strong(inline("say **Intro**")) == ""
