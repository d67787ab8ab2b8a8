-- The ledger, format 3: imports of data sets. Described for readers in docs/formats/ledger.md; keep the two together.
-- Append-only, like all that format 1 calls so.

CREATE TABLE imports (
    import_id VARCHAR PRIMARY KEY,
    arrived BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    data_set VARCHAR NOT NULL,
    release VARCHAR NOT NULL,
    release_year INTEGER,
    file VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    licence VARCHAR NOT NULL,
    redistribution VARCHAR NOT NULL,
    rows_are VARCHAR NOT NULL,
    cite VARCHAR NOT NULL,
    started_at VARCHAR NOT NULL
);

CREATE TABLE import_rows (
    import_id VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    row_id VARCHAR NOT NULL,
    rank VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL
);

CREATE TABLE import_skipped (
    import_id VARCHAR NOT NULL, position BIGINT NOT NULL, code VARCHAR NOT NULL, place VARCHAR NOT NULL, why VARCHAR NOT NULL
);

-- What became of an import: reading, waiting, taken-in, discarded. The last one holds.
CREATE TABLE import_states (
    arrived BIGINT NOT NULL, import_id VARCHAR NOT NULL, state VARCHAR NOT NULL, decided_at VARCHAR NOT NULL, decided_by VARCHAR NOT NULL
);

CREATE VIEW import_standing AS
SELECT import_id, arg_max(state, arrived) AS state, max(arrived) AS arrived FROM import_states GROUP BY import_id;

-- What each data set says last of each of its rows, of the imports that were taken in.
CREATE VIEW current_rows AS
SELECT i.data_set, r.row_id,
    arg_max(r.report_id, r.rank || ' ' || lpad(i.arrived::VARCHAR, 9, '0') || lpad(p.arrived::VARCHAR, 12, '0')) AS report_id,
    any_value(i.rows_are) AS rows_are
FROM import_rows r JOIN imports i USING (import_id) JOIN import_standing s USING (import_id) JOIN reports p USING (report_id)
WHERE s.state = 'taken-in' GROUP BY i.data_set, r.row_id;

-- The reports that incidents are derived from: all that came without a data set, and the current rows.
CREATE VIEW in_record AS
SELECT report_id FROM reports ANTI JOIN import_rows USING (report_id)
UNION ALL SELECT report_id FROM current_rows;

-- Earlier tellings of a row, with the report that tells it now.
CREATE VIEW superseded AS
SELECT DISTINCT r.report_id, c.report_id AS by_report
FROM import_rows r JOIN imports i USING (import_id) JOIN current_rows c ON c.data_set = i.data_set AND c.row_id = r.row_id
WHERE r.report_id <> c.report_id;

-- Derived: what the derived tables were made from, now with the imports taken in.
DROP TABLE derived_from;
CREATE TABLE derived_from (
    readings BIGINT NOT NULL, judgements BIGINT NOT NULL, states BIGINT NOT NULL, program_version VARCHAR NOT NULL
);

-- Ids are unique because what is there already is not added; an index that says so again costs more than all the rest.
CREATE TABLE reports_2 AS SELECT * FROM reports;
DROP TABLE reports;
ALTER TABLE reports_2 RENAME TO reports;
CREATE TABLE readings_2 AS SELECT * FROM readings;
DROP TABLE readings;
ALTER TABLE readings_2 RENAME TO readings;
CREATE TABLE assertions_2 AS SELECT * FROM assertions;
DROP TABLE assertions;
ALTER TABLE assertions_2 RENAME TO assertions;
