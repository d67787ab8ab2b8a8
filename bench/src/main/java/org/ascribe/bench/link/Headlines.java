package org.ascribe.bench.link;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.ascribe.core.link.TextLinker;
import org.ascribe.core.link.TextLinker.Item;
import org.ascribe.core.link.TextLinker.Likely;

/**
 * Headlines of one country, parted by time: learned on the earlier half of them, measured on the later. The peer is the cosine
 * of words by rarity (TF-IDF) within three days.
 */
final class Headlines {

    static final List<String> COUNTRIES = List.of("car", "myanmar", "mexico", "syria");

    private static final int DAYS_OF_PEER = 3;
    /** Of the earlier half, the share that is learned from while the threshold is chosen on the rest. */
    private static final double LEARNED = 0.6;

    private static final List<Double> THRESHOLDS =
            List.of(0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6);

    private Headlines() {}

    /** Pairs found and right of one method, and its threshold. */
    record Result(String country, String method, int truth, int found, int right, double threshold) {
        double f1() {
            return 2.0 * right / Math.max(1, found + truth);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d | %.4f | %.4f | %.4f | %.3f |",
                    country,
                    method,
                    truth,
                    right,
                    found - right,
                    right / (double) Math.max(1, found),
                    right / (double) truth,
                    f1(),
                    threshold);
        }
    }

    static List<Result> measure(Path file, String country) throws IOException {
        Map<String, String> incidents = new HashMap<>();
        List<Item> items = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                if (row.getField("country_file").equals(country)
                        && row.getField("n_events").equals("1")) {
                    items.add(new Item(
                            row.getField("report_id"),
                            LocalDate.parse(row.getField("pub_date")),
                            row.getField("office"),
                            row.getField("headline")));
                    incidents.put(row.getField("report_id"), row.getField("event_ids"));
                }
            }
        }
        items.sort(Comparator.comparing(Item::day).thenComparing(Item::id));
        Function<String, String> incident = id -> incidents.getOrDefault(id, id);
        List<Item> early = items.subList(0, items.size() / 2);
        List<Item> late = items.subList(items.size() / 2, items.size());
        int middle = (int) (early.size() * LEARNED);
        List<Item> first = early.subList(0, middle);
        List<Item> second = early.subList(middle, early.size());

        List<Result> results = new ArrayList<>();
        List<Likely> peerEarly = cosines(early);
        List<Likely> peerLate = cosines(late);
        double threshold = best(peerEarly, early, incident);
        results.add(pairs("TF-IDF, threshold of the earlier half", country, peerLate, late, incident, threshold));
        results.add(pairs(
                "TF-IDF, best threshold of the later half itself",
                country,
                peerLate,
                late,
                incident,
                best(peerLate, late, incident)));

        List<Likely> tried = TextLinker.learn(first, item -> incident.apply(item.id()), items)
                .compare(second, items, THRESHOLDS.getFirst());
        double chosen = THRESHOLDS.stream()
                .max(Comparator.comparingDouble((Double least) ->
                                groups("", "", tried, second, incident, least).f1())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        List<Likely> found = TextLinker.learn(early, item -> incident.apply(item.id()), items)
                .compare(late, items, THRESHOLDS.getFirst());
        results.add(groups("ours", country, found, late, incident, chosen));
        return results;
    }

    private static int truth(List<Item> items, Function<String, String> incident) {
        Map<String, Integer> sizes = new TreeMap<>();
        items.forEach(item -> sizes.merge(incident.apply(item.id()), 1, Integer::sum));
        return sizes.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
    }

    private static Result pairs(
            String method,
            String country,
            List<Likely> likely,
            List<Item> items,
            Function<String, String> incident,
            double least) {
        List<Likely> kept =
                likely.stream().filter(pair -> pair.probability() >= least).toList();
        long right = kept.stream()
                .filter(pair -> incident.apply(pair.a()).equals(incident.apply(pair.b())))
                .count();
        return new Result(country, method, truth(items, incident), kept.size(), (int) right, least);
    }

    private static Result groups(
            String method,
            String country,
            List<Likely> likely,
            List<Item> items,
            Function<String, String> incident,
            double least) {
        int found = 0;
        int right = 0;
        for (Set<String> group : TextLinker.groups(likely, least)) {
            List<String> ids = List.copyOf(group);
            for (int i = 0; i < ids.size(); i++) {
                for (int k = i + 1; k < ids.size(); k++) {
                    found++;
                    right += incident.apply(ids.get(i)).equals(incident.apply(ids.get(k))) ? 1 : 0;
                }
            }
        }
        return new Result(country, method, truth(items, incident), found, right, least);
    }

    /** The threshold of the best F1; pairs of one cosine stand or fall together. */
    private static double best(List<Likely> likeliestFirst, List<Item> items, Function<String, String> incident) {
        int truth = truth(items, incident);
        double best = 0;
        double threshold = 1;
        int right = 0;
        for (int i = 0; i < likeliestFirst.size(); i++) {
            Likely pair = likeliestFirst.get(i);
            right += incident.apply(pair.a()).equals(incident.apply(pair.b())) ? 1 : 0;
            boolean last =
                    i + 1 == likeliestFirst.size() || likeliestFirst.get(i + 1).probability() < pair.probability();
            double f1 = 2.0 * right / (i + 1 + truth);
            if (last && f1 > best) {
                best = f1;
                threshold = pair.probability();
            }
        }
        return threshold;
    }

    /** The peer's pairs, the likeliest first. */
    private static List<Likely> cosines(List<Item> items) {
        List<Map<String, Double>> vectors = new ArrayList<>();
        Map<String, Integer> texts = new HashMap<>();
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (Item item : items) {
            Map<String, Integer> own = new TreeMap<>();
            for (String word : item.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+", -1)) {
                if (!word.isEmpty()) {
                    own.merge(word, 1, Integer::sum);
                }
            }
            new HashSet<>(own.keySet()).forEach(word -> texts.merge(word, 1, Integer::sum));
            counts.add(own);
        }
        for (Map<String, Integer> own : counts) {
            Map<String, Double> vector = new TreeMap<>();
            own.forEach((word, n) ->
                    vector.put(word, (1 + Math.log(n)) * Math.log((items.size() + 1.0) / texts.getOrDefault(word, 1))));
            double length =
                    Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
            vector.replaceAll((word, x) -> x / Math.max(1e-9, length));
            vectors.add(vector);
        }
        int[] days =
                items.stream().mapToInt(item -> (int) item.day().toEpochDay()).toArray();
        List<Likely> likely = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            for (int k = i + 1; k < days.length && days[k] - days[i] <= DAYS_OF_PEER; k++) {
                double cosine = 0;
                for (Map.Entry<String, Double> word : vectors.get(i).entrySet()) {
                    cosine += word.getValue() * vectors.get(k).getOrDefault(word.getKey(), 0.0);
                }
                likely.add(new Likely(items.get(i).id(), items.get(k).id(), cosine));
            }
        }
        likely.sort(Comparator.comparingDouble((Likely pair) -> -pair.probability())
                .thenComparing(Likely::a)
                .thenComparing(Likely::b));
        return likely;
    }
}
