"""What is kept on disk: each session's journal, draft and keys, and the library of sessions."""
