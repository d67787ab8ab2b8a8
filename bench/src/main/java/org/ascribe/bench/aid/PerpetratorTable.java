package org.ascribe.bench.aid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ascribe.bench.aid.Narrative.DataSet;
import org.ascribe.core.PerpetratorClass;

/** What the perpetrator classes of the data sets and ours are called in the comparison, from two tables with sources. */
final class PerpetratorTable {

    private record Coded(String dataSet, String value, Pattern name, String perpetrator) {}

    private record Ours(String dataSet, String read, String perpetrator) {}

    private final List<Coded> coded;
    private final List<Ours> ours;

    private PerpetratorTable(List<Coded> coded, List<Ours> ours) {
        this.coded = coded;
        this.ours = ours;
    }

    static PerpetratorTable load() {
        return new PerpetratorTable(
                rows("perpetrator-classes.tsv")
                        .map(cells -> new Coded(cells[0], cells[1], Pattern.compile(cells[2]), cells[3]))
                        .toList(),
                rows("perpetrators-read.tsv")
                        .map(cells -> new Ours(cells[0], cells[1], cells[2]))
                        .toList());
    }

    private static java.util.stream.Stream<String[]> rows(String name) {
        try (InputStream stream = Objects.requireNonNull(PerpetratorTable.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .skip(1)
                            .map(line -> line.split("\t", -1))
                            .toList()
                            .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /** The class of the comparison for what a data set codes; the first row that fits counts. */
    String classOf(DataSet dataSet, String value, String name) {
        return coded.stream()
                .filter(row -> row.dataSet().equals("any") || row.dataSet().equals(dataSet.code()))
                .filter(row ->
                        row.value().equals(value) && row.name().matcher(name).find())
                .map(Coded::perpetrator)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("perpetrator-classes.tsv has no row for "
                        + dataSet.code() + ", \"" + value + "\", \"" + name + "\". Add one with its class."));
    }

    /** The class of the comparison for what the extractor reads. */
    String classOf(DataSet dataSet, PerpetratorClass read) {
        return ours.stream()
                .filter(row -> row.dataSet().equals("any") || row.dataSet().equals(dataSet.code()))
                .filter(row -> row.read().equals(read.code()))
                .map(Ours::perpetrator)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("perpetrators-read.tsv has no row for " + read.code()));
    }

    Set<String> classes() {
        Set<String> all = new TreeSet<>();
        coded.forEach(row -> all.add(row.perpetrator()));
        ours.forEach(row -> all.add(row.perpetrator()));
        return all;
    }
}
