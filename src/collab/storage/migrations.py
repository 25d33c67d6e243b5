"""The schema, one numbered step at a time.

A step that has been released is never edited and imports nothing of collab. What a
journal needs from its first day on stands in the first step: ids that are unique
everywhere, instants in UTC with their offset and the day as a column of its own, the
wording beside every answer, the version of the scale beside every rating, a history of
every change, `removed_at` in place of deletion, and a fingerprint of every record.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("collab")

_RECORD = """
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT CHECK (removed_by IN ('user', 'undo')),
"""

_FIRST = f"""
PRAGMA application_id = {0x436F4C61};
PRAGMA user_version = 1;

CREATE TABLE people ({_RECORD}
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    role TEXT CHECK (role IN ('report', 'peer', 'boss', 'partner', 'other')),
    circle INTEGER NOT NULL DEFAULT 0,
    added TEXT,
    real_name TEXT
) STRICT;

CREATE TABLE entries ({_RECORD}
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening', 'week', 'talk', 'note')),
    written_at TEXT,
    written_offset INTEGER,
    light INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    people TEXT NOT NULL DEFAULT '[]',
    week TEXT,
    outside TEXT,
    imported_from TEXT,
    text TEXT
) STRICT;
-- Which pages has this day, this week, this period?
CREATE INDEX entries_by_day ON entries (day);
-- Which pages have an id that ends so? (The user names a page by the end of its id.)
CREATE INDEX entries_by_end ON entries (upper(substr(id, -4)));
-- Which review is about this week, whenever it was written?
CREATE INDEX entries_by_week ON entries (week) WHERE week IS NOT NULL;
-- Which notes are outside views, and from when is the last one?
CREATE INDEX entries_from_outside ON entries (day) WHERE outside IS NOT NULL;
-- Which pages were removed and can be restored?
CREATE INDEX entries_removed ON entries (day) WHERE removed_at IS NOT NULL;
-- Which pages are starred?
CREATE INDEX entries_starred ON entries (starred, id) WHERE starred = 1;
-- Is there a page of this day and kind already? (Notes may be many.)
CREATE UNIQUE INDEX entries_one_a_day ON entries (day, kind)
    WHERE kind <> 'note' AND removed_at IS NULL;

CREATE TABLE answers ({_RECORD}
    entry TEXT NOT NULL REFERENCES entries (id),
    position INTEGER NOT NULL,
    prompt TEXT,
    theme TEXT,
    question TEXT,
    text TEXT,
    "if" TEXT,
    "then" TEXT,
    deeper_question TEXT,
    deeper_text TEXT,
    starred INTEGER NOT NULL DEFAULT 0,
    outside TEXT,
    talk TEXT REFERENCES talks (id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT CHECK (step IN ('prepare', 'hold', 'passed', 'debrief', 'follow-up')),
    at TEXT,
    at_offset INTEGER
) STRICT;
-- What was answered on this page?
CREATE INDEX answers_by_entry ON answers (entry);
-- Was this question answered on this page already? A retry is no second answer.
CREATE UNIQUE INDEX answers_one_each ON answers (entry, prompt, coalesce(talk, ''))
    WHERE prompt IS NOT NULL AND removed_at IS NULL;
-- When was this question answered before?
CREATE INDEX answers_by_prompt ON answers (prompt);
-- What was written about this talk?
CREATE INDEX answers_by_talk ON answers (talk) WHERE talk IS NOT NULL;
-- Which pages have an answer that is starred?
CREATE INDEX answers_starred ON answers (starred, entry) WHERE starred = 1;
-- When did the last outside view come?
CREATE INDEX answers_from_outside ON answers (at) WHERE outside IS NOT NULL;

CREATE TABLE ratings ({_RECORD}
    entry TEXT NOT NULL REFERENCES entries (id),
    position INTEGER NOT NULL,
    theme TEXT NOT NULL,
    value TEXT NOT NULL CHECK (value IN ('0', '1', '2', '3', '4', '5', 'W')),
    fit TEXT CHECK (fit IN ('well', 'partly', 'other')),
    scale_version INTEGER NOT NULL DEFAULT 1,
    late INTEGER NOT NULL DEFAULT 0,
    deeper_question TEXT,
    deeper_text TEXT,
    rated_at TEXT NOT NULL,
    rated_offset INTEGER NOT NULL
) STRICT;
-- What was rated on this page?
CREATE INDEX ratings_by_entry ON ratings (entry);

CREATE TABLE plans ({_RECORD}
    entry TEXT NOT NULL REFERENCES entries (id),
    prompt TEXT,
    question TEXT,
    "if" TEXT,
    "then" TEXT,
    "for" TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('done', 'partly', 'not done', 'no occasion')),
    outcome_at TEXT,
    outcome_offset INTEGER
) STRICT;
-- One plan a page; which one stands on this page?
CREATE UNIQUE INDEX plans_by_entry ON plans (entry) WHERE removed_at IS NULL;
-- Which plans are for this day?
CREATE INDEX plans_by_day ON plans ("for");

