-- Times are milliseconds since 1970, UTC. Documents are JSON text.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE agent (
    id                  TEXT PRIMARY KEY,
    provider_agent_id   TEXT UNIQUE,
    name                TEXT NOT NULL,
    company_name        TEXT NOT NULL,
    timezone            TEXT NOT NULL,
    transfer_number     TEXT,
    reminder_trigger_ms INTEGER NOT NULL,
    reminder_max_count  INTEGER NOT NULL,
    is_default          INTEGER NOT NULL DEFAULT 0,
    updated_at          INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX agent_one_default ON agent (is_default) WHERE is_default = 1;

CREATE TABLE driver (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    phone      TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    UNIQUE (name, phone)
) STRICT;

CREATE TABLE calllog (
    seq                  INTEGER PRIMARY KEY,
    id                   TEXT NOT NULL UNIQUE,
    provider_call_id     TEXT UNIQUE,
    agent_id             TEXT NOT NULL REFERENCES agent (id),
    driver_id            INTEGER REFERENCES driver (id),
    driver_name          TEXT NOT NULL,
    driver_phone         TEXT,
    load_number          TEXT NOT NULL,
    call_type            TEXT NOT NULL CHECK (call_type IN ('web', 'phone')),
    status               TEXT NOT NULL CHECK (status IN ('initiated', 'updated', 'ended')),
    -- How much the report knew that the facts below come from; see `calls::facts`.
    known                INTEGER NOT NULL DEFAULT 0,
    simulated            INTEGER NOT NULL DEFAULT 0,
    call_outcome         TEXT,
    driver_status        TEXT,
    scenario             TEXT,
    current_location     TEXT,
    eta                  TEXT,
    delay_reason         TEXT,
    delay_minutes        INTEGER,
    disconnection_reason TEXT,
    created_at           INTEGER NOT NULL,
    started_at           INTEGER,
    ended_at             INTEGER,
    greeted_at           INTEGER,
    duration_ms          INTEGER,
    recording_url        TEXT,
    failure              TEXT,
    variables            TEXT NOT NULL DEFAULT '{}',
    structured_payload   TEXT,
    conflicts            TEXT NOT NULL DEFAULT '[]',
    call_analysis        TEXT,
    transcript           TEXT NOT NULL DEFAULT '[]',
    transcript_text      TEXT NOT NULL DEFAULT ''
) STRICT;

-- Lists, counts and their filters read this index alone.
CREATE INDEX calllog_newest ON calllog (created_at, seq, status, driver_status, call_outcome, driver_name, load_number);
CREATE INDEX calllog_load ON calllog (load_number, created_at);
CREATE INDEX calllog_unfinished ON calllog (status) WHERE status <> 'ended';
-- The cards read this one.
CREATE INDEX calllog_numbers ON calllog (call_outcome, driver_status, delay_minutes, status);

CREATE VIRTUAL TABLE call_search USING fts5 (
    driver_name, load_number, call_outcome, current_location, transcript_text,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER calllog_search_insert AFTER INSERT ON calllog BEGIN
    INSERT INTO call_search (rowid, driver_name, load_number, call_outcome, current_location, transcript_text)
    VALUES (new.seq, new.driver_name, new.load_number, new.call_outcome, new.current_location, new.transcript_text);
END;

CREATE TRIGGER calllog_search_update
AFTER UPDATE OF driver_name, load_number, call_outcome, current_location, transcript_text ON calllog BEGIN
    DELETE FROM call_search WHERE rowid = old.seq;
    INSERT INTO call_search (rowid, driver_name, load_number, call_outcome, current_location, transcript_text)
    VALUES (new.seq, new.driver_name, new.load_number, new.call_outcome, new.current_location, new.transcript_text);
END;

CREATE TRIGGER calllog_search_delete AFTER DELETE ON calllog BEGIN
    DELETE FROM call_search WHERE rowid = old.seq;
END;

CREATE TABLE turn (
    call_id        TEXT NOT NULL REFERENCES calllog (id) ON DELETE CASCADE,
    response_id    INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('begin', 'response', 'reminder')),
    at             INTEGER NOT NULL,
    first_chunk_ms REAL,
    completed_ms   REAL,
    chunks         INTEGER NOT NULL,
    superseded     INTEGER NOT NULL,
    fallback       INTEGER NOT NULL,
    asked          TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (call_id, response_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX turn_latency ON turn (at, first_chunk_ms);

CREATE TABLE webhook_inbox (
    id               INTEGER PRIMARY KEY,
    dedup_key        TEXT NOT NULL UNIQUE,
    event            TEXT NOT NULL,
    provider_call_id TEXT,
    body             BLOB NOT NULL,
    verdict          TEXT NOT NULL CHECK (verdict IN ('accepted', 'applied', 'dead')),
    attempts         INTEGER NOT NULL DEFAULT 0,
    received_at      INTEGER NOT NULL,
    due_at           INTEGER NOT NULL,
    applied_at       INTEGER,
    error            TEXT
) STRICT;

CREATE INDEX inbox_due ON webhook_inbox (due_at, id) WHERE verdict = 'accepted';
CREATE INDEX inbox_dead ON webhook_inbox (id) WHERE verdict = 'dead';

CREATE TABLE idempotency (
    key        TEXT PRIMARY KEY,
    body_hash  BLOB NOT NULL,
    call_id    TEXT NOT NULL,
    status     INTEGER,
    answer     TEXT,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX idempotency_age ON idempotency (created_at);
