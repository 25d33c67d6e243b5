"""An answer together with what may be asked about its page."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from collab.domain.entries import Answer, Kind


class Answered(NamedTuple):
    """An answer and the page it stands on."""

    day: date
    kind: Kind
    light: bool
    written_at: datetime | None
    answer: Answer
