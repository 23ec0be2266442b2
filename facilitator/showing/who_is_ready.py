"""Who is ready for an interview, in words: shown before its start, and never in its way."""

from facilitator.domain.session.state import Session


def readiness_text(session: Session) -> str:
    """Return who is ready and what they want from the time, then who isn't; empty if nobody is, or once it began."""
    if not session.ready or session.started_at is not None:
        return ""
    said = [
        f"{session.panelist_name(who)} is ready" + (f": “{want}”" if want else ".")
        for who, want in session.ready.items()
    ]
    missing = [session.panelist_name(one.id) for one in session.plan.panel if one.id not in session.ready]
    return "\n".join([*said, *([f"Not yet: {', '.join(missing)}."] if missing else [])])


def readiness_fact(session: Session) -> str:
    """Return the same in a few words, by ids; empty if nobody is ready, or once it began."""
    if not session.ready or session.started_at is not None:
        return ""
    missing = [one.id for one in session.plan.panel if one.id not in session.ready]
    return f"ready: {', '.join(session.ready)}" + (f"; not yet: {', '.join(missing)}" if missing else "")
