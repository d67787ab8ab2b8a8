package org.ascribe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.Status;
import org.ascribe.store.Counts.By;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting in the ledger against counting by hand, on incidents drawn at random from a seed. */
class CountsTest {

    private static final List<String> ACTORS = List.of("green-brigade", "northern-state", "red-column");

    @TempDir
    Path folder;

    private Ledger ledger;
    private final List<IncidentSheet> sheets = new ArrayList<>();

    @BeforeEach
    void aLedger() {
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            sheets.add(sheet(i, random));
        }
        ledger = Ledger.open(folder.resolve("test.duckdb"), Ledger.Mode.CREATE);
        ledger.rebuild(sheets, "1");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static IncidentSheet sheet(int number, Random random) {
        LocalDate day = LocalDate.of(2022, 11, 1).plusDays(random.nextInt(120));
        EventDate when = switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> EventDate.month(day.getYear(), day.getMonthValue());
            case 2 -> EventDate.since(day);
            default -> EventDate.day(day);
        };
        Place where = random.nextInt(4) == 0
                ? null
                : new Place(
                        "Oldtown",
                        random.nextBoolean() ? "AF" : "PK",
                        null,
                        null,
                        null,
                        PlacePrecision.values()[random.nextInt(3)]);
        List<IncidentSheet.Claimant> claimants = new ArrayList<>();
        for (String actor : ACTORS) {
            if (random.nextInt(3) == 0) {
                // nobody names the one with no origin: it is only cleared
                claimants.add(new IncidentSheet.Claimant(actor, actor, random.nextInt(3), List.of()));
            }
        }
        Count killed =
                random.nextInt(3) == 0 ? Count.UNKNOWN : random.nextInt(5) == 0 ? Count.atLeast(9) : Count.exactly(2);
        return new IncidentSheet(
                new Incident(
                        "inc-%016x".formatted(number),
                        "Attack " + number,
                        random.nextBoolean() ? IncidentType.BOMBING : IncidentType.CLASH,
                        when,
                        where,
                        List.of(),
                        List.of(),
                        List.of(new Telling(new ReportId("r-%016x".formatted(number)), "i1")),
                        List.of()),
                "every-voice",
                random.nextBoolean() ? Status.WEAK : Status.CONTESTED,
                "because",
                claimants,
                List.of(),
                List.of(),
                killed,
                Count.UNKNOWN,
                1,
                1,
                List.of());
    }

    private static List<String> named(IncidentSheet sheet) {
        return sheet.claimants().stream()
                .filter(claimant -> claimant.origins() > 0)
                .map(IncidentSheet.Claimant::actor)
                .toList();
    }

    private static @Nullable String country(IncidentSheet sheet) {
        return sheet.incident().where() == null
                ? null
                : sheet.incident().where().country();
    }

    private static @Nullable String month(IncidentSheet sheet) {
        EventDate when = sheet.incident().when();
        return when == null || when.from() == null || when.to() == null
                ? null
                : YearMonth.from(when.from()).toString();
    }

    private Stream<IncidentSheet> those(Predicate<IncidentSheet> test) {
        return sheets.stream().filter(test);
    }

    @Test
    void byMonthAndActorEachIncidentCountsForEveryActorThatAVoiceNames() {
        Map<List<String>, Integer> byHand = new HashMap<>();
        those(sheet -> "AF".equals(country(sheet))).forEach(sheet -> {
            List<String> actors = named(sheet).isEmpty() ? List.of("nobody") : named(sheet);
            actors.forEach(actor -> byHand.merge(List.of(String.valueOf(month(sheet)), actor), 1, Integer::sum));
        });
        Counts counts = ledger.counts(
                new CountFilter(null, null, List.of("AF"), List.of(), List.of(), List.of(), List.of()),
                EnumSet.of(By.MONTH, By.ACTOR),
                10);
        Map<List<String>, Integer> found = new HashMap<>();
        counts.rows()
                .forEach(row -> found.put(
                        List.of(
                                String.valueOf(row.values().get(By.MONTH)),
                                row.values().get(By.ACTOR) == null
                                        ? "nobody"
                                        : String.valueOf(row.values().get(By.ACTOR))),
                        row.incidents()));
        assertThat(found).isEqualTo(byHand);
        assertThat(counts.incidents()).isEqualTo((int)
                those(sheet -> "AF".equals(country(sheet))).count());
    }

    @Test
    void whereActorsAreNotToldApartAnIncidentOfTwoActorsCountsOnce() {
        Predicate<IncidentSheet> wanted =
                sheet -> named(sheet).contains("green-brigade") || named(sheet).contains("red-column");
        Counts counts = ledger.counts(
                new CountFilter(
                        null, null, List.of(), List.of(), List.of("green-brigade", "red-column"), List.of(), List.of()),
                EnumSet.of(By.STATUS),
                10);
        assertThat(counts.incidents()).isEqualTo((int) those(wanted).count());
        assertThat(counts.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.incidents()).isEqualTo((int) those(wanted.and(sheet ->
                                sheet.status().code().equals(row.values().get(By.STATUS))))
                        .count()));
    }

    @Test
    void tollsAddUpAndUnknownOnesAreCountedApart() {
        Counts.Row all = ledger.counts(CountFilter.ALL, Set.of(), 10).rows().getFirst();
        assertThat(all.incidents()).isEqualTo(400);
        assertThat(all.killedLow())
                .isEqualTo(those(sheet -> !sheet.killed().isUnknown())
                        .mapToInt(sheet -> sheet.killed().low())
                        .sum());
        assertThat(all.killedHigh()).as("some have an open end").isNull();
        assertThat(all.withoutKilled())
                .isEqualTo((int) those(sheet -> sheet.killed().isUnknown()).count());
    }

    @Test
    void daysPassThatMayLieInTheWindowAndUnknownOnesDoNot() {
        LocalDate from = LocalDate.of(2022, 12, 10);
        LocalDate to = LocalDate.of(2022, 12, 20);
        Predicate<IncidentSheet> wanted = sheet -> {
            EventDate when = sheet.incident().when();
            return when != null
                    && (when.to() == null || !when.to().isBefore(from))
                    && (when.from() == null || !when.from().isAfter(to));
        };
        assertThat(ledger.counts(
                                new CountFilter(from, to, List.of(), List.of(), List.of(), List.of(), List.of()),
                                Set.of(),
                                10)
                        .incidents())
                .isEqualTo((int) those(wanted).count());
    }

    @Test
    void onlyTheActorsWithTheMostIncidentsAreToldApartWhereFewerAreAskedFor() {
        List<Counts.Row> rows =
                ledger.counts(CountFilter.ALL, EnumSet.of(By.ACTOR), 2).rows();
        List<Counts.Row> all =
                ledger.counts(CountFilter.ALL, EnumSet.of(By.ACTOR), 10).rows();
        assertThat(all).hasSize(4);
        assertThat(rows).hasSize(2);
        assertThat(rows.stream().mapToInt(Counts.Row::incidents).min().orElseThrow())
                .isGreaterThanOrEqualTo(all.stream()
                        .filter(row -> !rows.contains(row))
                        .mapToInt(Counts.Row::incidents)
                        .max()
                        .orElseThrow());
    }

    @Test
    void nothingIsCountedWhereNothingPasses() {
        Counts none = ledger.counts(
                new CountFilter(null, null, List.of("FR"), List.of(), List.of(), List.of(), List.of()), Set.of(), 10);
        assertThat(none.incidents()).isZero();
        assertThat(none.rows()).isEmpty();
    }
}
