-- Small numbers in place of names and days, in the order in which they are asked for: counting then reads few blocks.

DELETE FROM counted_actors;
INSERT INTO counted_actors
SELECT row_number() OVER (ORDER BY actor_id), actor_id, min(name) FROM incident_claimants WHERE origins > 0 GROUP BY actor_id;

DELETE FROM counted;
INSERT INTO counted
SELECT i.number, coalesce(c.place, 1) = 1, c.actor,
    CASE WHEN date_trunc('month', i.date_from) = date_trunc('month', i.date_to) THEN year(i.date_from) * 12 + month(i.date_from) - 1 END,
    i.date_from, i.date_to, i.country, i.type, i.status, i.place_precision, i.latitude, i.longitude, i.killed_low, i.killed_high
FROM incidents i LEFT JOIN
    (SELECT number, actor, row_number() OVER (PARTITION BY number ORDER BY position) AS place
     FROM incident_claimants JOIN counted_actors USING (actor_id) WHERE origins > 0) c USING (number)
ORDER BY i.country, i.date_from, i.number;
