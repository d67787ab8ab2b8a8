-- The ledger, format 4: incidents by actor, arranged for counting. Described for readers in docs/formats/ledger.md; keep the two together.
-- Derived from incidents and incident_claimants alone.

CREATE TABLE counted_actors (actor INTEGER NOT NULL, actor_id VARCHAR NOT NULL, name VARCHAR NOT NULL);

-- One row for each incident and actor that a voice names; one with a null actor where none does.
CREATE TABLE counted (
    number INTEGER NOT NULL,
    is_first BOOLEAN NOT NULL,
    actor INTEGER,
    month INTEGER,
    date_from DATE,
    date_to DATE,
    country VARCHAR,
    type VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    place_precision VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    killed_low INTEGER,
    killed_high INTEGER
);

-- So that they are filled: derived anew when next opened for writing.
DELETE FROM derived_from;
