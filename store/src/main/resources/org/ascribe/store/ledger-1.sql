-- The ledger, format 1. Described for readers in docs/formats/ledger.md; keep the two together.
-- Append-only: reports, readings and what hangs on them, assertions, speakers, judgements, runs.

CREATE TABLE reports (
    report_id VARCHAR PRIMARY KEY,
    arrived BIGINT NOT NULL,
    docid VARCHAR,
    title VARCHAR,
    outlet VARCHAR,
    authors VARCHAR[] NOT NULL,
    published DATE,
    language VARCHAR NOT NULL,
    genre VARCHAR NOT NULL,
    url VARCHAR,
    source VARCHAR,
    text VARCHAR NOT NULL
);

CREATE TABLE readings (
    reading_id VARCHAR PRIMARY KEY,
    report_id VARCHAR NOT NULL,
    arrived BIGINT NOT NULL
);

CREATE TABLE furniture (
    reading_id VARCHAR NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    kind VARCHAR NOT NULL
);

CREATE TABLE coded_incidents (
    reading_id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    date_from DATE,
    date_to DATE,
    date_precision VARCHAR,
    date_yearless VARCHAR,
    place_name VARCHAR,
    country VARCHAR,
    admin1 VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    place_precision VARCHAR,
    killed_low INTEGER,
    killed_high INTEGER,
    wounded_low INTEGER,
    wounded_high INTEGER
);

CREATE TABLE coded_incident_targets (
    reading_id VARCHAR NOT NULL, label VARCHAR NOT NULL, position INTEGER NOT NULL,
    name VARCHAR NOT NULL, class VARCHAR NOT NULL
);

CREATE TABLE coded_incident_weapons (
    reading_id VARCHAR NOT NULL, label VARCHAR NOT NULL, position INTEGER NOT NULL,
    name VARCHAR NOT NULL, class VARCHAR NOT NULL
);

CREATE TABLE coded_incident_mentions (
    reading_id VARCHAR NOT NULL, label VARCHAR NOT NULL, position INTEGER NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL
);

CREATE TABLE assertions (
    assertion_id VARCHAR PRIMARY KEY,
    report_id VARCHAR NOT NULL,
    incident VARCHAR,
    kind VARCHAR NOT NULL,
    polarity VARCHAR NOT NULL,
    hedged BOOLEAN NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    step VARCHAR NOT NULL,
    step_version VARCHAR NOT NULL,
    actor_id VARCHAR,
    actor_name VARCHAR,
    actor_as VARCHAR,
    actor_start INTEGER,
    actor_end INTEGER,
    object_id VARCHAR,
    object_name VARCHAR,
    object_as VARCHAR,
    object_start INTEGER,
    object_end INTEGER,
    stance VARCHAR,
    evidence VARCHAR,
    evidence_about VARCHAR,
    channel VARCHAR,
    channel_start INTEGER,
    channel_end INTEGER,
    harm VARCHAR,
    count_low INTEGER,
    count_high INTEGER,
    whom VARCHAR,
    whom_start INTEGER,
    whom_end INTEGER,
    relation VARCHAR,
    capability VARCHAR,
    type VARCHAR,
    type_start INTEGER,
    type_end INTEGER,
    date_from DATE,
    date_to DATE,
    date_precision VARCHAR,
    date_yearless VARCHAR,
    date_start INTEGER,
    date_end INTEGER,
    place_name VARCHAR,
    country VARCHAR,
    admin1 VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    place_precision VARCHAR,
    place_start INTEGER,
    place_end INTEGER
);

CREATE TABLE assertion_targets (
    assertion_id VARCHAR NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL, class VARCHAR NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL
);

CREATE TABLE assertion_weapons (
    assertion_id VARCHAR NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL, class VARCHAR NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL
);

CREATE TABLE speakers (
    assertion_id VARCHAR NOT NULL,
    depth INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    said_as VARCHAR,
    start_at INTEGER,
    end_at INTEGER,
    role VARCHAR NOT NULL,
    actor_id VARCHAR
);

CREATE TABLE reading_assertions (
    reading_id VARCHAR NOT NULL, position INTEGER NOT NULL, assertion_id VARCHAR NOT NULL
);

CREATE TABLE judgements (
    judgement_id VARCHAR PRIMARY KEY,
    arrived BIGINT NOT NULL,
    decided_at VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    report_a VARCHAR,
    label_a VARCHAR,
    report_b VARCHAR,
    label_b VARCHAR,
    assertion_id VARCHAR,
    actor_id VARCHAR,
    undoes VARCHAR
);

