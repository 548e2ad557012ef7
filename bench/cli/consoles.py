"""Where tables are printed: as wide as the terminal, or wide enough for all of them in a pipe."""

from rich.console import Console

_PIPE_WIDTH = 200


def console() -> Console:
    """Return a console for standard output."""
    made = Console(highlight=False)
    return (
        made if made.is_terminal or made.width >= _PIPE_WIDTH else Console(highlight=False, width=_PIPE_WIDTH)
    )
