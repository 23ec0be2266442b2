"""Interview guides written in Markdown, read as agendas."""
