"""A document and its renderings: Markdown, HTML, e-mail, Slack, the terminal."""
