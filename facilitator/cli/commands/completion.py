"""The command that teaches a shell to complete commands, agendas and sessions."""

import click

_FISH_SPLITS = "string split"
"""Click's script for fish splits an answer, `kind,name and help`, at every comma, also at those of the help."""

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    The shell reads it as it starts; the first line below is for ~/.bashrc, the second for ~/.zshrc.

    \b
    eval "$(facilitator completion bash)"
    eval "$(facilitator completion zsh)"
    facilitator completion fish > ~/.config/fish/completions/facilitator.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    chosen = get_completion_class(shell)
    assert chosen is not None
    completing = chosen(context.find_root().command, {}, "facilitator", "_FACILITATOR_COMPLETE")
    script = ShellComplete.source(completing)  # the base's: that of bash would start a bash to ask its version
    click.echo(script.replace(_FISH_SPLITS, f"{_FISH_SPLITS} --max 1") if shell == "fish" else script)
