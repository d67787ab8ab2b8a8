-- Incidents of one telling that nothing is near to: what Resolver and EveryVoice make of such a telling, in the database.
-- SinglesTest holds the two against each other.

CREATE OR REPLACE TEMP TABLE plan_numbered AS
SELECT s.* EXCLUDE (number), c.* EXCLUDE (reading_id, report_id, label),
    left(sha256(length(s.report_id) || ':' || s.report_id || length(s.label) || ':' || s.label), 16) AS hash,
    coalesce(s.number, (SELECT greatest((SELECT coalesce(max(number), 0) FROM labels), (SELECT coalesce(max(number), 0) FROM temp.staged_labels)))
        + row_number() OVER (PARTITION BY s.number IS NULL ORDER BY c.date_from NULLS LAST, s.report_id)) AS number
FROM temp.plan_single s JOIN coded_incidents c ON c.reading_id = s.reading_id AND c.label = s.label;

CREATE OR REPLACE TEMP TABLE plan_claimants AS
SELECT p.number, a.actor_id, min(a.actor_name) AS name
FROM temp.plan_numbered p JOIN reading_assertions ra USING (reading_id) JOIN assertions a USING (assertion_id)
WHERE a.kind = 'responsibility' AND a.incident = p.label AND a.stance <> 'unclaimed' AND a.actor_id IS NOT NULL
GROUP BY p.number, a.actor_id;

INSERT INTO temp.staged_labels SELECT number, NULL, false FROM temp.plan_numbered;

INSERT INTO temp.staged_label_tellings SELECT number, report_id, label FROM temp.plan_numbered;

INSERT INTO temp.staged_tellings SELECT number, report_id, label FROM temp.plan_numbered;

INSERT INTO temp.staged_incidents
SELECT number, 'inc-' || hash, summary, type, date_from, date_to, date_precision, date_yearless, place_name, country, admin1,
    latitude, longitude, place_precision, 'every-voice',
    CASE WHEN number IN (SELECT number FROM temp.plan_claimants) THEN 'weak' ELSE 'unclaimed' END,
    killed_low, CASE WHEN killed_high < killed_low THEN NULL ELSE killed_high END,
    wounded_low, CASE WHEN wounded_high < wounded_low THEN NULL ELSE wounded_high END, 1, 1
FROM temp.plan_numbered;

INSERT INTO temp.staged_incident_targets
SELECT p.number, t.position, t.name, t.class FROM temp.plan_numbered p JOIN coded_incident_targets t
    ON t.reading_id = p.reading_id AND t.label = p.label;

INSERT INTO temp.staged_incident_weapons
SELECT p.number, w.position, w.name, w.class FROM temp.plan_numbered p JOIN coded_incident_weapons w
    ON w.reading_id = p.reading_id AND w.label = p.label;

INSERT INTO temp.staged_incident_claimants
SELECT number, row_number() OVER (PARTITION BY number ORDER BY actor_id) - 1, actor_id, name, 1 FROM temp.plan_claimants;
