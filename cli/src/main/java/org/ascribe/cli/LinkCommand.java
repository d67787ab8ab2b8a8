package org.ascribe.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Outcome.Skipped;
import org.ascribe.core.link.Linker;
import org.ascribe.core.link.Match;
import org.ascribe.core.link.Row;
import org.ascribe.exchange.table.Field;
import org.ascribe.exchange.table.IncidentTable;
import org.ascribe.exchange.table.IncidentTable.UnusableTable;
import org.ascribe.exchange.table.LinkFile;
import org.ascribe.extract.actor.ActorDictionary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe link}: which rows of two tables speak of the same incident. */
@Command(
        name = "link",
        description =
                "Finds which rows of two tables of incidents (CSV, also .gz) speak of the same incident, and writes "
                        + "a_id,b_id,score,reasons. Needs no ledger. Columns are recognised by the names that UCDP, ACLED, GTD and "
                        + "others give them.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class LinkCommand implements Callable<Integer> {

    /** So many skipped rows of a table are named; the others are only counted. */
    private static final int NAMED = 10;

    private final Console console;

    @Parameters(index = "0", paramLabel = "A.csv", description = "The first table.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.csv", description = "The second table.")
    private Path second = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "Where the links go. Default: stdout.")
    private @Nullable Path output;

    @Option(
            names = "--least",
            paramLabel = "SCORE",
            defaultValue = "0.5",
            description = "Only links that are at least this probable, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double least = 0.5;

    @Option(
            names = "--columns",
            paramLabel = "a.FIELD=NAME",
            split = ",",
            description =
                    "Where a field is, if its name does not tell: a.date=when,b.actor-1=perp. Fields: id, date, date-end, "
                            + "year, month, day, date-precision, latitude, longitude, place-precision, country, region, place, actor-1, "
                            + "actor-2, type, target, killed, killed-low, killed-high, wounded, text.")
    private List<String> columns = List.of();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    LinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(least >= 0 && least <= 1)) {
            throw CannotException.wrongUsage(
                    "Cannot link: --least is %s, expected a probability from 0 to 1.".formatted(least));
        }
        Path folder = output == null ? null : output.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CannotException.wrongUsage(
                    "Cannot link: the folder of --output %s does not exist.%n  Make it first.".formatted(output));
        }
        for (Path file : List.of(first, second)) {
            if (!Files.isRegularFile(file)) {
                throw CannotException.wrongUsage(
                        "Cannot link: there is no file %s.%n  Check its name.".formatted(file));
            }
        }
        IncidentTable a = read(first, "a");
        IncidentTable b = read(second, "b");
        List<Match> links = Linker.link(a.rows(), b.rows(), aliases(a, b), least);
        if (output == null) {
            StringWriter text = new StringWriter();
            LinkFile.write(links, text);
            console.out().print(text);
        } else {
            try (Writer writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                LinkFile.write(links, writer);
            }
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "%,d links between %,d rows of %s and %,d of %s%n",
                        links.size(),
                        links.stream().map(Match::a).distinct().count(),
                        first,
                        links.stream().map(Match::b).distinct().count(),
                        second);
        return a.skipped().isEmpty() && b.skipped().isEmpty() ? Main.DONE : Main.DONE_WITH_SKIPS;
    }

    private IncidentTable read(Path file, String side) throws IOException {
        IncidentTable table;
        try {
            table = IncidentTable.read(file, given(side));
        } catch (UnusableTable bad) {
            throw new CannotException("Cannot link %s: %s".formatted(file, bad.getMessage()));
        }
        console.err().printf(Locale.ROOT, "%s: %,d rows%n", file, table.rows().size());
        console.err()
                .println("  recognised: "
                        + table.columns().entrySet().stream()
                                .map(entry -> entry.getKey().code()
                                        + (Field.find(entry.getValue())
                                                        .filter(entry.getKey()::equals)
                                                        .isPresent()
                                                ? ""
                                                : " = " + entry.getValue()))
                                .collect(Collectors.joining(", ")));
        if (!table.ignored().isEmpty()) {
            console.err()
                    .println("  not used: "
                            + table.ignored().stream().limit(30).collect(Collectors.joining(", "))
                            + (table.ignored().size() > 30
                                    ? " and " + (table.ignored().size() - 30) + " more"
                                    : ""));
        }
        if (!table.skipped().isEmpty()) {
            console.err()
                    .println("  skipped: "
                            + table.skippedByCode().entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", ")));
            for (Skipped<Row> row :
                    table.skipped().subList(0, Math.min(NAMED, table.skipped().size()))) {
                console.err().println("    " + row.where() + ": " + row.why());
            }
            if (table.skipped().size() > NAMED) {
                console.err().println("    and " + (table.skipped().size() - NAMED) + " more");
            }
        }
        return table;
    }

    private Map<Field, String> given(String side) {
        Map<Field, String> given = new EnumMap<>(Field.class);
        for (String column : columns) {
            int equals = column.indexOf('=');
            String name = equals < 0 ? "" : column.substring(0, equals);
            if (!name.startsWith("a.") && !name.startsWith("b.")) {
                throw CannotException.wrongUsage(
                        "Cannot link: --columns has \"%s\", expected such as a.date=when or b.actor-1=perp."
                                .formatted(column));
            }
            List<String> known = Stream.of(Field.values()).map(Field::code).toList();
            Field field = Field.find(name.substring(2))
                    .orElseThrow(() -> CannotException.wrongUsage(
                            "Cannot link: --columns names the field \"%s\", expected one of %s.%s"
                                    .formatted(
                                            name.substring(2),
                                            String.join(", ", known),
                                            Suggestions.nearest(name.substring(2), known)
                                                    .map(near -> " Did you mean " + near + "?")
                                                    .orElse(""))));
            if (name.startsWith(side)) {
                given.put(field, column.substring(equals + 1));
            }
        }
        return given;
    }

    /** The dictionary's ids of a name; it is not loaded where no table names an actor. */
    private static Function<String, Set<String>> aliases(IncidentTable a, IncidentTable b) {
        if (!a.columns().containsKey(Field.ACTOR_1) || !b.columns().containsKey(Field.ACTOR_1)) {
            return name -> Set.of();
        }
        ActorDictionary dictionary = ActorDictionary.load();
        Map<String, Set<String>> ids = new HashMap<>();
        dictionary
                .aliases()
                .forEach(alias -> ids.computeIfAbsent(alias.name().toLowerCase(Locale.ROOT), key -> new HashSet<>())
                        .add(alias.actor()));
        return name ->
                ids.getOrDefault(name.replaceAll("\\([^)]*\\)", " ").strip().toLowerCase(Locale.ROOT), Set.of());
    }
}
