"""How many examples a property is tried on, in the short form of a run and in the long one.

No example has a deadline and none is too slow to make: on a busy machine both would fail
for nothing.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_AT_ONCE, _AT_LENGTH = 25, 1000
_COUNTED_BY = 100  # what the numbers beside a property are written for


def register_forms() -> None:
    """Make the profiles "short" and "long" known to Hypothesis; "short" is the one in use."""
    for name, count in (("short", _AT_ONCE), ("long", _AT_LENGTH)):
        settings.register_profile(
            name,
            max_examples=count,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        )
    settings.load_profile("short")


def examples(count: int) -> settings:
    """Try a property on a quarter of so many examples, and on ten times as many in the long form.

    Without this decorator a property is tried on 25 and on 1000.
    """
    return settings(max_examples=max(1, count * settings().max_examples // _COUNTED_BY))
