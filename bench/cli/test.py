"""`sumbench test`: is an adapter fit to run?"""

import click

from bench.cli.complete import complete_systems
from bench.counted import counted


@click.command("test")
@click.argument("spec", metavar="SYSTEM", shell_complete=complete_systems)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Time for one call.",
)
def command(spec: str, as_json: bool, timeout: float) -> int:
    """Try what every adapter promises on odd articles: one line a promise, exit code 3 if one is broken.

    A system behind a network is asked some sixteen times, once with an article of 1 MB.

    \b
    sumbench test mine
    sumbench test "openai(model=small, base_url=http://127.0.0.1:8000/v1)"
    """
    import msgspec

    from bench.cli.consoles import console
    from bench.conformance import Line, examine
    from bench.redaction import redacted
    from bench.report.folded import print_folded
    from bench.report.printable import one_line

    out = console()
    lines: list[Line] = []
    for line in examine(spec, timeout=timeout):
        shown = msgspec.structs.replace(
            line, detail=redacted(one_line(line.detail)), seconds=round(line.seconds, 3)
        )
        lines.append(shown)
        if not as_json:
            mark = {True: "ok    ", False: "BROKEN", None: "-     "}[shown.kept]
            print_folded(out, f"{mark}  ", shown.promise + (f": {shown.detail}" if shown.detail else ""))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(lines), indent=2))
    broken = sum(line.kept is False for line in lines)
    if broken:
        click.echo(f"sumbench: {spec.partition('(')[0]} breaks {counted(broken, 'promise')}", err=True)
    return 3 if broken else 0
