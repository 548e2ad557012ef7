"""The page's own pictures as SVG: scores against facts, rank intervals, places in the article."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from bench.leaderboard import RANKED, Leaderboard
from bench.report.labels import Box, place_labels

OVERLAP = ("rouge2", "rouge1", "rougeLsum", "rougeL", "chrf")
"""What `facts` is drawn against: the first of these that the results have."""

# Advance widths at 13 pixels in the widest of the fonts the page asks for, rounded up.
_LETTER, _NARROW, _BROAD, _FULL = 8.4, 5.6, 13.0, 14.0
_LINE = 16.0
_NAME = 26
_PHONE = 500


class Dot(NamedTuple):
    """One system in a picture of points; `low` and `high` are its interval, if it has one."""

    name: str
    kind: str
    x: float
    y: float
    low: float | None = None
    high: float | None = None


def dots(board: Leaderboard) -> tuple[str, list[Dot]]:
    """Return the overlap score drawn and a dot per system that has it and the ranking score."""
    across = next((c for c in OVERLAP if any(row.get(c) is not None for row in board.rows)), "")
    up = board.ranked_by
    found = [
        Dot(row["system"], row["kind"], row[across], row[up], *_interval(row, up))
        for row in board.rows
        if across and row.get(across) is not None and row.get(up) is not None
    ]
    return across, found


def _interval(row: Mapping[str, Any], column: str) -> tuple[float | None, float | None]:
    return (row.get("facts_low"), row.get("facts_high")) if column == "facts" else (None, None)


def ceiling(values: Sequence[float]) -> float:
    """Return a round upper end of an axis from 0 that holds all values, at most 1 for rates."""
    most = max([*values, 0.05])
    steps = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    return next((step for step in steps if most <= step), most)


def ticks(top: float) -> list[float]:
    """Return four to six round places on an axis from 0 to `top`."""
    step = next(s for s in (m * 10.0**p for p in range(-2, 9) for m in (1, 2, 5)) if top / s <= 6)
    return [round(step * i, 4) for i in range(int(top / step + 1e-9) + 1)]


def width_of(text: str) -> float:
    """Return the room a name needs in a picture, at most."""
    return sum(
        _FULL if ord(char) > 0x2E80
        else _NARROW if char in "ijltfrI.,:;'|!()[] "
        else _BROAD if char in "mwMWOQ@%&#_=+<>~…" or char.isupper()
        else _LETTER
        for char in text
    )  # fmt: skip


def short(name: str, length: int = _NAME) -> str:
    """Return a name cut to what fits a picture; the whole one stands in its title."""
    return name if len(name) <= length else name[: length - 1] + "…"


def scatter(board: Leaderboard, width: float) -> Markup:
    """Return overlap against the ranking score, every system named; "" where one of them is not there."""
    across, found = dots(board)
    if not found:
        return Markup("")
    height = max(min(0.62 * width, 460), 330, 17 * len(found))
    plot = Box(50, 12, width - 62, height - 62)
    top_x = ceiling([dot.x for dot in found])
    top_y = ceiling([max(dot.y, dot.high or 0) for dot in found])

    def at(x: float, y: float) -> tuple[float, float]:
        return plot.x + plot.width * x / top_x, plot.y + plot.height * (1 - y / top_y)

    parts = [_grid(plot, top_x, top_y, at, f"{across} (overlap with the references)", board.ranked_by)]
    points = [at(dot.x, dot.y) for dot in found]
    whiskers = []
    for dot in found:
        if dot.low is not None and dot.high is not None and dot.kind in RANKED:
            (x, y1), (_, y2) = at(dot.x, dot.low), at(dot.x, dot.high)
            whiskers.append(Box(x - 1, y2, 2, y1 - y2))
            parts.append(Markup('<path class="whisker" d="M{:.1f} {:.1f}V{:.1f}"/>').format(x, y1, y2))
    names = [short(dot.name, _NAME if width > _PHONE else _NAME // 2) for dot in found]
    sizes = [(width_of(name) + 2, _LINE) for name in names]
    frame = Box(plot.x, plot.y, plot.width, plot.height - 2)
    boxes = place_labels(points, sizes, frame, obstacles=whiskers)
    for dot, point, box, name in zip(found, points, boxes, names, strict=True):
        parts.append(_named_point(dot, point, box, name))
    title = f"{across} against {board.ranked_by}, one point per system"
    return _svg("scatter", width, height, title, parts)


def _grid(plot: Box, top_x: float, top_y: float, at: Any, across: str, up: str) -> Markup:
    """Return the axes with their ticks and titles."""
    parts = []
    for value in ticks(top_x):
        x, y = at(value, 0)
        parts.append(Markup('<path class="grid" d="M{:.1f} {:.1f}V{:.1f}"/>').format(x, plot.y, y))
        parts.append(Markup('<text class="tick" x="{:.1f}" y="{:.1f}">{:g}</text>').format(x, y + 16, value))
    for value in ticks(top_y):
        x, y = at(0, value)
        right = plot.x + plot.width
        parts.append(Markup('<path class="grid" d="M{:.1f} {:.1f}H{:.1f}"/>').format(x, y, right))
        tick = Markup('<text class="tick left" x="{:.1f}" y="{:.1f}">{:g}</text>')
        parts.append(tick.format(x - 10, y + 4, value))
    bottom = plot.y + plot.height
    parts.append(
        Markup('<text class="axis" x="{:.1f}" y="{:.1f}">{} →</text>').format(
            plot.x + plot.width / 2, bottom + 38, across
        )
    )
    middle = plot.y + plot.height / 2
    parts.append(
        Markup('<text class="axis" transform="translate(12 {:.1f}) rotate(-90)">{} →</text>').format(
            middle, up
        )
    )
    return Markup("").join(parts)


def _named_point(dot: Dot, point: tuple[float, float], box: Box, name: str) -> Markup:
    """Return a point in its kind's shape, its name, and a line between them where they stand apart."""
    x, y = point
    shape = {
        "system": '<circle cx="{0:.1f}" cy="{1:.1f}" r="5"/>',
        "baseline": '<circle class="hollow" cx="{0:.1f}" cy="{1:.1f}" r="4.5"/>',
        "bound": '<path d="M{0:.1f} {1:.1f}m0-6l6 6l-6 6l-6-6z"/>',
        "control": '<path class="cross" d="M{0:.1f} {1:.1f}m-4.5-4.5l9 9m0-9l-9 9"/>',
    }[dot.kind]
    near_x = min(max(x, box.x), box.x + box.width)
    near_y = min(max(y, box.y), box.y + box.height)
    line = Markup("")
    if (near_x - x) ** 2 + (near_y - y) ** 2 > 14**2:
        line = Markup('<path class="leader" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>').format(x, y, near_x, near_y)
    text = Markup('<text class="name" x="{:.1f}" y="{:.1f}">{}</text>').format(box.x + 1, box.y + 12, name)
    title = Markup("<title>{}: {:.3f}, {:.3f}</title>").format(dot.name, dot.x, dot.y)
    return Markup('<g class="dot {}">{}{}{}{}</g>').format(
        dot.kind, title, line, Markup(shape).format(x, y), text
    )


