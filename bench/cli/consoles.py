"""Where tables are printed: as wide as the terminal, or wide enough for all of them in a pipe."""

from rich.console import Console

from bench.cli.pipes import WIDTH, drop_output


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Go on without printing where the reader has had enough: the exit code stays the command's own."""
        self.quiet = True
        drop_output()


def console() -> Console:
    """Return a console for standard output."""
    made = _Console(highlight=False)
    if made.is_terminal or made.width >= WIDTH:
        return made
    return _Console(highlight=False, width=WIDTH)
