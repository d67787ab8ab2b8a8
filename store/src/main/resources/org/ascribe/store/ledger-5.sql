-- The ledger, format 5: judgements on whole incidents. decision merge-incidents or split-incident has its tellings here.
-- part: 1 the incident that is kept or that stays, 2 the one that is merged with it or parted from it.
CREATE TABLE judgement_tellings (
    judgement_id VARCHAR NOT NULL, part INTEGER NOT NULL, report_id VARCHAR NOT NULL, label VARCHAR NOT NULL
);
