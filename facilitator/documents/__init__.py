"""A document, and how it is rendered: Markdown, HTML, mail, Slack, the terminal."""
