package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascribe.core.Coded;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.Status;
import org.ascribe.exchange.export.ExportFormat;
import org.ascribe.exchange.export.ExportTerms.Tlp;
import org.ascribe.pipeline.RecordExport;
import org.ascribe.pipeline.RecordExport.Request;
import org.ascribe.pipeline.RecordExport.Restricted;
import org.ascribe.pipeline.RecordFilter;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe export}: the record as files that other programs read. */
@Command(
        name = "export",
        description =
                "Writes the record, or the part of it that passes the filters, as files that other programs read.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ExportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "csv: a folder with a Frictionless data package; parquet: the same tables as Parquet files; "
                    + "geojson, stix (2.1), plover (JSON Lines), acled, ucdp (CSV with their columns): one file.")
    private String format = "";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "The file, or for csv and parquet the folder. An earlier export there is replaced.")
    private Path out = Path.of("");

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only incidents that may have been on this day or later.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only those that may have been on this day or earlier.")
    private @Nullable LocalDate to;

    @Option(
            names = "--country",
            paramLabel = "CODE",
            split = ",",
            description = "Only in these: two letters, such as AF,PK.")
    private List<String> countries = List.of();

    @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Only of these, such as suicide-bombing.")
    private List<String> types = List.of();

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only those that some voice ties to one of these: its id, which finds its branches too, or part of its name.")
    private List<String> actors = List.of();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only with one of these, such as contested.")
    private List<String> statuses = List.of();

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            split = ",",
            description = "Only placed as precisely: site, town, admin2, admin1, country, region.")
    private List<String> precisions = List.of();

    @Option(
            names = "--text",
            paramLabel = "WORDS",
            description = "Only those with all these words in the summary, the place, an actor or a quoted sentence.")
    private @Nullable String text;

    @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "Only within this box, in degrees.")
    private @Nullable String bbox;

    @Option(
            names = "--include-restricted",
            description =
                    "Also what comes from data sets that may not be passed on, such as ACLED and GTD. Keep such files to yourself.")
    private boolean includeRestricted;

    @Option(
            names = "--tlp",
            paramLabel = "COLOUR",
            description =
                    "Mark of a STIX bundle, to whom it may go: white, green, amber, red. Default: ${DEFAULT-VALUE}",
            defaultValue = "amber")
    private String tlp = "amber";

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ExportFormat asked = constant("--format", format, ExportFormat.values(), Coded::code);
        Tlp mark = constant("--tlp", tlp, Tlp.values(), Coded::code);
        RecordFilter filter = filter();
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            RecordService record = new RecordService(open, Program.version());
            Standing.check(record, console);
            Path target = prepared(asked);
            RecordExport.Done done = write(
                    record,
                    new Request(
                            asked,
                            target,
                            filter,
                            includeRestricted ? Restricted.INCLUDED : Restricted.LEFT_OUT,
                            mark));
            console.err()
                    .println("Wrote " + Showing.plural(done.incidents(), "incident")
                            + (filter.equals(RecordFilter.ALL) ? "" : ", which pass the filter,") + " to " + out);
            if (!done.leftOut().isNothing()) {
                console.err().println(done.leftOut().sentence());
                console.err().println("  With --include-restricted they are written too; keep such files to yourself.");
            }
        }
        return Main.DONE;
    }

    private RecordExport.Done write(RecordService record, Request request) {
        try {
            return RecordExport.write(record, request, Program.version());
        } catch (IOException | UncheckedIOException broken) {
            throw new CannotException(
                    "Cannot export to %s: %s.%n  Make room on its disk, or check that you may write there."
                            .formatted(out, broken.getMessage()));
        }
    }

    /** The file or folder, checked before the long work; the folder is made. */
    private Path prepared(ExportFormat asked) throws IOException {
        Path target = out.toAbsolutePath();
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CannotException.wrongUsage(
                    "Cannot export: the folder of --out %s does not exist.%n  Make it first.".formatted(out));
        }
        if (!asked.isFolder()) {
            if (Files.isDirectory(target)) {
                throw CannotException.wrongUsage(
                        "Cannot export: --out %s is a folder, expected a file for --format %s.%n  Name a file in it."
                                .formatted(out, asked.code()));
            }
            if (Files.exists(target) && Files.isSameFile(target, ledger)) {
                throw CannotException.wrongUsage(
                        "Cannot export: --out %s is the ledger itself.%n  Name another file.".formatted(out));
            }
            return target;
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw CannotException.wrongUsage(
                    "Cannot export: --out %s is a file, expected a folder for --format %s.%n  Name another."
                            .formatted(out, asked.code()));
        }
        Files.createDirectories(target);
        Path description = target.resolve("datapackage.json");
        boolean ours = Files.isRegularFile(description)
                && Files.readString(description).contains("\"ascribe/package/");
        try (Stream<Path> files = Files.list(target)) {
            if (!ours && files.findAny().isPresent()) {
                throw CannotException.wrongUsage(
                        "Cannot export: the folder --out %s is not empty and holds no earlier export.%n  Name another folder."
                                .formatted(out));
            }
        }
        return target;
    }

    private RecordFilter filter() {
        if (from != null && to != null && to.isBefore(from)) {
            throw CannotException.wrongUsage(
                    "Cannot export: --from %s is after --to %s.%n  Turn them round.".formatted(from, to));
        }
        return new RecordFilter(
                from,
                to,
                countries.stream().map(ExportCommand::country).toList(),
                constants("--type", types, IncidentType.values(), Coded::code),
                actors,
                constants("--status", statuses, Status.values(), Coded::code),
                constants(
                        "--precision",
                        precisions,
                        PlacePrecision.values(),
                        precision -> precision.name().toLowerCase(Locale.ROOT)),
                text,
                box());
    }

    private static String country(String asked) {
        String code = asked.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw CannotException.wrongUsage(
                    "Cannot export: --country is \"%s\", expected two letters of ISO 3166 such as AF for Afghanistan."
                            .formatted(asked));
        }
        return code;
    }

    private RecordFilter.@Nullable Box box() {
        if (bbox == null) {
            return null;
        }
        try {
            List<Double> sides =
                    Stream.of(bbox.split(",", -1)).map(Double::valueOf).toList();
            if (sides.size() == 4) {
                return new RecordFilter.Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
            }
        } catch (IllegalArgumentException wrong) {
            // told below like any other wrong box
        }
        throw CannotException.wrongUsage(
                "Cannot export: --bbox is \"%s\", expected west,south,east,north in degrees with south <= north, such as 60.5,29.3,74.9,38.5."
                        .formatted(bbox));
    }

    private static <E> List<E> constants(String option, List<String> asked, E[] known, Function<E, String> code) {
        List<E> found = new ArrayList<>();
        asked.forEach(one -> found.add(constant(option, one, known, code)));
        return found;
    }

    private static <E> E constant(String option, String asked, E[] known, Function<E, String> code) {
        List<String> codes = Arrays.stream(known).map(code).toList();
        Optional<E> found = Arrays.stream(known)
                .filter(one -> code.apply(one).equals(asked.toLowerCase(Locale.ROOT)))
                .findFirst();
        return found.orElseThrow(() -> CannotException.wrongUsage("Cannot export: %s is \"%s\", expected one of %s.%s"
                .formatted(
                        option,
                        asked,
                        String.join(", ", codes),
                        Suggestions.nearest(asked, codes)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(""))));
    }
}
