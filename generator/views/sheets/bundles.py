"""Put what is held at the same time below one another, each on the whole width, where it is too much side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from generator.views.sheets.boxes import Box
from generator.views.sheets.lanes import lanes

Bundle = tuple[Box, ...]
"""Boxes drawn below one another in the stretch of time that the longest of them fills."""


def bundles(boxes: Sequence[Box], abreast: int) -> list[Bundle]:
    """What begins and ends together as one bundle, wherever more than ``abreast`` boxes would stand side by side.

    Individual work stands with what it begins beside: its words say each one's time.
    """
    found: list[Bundle] = []
    for cluster in _clusters(boxes):
        found += _bundled(cluster) if _most_abreast(cluster) > abreast else [(box,) for box in cluster]
    return found


def stretch(bundle: Bundle) -> tuple[int, int, int]:
    """From when to when it is drawn, and its place among what begins together."""
    return min(box.start for box in bundle), max(box.end for box in bundle), min(box.order for box in bundle)


def drawn(bundle: Bundle, lines: Sequence[int]) -> list[tuple[int, int]]:
    """The minutes between which each box of a bundle is drawn: more for what has more ``lines`` to say."""
    start, end, _ = stretch(bundle)
    marks = [start]
    for after in range(1, len(bundle)):
        share = start + round((end - start) * sum(lines[:after]) / sum(lines))
        marks.append(min(max(share, marks[-1] + 1), end - (len(bundle) - after)))
    return list(itertools.pairwise([*marks, end]))


def _clusters(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes of which each begins before the others of its cluster have ended."""
    cluster: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.start):
        if cluster and box.start >= max(other.end for other in cluster):
            yield cluster
            cluster = []
        cluster.append(box)
    if cluster:
        yield cluster


def _most_abreast(cluster: Sequence[Box]) -> int:
    return max(lane.count for lane in lanes([(box.start, box.end, box.order) for box in cluster]))


def _bundled(cluster: Sequence[Box]) -> list[Bundle]:
    same: dict[tuple[int, int], list[Box]] = {}
    for box in cluster:
        if box.kind != "individual":
            same.setdefault((box.start, box.end), []).append(box)
    held = list(same)
    for box in (box for box in cluster if box.kind == "individual"):
        around = [hours for hours in held if hours[0] <= box.start < hours[1]]
        # Best where it also ends, and with the shortest of those.
        nearest = min(around, key=lambda hours: (hours[1] < box.end, hours[1] - hours[0]), default=(box.start, box.end))
        same.setdefault(nearest, []).append(box)
    return [tuple(sorted(found, key=lambda box: (box.order, box.start))) for found in same.values()]
