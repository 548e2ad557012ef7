"""Where names go in a picture of points, so that none covers another."""

import math
from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, width, height, in the picture's units; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Return whether two rectangles overlap or come nearer than `gap`."""
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )


_ANGLES = (0, 180, 330, 30, 150, 210, 270, 90, 300, 60, 240, 120)
_STEP = 7.0


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    frame: Box,
    radius: float = 6.0,
    gap: float = 2.0,
    obstacles: Sequence[Box] = (),
) -> list[Box]:
    """Return a box per label, near its point, inside `frame`, clear of points, obstacles and one another.

    Crowded points choose first. Where a frame is too full, a label is put where it covers least.
    """
    marks = [*obstacles, *(Box(x - radius, y - radius, 2 * radius, 2 * radius) for x, y in points)]
    order = sorted(range(len(points)), key=lambda i: (-_crowd(points, i), points[i], i))
    placed: dict[int, Box] = {}
    for index in order:
        taken = [*marks, *placed.values()]
        placed[index] = _place(points[index], sizes[index], taken, frame, radius, gap)
    return [placed[index] for index in range(len(points))]


def _crowd(points: Sequence[tuple[float, float]], index: int) -> float:
    """Return how near the other points are."""
    return sum(1 / (1 + math.dist(points[index], p)) for i, p in enumerate(points) if i != index)


def _place(
    point: tuple[float, float],
    size: tuple[float, float],
    taken: Sequence[Box],
    frame: Box,
    radius: float,
    gap: float,
) -> Box:
    """Return the nearest free place around a point, looking right and left before above and below."""
    width, height = size
    best, least = Box(frame.x, frame.y, width, height), math.inf
    reach = math.hypot(frame.width, frame.height)
    distance = radius + 3
    while distance < reach:
        for angle in _ANGLES:
            box = _around(point, distance, math.radians(angle), width, height)
            if not _inside(box, frame):
                continue
            covered = sum(box.meets(other, gap) for other in taken)
            if not covered:
                return box
            if covered < least:
                best, least = box, covered
        distance += _STEP
    return best


def _around(point: tuple[float, float], distance: float, angle: float, width: float, height: float) -> Box:
    """Return a box whose nearest edge is `distance` from the point in the direction of `angle`."""
    across, down = math.cos(angle), math.sin(angle)
    x = point[0] + across * distance + (across - 1) / 2 * width
    y = point[1] + down * distance + (down - 1) / 2 * height
    return Box(x, y, width, height)


def _inside(box: Box, frame: Box) -> bool:
    return (
        frame.x <= box.x
        and frame.y <= box.y
        and box.x + box.width <= frame.x + frame.width
        and box.y + box.height <= frame.y + frame.height
    )
