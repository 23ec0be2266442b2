"""What have they written, is it good, and who must know? Guides read as agendas, advice, briefs."""
