package org.ascribe.exchange.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.DataSource;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Speaker;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.exchange.export.CsvTable.Formulas;
import org.ascribe.exchange.export.ExportTerms.KnownActor;
import org.ascribe.exchange.export.Tables.ActorLine;
import org.ascribe.exchange.export.Tables.LinkRow;
import org.ascribe.exchange.export.Tables.SaidRow;
import org.ascribe.exchange.export.Tables.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Frictionless data package: five CSV files and datapackage.json, profile {@code tabular-data-package}, written last. Holds in
 * memory the actors and the ids of reports, nothing else.
 */
final class PackageWriter implements ExportWriter {

    /** The value of {@code ascribe.format} in datapackage.json. */
    static final String FORMAT = "ascribe/package/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ALIASES = 20;

    /** What becomes of the tables once they are written. */
    interface Conversion {
        /** Puts the table of this CSV file, with columns of these types, into the other file. */
        void convert(Path csv, Map<String, String> types, Path to) throws IOException;
    }

    /** What the export says of one actor. */
    private static final class Named {
        String name = "";
        final Map<String, Integer> aliases = new TreeMap<>();
        int assertions;
        int incidents;
    }

    private final Path folder;
    private final Path written;
    private final ExportTerms terms;
    private final @Nullable Conversion conversion;
    private final CsvTable<ExportedIncident> incidents;
    private final CsvTable<SaidRow> assertions;
    private final CsvTable<LinkRow> links;
    private final CsvTable<Report> sources;
    private final Set<ReportId> seen = new HashSet<>();
    private final Map<String, Named> actors = new TreeMap<>();
    private final Map<String, DataSource> dataSets = new TreeMap<>();

    /**
     * @param folder is there, and may hold an older export, which is replaced
     * @param written where the CSV files go: the folder itself, unless they are to be converted
     */
    PackageWriter(Path folder, Path written, ExportTerms terms, @Nullable Conversion conversion) throws IOException {
        this.folder = folder;
        this.written = written;
        this.terms = terms;
        this.conversion = conversion;
        Formulas formulas = conversion == null ? Formulas.GUARDED : Formulas.KEPT;
        incidents = new CsvTable<>(csv(Tables.INCIDENTS), Tables.INCIDENTS.columns(), formulas);
        assertions = new CsvTable<>(csv(Tables.ASSERTIONS), Tables.ASSERTIONS.columns(), formulas);
        links = new CsvTable<>(csv(Tables.LINKS), Tables.LINKS.columns(), formulas);
        sources = new CsvTable<>(csv(Tables.SOURCES), Tables.SOURCES.columns(), formulas);
    }

    private Path csv(Table<?> table) {
        return written.resolve(table.name() + ".csv");
    }

    @Override
    public void incident(ExportedIncident incident) {
        incidents.add(incident);
        incident.reports().forEach(this::source);
        for (ExportedIncident.Located located : incident.assertions()) {
            said(incident.label(), located.report(), located.assertion());
        }
        for (Link link : incident.incident().links()) {
            links.add(new LinkRow(incident.label(), link));
        }
        for (Claimant claimant : incident.sheet().countedClaimants()) {
            named(claimant.actor(), claimant.name()).incidents++;
        }
    }

    @Override
    public void aboutNone(CodedReport report) {
        source(report);
        report.assertions().stream().sorted(ExportedIncident.IN_TEXT).forEach(said -> said(null, report, said));
    }

    private void source(CodedReport coded) {
        if (seen.add(coded.report().id())) {
            sources.add(coded.report());
            DataSource.of(coded.report()).ifPresent(source -> dataSets.put(source.name(), source));
        }
    }

    private void said(@Nullable String incident, CodedReport coded, Assertion said) {
        SaidRow row = new SaidRow(incident, coded, said, terms.judgements().of(said));
        assertions.add(row);
        Set<String> counted = new HashSet<>();
        for (ActorRef actor : Arrays.asList(row.actor(), row.object())) {
            if (actor != null) {
                Named named = named(actor.id(), actor.name());
                named.assertions += counted.add(actor.id()) ? 1 : 0;
                if (actor.as() != null) {
                    named.aliases.merge(actor.as(), 1, Integer::sum);
                }
            }
        }
        for (Speaker speaker = said.speaker(); speaker != null; speaker = speaker.reportedBy()) {
            if (speaker.actor() != null) {
                named(speaker.actor(), null).assertions += counted.add(speaker.actor()) ? 1 : 0;
            }
        }
    }

    private Named named(String id, @Nullable String name) {
        Named named = actors.computeIfAbsent(id, key -> new Named());
        if (name != null && (named.name.isEmpty() || name.compareTo(named.name) < 0)) {
            named.name = name;
        }
        return named;
    }

