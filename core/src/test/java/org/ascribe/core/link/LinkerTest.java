package org.ascribe.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ascribe.core.link.Row.Precision;
import org.ascribe.core.link.Row.Spot;
import org.ascribe.core.link.Row.Toll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 5);
    private static final String[] PARTIES = {"Northern Front", "River Brigades", "Hill Militia", "Army"};
    private static final String[] OTHER_NAMES = {"Jabhat al-Shamal", "RB", "Militia of the hills", "Armed forces"};

    private static Row row(String id, LocalDate day, double latitude, double longitude, String actor, int killed) {
        return new Row(
                id,
                day,
                day,
                new Spot(latitude, longitude, Precision.NEAR),
                "Northland",
                List.of(),
                List.of(actor, "Army"),
                List.of("clash"),
                Toll.of(killed),
                null,
                "");
    }

    /** Two tables of invented incidents; true pairs are those of one number. */
    private record Tables(List<Row> a, List<Row> b) {
        static Tables of(long seed) {
            Random random = new Random(seed);
            Tables tables = new Tables(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < 400; i++) {
                LocalDate day = DAY.plusDays(random.nextInt(900));
                double latitude = 10 + random.nextInt(12) * 0.4;
                double longitude = 20 + random.nextInt(12) * 0.4;
                int party = random.nextInt(3);
                int killed = 1 + random.nextInt(9);
                if (random.nextDouble() < 0.8) {
                    tables.a.add(row("a" + i, day, latitude, longitude, PARTIES[party], killed));
                }
                if (random.nextDouble() < 0.8) {
                    tables.b.add(row(
                            "b" + i,
                            day.plusDays(random.nextDouble() < 0.7 ? 0 : 1),
                            latitude + random.nextDouble() * 0.05,
                            longitude + random.nextDouble() * 0.05,
                            OTHER_NAMES[party],
                            random.nextDouble() < 0.7 ? killed : killed + 1));
                }
            }
            return tables;
        }
    }

    private static List<Match> link(List<Row> a, List<Row> b) {
        return Linker.link(a, b, name -> Set.of(), 0.5);
    }

    private static Set<String> pairs(List<Match> matches) {
        Set<String> pairs = new HashSet<>();
        matches.forEach(match -> pairs.add(match.a() + " " + match.b()));
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mostRowsOfOneIncidentAreLinkedAndFewOthers(long seed) {
        Tables tables = Tables.of(seed);
        List<Match> matches = link(tables.a, tables.b);
        long right = matches.stream()
                .filter(match -> match.a().substring(1).equals(match.b().substring(1)))
                .count();
        long truth = tables.a.stream()
                .filter(row -> tables.b.stream()
                        .anyMatch(
                                other -> other.id().substring(1).equals(row.id().substring(1))))
                .count();
        assertThat(right).isGreaterThan(truth * 9 / 10);
        assertThat(matches.size() - right).isLessThan(truth / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfRowsDoesNotMatter(long seed) {
        Tables tables = Tables.of(seed);
        List<Match> before = link(tables.a, tables.b);
        List<Row> a = new ArrayList<>(tables.a);
        List<Row> b = new ArrayList<>(tables.b);
        Collections.shuffle(a, new Random(seed));
        Collections.shuffle(b, new Random(seed + 1));
        assertThat(link(a, b)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTwoTablesTurnedRoundGiveTheSameLinksTurnedRound(long seed) {
        Tables tables = Tables.of(seed);
        List<Match> turned = link(tables.b, tables.a);
        Set<String> back = new HashSet<>();
        turned.forEach(match -> back.add(match.b() + " " + match.a() + " " + match.score()));
        Set<String> forth = new HashSet<>();
        link(tables.a, tables.b).forEach(match -> forth.add(match.a() + " " + match.b() + " " + match.score()));
        assertThat(back).isEqualTo(forth);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRowThatHasNothingToDoWithTheOthersChangesNoLink(long seed) {
        Tables tables = Tables.of(seed);
        List<Row> more = new ArrayList<>(tables.b);
        more.add(row("elsewhere", DAY.plusDays(40), -40, 170, "Another party", 2));
        assertThat(pairs(link(tables.a, more))).isEqualTo(pairs(link(tables.a, tables.b)));
    }

    @Test
    void nearTwinsOfOneDayStayApart() {
        Tables tables = Tables.of(4);
        List<Row> a = new ArrayList<>(tables.a);
        List<Row> b = new ArrayList<>(tables.b);
        a.add(row("a-one", DAY, 30, 40, "Northern Front", 3));
        a.add(row("a-two", DAY, 30.05, 40.05, "Northern Front", 14));
        b.add(row("b-one", DAY, 30.01, 40, "Jabhat al-Shamal", 3));
        b.add(row("b-two", DAY, 30.05, 40.06, "Jabhat al-Shamal", 14));
        assertThat(pairs(link(a, b)))
                .contains("a-one b-one", "a-two b-two")
                .doesNotContain("a-one b-two", "a-two b-one");
    }

    @Test
    void whatIsCodedTwiceIsLinkedTwice() {
        Tables tables = Tables.of(5);
        List<Row> a = new ArrayList<>(tables.a);
        List<Row> b = new ArrayList<>(tables.b);
        for (int i = 0; i < 20; i++) {
            LocalDate day = DAY.plusDays(30L * i);
            a.add(row("a-x" + i, day, 30 + i, 40, "Hill Militia", 5 + i));
            b.add(row("b-x" + i, day, 30 + i, 40, "Militia of the hills", 5 + i));
            b.add(row("b-y" + i, day, 30.01 + i, 40, "Militia of the hills", 5 + i));
        }
        Set<String> pairs = pairs(link(a, b));
        assertThat(pairs).contains("a-x3 b-x3", "a-x3 b-y3", "a-x7 b-x7", "a-x7 b-y7");
    }

    @Test
    void namesThatShareNoLetterAreLearnedFromTheRows() {
        Tables tables = Tables.of(6);
        Match match = link(tables.a, tables.b).stream()
                .filter(link -> link.reasons().stream()
                        .anyMatch(reason -> reason.a().startsWith("Northern Front")
                                && reason.b().startsWith("Jabhat al-Shamal")))
                .findFirst()
                .orElseThrow();
        assertThat(match.reasons()).anySatisfy(reason -> {
            assertThat(reason.field()).isEqualTo("actor");
            assertThat(reason.weight()).isPositive();
        });
    }

    @Test
    void theReasonsAddUpToTheOdds() {
        Tables tables = Tables.of(7);
        for (Match match : link(tables.a, tables.b)) {
            if (match.score() > 0.999) {
                continue;
            }
            double bits =
                    match.reasons().stream().mapToDouble(Match.Reason::weight).sum();
            double odds = Math.log(match.score() / (1 - match.score())) / Math.log(2);
            assertThat(bits).isBetween(odds - 0.6, odds + 0.6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void roundingADateOrACoordinateNeverLosesACandidate(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        List<Row> rounded = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LocalDate day = DAY.plusDays(random.nextInt(400));
            double latitude = Math.clamp(-90 + 180 * random.nextDouble(), -89.99, 89.99);
            double longitude = -180 + 360 * random.nextDouble();
            rows.add(row("r" + i, day, latitude, longitude, "Army", 1));
            LocalDate month = day.withDayOfMonth(1);
            boolean coarse = random.nextBoolean();
            LocalDate near = day.plusDays(random.nextInt(15) - 7);
            rounded.add(new Row(
                    "q" + i,
                    coarse ? month : near,
                    coarse ? month.plusMonths(1).minusDays(1) : near,
                    new Spot(Math.rint(latitude * 10) / 10, Math.rint(longitude * 10) / 10, Precision.DISTRICT),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    ""));
        }
        Side a = new Side(rows, 0);
        Side b = new Side(rounded, 0);
        Near near = new Near(b);
        for (int i = 0; i < a.size; i++) {
            Set<String> found = new HashSet<>();
            int row = i;
            near.visit(
                    a,
                    row,
                    7,
                    (other, gap, chord) -> found.add(b.rows.get(other).id()));
            assertThat(found)
                    .as("seed " + seed)
                    .contains("q" + a.rows.get(row).id().substring(1));
        }
    }

    @Test
    void aRowThatIsOnlyOfACountryIsComparedWithAllOfIt() {
        Tables tables = Tables.of(8);
        Row vague = new Row(
                "vague",
                DAY,
                DAY,
                null,
                "Northland",
                List.of(),
                List.of("Jabhat al-Shamal"),
                List.of(),
                null,
                null,
                "");
        Side a = new Side(tables.a, 1);
        Side b = new Side(List.of(vague), 1);
        Set<Integer> seen = new HashSet<>();
        Near near = new Near(a);
        near.visit(b, 0, 7, (row, gap, chord) -> seen.add(row));
        long around = tables.a.stream()
                .filter(row -> row.from() != null && Math.abs(row.from().toEpochDay() - DAY.toEpochDay()) <= 7)
                .count();
        assertThat(seen).hasSize((int) around);
    }

    /** Two villages, and two middles of districts that are equally far from either: which belongs to which, only the rows can tell. */
    @Test
    void whichMiddleOfADistrictStandsForWhichVillageIsLearned() {
        Random random = new Random(9);
        double[] villages = {30.0, 30.144};
        double[] middles = {40.2, 39.8};
        List<Row> a = new ArrayList<>();
        List<Row> b = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            LocalDate day = DAY.plusDays(2L * i);
            int village = random.nextInt(2);
            a.add(row("a" + i, day, villages[village], 40, "Northern Front", 2));
            b.add(
                    i % 3 == 0
                            ? row("b" + i, day, 30.072, middles[village], "Jabhat al-Shamal", 2)
                            : row(
                                    "b" + i,
                                    day,
                                    villages[village] + 0.003 * random.nextDouble(),
                                    40,
                                    "Jabhat al-Shamal",
                                    2));
        }
        LocalDate day = DAY.plusDays(801);
        a.add(row("a-south", day, villages[0], 40, "Northern Front", 2));
        a.add(row("a-north", day, villages[1], 40, "Northern Front", 2));
        b.add(row("b-south", day, 30.072, middles[0], "Jabhat al-Shamal", 2));
        b.add(row("b-north", day, 30.072, middles[1], "Jabhat al-Shamal", 2));
        assertThat(pairs(link(a, b)))
                .contains("a-south b-south", "a-north b-north")
                .doesNotContain("a-south b-north", "a-north b-south");
    }

    @Test
    void emptyTablesHaveNoLinks() {
        assertThat(link(List.of(), List.of())).isEmpty();
        assertThat(link(Tables.of(1).a, List.of())).isEmpty();
    }

    @Test
    void anIdGivenTwiceIsRefused() {
        Row row = row("x", DAY, 1, 2, "Army", 1);
        assertThatThrownBy(() -> link(List.of(row, row), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }
}
