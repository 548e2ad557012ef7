"""The command line: arguments in, exit code out; commands are imported when they are called."""

import codecs
import errno
import gc
import importlib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from bench import __version__
from bench.cli.pipes import drop_output
from bench.errors import SumbenchError
from bench.redaction import redacted
from bench.report.printable import one_line
from bench.whole import NO_ROOM

# Command, module in this package, one line for the list: known without importing any of them.
COMMANDS = {
    "run": ("run", "Run systems over a corpus and print the leaderboard."),
    "score": ("score", "Score outputs that exist already."),
    "check": ("check", "Check the numbers and people of a summary against its article."),
    "show": ("show", "Show one article, its references and what systems made of it."),
    "compare": ("compare", "Compare two results: differences, and the facts won and lost."),
    "report": ("report", "Make one page of results: table, pictures, every summary with its findings."),
    "gate": ("gate", "Hold results to thresholds and to earlier results; exit code 3 if they fail."),
    "list": ("listing", "List systems, metrics or corpora."),
    "new": ("new", "Write a system, a corpus or an article to start from."),
    "test": ("test", "Try what every adapter promises; exit code 3 if one is broken."),
    "audit": ("audit", "Say what is wrong with a corpus, with file and line."),
    "calibrate": ("calibrate", "Measure the fact check on pairs that people judged."),
    "sensitivity": ("sensitivity", "Plant errors; show which columns notice."),
}


_UNCOLLECTED = 50_000
"""Objects after which cycles among them are looked for. Hardly anything here is in one: looking after every
700, as Python does, takes a twentieth of the time of `score` and saves less than a megabyte."""

_OFF = ("", "0", "false", "no", "off")
_NO_PLACE = (
    errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG,
)  # fmt: skip


class _Carried(Exception):
    """An error kept from click, which would end with a crash's code, or call a fault an interruption."""

    def __init__(self, error: BaseException):
        super().__init__(error)
        self.error = error


@contextmanager
def _past_click() -> Iterator[None]:
    try:
        yield
    except (BrokenPipeError, EOFError, KeyboardInterrupt) as error:
        raise _Carried(error) from error


class Commands(click.Group):
    """A group whose commands are imported one at a time, so that --help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return one command."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"bench.cli.{COMMANDS[name][0]}").command
        _name_variables(command, f"SUMBENCH_{name}")
        return command

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Read the line; --help is printed here."""
        with _past_click():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _past_click():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest commands where one is unknown."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


def _name_variables(command: click.Command, prefix: str) -> None:
    """Let SUMBENCH_<COMMAND>_<OPTION> set each option by the name that a user knows, not by ours."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            flag = max(parameter.opts, key=len).lstrip("-")
            parameter.envvar = f"{prefix}_{flag}".upper().replace("-", "_")
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            _name_variables(inner, f"{prefix}_{name}")


@click.group(
    cls=Commands,
    context_settings={
        "auto_envvar_prefix": "SUMBENCH",
        "help_option_names": ["-h", "--help"],
        "token_normalize_func": lambda token: token.replace("_", "-"),
        "max_content_width": 100,
    },
    epilog="Start with: sumbench run. Every option can be set as SUMBENCH_<COMMAND>_<OPTION>.",
)
@click.version_option(__version__, prog_name="sumbench")
@click.option("--debug", is_flag=True, help="Show a traceback instead of one line when something fails.")
def cli(debug: bool) -> None:
    """Benchmark summarisers offline: ROUGE beside a ledger of every number and person they wrote."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit with the code that docs/cli.md names for the outcome."""
    gc.set_threshold(_UNCOLLECTED, 10, 10)
    arguments = sys.argv[1:] if args is None else args
    debug = "--debug" in arguments or os.environ.get("SUMBENCH_DEBUG", "").lower() not in _OFF
    # --debug is understood anywhere on the line.
    arguments = [argument for argument in arguments if argument != "--debug"]
    _open_streams()
    _speak_unicode()
    try:
        code = _outcome(arguments)
        sys.stdout.flush()
        _end(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        _usage(error, arguments)
    except (click.Abort, KeyboardInterrupt):
        # A terminal shows ^C where the key was struck; what we say begins a line of its own.
        begin = "\n" if sys.stderr.isatty() else ""
        print(f"{begin}interrupted; the same command goes on where this one stopped", file=sys.stderr)
        _end(130)
    except BrokenPipeError:
        drop_output()
        _end(0)
    except SumbenchError as error:
        if debug:
            raise
        print(f"sumbench: {redacted(one_line(str(error)))}", file=sys.stderr)
        _end(error.exit_code)
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError):
            _end_of_file_trouble(error)
        detail = redacted(one_line(f"{type(error).__name__}: {error}"))
        print(f"sumbench: unexpected {detail} (run again with --debug for a traceback)", file=sys.stderr)
        _end(1)


def _outcome(arguments: list[str]) -> Any:
    """Run a command line and return what its command returns."""
    try:
        return cli.main(arguments, prog_name="sumbench", standalone_mode=False)
    except _Carried as carried:
        raise carried.error from None


def _open_streams() -> None:
    """Give streams that our caller has closed a place: nothing is read there, and what is printed is lost.

    Otherwise the next file to be opened would get their number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - the process's own


def _speak_unicode() -> None:
    """Have any text printed wherever output goes: a sign or a name must not end a command.

    ASCII is what Python takes where nobody has chosen. Other encodings are kept, with escapes for what they
    lack, since "?" would read as the sign of a verdict.
    """
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        nobodys = codecs.lookup(out.encoding).name == "ascii"
        out.reconfigure(encoding="utf-8" if nobodys else None, errors="backslashreplace")


def _end_of_file_trouble(error: OSError) -> None:
    """End with one line where the disk is full or a place cannot be written; return for anything else."""
    place = error.filename2 or error.filename
    if error.errno in NO_ROOM:
        where = f"{redacted(one_line(str(place)))}: " if place is not None else ""
        print(
            f"sumbench: {where}no room ({error.strerror}); make some and run the same command",
            file=sys.stderr,
        )
        _end(4)
    if error.errno in _NO_PLACE and place is not None:
        print(
            f"sumbench: {redacted(one_line(str(place)))}: cannot be opened or written ({error.strerror}); "
            "choose another place, or make this one writable",
            file=sys.stderr,
        )
        _end(2)


def _usage(error: click.ClickException, arguments: list[str]) -> None:
    """Print a usage error in one line; a group without a command says what it has."""
    if error.format_message().startswith("Usage:"):
        print(error.format_message(), file=sys.stderr)
        _end(2)
    context = getattr(error, "ctx", None)
    # An option that lacks its value is found before there is a context.
    first = [argument for argument in arguments[:1] if argument in COMMANDS]
    name = context.command_path if context else " ".join(["sumbench", *first])
    message = redacted(one_line(error.format_message()))
    print(f"{name}: {message} (see `{name} --help`)", file=sys.stderr)
    _end(error.exit_code if error.exit_code != 1 else 2)


def _end(code: int) -> None:
    # Nothing need be looked for and freed one by one in a process that ends.
    gc.freeze()
    sys.exit(code)