    @Override
    public void finish(LeftOut leftOut) throws IOException {
        close();
        try (CsvTable<ActorLine> table = new CsvTable<>(
                csv(Tables.ACTORS), Tables.ACTORS.columns(), conversion == null ? Formulas.GUARDED : Formulas.KEPT)) {
            actors.forEach((id, named) -> table.add(line(id, named)));
        }
        for (Table<?> table : Tables.ALL) {
            if (conversion != null) {
                Map<String, String> types = new LinkedHashMap<>();
                table.columns().forEach(column -> types.put(column.name(), column.type().sql));
                conversion.convert(csv(table), types, folder.resolve(table.name() + ".parquet"));
            }
        }
        Files.writeString(
                folder.resolve("datapackage.json"),
                JSON.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(description(leftOut))
                                .replace("\r\n", "\n") + "\n",
                StandardCharsets.UTF_8);
    }

    private ActorLine line(String id, Named named) {
        @Nullable KnownActor known = terms.actors().apply(id).orElse(null);
        Stream<String> aliases = named.aliases.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> alias) -> -alias.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(ALIASES)
                .map(Map.Entry::getKey);
        return new ActorLine(
                id,
                known != null ? known.name() : named.name.isEmpty() ? id : named.name,
                known,
                Tables.joined(aliases),
                named.assertions,
                named.incidents);
    }

    // --- datapackage.json

    private ObjectNode description(LeftOut leftOut) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("profile", conversion == null ? "tabular-data-package" : "data-package");
        root.put("name", "ascribe-export");
        root.put("title", "Who is said to have done what, who says so, and in which words");
        root.put(
                "description",
                "Incidents of political violence with the assertions that they are read from. It records statements; it does not"
                        + " decide guilt. " + leftOut.sentence());
        if (!dataSets.isEmpty()) {
            ArrayNode list = root.putArray("sources");
            for (DataSource source : dataSets.values()) {
                ObjectNode node = list.addObject();
                node.put("title", source.cite().isBlank() ? source.name() : source.name() + ". " + source.cite());
            }
        }
        ObjectNode ours = root.putObject("ascribe");
        ours.put("format", FORMAT);
        ours.put("version", terms.programVersion());
        ours.put("perspective", terms.perspective());
        terms.filter().forEach(ours.putArray("filter")::add);
        ObjectNode restricted = ours.putObject("restricted");
        restricted.put("included", terms.withRestricted());
        ObjectNode rows = restricted.putObject("rowsLeftOut");
        leftOut.reports().forEach(rows::put);
        restricted.put("incidentsLeftOut", leftOut.incidents());
        ArrayNode licences = ours.putArray("dataSets");
        for (DataSource source : dataSets.values()) {
            ObjectNode node = licences.addObject();
            node.put("name", source.name());
            node.put("licence", source.licence());
            node.put("mayBePassedOn", source.redistribution() == DataSource.Redistribution.YES);
        }
        ArrayNode resources = root.putArray("resources");
        for (Table<?> table : Tables.ALL) {
            resource(resources.addObject(), table);
        }
        return root;
    }

    private void resource(ObjectNode node, Table<?> table) throws IOException {
        boolean csv = conversion == null;
        Path file = folder.resolve(table.name() + (csv ? ".csv" : ".parquet"));
        node.put("profile", csv ? "tabular-data-resource" : "data-resource");
        node.put("name", table.name());
        node.put("path", file.getFileName().toString());
        node.put("description", table.meaning());
        node.put("format", csv ? "csv" : "parquet");
        node.put("mediatype", csv ? "text/csv" : "application/vnd.apache.parquet");
        if (csv) {
            node.put("encoding", "utf-8");
        }
        node.put("bytes", Files.size(file));
        node.put("hash", "sha256:" + sha256(file));
        ObjectNode schema = node.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (Column<?> column : table.columns()) {
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put("type", column.type().frictionless);
            field.put("description", column.meaning());
            if (table.key().contains(column.name())) {
                ObjectNode constraints = field.putObject("constraints");
                constraints.put("required", true);
                if (table.key().size() == 1) {
                    constraints.put("unique", true);
                }
            }
        }
        schema.putArray("missingValues").add("");
        table.key().forEach(schema.putArray("primaryKey")::add);
        ArrayNode keys = JSON.createArrayNode();
        new TreeMap<>(table.references()).forEach((column, target) -> {
            ObjectNode key = keys.addObject();
            key.put("fields", column);
            ObjectNode reference = key.putObject("reference");
            reference.put("resource", target[0]);
            reference.put("fields", target[1]);
        });
        if (!keys.isEmpty()) {
            schema.set("foreignKeys", keys);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", broken);
        }
    }

    @Override
    public void close() throws IOException {
        for (CsvTable<?> table : List.of(incidents, assertions, links, sources)) {
            table.close();
        }
    }
}
