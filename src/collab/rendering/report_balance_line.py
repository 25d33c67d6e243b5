"""The line from "on my own" to "together" on which a balance stands, as a row of points."""

from __future__ import annotations

from collab.domain.trends import rounded

LEFT, RIGHT = "on my own", "together"
FURTHEST = 2
"""A position runs from minus to plus so much."""
MIDDLE_REACHES = 0.5
"""Positions up to so far from 0 on either side are "around the middle", itself left out."""


def place_of(position: float, points: int) -> int:
    """The point nearest to an unrounded position, from 0 to `points` - 1, an odd number.

    Of two points equally near it is the one further from the middle. A position around the
    middle has a point there, so that the picture says what the sentence says.
    """
    unit = unit_of(points)
    middle, far = FURTHEST * unit, int(rounded(position * unit, 0))
    if abs(position) < MIDDLE_REACHES and not is_around_the_middle(middle + far, points):
        far -= 1 if far > 0 else -1
    return middle + far


def is_around_the_middle(place: int, points: int) -> bool:
    """Whether the point at `place`, and the one at each side of it, lie within half a unit
    of the middle."""
    unit = unit_of(points)
    return abs(place - FURTHEST * unit) + 1 <= MIDDLE_REACHES * unit


def unit_of(points: int) -> int:
    """How many points further +1 lies than 0."""
    return (points - 1) // (2 * FURTHEST)
