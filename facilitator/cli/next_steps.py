"""What the workspace asks for, as it is typed in the shell."""

from facilitator.files.durable import StorageError
from facilitator.workspace.errors import NextStep, NotInItsPlace, OpeningLost, Step, WrongRequest

STEPS = {
    Step.BEGIN: "“facilitator run AGENDA” starts one.",
    Step.CHOOSE: "“facilitator sessions” lists them.",
    Step.GO_ON: "facilitator resume {session}",
    Step.TAKE_BACK: "Once that can be written again: facilitator resume {session} moves it back.",
    Step.TAKE_IN: "Once that can be written again: facilitator import-session FILE takes it in.",
    Step.READ: "facilitator debrief {session}",
    Step.EXPORT: "“facilitator debrief SESSION --format json” writes one.",
    Step.RATE: "facilitator scorecard {session} --as {panelist}",
    Step.OPEN_CARDS: "Sealed until all are in, or the lead opens them with a reason: facilitator unseal {session}",
    Step.MEET: "To vote and decide, come back with: facilitator resume {session}",
    Step.PURGE: "facilitator purge",
    Step.SHARE: "“facilitator host {session} --folder FOLDER” shares it, --listen over the network.",
    Step.HOST: "“facilitator host AGENDA --folder FOLDER” starts a shared one, --listen over the network.",
    Step.REPLACE: "--force replaces it.",
    Step.TELL_CARD: "facilitator card {session} --as {panelist} --for text",
}
"""How each step is taken, to stand behind a sentence, or alone."""

LEAVE_IT = "Leave it there first: Ctrl+Q, or /quit."
"""What to do where a session is needed that another program has."""


def step_text(next_step: NextStep) -> str:
    """Return how the step is taken."""
    return STEPS[next_step.step].format(session=next_step.session, panelist=next_step.panelist or "PANELIST")


def with_step(said: str, next_step: NextStep | None) -> str:
    """Return the sentence, and how the step is taken, if there is one."""
    return f"{said} {step_text(next_step)}" if next_step else said


def error_text(error: WrongRequest | StorageError) -> str:
    """Return what is wrong, with the option that it is about, and what to type next."""
    from facilitator.files.lock import SessionHeld  # most commands end without it

    match error:
        case WrongRequest():
            option = f"--{error.about}: " if error.about else ""
            return with_step(f"{option}{error}", error.next_step)
        case NotInItsPlace(next_step=NextStep() as next_step):
            return f"{error}\n{step_text(next_step)}"
        case OpeningLost():
            return f"{error} What was said in it: {step_text(error.next_step)}"
        case SessionHeld():
            return f"{error} {LEAVE_IT}"
    return str(error)
