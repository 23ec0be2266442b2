"""An interview that is kept, with an answer that is owed since 2020, and a word that nobody else writes."""

CANARY = "zanzibar-canary"

AGENDA = """\
title: VP Sales, final round
starts: 2020-01-06 10:00
panel:
  - {id: ceo, name: Ann Lee, lead: true}
  - {id: cfo, name: Bo Ek}
competencies:
  - {id: pipeline, name: Pipeline building}
segments:
  - {title: Welcome, length: 15m}
"""

SCRIPT = f"""\
00:00 /start
01:00 + {CANARY} closed three of five #pipeline
02:00 struck {CANARY}
02:10 /strike 2
03:00 /them How is the quota set?
03:10 /owed 1 by cfo until 2020-01-10
15:00 /end
"""
