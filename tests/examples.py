"""How many examples a property is tried on, in the short form of a run and in the long one.

No example has a deadline and none is too slow to make: on a busy machine both would fail
for nothing.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_AT_ONCE, _AT_LENGTH = 100, 1000


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
    """Try a property on so many examples, and on ten times as many in the long form.

    Without this decorator a property is tried on 100 and on 1000.
    """
    return settings(max_examples=count * settings().max_examples // _AT_ONCE)