CREATE TABLE runs (
    run INTEGER PRIMARY KEY,
    started_at VARCHAR NOT NULL,
    seconds DOUBLE NOT NULL,
    program_version VARCHAR NOT NULL,
    java_version VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,
    reports_read INTEGER NOT NULL,
    reports_new INTEGER NOT NULL,
    assertions_new INTEGER NOT NULL,
    skipped INTEGER NOT NULL
);

CREATE TABLE run_inputs (
    run INTEGER NOT NULL, position INTEGER NOT NULL, input VARCHAR NOT NULL, bytes BIGINT, digest VARCHAR
);

CREATE TABLE run_skipped (
    run INTEGER NOT NULL, position INTEGER NOT NULL, code VARCHAR NOT NULL, place VARCHAR NOT NULL, why VARCHAR NOT NULL
);

-- Derived: may be dropped and rebuilt at any time, but for labels, which people have written down.
-- No keys here: DuckDB's index minds a key that is deleted and inserted in one transaction.

CREATE TABLE labels (
    number INTEGER NOT NULL,
    leads_to INTEGER,
    retired BOOLEAN NOT NULL
);

CREATE TABLE label_tellings (
    number INTEGER NOT NULL, report_id VARCHAR NOT NULL, label VARCHAR NOT NULL
);

CREATE TABLE incidents (
    number INTEGER NOT NULL,
    incident_id VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    date_from DATE,
    date_to DATE,
    date_precision VARCHAR,
    date_yearless VARCHAR,
    place_name VARCHAR,
    country VARCHAR,
    admin1 VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    place_precision VARCHAR,
    perspective VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    killed_low INTEGER,
    killed_high INTEGER,
    wounded_low INTEGER,
    wounded_high INTEGER,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL
);

CREATE TABLE incident_targets (
    number INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL, class VARCHAR NOT NULL
);

CREATE TABLE incident_weapons (
    number INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL, class VARCHAR NOT NULL
);

CREATE TABLE incident_claimants (
    number INTEGER NOT NULL, position INTEGER NOT NULL, actor_id VARCHAR NOT NULL, name VARCHAR NOT NULL,
    origins INTEGER NOT NULL
);

CREATE TABLE tellings (
    number INTEGER NOT NULL, report_id VARCHAR NOT NULL, label VARCHAR NOT NULL
);

CREATE TABLE links (
    number INTEGER NOT NULL, position INTEGER NOT NULL,
    report_a VARCHAR NOT NULL, label_a VARCHAR NOT NULL, report_b VARCHAR NOT NULL, label_b VARCHAR NOT NULL,
    weight DOUBLE NOT NULL
);

CREATE TABLE link_reasons (
    number INTEGER NOT NULL, position INTEGER NOT NULL, rank INTEGER NOT NULL,
    field VARCHAR NOT NULL, a VARCHAR NOT NULL, b VARCHAR NOT NULL, weight DOUBLE NOT NULL
);

-- What the derived tables were made from: one row.
CREATE TABLE derived_from (readings BIGINT NOT NULL, judgements BIGINT NOT NULL, program_version VARCHAR NOT NULL);

-- For people who open the file: one line for each statement of the latest reading of each report.
CREATE VIEW statements AS
SELECT 'I-' || t.number AS incident, a.kind, a.stance, a.polarity, a.hedged, a.actor_name AS actor, a.object_name AS object,
    a.relation, a.capability, a.harm, a.count_low, a.count_high, a.evidence, s.name AS speaker, s.role AS speaker_role,
    by_whom.name AS reported_by, r.published, r.outlet, r.title, a.text, a.confidence, a.assertion_id, a.report_id
FROM (SELECT arg_max(reading_id, arrived) AS reading_id FROM readings GROUP BY report_id) latest
JOIN reading_assertions ra USING (reading_id)
JOIN assertions a USING (assertion_id)
JOIN reports r ON r.report_id = a.report_id
JOIN speakers s ON s.assertion_id = a.assertion_id AND s.depth = 0
LEFT JOIN speakers by_whom ON by_whom.assertion_id = a.assertion_id AND by_whom.depth = 1
LEFT JOIN tellings t ON t.report_id = a.report_id AND t.label = a.incident
ORDER BY r.published, a.report_id, a.start_at;
