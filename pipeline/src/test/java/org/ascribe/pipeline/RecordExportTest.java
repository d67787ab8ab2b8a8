package org.ascribe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.exchange.export.ExportFormat;
import org.ascribe.exchange.export.ExportTerms.Tlp;
import org.ascribe.pipeline.RecordExport.Done;
import org.ascribe.pipeline.RecordExport.Request;
import org.ascribe.pipeline.RecordExport.Restricted;
import org.ascribe.store.Ledger;
import org.ascribe.testkit.CodedReports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported is read back by other people's readers: DuckDB, a JSON Schema of Frictionless, GDAL. */
class RecordExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z"));
    private static final Speaker AUTHOR = new Speaker("author", null, null, Speaker.Role.AUTHOR, null, null);

    /** A concert hall: claimed by one actor, another accused and denying. */
    private static final CodedReport NEWS = new Draft(
                    "The Islamic State claimed it. Russia accused Ukraine. Ukraine denied it. At least 137 were killed.",
                    "Wire",
                    LocalDate.of(2024, 3, 24),
                    null)
            .incident(
                    IncidentType.ARMED_ASSAULT,
                    EventDate.day(LocalDate.of(2024, 3, 22)),
                    new Place("Krasnogorsk", "RU", "Moscow Oblast", 55.82, 37.33, PlacePrecision.TOWN),
                    Count.atLeast(137))
            .responsibility(
                    "islamic-state", "Islamic State", Stance.CLAIMED, "Islamic State", "The Islamic State claimed it.")
            .responsibility("ukraine", "Ukraine", Stance.ACCUSED, "Russia", "Russia accused Ukraine.")
            .responsibility("ukraine", "Ukraine", Stance.DENIED, "Ukraine", "Ukraine denied it.")
            .says("i1", new Content.Toll(Harm.KILLED, Count.atLeast(137), null), AUTHOR, "At least 137 were killed.")
            .build();

    /** An abduction of unknown day, toll and coordinates; nobody named; day of publication unknown. */
    private static final CodedReport VAGUE = new Draft("A teacher was taken away.", null, null, null)
            .incident(
                    IncidentType.ABDUCTION,
                    EventDate.yearlessMonth(3),
                    new Place("Somewhere", null, null, null, null, PlacePrecision.ADMIN2),
                    Count.UNKNOWN)
            .build();

    /** The concert hall again, in a row that may not be passed on. */
    private static final CodedReport ROW = new Draft(
                    "notes: zzzrestricted hall", "ACLED", LocalDate.of(2024, 3, 22), "no")
            .incident(
                    IncidentType.ARMED_ASSAULT,
                    EventDate.day(LocalDate.of(2024, 3, 22)),
                    new Place("Zzzrestricted Hall", "RU", "Moscow Oblast", 55.8256, 37.3904, PlacePrecision.SITE),
                    Count.exactly(145))
            .responsibility("zzz-restricted", "Zzzrestricted Brigade", Stance.STATED, "ACLED", "zzzrestricted hall")
            .build();

    /** An incident that only that data set tells. */
    private static final CodedReport OTHER_ROW = new Draft(
                    "notes: zzzrestricted two", "ACLED", LocalDate.of(2020, 1, 2), "no")
            .incident(
                    IncidentType.CLASH,
                    EventDate.day(LocalDate.of(2020, 1, 2)),
                    new Place("Zzzrestricted Town", "ML", null, 14.5, -4.2, PlacePrecision.TOWN),
                    Count.exactly(3))
            .build();

    private static final CodedReport OPEN_ROW = new Draft("best: 4", "UCDP GED", LocalDate.of(2019, 5, 5), "yes")
            .incident(
                    IncidentType.EXECUTION,
                    EventDate.day(LocalDate.of(2019, 5, 5)),
                    new Place("Suva", "FJ", null, -18.1, 179.98, PlacePrecision.ADMIN2),
                    Count.exactly(4))
            .build();

    private static final CodedReport RELATION = new Draft(
                    "=SUM(A1) is what they share.", "Wire", LocalDate.of(2024, 1, 1), null)
            .says(
                    null,
                    new Content.Relation(
                            new ActorRef("islamic-state", "Islamic State", null, null),
                            new ActorRef("taliban", "Taliban", null, null),
                            RelationKind.HOSTILE),
                    AUTHOR,
                    "=SUM(A1) is what they share.")
            .build();

    @TempDir
    Path folder;

    private Path ledger = Path.of("");

    @BeforeEach
    void load() {
        ledger = folder.resolve("l.duckdb");
        List<CodedReport> all = new ArrayList<>(List.of(NEWS, VAGUE, ROW, OTHER_ROW, OPEN_ROW, RELATION));
        all.addAll(CodedReports.random(4, 40));
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.CREATE);
                Progress progress = new Progress(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), NOON)) {
            open.append(all);
            open.appendJudgements(List.of(Judgement.of(
                    NOON.instant(),
                    "zzzrestricted person",
                    "one hall",
                    new Judgement.Decision.SameIncident(
                            new Telling(NEWS.report().id(), "i1"),
                            new Telling(ROW.report().id(), "i1")),
                    null)));
            new RecordService(open, "test").rebuildIfNeeded(progress);
        }
    }

    private Path path(ExportFormat format, String name) throws IOException {
        Path to = folder.resolve(name + "-" + format.code());
        return format.isFolder() ? Files.createDirectories(to) : to;
    }

    private Done export(ExportFormat format, String name, RecordFilter filter, Restricted restricted)
            throws IOException {
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            return RecordExport.write(
                    new RecordService(open, "test"),
                    new Request(format, path(format, name), filter, restricted, Tlp.GREEN),
                    "0.0-test");
        }
    }

    private Path export(ExportFormat format) throws IOException {
        export(format, "all", RecordFilter.ALL, Restricted.LEFT_OUT);
        return path(format, "all");
    }

    private static List<Path> files(Path exported) throws IOException {
        try (Stream<Path> files = Files.walk(exported)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<List<@Nullable String>> sql(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static @Nullable String one(String query) throws SQLException {
        return sql(query).getFirst().getFirst();
    }

    private static String csv(Path file) {
        return "read_csv('" + file + "', header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true)";
    }

    // --- what holds of every format

    @ParameterizedTest
    @EnumSource
    void theSameLedgerGivesTheSameBytes(ExportFormat format) throws IOException {
        export(format, "one", RecordFilter.ALL, Restricted.LEFT_OUT);
        export(format, "two", RecordFilter.ALL, Restricted.LEFT_OUT);
        List<Path> one = files(path(format, "one"));
        List<Path> two = files(path(format, "two"));
        assertThat(one).isNotEmpty().hasSameSizeAs(two);
        for (int i = 0; i < one.size(); i++) {
            assertThat(Files.readAllBytes(one.get(i)))
                    .as(one.get(i).toString())
                    .isEqualTo(Files.readAllBytes(two.get(i)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMayNotBePassedOnIsLeftOutUnlessAskedFor(ExportFormat format) throws IOException {
        Done done = export(format, "open", RecordFilter.ALL, Restricted.LEFT_OUT);
        assertThat(done.leftOut().reports()).isEqualTo(Map.of("ACLED", 2));
        assertThat(done.leftOut().incidents()).isEqualTo(1);
        Done all = export(format, "all", RecordFilter.ALL, Restricted.INCLUDED);
        assertThat(all.leftOut().isNothing()).isTrue();
        assertThat(all.incidents()).isEqualTo(done.incidents() + 1);
        if (format != ExportFormat.PARQUET) {
            assertThat(words(path(format, "open"))).doesNotContainIgnoringCase("zzzrestricted");
            assertThat(words(path(format, "all"))).containsIgnoringCase("zzzrestricted town");
        }
    }

    private static String words(Path exported) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(exported)) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    @Test
    void whoJudgedIsNotPassedOn() throws IOException {
        export(ExportFormat.CSV, "all", RecordFilter.ALL, Restricted.INCLUDED);
        assertThat(Files.readString(path(ExportFormat.CSV, "all").resolve("links.csv")))
                .contains("one hall")
                .doesNotContain("person");
    }

    @Test
    void aFilterKeepsWhatPassesAndNothingAboutNoIncident() throws Exception {
        RecordFilter russia = new RecordFilter(
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2024, 3, 31),
                List.of("RU"),
                List.of(),
                List.of("islamic-state"),
                List.of(),
                List.of(),
                "krasnogorsk claimed",
                new RecordFilter.Box(30, 50, 40, 60));
        Done done = export(ExportFormat.CSV, "some", russia, Restricted.LEFT_OUT);
        assertThat(done.incidents()).isEqualTo(1);
        Path some = path(ExportFormat.CSV, "some");
        assertThat(one("SELECT count(*) FROM " + csv(some.resolve("assertions.csv"))))
                .isEqualTo("4");
        assertThat(Files.readString(some.resolve("datapackage.json")))
                .contains("--country RU", "--text krasnogorsk claimed");
    }

    // --- data package

    @Test
    void thePackageFollowsTheProfileOfFrictionless() throws IOException {
        Path exported = export(ExportFormat.CSV);
        try (InputStream profile =
                RecordExportTest.class.getResourceAsStream("frictionless/tabular-data-package.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(profile.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            String description = Files.readString(exported.resolve("datapackage.json"));
            assertThat(schema.validate(description, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(description.replace("\"path\"", "\"pat\""), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    /** As a Table Schema validator does it, by DuckDB: header, types, keys, references. */
    @Test
    void everyTableHoldsWhatItsSchemaPromises() throws Exception {
        Path exported = export(ExportFormat.CSV);
        JsonNode description = JSON.readTree(Files.readString(exported.resolve("datapackage.json")));
        Map<String, String> types = Map.of(
                "string", "VARCHAR", "integer", "INTEGER", "number", "DOUBLE", "date", "DATE", "boolean", "BOOLEAN");
        for (JsonNode resource : description.get("resources")) {
            Path file = exported.resolve(resource.get("path").asString());
            assertThat(Files.size(file)).isEqualTo(resource.get("bytes").asLong());
            List<String> names = new ArrayList<>();
            for (JsonNode field : resource.get("schema").get("fields")) {
                String name = field.get("name").asString();
                names.add(name);
                assertThat(one("SELECT count(*) FROM " + csv(file) + " WHERE \"" + name
                                + "\" IS NOT NULL AND try_cast(\"" + name + "\" AS "
                                + types.get(field.get("type").asString()) + ") IS NULL"))
                        .as(file + " " + name)
                        .isEqualTo("0");
            }
            assertThat(Files.readAllLines(file).getFirst()).isEqualTo(String.join(",", names));
            List<String> key = new ArrayList<>();
            resource.get("schema").get("primaryKey").forEach(name -> key.add(name.asString()));
            assertThat(one("SELECT count(*) - count(DISTINCT (" + String.join(", ", key) + ")) FROM " + csv(file)))
                    .as(file + " key")
                    .isEqualTo("0");
            JsonNode references = resource.get("schema").get("foreignKeys");
            for (JsonNode reference : references == null ? JSON.createArrayNode() : references) {
                String column = reference.get("fields").asString();
                Path target = exported.resolve(
                        reference.get("reference").get("resource").asString() + ".csv");
                assertThat(one("SELECT count(*) FROM " + csv(file) + " WHERE \"" + column + "\" IS NOT NULL AND \""
                                + column
                                + "\" NOT IN (SELECT \""
                                + reference.get("reference").get("fields").asString() + "\" FROM "
                                + csv(target) + ")"))
                        .as(file + " " + column)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void thePackageSaysWhatWasLeftOutAndUnderWhichLicenceTheRestStands() throws IOException {
        JsonNode description =
                JSON.readTree(Files.readString(export(ExportFormat.CSV).resolve("datapackage.json")));
        assertThat(description.at("/ascribe/restricted/included").asBoolean()).isFalse();
        assertThat(description.at("/ascribe/restricted/rowsLeftOut/ACLED").asInt())
                .isEqualTo(2);
        assertThat(description.get("description").asString())
                .contains("2 rows of ACLED", "1 incident that nobody else tells");
        assertThat(description.at("/ascribe/dataSets/0/name").asString()).isEqualTo("UCDP GED");
        assertThat(description.at("/ascribe/dataSets/0/licence").asString()).isEqualTo("CC BY 4.0");
    }

    @Test
    void anIncidentThatOthersTellTooIsAsTheyTellIt() throws Exception {
        Path incidents = export(ExportFormat.CSV).resolve("incidents.csv");
        assertThat(sql("SELECT place, latitude, killed_low, killed_high, status, reports, actors FROM " + csv(incidents)
                        + " WHERE date_from = '2024-03-22' AND country = 'RU'"))
                .containsExactly(Arrays.asList(
                        "Krasnogorsk",
                        "55.82",
                        "137",
                        null,
                        "contested",
                        "1",
                        "islamic-state: claimed; ukraine: accused denied"));
    }

    @Test
    void unknownIsEmptyAndNeverZero() throws Exception {
        Path incidents = export(ExportFormat.CSV).resolve("incidents.csv");
        assertThat(sql("SELECT date_from, date_yearless, latitude, radius_km, killed_low, killed_high, actors FROM "
                        + csv(incidents) + " WHERE place = 'Somewhere'"))
                .containsExactly(Arrays.asList(null, "--03", null, null, null, null, null));
    }

    @Test
    void whatASpreadsheetWouldRunHasAnApostropheInCsvAndNoneInParquet() throws Exception {
        assertThat(one("SELECT text FROM " + csv(export(ExportFormat.CSV).resolve("assertions.csv"))
                        + " WHERE kind = 'relation' AND text LIKE '%SUM(A1)%'"))
                .startsWith("'=SUM");
        assertThat(one("SELECT text FROM '" + export(ExportFormat.PARQUET).resolve("assertions.parquet")
                        + "' WHERE kind = 'relation' AND text LIKE '%SUM(A1)%'"))
                .startsWith("=SUM");
    }

    @Test
    void theParquetFilesHoldTheRowsOfTheCsvFiles() throws Exception {
        Path csv = export(ExportFormat.CSV);
        Path parquet = export(ExportFormat.PARQUET);
        for (String table : List.of("incidents", "assertions", "links", "actors", "sources")) {
            String columns = "SELECT COLUMNS(c -> c NOT IN ('text'))::VARCHAR FROM ";
            assertThat(one("SELECT count(*) FROM (" + columns + "'" + parquet.resolve(table + ".parquet") + "')"))
                    .as(table)
                    .isEqualTo(one("SELECT count(*) FROM " + csv(csv.resolve(table + ".csv"))));
        }
        assertThat(sql("SELECT typeof(killed_low), typeof(date_from), typeof(latitude), killed_high IS NULL FROM '"
                        + parquet.resolve("incidents.parquet") + "' WHERE place = 'Krasnogorsk'"))
                .containsExactly(List.of("INTEGER", "DATE", "DOUBLE", "true"));
        assertThat(files(parquet)).allMatch(file -> file.toString().matches(".*\\.(parquet|json)"));
    }

    // --- GeoJSON

    @Test
    void gdalReadsEveryFeatureAndItsArea() throws Exception {
        assumeTrue(
                hasOgr(),
                "GDAL's ogrinfo is not installed (Debian: apt-get install gdal-bin); GeoJSON is not read back by it");
        Done done = export(ExportFormat.GEOJSON, "all", RecordFilter.ALL, Restricted.LEFT_OUT);
        Path file = path(ExportFormat.GEOJSON, "all");
        String summary = ogr("-so", "-al", file.toString());
        assertThat(summary).contains("Feature Count: " + done.incidents()).contains("killed_low: Integer");
        String valid = ogr(
                "-dialect",
                "sqlite",
                "-sql",
                "SELECT count(*) AS n FROM \"" + file.getFileName()
                        + "\" WHERE geometry IS NOT NULL AND NOT ST_IsValid(geometry)",
                file.toString());
        if (!valid.contains("ST_IsValid")) {
            assertThat(valid).contains("n (Integer) = 0");
        }
    }

    private static boolean hasOgr() throws InterruptedException {
        try {
            return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String ogr(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return said;
    }

    @Test
    void aTownIsAnAreaAndAPlaceAcrossTheDateLineIsCutThere() throws IOException {
        JsonNode all = JSON.readTree(Files.readString(export(ExportFormat.GEOJSON)));
        assertThat(geometry(all, "Krasnogorsk")).isEqualTo("Polygon");
        assertThat(geometry(all, "Suva")).isEqualTo("MultiPolygon");
        assertThat(geometry(all, "Somewhere")).isEqualTo("null");
        assertThat(all.at("/ascribe/leftOut").asString()).contains("2 rows of ACLED");
    }

    private static String geometry(JsonNode all, String place) {
        for (JsonNode feature : all.get("features")) {
            if (feature.at("/properties/place").asString("").equals(place)) {
                return feature.get("geometry").isNull()
                        ? "null"
                        : feature.at("/geometry/type").asString();
            }
        }
        return "no such place";
    }

    // --- STIX: the properties that STIX 2.1 requires, by hand, since no registry has its JSON Schema

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "report", List.of("name", "published", "object_refs"),
            "incident", List.of("name"),
            "threat-actor", List.of("name"),
            "identity", List.of("name"),
            "location", List.of(),
            "relationship", List.of("relationship_type", "source_ref", "target_ref"),
            "opinion", List.of("opinion", "object_refs"),
            "note", List.of("content", "object_refs"),
            "extension-definition", List.of("created_by_ref", "name", "schema", "version", "extension_types"),
            "marking-definition", List.of("definition_type", "definition"));

    @Test
    void everyStixObjectHasWhatTheStandardRequires() throws IOException {
        JsonNode bundle = JSON.readTree(Files.readString(export(ExportFormat.STIX)));
        assertThat(bundle.get("type").asString()).isEqualTo("bundle");
        Set<String> ids = new HashSet<>();
        for (JsonNode object : bundle.get("objects")) {
            assertThat(ids.add(object.get("id").asString()))
                    .as("twice: " + object)
                    .isTrue();
        }
        for (JsonNode object : bundle.get("objects")) {
            String type = object.get("type").asString();
            assertThat(REQUIRED).containsKey(type);
            assertThat(object.get("spec_version").asString()).isEqualTo("2.1");
            assertThat(object.get("id").asString())
                    .matches(type + "--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(object.get("created").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            REQUIRED.get(type)
                    .forEach(name ->
                            assertThat(object.has(name)).as(type + "." + name).isTrue());
            if (!type.equals("marking-definition")) {
                assertThat(object.get("modified").asString())
                        .isGreaterThanOrEqualTo(object.get("created").asString());
                assertThat(object.at("/object_marking_refs/0").asString())
                        .isEqualTo("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da");
            }
            if (type.equals("location")) {
                assertThat(object.has("country") || object.has("latitude") && object.has("longitude"))
                        .isTrue();
                assertThat(object.has("precision")).isEqualTo(object.has("latitude"));
            }
            references(object)
                    .forEach(reference -> assertThat(ids).as(object.toString()).contains(reference));
            object.forEach(
                    value -> assertThat(value.isNull()).as("null in " + object).isFalse());
            object.forEach(value -> assertThat(value.isArray() && value.isEmpty())
                    .as("empty list in " + object)
                    .isFalse());
        }
    }

    private static List<String> references(JsonNode object) {
        List<String> references = new ArrayList<>();
        for (String name : List.of("created_by_ref", "source_ref", "target_ref")) {
            if (object.has(name)) {
                references.add(object.get(name).asString());
            }
        }
        for (String name : List.of("object_refs", "object_marking_refs")) {
            if (object.has(name)) {
                object.get(name).forEach(reference -> references.add(reference.asString()));
            }
        }
        return references;
    }

    @Test
    void aGroupIsAThreatActorAStateIsNotAndADenialIsAnOpinion() throws IOException {
        JsonNode bundle = JSON.readTree(Files.readString(export(ExportFormat.STIX)));
        Map<String, String> typeByName = new HashMap<>();
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode object : bundle.get("objects")) {
            byId.put(object.get("id").asString(), object);
            if (List.of("threat-actor", "identity").contains(object.get("type").asString())) {
                typeByName.put(object.get("name").asString(), object.get("type").asString());
            }
        }
        assertThat(typeByName).containsEntry("Islamic State", "threat-actor").containsEntry("Ukraine", "identity");
        JsonNode denial = byId.values().stream()
                .filter(object -> object.get("type").asString().equals("opinion")
                        && object.get("explanation").asString().contains("Ukraine denied it."))
                .findFirst()
                .orElseThrow();
        assertThat(denial.get("opinion").asString()).isEqualTo("strongly-disagree");
        JsonNode said = byId.get(denial.at("/object_refs/0").asString());
        assertThat(said.get("relationship_type").asString()).isEqualTo("attributed-to");
        assertThat(byId.get(said.get("target_ref").asString()).get("name").asString())
                .isEqualTo("Ukraine");
        assertThat(words(path(ExportFormat.STIX, "all")))
                .contains("Left out, for it may not be passed on: 2 rows of ACLED");
    }

    // --- PLOVER, ACLED, UCDP

    @Test
    void ploverHasOneLineForEachActorThatSomebodyNames() throws Exception {
        Path file = export(ExportFormat.PLOVER);
        Map<String, JsonNode> hall = new TreeMap<>();
        JsonNode vague = null;
        for (String line : Files.readAllLines(file)) {
            JsonNode event = JSON.readTree(line);
            if (event.get("placename").asString("").equals("Krasnogorsk")) {
                hall.put(event.at("/ascribe/actor_id").asString(), event);
            }
            vague = event.get("placename").asString("").equals("Somewhere") ? event : vague;
        }
        assertThat(hall).containsOnlyKeys("islamic-state", "ukraine");
        assertThat(hall.get("ukraine").at("/ascribe/stances").toString()).isEqualTo("[\"accused\",\"denied\"]");
        assertThat(hall.get("ukraine").at("/ascribe/status").asString()).isEqualTo("contested");
        assertThat(hall.get("ukraine").get("event_type").asString()).isEqualTo("ASSAULT");
        assertThat(hall.get("ukraine").get("country").asString()).isEqualTo("RUS");
        assertThat(vague).isNotNull();
        assertThat(vague.get("actor_name").isNull()).isTrue();
        assertThat(vague.get("event_date").isNull()).isTrue();
        assertThat(vague.at("/ascribe/killed/low").isNull()).isTrue();
        assertThat(one("SELECT count(*) FROM read_json('" + file
                        + "', format = 'newline_delimited') WHERE placename = 'Krasnogorsk'"))
                .isEqualTo("2");
    }

    @Test
    void whereVoicesDisagreeNoActorStandsInTheColumnForOne() throws Exception {
        assertThat(sql(
                        "SELECT event_date, time_precision, disorder_type, actor1, fatalities, geo_precision, ascribe_actors FROM "
                                + csv(export(ExportFormat.ACLED)) + " WHERE location = 'Krasnogorsk'"))
                .containsExactly(Arrays.asList(
                        "2024-03-22",
                        "1",
                        "Political violence",
                        null,
                        "137",
                        "1",
                        "islamic-state: claimed; ukraine: accused denied"));
        assertThat(sql(
                        "SELECT type_of_violence, date_start, date_prec, where_prec, low, best, high, side_a, priogrid_gid FROM "
                                + csv(export(ExportFormat.UCDP)) + " WHERE where_coordinates = 'Suva'"))
                .containsExactly(Arrays.asList("3", "2019-05-05", "1", "3", "4", "4", "4", null, "103680"));
    }

    @Test
    void theColumnsOfAcledAndUcdpStandInTheirOrderBeforeOurs() throws IOException {
        List<String> acled = List.of(
                Files.readAllLines(export(ExportFormat.ACLED)).getFirst().split(","));
        List<String> ucdp =
                List.of(Files.readAllLines(export(ExportFormat.UCDP)).getFirst().split(","));
        assertThat(acled.indexOf("ascribe_id")).isEqualTo(31);
        assertThat(ucdp.indexOf("ascribe_id")).isEqualTo(49);
        assertThat(acled).startsWith("event_id_cnty", "event_date", "year", "time_precision", "disorder_type");
        assertThat(ucdp.subList(43, 49)).containsExactly("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob");
    }

    /** A coded report in the making. */
    private static final class Draft {
        private final Report report;
        private final List<CodedIncident> incidents = new ArrayList<>();
        private final List<Assertion> assertions = new ArrayList<>();

        Draft(String text, @Nullable String outlet, @Nullable LocalDate published, @Nullable String redistribution) {
            String source = redistribution == null
                    ? null
                    : new DataSource(
                                    String.valueOf(outlet),
                                    redistribution.equals("no") ? "owner's leave" : "CC BY 4.0",
                                    redistribution.equals("no")
                                            ? DataSource.Redistribution.NO
                                            : DataSource.Redistribution.YES,
                                    DataSource.Rows.INCIDENTS,
                                    "cited so")
                            .written();
            report = new Report(
                    Report.idOf(null, null, outlet, published, null, text),
                    null,
                    null,
                    outlet,
                    List.of(),
                    published,
                    "en",
                    redistribution == null ? Genre.NEWS : Genre.DATA_SET,
                    null,
                    source,
                    text,
                    List.of());
        }

        Draft incident(IncidentType type, EventDate when, Place where, Count killed) {
            incidents.add(new CodedIncident(
                    "i1",
                    type,
                    type.code() + " in " + where.name(),
                    when,
                    where,
                    List.of(),
                    List.of(),
                    killed,
                    Count.UNKNOWN,
                    List.of(new Passage(0, 1))));
            return this;
        }

        Draft responsibility(String actor, String name, Stance stance, String speaker, String words) {
            return says(
                    "i1",
                    new Content.Responsibility(
                            new ActorRef(actor, name, null, null), stance, EvidenceGiven.UNSTATED, null),
                    new Speaker(speaker, null, null, Speaker.Role.PARTY, null, null),
                    words);
        }

        Draft says(@Nullable String incident, Content content, Speaker speaker, String words) {
            int start = report.text().indexOf(words);
            assertions.add(Assertion.of(
                    report.id(),
                    incident,
                    content,
                    speaker,
                    Polarity.AFFIRMED,
                    false,
                    new Passage(start, start + words.length()),
                    words,
                    0.9,
                    new ReadBy("test", "1")));
            return this;
        }

        CodedReport build() {
            return new CodedReport(report, incidents, assertions);
        }
    }
}
