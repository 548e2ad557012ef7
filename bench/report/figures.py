"""Pictures for papers, as SVG and PNG; the same results give the same bytes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.leaderboard import RANKED, Leaderboard
from bench.records import Item
from bench.report.board import board_of
from bench.report.labels import Box, place_labels
from bench.report.page_data import places
from bench.report.pictures import ceiling, dots, short
from bench.results import Results

_BLUE, _GREEN, _RED, _GREY = "#3f6ea5", "#17633a", "#b3261e", "#5b5852"
_MARKERS = {"system": "o", "baseline": "o", "bound": "D", "control": "x"}
_COLOURS = {"system": _BLUE, "baseline": _BLUE, "bound": _GREEN, "control": _RED}
# No date in the file, ids from a fixed salt, text as text: so that the bytes depend on results alone.
STYLE: Any = {
    "svg.hashsalt": "sumbench", "svg.fonttype": "none", "font.size": 9, "font.family": "DejaVu Sans",
    "axes.spines.top": False, "axes.spines.right": False,
}  # fmt: skip
_DPI = 200


def write_figures(results: Results, items: Mapping[str, Item], folder: Path) -> list[Path]:
    """Write scores against facts, rank intervals and (with articles) places of facts; return the paths."""
    board = board_of(results)
    written: list[Path] = []
    for name, draw in (
        ("overlap_against_facts", lambda: _scatter(board)),
        ("ranks", lambda: _ranks(board)),
        ("places", lambda: _places(results, board, items)),
    ):
        written += save(draw, folder / name)
    return written


def save(draw: Any, stem: Path) -> list[Path]:
    """Draw a figure and write it as SVG and PNG; nothing is written where there is nothing to draw."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with pyplot.rc_context(STYLE):
        figure = draw()
        if figure is None:
            return []
        stem.parent.mkdir(parents=True, exist_ok=True)
        paths = [stem.with_name(stem.name + end) for end in (".svg", ".png")]
        for path in paths:
            metadata = {"Date": None, "Creator": None} if path.suffix == ".svg" else {"Software": None}
            figure.savefig(path, dpi=_DPI, metadata=metadata)
        pyplot.close(figure)
    return paths


def _scatter(board: Leaderboard) -> Any:
    """Draw an overlap score against the ranking score, every system named."""
    from matplotlib import pyplot

    across, found = dots(board)
    if not found:
        return None
    figure, axes = pyplot.subplots(figsize=(6.3, max(3.9, 0.16 * len(found))), layout="constrained")
    axes.set_xlim(0, ceiling([dot.x for dot in found]))
    axes.set_ylim(0, ceiling([max(dot.y, dot.high or 0) for dot in found]))
    axes.set_xlabel(f"{across} (overlap with the references)")
    axes.set_ylabel(board.ranked_by)
    axes.grid(color="#e4e1da", linewidth=0.6)
    axes.set_axisbelow(True)
    for dot in found:
        if dot.low is not None and dot.high is not None and dot.kind in RANKED:
            axes.plot([dot.x, dot.x], [dot.low, dot.high], color=_BLUE, alpha=0.4, linewidth=1.5)
        fill = "white" if dot.kind == "baseline" else _COLOURS[dot.kind]
        axes.plot(
            dot.x, dot.y, _MARKERS[dot.kind], color=_COLOURS[dot.kind], markerfacecolor=fill,
            markersize=5.5, markeredgewidth=1.5, clip_on=False,
        )  # fmt: skip
    _name_points(figure, axes, found)
    return figure


def _name_points(figure: Any, axes: Any, found: Any) -> None:
    """Write names beside points, none over another: sizes are those of the drawn texts."""
    figure.canvas.draw()
    frame = axes.get_window_extent()
    texts = [axes.text(0, 0, short(dot.name), fontsize=8, parse_math=False) for dot in found]
    renderer = figure.canvas.get_renderer()
    sizes = [(t.get_window_extent(renderer).width, t.get_window_extent(renderer).height) for t in texts]
    centres = axes.transData.transform([(dot.x, dot.y) for dot in found])
    # The placement counts downwards from the top of the frame.
    points = [(x - frame.x0, frame.y1 - y) for x, y in centres]
    whiskers = []
    for dot, (x, _) in zip(found, points, strict=True):
        if dot.low is not None and dot.high is not None and dot.kind in RANKED:
            top, bottom = (frame.y1 - axes.transData.transform((0, end))[1] for end in (dot.high, dot.low))
            whiskers.append(Box(x - 1, top, 2, bottom - top))
    room = Box(0, 0, frame.width, frame.height)
    boxes = place_labels(points, sizes, room, radius=5, gap=1.5, obstacles=whiskers)
    back = axes.transData.inverted()
    for text, box, point in zip(texts, boxes, points, strict=True):
        text.set_position(back.transform((box.x + frame.x0, frame.y1 - box.y - box.height)))
        text.set_verticalalignment("bottom")
        near = (min(max(point[0], box.x), box.x + box.width), min(max(point[1], box.y), box.y + box.height))
        if (near[0] - point[0]) ** 2 + (near[1] - point[1]) ** 2 > 13**2:
            ends = [back.transform((x + frame.x0, frame.y1 - y)) for x, y in (point, near)]
            axes.plot(*zip(*ends, strict=True), color=_GREY, linewidth=0.5)


def _ranks(board: Leaderboard) -> Any:
    """Draw the ranks that each ranked row may have."""
    from matplotlib import pyplot
    from matplotlib.ticker import MaxNLocator

    rows = [row for row in board.rows if row["rank_low"] is not None]
    if not rows:
        return None
    figure, axes = pyplot.subplots(figsize=(5.2, 0.7 + 0.26 * len(rows)), layout="constrained")
    for height, row in enumerate(reversed(rows)):
        ends = [row["rank_low"], row["rank_high"]]
        axes.plot(ends, [height, height], "o-", color=_BLUE, linewidth=7, markersize=7)
    axes.set_yticks(range(len(rows)), [short(str(row["system"])) for row in reversed(rows)])
    for label in axes.get_yticklabels():
        label.set_parse_math(False)
    axes.set_xlim(0.6, len(rows) + 0.4)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("rank (bars that overlap are ties)")
    axes.grid(axis="x", color="#e4e1da", linewidth=0.6)
    axes.set_axisbelow(True)
    return figure


def _places(results: Results, board: Leaderboard, items: Mapping[str, Item]) -> Any:
    """Draw, by tenth of the article, the share of each system's facts that come from there."""
    from matplotlib import pyplot

    lengths = {article: len(item.evidence) for article, item in items.items()}
    found = [(str(row["system"]), places(results, str(row["system"]), lengths)) for row in board.rows]
    rows = [(system, shares) for system, shares in found if shares is not None]
    if not rows:
        return None
    figure, every = pyplot.subplots(
        len(rows), 1, figsize=(4.6, 0.5 + 0.36 * len(rows)), sharex=True, squeeze=False, layout="constrained"
    )
    top = max(max(shares) for _, shares in rows)
    for axes, (system, shares) in zip(every[:, 0], rows, strict=True):
        axes.bar(range(len(shares)), shares, width=0.9, align="edge", color=_BLUE)
        axes.set_ylim(0, top)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        label = axes.set_ylabel(short(system), rotation=0, ha="right", va="center")
        label.set_parse_math(False)
    every[-1, 0].set_xticks([0, 5, 10], ["beginning", "middle", "end"])
    every[-1, 0].set_xlabel("where in the article the facts stand")
    return figure
