"""What is kept on disk: a journal per session, its lock and draft, and the library of sessions."""
