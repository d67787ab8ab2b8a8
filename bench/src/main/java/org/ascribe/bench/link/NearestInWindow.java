package org.ascribe.bench.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.link.Row;

/** The usual first try: the nearest row within some days and kilometres, each row once, the nearest pairs first. */
final class NearestInWindow {

    private NearestInWindow() {}

    /** Pairs as {@code a id, b id}. */
    static Set<List<String>> link(List<Row> a, List<Row> b, int days, double kilometres) {
        record Candidate(String a, String b, double kilometres, long days) {}
        Map<Long, List<Row>> byDay = new HashMap<>();
        for (Row row : b) {
            if (row.from() != null && row.spot() != null) {
                byDay.computeIfAbsent(row.from().toEpochDay(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Row row : a) {
            if (row.from() == null || row.spot() == null) {
                continue;
            }
            long day = row.from().toEpochDay();
            for (int apart = -days; apart <= days; apart++) {
                for (Row other : byDay.getOrDefault(day + apart, List.of())) {
                    double distance = Objects.requireNonNull(place(row).kilometresTo(place(other)));
                    if (distance <= kilometres) {
                        candidates.add(new Candidate(row.id(), other.id(), distance, Math.abs(apart)));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::kilometres)
                .thenComparing(Candidate::days)
                .thenComparing(Candidate::a)
                .thenComparing(Candidate::b));
        Set<String> usedA = new HashSet<>();
        Set<String> usedB = new HashSet<>();
        Set<List<String>> links = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!usedA.contains(candidate.a()) && !usedB.contains(candidate.b())) {
                usedA.add(candidate.a());
                usedB.add(candidate.b());
                links.add(List.of(candidate.a(), candidate.b()));
            }
        }
        return links;
    }

    private static Place place(Row row) {
        Row.Spot spot = Objects.requireNonNull(row.spot());
        return new Place("", null, null, spot.latitude(), spot.longitude(), PlacePrecision.TOWN);
    }
}
