"""The tables of the file, as SQL."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x542D3130
"""Tells our file from any other SQLite file: the bytes of "T-10"."""

OLD_SQLITE = sqlite3.sqlite_version_info < (3, 37)
"""Whether it does not know STRICT yet; the words are the same without it."""

_STRICT = "" if OLD_SQLITE else "STRICT"
_TABLE = _STRICT
_KEYED = f"{_STRICT}, WITHOUT ROWID" if _STRICT else "WITHOUT ROWID"

FIRST = f"""
CREATE TABLE profile (
    id TEXT PRIMARY KEY,
    nickname TEXT NOT NULL,
    picture TEXT NOT NULL,
    created_day TEXT NOT NULL
) {_TABLE};

CREATE TABLE scheduler (
    id INTEGER PRIMARY KEY,
    params TEXT NOT NULL UNIQUE
) {_TABLE};

-- The truth: answers in the order in which they came. at_utc is microseconds since 1970;
-- clock_back_s how far the clock stood behind the answer before; sum a checksum of the row.
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    at_utc INTEGER NOT NULL,
    study_day TEXT NOT NULL,
    profile TEXT REFERENCES profile (id),
    mode TEXT NOT NULL CHECK (mode IN ('round', 'study', 'class', 'robot')),
    pack TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    card TEXT NOT NULL,
    card_rev TEXT NOT NULL,
    question TEXT NOT NULL,
    question_rev TEXT NOT NULL,
    language TEXT NOT NULL,
    seed TEXT NOT NULL,
    shown TEXT NOT NULL,
    chosen TEXT NOT NULL,
    "right" INTEGER NOT NULL CHECK ("right" IN (0, 1)),
    hints TEXT NOT NULL,
    go INTEGER CHECK (go IN (0, 1)),
    elapsed_ms INTEGER NOT NULL,
    rating INTEGER CHECK (rating BETWEEN 1 AND 4),
    grading_version INTEGER NOT NULL,
    scheduler_params INTEGER NOT NULL REFERENCES scheduler (id),
    others TEXT NOT NULL,
    options INTEGER NOT NULL,
    clock_back_s INTEGER NOT NULL,
    sum INTEGER NOT NULL
) {_TABLE};

-- Facts, pack/fact, that their pack has given another id: what was answered under the old one
-- goes on under the new one.
CREATE TABLE renamed (
    old TEXT PRIMARY KEY,
    new TEXT NOT NULL
) {_TABLE};

-- Learners who are being deleted: only their answers can be. They stand here until they are gone
-- from the backups as well.
CREATE TABLE leaving (
    profile TEXT PRIMARY KEY
) {_TABLE};

CREATE TRIGGER answer_stays_as_it_is BEFORE UPDATE ON answer
BEGIN
    SELECT RAISE(ABORT, 'an answer is never changed');
END;

CREATE TRIGGER answer_stays BEFORE DELETE ON answer
WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE profile = OLD.profile)
BEGIN
    SELECT RAISE(ABORT, 'an answer goes only with its learner');
END;

-- All below is made anew from the answers at any time. Where a memory's schedule comes from stands
-- in made_by: with another version of it, memories are made anew.
CREATE TABLE made_by (
    scheduler TEXT NOT NULL
) {_TABLE};

CREATE TABLE memory (
    profile TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    card TEXT NOT NULL,
    card_rev TEXT NOT NULL,
    state INTEGER NOT NULL,
    step INTEGER,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,
    last TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (profile, card)
) {_KEYED};

CREATE TABLE sitting (
    profile TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    seed TEXT NOT NULL,
    mode TEXT NOT NULL,
    pack TEXT NOT NULL,
    study_day TEXT NOT NULL,
    began INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    PRIMARY KEY (profile, seed, mode, pack)
) {_KEYED};

CREATE TABLE day (
    profile TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    study_day TEXT NOT NULL,
    answers INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    PRIMARY KEY (profile, study_day)
) {_KEYED};
"""

DERIVED = ("memory", "sitting", "day", "made_by")
"""The tables that are made from the answers."""

TABLES = ("profile", "scheduler", "answer", "renamed", "leaving", *DERIVED)
"""All tables; with one missing the file is damaged."""
