package org.ascribe.bench.outlook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.ascribe.analyse.outlook.Panel;

/**
 * What the folders views and ged hold.
 *
 * @param panel state-based fatalities by country, from 1989: UCDP GED 21.1 as extracted until {@link #JOINED}, the challenge's
 *     own from then on. The extract leaves out what was placed coarsely; its totals are not UCDP's.
 * @param rowOf the panel's row by the challenge's country_id
 * @param outcomes by window and country_id, one for each month of it
 * @param firstMonth of each window
 * @param benchmark the twelve draws of conflictology by window and country_id, as published
 * @param published mean scores by "model metric window"
 */
record ViewsData(
        Panel panel,
        Map<Integer, Integer> rowOf,
        Map<Integer, Map<Integer, double[]>> outcomes,
        Map<Integer, YearMonth> firstMonth,
        Map<Integer, Map<Integer, double[]>> benchmark,
        Map<String, Double> published) {

    private static final YearMonth START = YearMonth.of(1989, 1);
    private static final YearMonth MONTH_ONE = YearMonth.of(1980, 1);
    private static final int DRAWS = 12;

    /** The first month of the challenge's own series; before it the panel is the extract. */
    static final YearMonth JOINED = YearMonth.of(2016, 11);

    /** Countries that the two name differently, UCDP first; every other name is the same in both. */
    private static final Map<String, String> NAMES = Map.of(
            "Yemen (North Yemen)", "Yemen",
            "DR Congo (Zaire)", "Congo, DRC",
            "Ivory Coast", "Cote d'Ivoire",
            "Myanmar (Burma)", "Myanmar",
            "Russia (Soviet Union)", "Russia",
            "Cambodia (Kampuchea)", "Cambodia",
            "United States of America", "United States",
            "Bosnia-Herzegovina", "Bosnia and Herzegovina",
            "Serbia (Yugoslavia)", "Serbia",
            "Macedonia, FYR", "Macedonia");

    /** @param data the folder that holds the folders views and ged */
    static ViewsData read(Path data) throws IOException {
        Path views = data.resolve("views");
        Path series = views.resolve("cm_fatalities_201611_202404.csv");
        Path events = data.resolve("ged").resolve("ged211_global.csv.gz");
        for (Path needed : List.of(series, events)) {
            if (!Files.isReadable(needed)) {
                throw new IllegalArgumentException(
                        ("Cannot score the outlook: %s is not there. Expected the folder with "
                                        + "views and ged, such as ../shared/data.%n  Name it with --data.")
                                .formatted(needed));
            }
        }
        TreeMap<Integer, String> names = new TreeMap<>();
        List<int[]> cells = new ArrayList<>();
        List<Double> tolls = new ArrayList<>();
        YearMonth[] last = {JOINED};
        rows(series, row -> {
            int country = integer(row, "country_id");
            YearMonth month = month(row);
            names.put(country, row.getField("name"));
            if (!row.getField("ged_sb").isEmpty()) {
                cells.add(new int[] {country, (int) START.until(month, ChronoUnit.MONTHS)});
                tolls.add(Double.parseDouble(row.getField("ged_sb")));
                last[0] = month.isAfter(last[0]) ? month : last[0];
            }
        });
        Map<Integer, Integer> rowOf = new HashMap<>();
        Map<String, Integer> rowOfName = new HashMap<>();
        List<String> places = new ArrayList<>();
        names.forEach((country, name) -> {
            rowOf.put(country, places.size());
            rowOfName.put(name, places.size());
            places.add(name);
        });
        int joined = (int) START.until(JOINED, ChronoUnit.MONTHS);
        double[][] all = new double[places.size()][(int) START.until(last[0], ChronoUnit.MONTHS) + 1];
        for (int i = 0; i < cells.size(); i++) {
            all[of(rowOf, cells.get(i)[0])][cells.get(i)[1]] = tolls.get(i);
        }
        rows(events, row -> {
            int month = (integer(row, "year") - START.getYear()) * 12 + integer(row, "month") - 1;
            if (month < joined && row.getField("type_of_violence").equals("State-based violence")) {
                String name = row.getField("country");
                all[of(rowOfName, NAMES.getOrDefault(name, name))][month] += integer(row, "best_death");
            }
        });
        Map<Integer, Map<Integer, double[]>> outcomes = new TreeMap<>();
        Map<Integer, YearMonth> first = new TreeMap<>();
        Map<Integer, Map<Integer, Map<YearMonth, Double>>> loose = new TreeMap<>();
        rows(views.resolve("cm_actuals_2018_2024.csv"), row -> {
            int window = integer(row, "window");
            first.merge(window, month(row), (a, b) -> a.isBefore(b) ? a : b);
            loose.computeIfAbsent(window, any -> new TreeMap<>())
                    .computeIfAbsent(integer(row, "country_id"), any -> new TreeMap<>())
                    .put(month(row), Double.parseDouble(row.getField("outcome")));
        });
        loose.forEach((window, countries) -> {
            Map<Integer, double[]> each = new TreeMap<>();
            countries.forEach((country, months) -> each.put(
                    country,
                    months.values().stream().mapToDouble(Double::doubleValue).toArray()));
            outcomes.put(window, each);
        });
        Map<Integer, Map<Integer, double[]>> benchmark = new TreeMap<>();
        rows(views.resolve("cm_conflictology_draws.csv"), row -> {
            double[] draws = new double[DRAWS];
            for (int i = 0; i < DRAWS; i++) {
                draws[i] = Double.parseDouble(row.getField("draw_" + i));
            }
            benchmark
                    .computeIfAbsent(integer(row, "window"), any -> new TreeMap<>())
                    .put(integer(row, "country_id"), draws);
        });
        Map<String, Double> published = new TreeMap<>();
        rows(views.resolve("published_scores.csv"), row -> {
            if (row.getField("level").equals("country-month")) {
                published.put(
                        row.getField("model") + " " + row.getField("metric") + " " + row.getField("window"),
                        Double.parseDouble(row.getField("mean")));
            }
        });
        return new ViewsData(new Panel(START, places, all), rowOf, outcomes, first, benchmark, published);
    }

    /** The last month that a forecast for the window may know: October of the year before. */
    YearMonth cut(int window) {
        return of(firstMonth, window).minusMonths(3);
    }

    static <K, V> V of(Map<K, V> map, K key) {
        V found = map.get(key);
        if (found == null) {
            throw new IllegalArgumentException("Cannot score the outlook: the data have nothing for " + key
                    + ". Expected the files that ../shared/data/README.md describes.");
        }
        return found;
    }

    private static YearMonth month(NamedCsvRecord row) {
        return MONTH_ONE.plusMonths(integer(row, "month_id") - 1L);
    }

    private static int integer(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static void rows(Path file, Consumer<NamedCsvRecord> each) throws IOException {
        try (Reader reader = new InputStreamReader(
                        file.toString().endsWith(".gz")
                                ? new GZIPInputStream(Files.newInputStream(file))
                                : Files.newInputStream(file),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            rows.forEach(each);
        }
    }
}
