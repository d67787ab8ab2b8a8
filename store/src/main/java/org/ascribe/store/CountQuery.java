package org.ascribe.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Coded;
import org.ascribe.store.Counts.By;
import org.jspecify.annotations.Nullable;

/** The question to the table {@code counted} for one filter, grouped in one pass over it. */
final class CountQuery {

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<By> by;
    /** Whether the filter may leave out the row of an incident that is its first. */
    private final boolean byActor;

    CountQuery(CountFilter filter, Set<By> by) {
        this.by = List.copyOf(by);
        byActor = !filter.actors().isEmpty();
        if (filter.from() != null) {
            conditions.add(
                    "coalesce(date_to, DATE '9999-12-31') >= ? AND (date_from IS NOT NULL OR date_to IS NOT NULL)");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            conditions.add(
                    "coalesce(date_from, DATE '0001-01-01') <= ? AND (date_from IS NOT NULL OR date_to IS NOT NULL)");
            values.add(filter.to());
        }
        among("country", filter.countries());
        among("type", codes(filter.types()));
        among("status", codes(filter.statuses()));
        among("place_precision", filter.precisions().stream().map(Words::of).toList());
        if (!filter.actors().isEmpty()) {
            conditions.add(
                    "actor IN (SELECT actor FROM counted_actors WHERE actor_id IN (" + places(filter.actors()) + "))");
            values.addAll(filter.actors());
        }
    }

    private static List<String> codes(List<? extends Coded> values) {
        return values.stream().map(Coded::code).toList();
    }

    private static String places(List<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }

    private void among(String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(column + " IN (" + places(wanted) + ")");
            values.addAll(wanted);
        }
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** @param most actors to tell apart, those with the most incidents; the others are left out */
    Counts ask(Database database, int most) {
        boolean actors = by.contains(By.ACTOR);
        String sides = by.stream().map(By::code).collect(Collectors.joining(", "));
        // each incident once, unless actors are told apart
        String from = actors ? "counted" + where() : "(SELECT DISTINCT ON (number) * FROM counted" + where() + ")";
        if (!actors && !byActor) {
            conditions.add("is_first");
            from = "counted" + where();
        }
        String grouped = "SELECT " + (sides.isEmpty() ? "" : sides + ", ")
                + "count(*)::INTEGER AS n, count(*) FILTER (is_first) AS firsts, sum(killed_low)::BIGINT AS low,"
                + " CASE WHEN count(*) FILTER (killed_low IS NOT NULL AND killed_high IS NULL) = 0 THEN sum(killed_high) END::BIGINT AS high,"
                + " count(*) FILTER (killed_low IS NULL AND killed_high IS NULL)::INTEGER AS unknown FROM " + from
                + (sides.isEmpty() ? "" : " GROUP BY " + sides);
        String total = byActor && actors
                ? "(SELECT count(DISTINCT number) FROM counted" + where() + ")"
                : actors ? "(SELECT sum(firsts) FROM grouped)" : "(SELECT sum(n) FROM grouped)";
        String order = by.stream()
                .map(side -> (side == By.ACTOR ? "actor_id" : side.code()) + " NULLS LAST")
                .collect(Collectors.joining(", "));
        String sql = "WITH grouped AS MATERIALIZED (" + grouped + ")"
                + (actors
                        ? ", largest AS (SELECT actor FROM grouped GROUP BY actor ORDER BY sum(n) DESC, actor NULLS LAST LIMIT "
                                + most
                                + ") SELECT g.*, a.actor_id, a.name, " + total
                                + "::INTEGER AS total FROM grouped g JOIN largest l ON g.actor IS NOT DISTINCT FROM l.actor"
                                + " LEFT JOIN counted_actors a ON a.actor = g.actor"
                        : " SELECT *, " + total + "::INTEGER AS total FROM grouped WHERE n > 0")
                + (order.isEmpty() ? "" : " ORDER BY " + order);
        int[] incidents = {0};
        List<Counts.Row> rows = database.list(
                sql,
                row -> {
                    incidents[0] = row.integer("total");
                    return row(row);
                },
                Stream.generate(() -> values)
                        .limit(byActor && actors ? 2 : 1)
                        .flatMap(List::stream)
                        .toArray());
        return new Counts(incidents[0], rows);
    }

    private Counts.Row row(Rows row) throws SQLException {
        Map<By, @Nullable String> found = new EnumMap<>(By.class);
        for (By side : by) {
            found.put(
                    side,
                    switch (side) {
                        case MONTH -> month(row.integerOrNull("month"));
                        case ACTOR -> row.textOrNull("actor_id");
                        case COUNTRY, TYPE, STATUS -> row.textOrNull(side.code());
                    });
        }
        return new Counts.Row(
                found,
                by.contains(By.ACTOR) ? row.textOrNull("name") : null,
                row.integer("n"),
                row.integerOrNull("low"),
                row.integerOrNull("high"),
                row.integer("unknown"));
    }

    private static @Nullable String month(@Nullable Integer month) {
        return month == null ? null : "%04d-%02d".formatted(month / 12, month % 12 + 1);
    }
}
