package org.ascribe.core.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;

/**
 * Which reports are copies of one text: syndicated copies are one origin. Two texts are copies when they share most runs of
 * five words (Broder's resemblance), or when the shorter one, if it is long enough to matter, lies in the longer. Furniture
 * does not count. A row of a data set is always its own origin, however alike its words are to the next row's. Immutable.
 */
public final class Origins {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORDS_IN_RUN = 5;
    /** Share of common runs among all runs, 0..1, from which on two texts are copies. */
    private static final double LEAST_RESEMBLANCE = 0.6;
    /** Share of the shorter text's runs that lie in the longer. */
    private static final double LEAST_CONTAINMENT = 0.85;
    /** A shorter text than this share of the longer is a quotation, not a copy. */
    private static final double LEAST_LENGTH_RATIO = 0.4;

    /** A run in so many independent texts is boilerplate, by which no copy is looked for. */
    private static final int COMMON_RUN = 60;

    private final Map<ReportId, ReportId> originOf;

    private Origins(Map<ReportId, ReportId> originOf) {
        this.originOf = originOf;
    }

    /** Cost grows with the words of all reports and with how many runs independent texts share. */
    public static Origins of(Collection<Report> reports) {
        if (reports.size() == 1) {
            ReportId only = reports.iterator().next().id();
            return new Origins(Map.of(only, only));
        }
        List<Report> earliestFirst = reports.stream()
                .distinct()
                .sorted(Comparator.comparing(Report::published, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Report::id))
                .toList();
        Map<ReportId, ReportId> originOf = new TreeMap<>();
        Map<Long, List<Integer>> originsWithRun = new HashMap<>();
        List<Set<Long>> runsOf = new ArrayList<>();
        List<ReportId> ids = new ArrayList<>();
        for (Report report : earliestFirst) {
            if (report.genre() == Genre.DATA_SET) {
                originOf.put(report.id(), report.id());
                continue;
            }
            Set<Long> runs = runs(report);
            Set<Integer> candidates = new TreeSet<>();
            for (Long run : runs) {
                List<Integer> with = originsWithRun.getOrDefault(run, List.of());
                if (with.size() < COMMON_RUN) {
                    candidates.addAll(with);
                }
            }
            int best = -1;
            double bestLikeness = 0;
            for (int candidate : candidates) {
                Set<Long> others = runsOf.get(candidate);
                int shared = (int) runs.stream().filter(others::contains).count();
                double likeness = likeness(shared, runs.size(), others.size());
                if (likeness > bestLikeness) {
                    best = candidate;
                    bestLikeness = likeness;
                }
            }
            if (best >= 0) {
                originOf.put(report.id(), ids.get(best));
            } else {
                int origin = ids.size();
                ids.add(report.id());
                runsOf.add(runs);
                for (Long run : runs) {
                    List<Integer> with = originsWithRun.computeIfAbsent(run, key -> new ArrayList<>(1));
                    if (with.size() < COMMON_RUN) {
                        with.add(origin);
                    }
                }
                originOf.put(report.id(), report.id());
            }
        }
        return new Origins(originOf);
    }

    /** 0 where the two are no copies. */
    private static double likeness(int shared, int a, int b) {
        double resemblance = shared / (double) (a + b - shared);
        double contained = shared / (double) Math.min(a, b);
        boolean copy = resemblance >= LEAST_RESEMBLANCE
                || (contained >= LEAST_CONTAINMENT && Math.min(a, b) >= LEAST_LENGTH_RATIO * Math.max(a, b));
        return copy ? resemblance : 0;
    }

    private static Set<Long> runs(Report report) {
        StringBuilder body = new StringBuilder();
        int from = 0;
        int at = 0;
        String text = report.text();
        for (Furniture piece : report.furniture()) {
            int start = text.offsetByCodePoints(at, piece.passage().start() - from);
            body.append(text, at, start).append(' ');
            at = text.offsetByCodePoints(
                    start, piece.passage().end() - piece.passage().start());
            from = piece.passage().end();
        }
        body.append(text.substring(at));
        String[] words = BETWEEN_WORDS.split(body.toString().toLowerCase(Locale.ROOT), -1);
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (!word.isEmpty()) {
                kept.add(word);
            }
        }
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i == 0 || i + WORDS_IN_RUN <= kept.size(); i++) {
            long hash = 1125899906842597L;
            for (int k = i; k < Math.min(kept.size(), i + WORDS_IN_RUN); k++) {
                for (int c = 0; c < kept.get(k).length(); c++) {
                    hash = 31 * hash + kept.get(k).charAt(c);
                }
                hash = 31 * hash + ' ';
            }
            runs.add(hash);
        }
        return runs;
    }

    /**
     * The report that stands for all copies of the text of {@code report}: the earliest one.
     *
     * @throws IllegalArgumentException if the report was not among those looked at
     */
    public ReportId originOf(ReportId report) {
        ReportId origin = originOf.get(report);
        if (origin == null) {
            throw new IllegalArgumentException("report " + report + " is not among those whose origins are known");
        }
        return origin;
    }

    /** How many independent texts these are. */
    public int count(Collection<ReportId> reports) {
        return (int) reports.stream().map(this::originOf).distinct().count();
    }
}
