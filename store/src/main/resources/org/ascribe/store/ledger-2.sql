-- Format 2: which other extractors read the same as the one that an assertion names, in a reading with a second opinion.

CREATE TABLE also_read_by (
    reading_id VARCHAR NOT NULL, assertion_id VARCHAR NOT NULL, position INTEGER NOT NULL,
    step VARCHAR NOT NULL, step_version VARCHAR NOT NULL
);
