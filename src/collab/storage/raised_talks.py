"""On which talks it was asked whether to hold them at all.

`collab status` passes through here: nothing is imported but what it needs.
"""

from __future__ import annotations

from datetime import date

from collab.domain.due import WHETHER_AT_ALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def raised(connection: sqlite3.Connection, day: date) -> dict[str, date]:
    """For each talk's id the newest day up to `day` on which that was asked, if it ever was.

    It was asked when it was answered or skipped.
    """
    rows = connection.execute(
        "SELECT talk, max(day) FROM ("
        " SELECT substr(key, 7, length(key) - 6 - length(:last)) AS talk, day"
        " FROM session_questions WHERE prompt = :prompt AND key LIKE 'about:%'"
        " AND state <> 'open' AND removed_at IS NULL"
        " UNION SELECT answers.talk, e.day FROM answers JOIN entries AS e"
        " ON e.id = answers.entry WHERE answers.prompt = :prompt AND answers.talk IS NOT NULL"
        " AND answers.removed_at IS NULL AND e.removed_at IS NULL)"
        " WHERE day <= :day GROUP BY talk",
        {"prompt": WHETHER_AT_ALL, "last": f":{WHETHER_AT_ALL}", "day": day.isoformat()},
    )
    return {talk: date.fromisoformat(on) for talk, on in rows}