def rank_picture(board: Leaderboard, width: float) -> Markup:
    """Return a bar from the best to the worst rank that each ranked row may have."""
    rows = [row for row in board.rows if row["rank_low"] is not None]
    if not rows:
        return Markup("")
    left = min(9 + max(width_of(short(str(row["system"]), 22)) for row in rows), 0.5 * width)
    last = len(rows)
    step = (width - left - 24) / max(last - 1, 1)
    parts = []
    for rank in range(1, last + 1):
        x = left + 12 + step * (rank - 1)
        if last <= 12 or rank % 5 == 0 or rank == 1:
            parts.append(Markup('<text class="tick" x="{:.1f}" y="12">{}</text>').format(x, rank))
        parts.append(Markup('<path class="grid" d="M{:.1f} 20V{}"/>').format(x, 24 + 24 * last))
    for index, row in enumerate(rows):
        y = 36 + 24 * index
        x1, x2 = (left + 12 + step * (row[end] - 1) for end in ("rank_low", "rank_high"))
        name = short(str(row["system"]), 22)
        parts.append(Markup('<text class="name" x="0" y="{}">{}</text>').format(y + 4, name))
        bar = Markup('<g class="ranks"><title>{}: rank {} to {}</title><path d="M{:.1f} {}H{:.1f}"/></g>')
        parts.append(bar.format(row["system"], row["rank_low"], row["rank_high"], x1, y, x2 + 0.1))
    return _svg("ranking", width, 28 + 24 * last, "Rank intervals of the ranked systems", parts)


def interval_bar(row: Mapping[str, Any], value: float | None, top: float) -> Markup:
    """Return the ranking score as a dot and its interval as a bar, on a scale from 0 to `top`."""
    if value is None:
        return Markup("")
    scale = 104 / top
    low, high = row.get("facts_low"), row.get("facts_high")
    bar = Markup("")
    if low is not None and high is not None:
        bar = Markup('<path class="range" d="M{:.1f} 7H{:.1f}"/>').format(3 + low * scale, 3 + high * scale)
    return Markup(
        '<svg class="interval" width="110" height="14" viewBox="0 0 110 14" aria-hidden="true">'
        '<path class="grid" d="M3 7H107"/>{}<circle cx="{:.1f}" cy="7" r="3.5"/></svg>'
    ).format(bar, 3 + value * scale)


def histogram(shares: Sequence[float], top: float, title: str) -> Markup:
    """Return bars for the tenths of the article, the first one left; heights are shares of `top`."""
    parts = [
        Markup('<rect x="{}" y="{:.1f}" width="13" height="{:.1f}"/>').format(
            1 + 15 * i, 39 - 36 * share / top, 36 * share / top + 1
        )
        for i, share in enumerate(shares)
    ]
    frame = Markup(
        '<svg class="places" viewBox="0 0 {} 40" preserveAspectRatio="none" role="img" aria-label="{}">{}'
        "</svg>"
    )
    return frame.format(15 * len(shares) + 1, title, Markup("").join(parts))


def _svg(name: str, width: float, height: float, title: str, parts: Sequence[Markup]) -> Markup:
    frame = Markup('<svg class="{}" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}">{}</svg>')
    return frame.format(name, width, height, title, Markup("").join(parts))
