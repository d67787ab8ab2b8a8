package org.ascribe.bench.aid;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ascribe.bench.aid.Narrative.DataSet;
import org.ascribe.bench.aid.Narrative.Harmed;
import org.ascribe.bench.aid.Narrative.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the narratives where they lie. */
final class NarrativeFiles {

    private static final String AWSD = "awsd/awsd_afghanistan.csv";
    private static final String AID_WORKERS = "insecurity_insight/aidWorkerKIKA.json.gz";
    private static final String EDUCATION = "insecurity_insight/education.json.gz";
    private static final String PROTECTION = "insecurity_insight/protection.json.gz";
    private static final List<String> FILES = List.of(AWSD, AID_WORKERS, EDUCATION, PROTECTION);

    private final Path folder;
    private final PerpetratorTable perpetrators = PerpetratorTable.load();

    NarrativeFiles(Path folder) {
        this.folder = folder;
    }

    /** The narratives of all four files in their order; those without words are left out. */
    List<Narrative> read() throws IOException {
        for (String file : FILES) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new IllegalArgumentException(
                        "Cannot read " + folder.resolve(file)
                                + ": there is no such file. Give the folder that holds awsd and insecurity_insight with --data.");
            }
        }
        List<Narrative> all = new ArrayList<>();
        awsd(all);
        sind(all, AID_WORKERS, DataSet.AID_WORKERS, "SiND Event ID");
        sind(all, EDUCATION, DataSet.EDUCATION, "SiND Event ID");
        sind(all, PROTECTION, DataSet.PROTECTION, "SiND ID");
        all.removeIf(narrative -> narrative.text().isBlank());
        return all;
    }

    /** SHA-256 over the four files, its first 16 digits. */
    String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(Files.readAllBytes(folder.resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java has no SHA-256", broken);
        }
    }

    private void awsd(List<Narrative> all) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(AWSD))) {
            for (NamedCsvRecord row : rows) {
                List<String> names = Stream.of("Region", "District", "City")
                        .map(row::getField)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
                all.add(new Narrative(
                        DataSet.AWSD,
                        Integer.parseInt(row.getField("Incident ID")),
                        day(row.getField("Year") + "-" + two(row.getField("Month")) + "-" + two(row.getField("Day"))),
                        row.getField("Details"),
                        new Harmed(
                                number(row.getField("Total killed")),
                                number(row.getField("Total wounded")),
                                number(row.getField("Total kidnapped"))),
                        names.isEmpty() ? null : point(row.getField("Latitude"), row.getField("Longitude")),
                        names,
                        perpetrators.classOf(
                                DataSet.AWSD, row.getField("Actor type").strip(), row.getField("Actor name"))));
            }
        }
    }

    private void sind(List<Narrative> all, String file, DataSet dataSet, String id) throws IOException {
        JsonNode rows;
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
            rows = new ObjectMapper().readTree(stream);
        }
        for (JsonNode row : rows) {
            boolean country = text(row, "Geo Precision").startsWith("(6)");
            String date = text(row, "Date");
            List<String> names = Stream.of("Admin 1", "Camp Name")
                    .map(column -> text(row, column))
                    .filter(name -> !name.isEmpty())
                    .toList();
            all.add(new Narrative(
                    dataSet,
                    row.get(id).asInt(),
                    date.length() < 10 ? null : day(date.substring(0, 10)),
                    text(row, "Event Description"),
                    dataSet == DataSet.AID_WORKERS ? harmed(row) : null,
                    country ? null : point(text(row, "Latitude"), text(row, "Longitude")),
                    names,
                    perpetrators.classOf(
                            dataSet, text(row, "Reported Perpetrator"), text(row, "Reported Perpetrator Name"))));
        }
    }

    private static Harmed harmed(JsonNode row) {
        return new Harmed(
                number(text(row, "Aid Workers Killed")),
                number(text(row, "Aid Workers Injured")),
                number(text(row, "Aid Workers Kidnapped")));
    }

    private static String text(JsonNode row, String column) {
        JsonNode cell = row.get(column);
        return cell == null || cell.isNull() ? "" : cell.asString().strip();
    }

    private static int number(String cell) {
        return cell.isBlank() ? 0 : Integer.parseInt(cell.strip());
    }

    private static String two(String cell) {
        return cell.length() == 1 ? "0" + cell : cell;
    }

    private static @Nullable LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException coarser) {
            return null;
        }
    }

    private static @Nullable Point point(String latitude, String longitude) {
        return latitude.isBlank() || longitude.isBlank()
                ? null
                : new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }
}