CREATE TABLE talks ({_RECORD}
    who TEXT NOT NULL,
    about TEXT,
    added TEXT NOT NULL,
    date TEXT,
    held TEXT,
    debriefed TEXT,
    follow_ups TEXT NOT NULL DEFAULT '[]',
    moved TEXT NOT NULL DEFAULT '[]',
    closed TEXT,
    let_go TEXT,
    reason TEXT,
    expected INTEGER CHECK (expected BETWEEN 1 AND 5),
    was INTEGER CHECK (was BETWEEN 1 AND 5),
    alive_until TEXT NOT NULL
) STRICT;
-- Which talks are open, or touch a day from here on? (9999-12-31 while open, otherwise
-- the last of all their dates.)
CREATE INDEX talks_alive ON talks (alive_until);
-- Which talks have an id that ends so?
CREATE INDEX talks_by_end ON talks (upper(substr(id, -4)));
-- Was any talk added up to this day?
CREATE INDEX talks_by_added ON talks (added);
-- How hard were talks expected to be, and how hard were they?
CREATE INDEX talks_by_held ON talks (held, expected, was)
    WHERE expected IS NOT NULL AND was IS NOT NULL;

CREATE TABLE promises ({_RECORD}
    side TEXT NOT NULL CHECK (side IN ('mine', 'theirs')),
    who TEXT,
    what TEXT NOT NULL,
    made TEXT,
    due TEXT NOT NULL,
    moved TEXT NOT NULL DEFAULT '[]',
    done TEXT,
    dropped TEXT,
    reason TEXT,
    entry TEXT REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED,
    alive_until TEXT NOT NULL
) STRICT;
-- Which promises are open, or touch a day from here on?
CREATE INDEX promises_alive ON promises (alive_until);
-- Which promises have an id that ends so?
CREATE INDEX promises_by_end ON promises (upper(substr(id, -4)));
-- With whom are there promises, and which are those with this person?
CREATE INDEX promises_by_who ON promises (who) WHERE who IS NOT NULL;

-- Derived from the texts and lists of an entry, and rebuilt with it.
CREATE TABLE mentions (
    entry TEXT NOT NULL REFERENCES entries (id),
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (entry, name)
) STRICT, WITHOUT ROWID;
-- On which days is this name named, and when last?
CREATE INDEX mentions_by_name ON mentions (name, day);

-- Derived like the mentions.
CREATE TABLE tags (
    entry TEXT NOT NULL REFERENCES entries (id),
    tag TEXT NOT NULL,
    typed TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (entry, tag)
) STRICT, WITHOUT ROWID;
-- Which days have this tag?
CREATE INDEX tags_by_tag ON tags (tag, day);

CREATE TABLE session_questions ({_RECORD}
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    prompt TEXT,
    theme TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'skipped')),
    state_at TEXT,
    state_offset INTEGER
) STRICT;
-- What does this session ask, and where did it stop?
CREATE UNIQUE INDEX session_questions_once ON session_questions (day, kind, key)
    WHERE removed_at IS NULL;
-- When was this prompt asked?
CREATE INDEX session_questions_by_prompt ON session_questions (prompt, day);
-- When was this theme's rating, or any question of this key, asked?
CREATE INDEX session_questions_by_key ON session_questions (key, day);

-- Words that were begun and not given yet. They are no answer and no part of the history.
CREATE TABLE drafts (
    pk INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    texts TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    begun_offset INTEGER NOT NULL,
    offered INTEGER NOT NULL DEFAULT 0,
    UNIQUE (day, kind, key)
) STRICT;

-- The history: what, before, after, when. Rows of one unit are undone together.
CREATE TABLE changes (
    pk INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    command TEXT NOT NULL,
    at TEXT NOT NULL,
    at_offset INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    record TEXT NOT NULL,
    entry TEXT,
    before TEXT,
    after TEXT,
    undoes TEXT
) STRICT;
-- What was done together, and last?
CREATE INDEX changes_by_unit ON changes (unit);
-- Which units were taken back?
CREATE INDEX changes_that_undo ON changes (undoes) WHERE undoes IS NOT NULL;
-- What happened to this page?
CREATE INDEX changes_by_entry ON changes (entry);

-- Where each text of the search index lies. The key grows with the day, so that newest
-- first is the index's own order.
CREATE TABLE search_places (
    pk INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (kind, record)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
"""


@MIGRATIONS(name="m001_journal")
def m001_journal(db: Database) -> None:
    """Everything the journal keeps."""
    for statement in _statements(_FIRST):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    """Split a script of ours at the semicolons that end its lines.

    `executescript` would commit the transaction this step runs in.
    """
    return [part for part in script.split(";\n") if part.strip()]
