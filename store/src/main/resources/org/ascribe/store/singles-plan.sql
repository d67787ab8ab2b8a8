-- Which tellings stand alone, and which have to be compared with others. Run before incidents are derived.

-- What labels were given to, an earlier telling of a row of a data set being its present one.
CREATE OR REPLACE TEMP TABLE plan_labels AS
SELECT DISTINCT l.number, coalesce(s.by_report, l.report_id) AS report_id, l.label
FROM label_tellings l LEFT JOIN superseded s USING (report_id);

CREATE OR REPLACE TEMP TABLE plan_tellings AS
SELECT c.reading_id, c.report_id, c.label, c.country, i.data_set, coalesce(i.own, false) AS own,
    coalesce(c.date_from, r.published - 1098) - 2 AS since, coalesce(c.date_to, r.published) + 2 AS until,
    c.date_from IS NOT NULL AND c.date_to IS NOT NULL AND c.date_to - c.date_from <= 7 AS sharp
FROM (SELECT report_id, arg_max(reading_id, arrived) AS reading_id FROM readings SEMI JOIN in_record USING (report_id) GROUP BY report_id) d
JOIN coded_incidents c USING (reading_id) JOIN reports r ON r.report_id = c.report_id
LEFT JOIN (SELECT report_id, any_value(data_set) AS data_set, bool_and(rows_are = 'incidents') AS own FROM current_rows GROUP BY report_id) i
    ON i.report_id = c.report_id;

-- By month, so that nothing that can be near is missed; whole months are more than can be near, which costs time only.
CREATE OR REPLACE TEMP TABLE plan_months AS
SELECT report_id, data_set, own, country, sharp, since, until,
    unnest(generate_series(date_trunc('month', since), date_trunc('month', least(until, since + 1200)), INTERVAL 1 MONTH)) AS month
FROM plan_tellings WHERE since IS NOT NULL AND until IS NOT NULL AND until >= since;

CREATE OR REPLACE TEMP TABLE plan_near AS
SELECT DISTINCT o.report_id FROM plan_months o JOIN
    (SELECT country, month, count(DISTINCT coalesce(data_set, '')) AS voices, any_value(coalesce(data_set, '')) AS voice
     FROM plan_months WHERE country IS NOT NULL GROUP BY country, month) t USING (country, month)
WHERE o.own AND (t.voices > 1 OR t.voice <> o.data_set)
UNION SELECT o.report_id FROM plan_months o JOIN plan_months t
    ON o.month = t.month AND t.data_set IS DISTINCT FROM o.data_set AND o.since <= t.until AND t.since <= o.until
WHERE o.own AND ((t.country IS NULL AND t.sharp) OR (o.country IS NULL AND t.sharp));

-- Attributions that take more than counting: a denial, a doubt, several actors that are not named together.
CREATE OR REPLACE TEMP TABLE plan_difficult AS
SELECT p.report_id FROM plan_tellings p JOIN reading_assertions ra USING (reading_id) JOIN assertions a USING (assertion_id)
WHERE p.own AND a.kind = 'responsibility' AND a.incident = p.label AND a.stance <> 'unclaimed' GROUP BY p.report_id
HAVING count(*) FILTER (WHERE a.stance IN ('denied', 'doubted') OR a.polarity <> 'affirmed' OR a.actor_id IS NULL) > 0
    OR (count(DISTINCT a.actor_id) > 1
        AND (count(*) FILTER (WHERE a.stance <> 'stated' OR a.hedged) > 0 OR count(DISTINCT (a.start_at, a.end_at)) > 1));

-- One telling of each report, own rows only; with the label that was its own all along, if it had one.
CREATE OR REPLACE TEMP TABLE plan_single AS
SELECT p.reading_id, p.report_id, p.label, l.number FROM plan_tellings p
LEFT JOIN (SELECT any_value(number) AS number, report_id, label, count(*) AS times FROM plan_labels GROUP BY report_id, label) l
    ON l.report_id = p.report_id AND l.label = p.label
WHERE p.own AND p.report_id NOT IN (SELECT report_id FROM plan_near) AND p.report_id NOT IN (SELECT report_id FROM plan_judged)
    AND p.report_id NOT IN (SELECT report_id FROM plan_difficult)
    AND p.report_id NOT IN (SELECT report_id FROM plan_tellings GROUP BY report_id HAVING count(*) > 1)
    AND (l.number IS NULL OR (l.times = 1
        AND l.number IN (SELECT number FROM plan_labels GROUP BY number HAVING count(*) = 1)
        AND l.number IN (SELECT number FROM labels WHERE NOT retired)));

CREATE OR REPLACE TEMP TABLE plan_resolve AS
SELECT DISTINCT report_id FROM plan_tellings ANTI JOIN plan_single USING (report_id);
