package org.ascribe.analyse.spillover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which countries share a land border, after Natural Earth; by ISO 3166-1 alpha-2 code. */
public final class Neighbours {

    private static final Map<String, SortedSet<String>> BORDERS = read();

    private Neighbours() {}

    /** The neighbours of a country, sorted; none of an island or an unknown code. */
    public static SortedSet<String> of(String country) {
        return java.util.Collections.unmodifiableSortedSet(BORDERS.getOrDefault(country, new TreeSet<>()));
    }

    private static Map<String, SortedSet<String>> read() {
        Map<String, SortedSet<String>> borders = new TreeMap<>();
        try (InputStream in = Neighbours.class.getResourceAsStream("neighbours.tsv")) {
            if (in == null) {
                throw new IllegalStateException("neighbours.tsv is missing beside " + Neighbours.class);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(pair -> {
                borders.computeIfAbsent(pair[0], key -> new TreeSet<>()).add(pair[1]);
                borders.computeIfAbsent(pair[1], key -> new TreeSet<>()).add(pair[0]);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return borders;
    }
}
