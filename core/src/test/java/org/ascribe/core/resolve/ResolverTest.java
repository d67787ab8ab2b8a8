package org.ascribe.core.resolve;

import static org.ascribe.core.Told.day;
import static org.ascribe.core.Told.kabul;
import static org.ascribe.core.Told.kandahar;
import static org.ascribe.core.Told.kandaharProvince;
import static org.ascribe.core.Told.krasnogorsk;
import static org.ascribe.core.Told.moscow;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Telling;
import org.ascribe.core.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final CodedReport BANK_NEWS = Told.on(
                    "2024-03-21",
                    "Wire",
                    "A suicide bomber killed at least three people outside a bank in Kandahar on Thursday, officials said.")
            .incident(
                    "i1",
                    IncidentType.SUICIDE_BOMBING,
                    day("2024-03-21"),
                    kandahar(),
                    "bank",
                    Count.atLeast(3),
                    "A suicide bomber killed at least three people outside a bank in Kandahar on Thursday")
            .build();

    private static final CodedReport BANK_LATER = Told.on(
                    "2024-03-23",
                    "Daily",
                    "The bombing of a branch of the New Kabul Bank in the southern city of Kandahar killed 21, a doctor said.")
            .incident(
                    "i1",
                    IncidentType.BOMBING,
                    day("2024-03-21"),
                    kandahar(),
                    "New Kabul Bank",
                    Count.exactly(21),
                    "The bombing of a branch of the New Kabul Bank in the southern city of Kandahar killed 21")
            .build();

    private static final CodedReport HALL_NEWS = Told.on(
                    "2024-03-23",
                    "Wire",
                    "Gunmen opened fire on concertgoers at the Crocus City Hall in Krasnogorsk near Moscow and killed 137 people.")
            .incident(
                    "i1",
                    IncidentType.ARMED_ASSAULT,
                    day("2024-03-22"),
                    krasnogorsk(),
                    "concertgoers",
                    Count.exactly(137),
                    "Gunmen opened fire on concertgoers at the Crocus City Hall in Krasnogorsk near Moscow and killed 137 people")
            .build();

    /** Both at once, in the words of an analysis. */
    private static final CodedReport ANALYSIS = Told.on(
                    "2024-04-05",
                    "Network",
                    "In March an assault on a bank in Kandahar province caused casualties. An incident at a Moscow concert hall"
                            + " claimed over 140 lives.")
            .incident(
                    "i1",
                    IncidentType.OTHER,
                    EventDate.month(2024, 3),
                    kandaharProvince(),
                    "bank",
                    Count.UNKNOWN,
                    "In March an assault on a bank in Kandahar province caused casualties.")
            .incident(
                    "i2",
                    IncidentType.OTHER,
                    EventDate.month(2024, 3),
                    moscow(),
                    "concert hall",
                    Count.atLeast(141),
                    "An incident at a Moscow concert hall claimed over 140 lives.")
            .build();

    private static Set<Set<Telling>> clusters(List<CodedReport> reports, List<Judgement> judgements) {
        Set<Set<Telling>> clusters = new java.util.HashSet<>();
        for (Incident incident : Resolver.resolve(reports, judgements)) {
            clusters.add(new TreeSet<>(incident.tellings()));
        }
        return clusters;
    }

    private static Telling telling(CodedReport report, String label) {
        return new Telling(report.report().id(), label);
    }

    private static Judgement judge(int minute, Decision decision) {
        return Judgement.of(
                Instant.parse("2024-05-01T10:00:00Z").plusSeconds(minute * 60L), "ann", "seen", decision, null);
    }

    private static Judgement undo(int minute, Judgement judgement) {
        return Judgement.of(
                Instant.parse("2024-05-01T10:00:00Z").plusSeconds(minute * 60L),
                "ann",
                "a mistake",
                judgement.decision(),
                judgement.id());
    }

    @Test
    void newsAndAnalysisOfTheSameAttacksMeet() {
        List<Incident> incidents = Resolver.resolve(List.of(BANK_NEWS, BANK_LATER, HALL_NEWS, ANALYSIS), List.of());
        assertThat(incidents).hasSize(2);
        assertThat(incidents.get(0).tellings())
                .containsExactlyInAnyOrder(
                        telling(BANK_NEWS, "i1"), telling(BANK_LATER, "i1"), telling(ANALYSIS, "i1"));
        assertThat(incidents.get(1).tellings())
                .containsExactlyInAnyOrder(telling(HALL_NEWS, "i1"), telling(ANALYSIS, "i2"));
        assertThat(incidents.get(0).links()).hasSize(2);
        assertThat(incidents.get(0).links().get(0).reasons())
                .extracting(Link.Reason::field)
                .contains("date", "place");
    }

    @Test
    void theIncidentIsAsPreciseAsTheMostPreciseTelling() {
        List<Incident> incidents = Resolver.resolve(List.of(ANALYSIS, BANK_LATER, BANK_NEWS), List.of());
        assertThat(incidents).hasSize(2);
        Incident bank = incidents.get(1);
        assertThat(bank.when()).isEqualTo(day("2024-03-21"));
        assertThat(bank.where()).isEqualTo(kandahar());
        assertThat(bank.type()).isEqualTo(IncidentType.SUICIDE_BOMBING);
    }

    @Test
    void twoIncidentsOfOneReportAreNeverOne() {
        CodedReport twice = Told.on(
                        "2024-03-22", "Wire", "A bomb hit a bank in Kandahar. A second bomb hit a bank in Kandahar.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        day("2024-03-21"),
                        kandahar(),
                        "bank",
                        Count.UNKNOWN,
                        "A bomb hit a bank in Kandahar.")
                .incident(
                        "i2",
                        IncidentType.BOMBING,
                        day("2024-03-21"),
                        kandahar(),
                        "bank",
                        Count.UNKNOWN,
                        "A second bomb hit a bank in Kandahar.")
                .build();
        assertThat(Resolver.resolve(List.of(twice), List.of())).hasSize(2);
        assertThat(Resolver.resolve(List.of(twice, BANK_NEWS, BANK_LATER), List.of()))
                .hasSize(2);
        Judgement same = judge(1, new Decision.SameIncident(telling(twice, "i1"), telling(twice, "i2")));
        assertThat(Resolver.resolve(List.of(twice), List.of(same))).hasSize(1);
    }

    @Test
    void twoAttacksOfOneWeekInOneCityStayApart() {
        CodedReport mosque = Told.on(
                        "2022-08-18",
                        "Wire",
                        "A blast tore through a mosque in Kabul and killed 21 worshippers on Wednesday.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        day("2022-08-17"),
                        kabul(),
                        "mosque",
                        Count.exactly(21),
                        "A blast tore through a mosque in Kabul and killed 21 worshippers on Wednesday.")
                .build();
        CodedReport embassy = Told.on(
                        "2022-09-05",
                        "Wire",
                        "A suicide bomber killed two staff at the Russian embassy in Kabul on Monday.")
                .incident(
                        "i1",
                        IncidentType.SUICIDE_BOMBING,
                        day("2022-09-05"),
                        kabul(),
                        "embassy",
                        Count.exactly(2),
                        "A suicide bomber killed two staff at the Russian embassy in Kabul on Monday.")
                .build();
        CodedReport school = Told.on("2022-08-19", "Wire", "Gunmen shot dead four police in Kabul on Thursday.")
                .incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2022-08-18"),
                        kabul(),
                        "police",
                        Count.exactly(4),
                        "Gunmen shot dead four police in Kabul on Thursday.")
                .build();
        assertThat(Resolver.resolve(List.of(mosque, embassy, school), List.of()))
                .hasSize(3);
    }

    @Test
    void aReportCannotTellWhatHappensAfterIt() {
        CodedReport early = Told.on("2024-02-01", "Wire", "In a blast at a bank in Kandahar three died this year.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        EventDate.year(2024),
                        kandahar(),
                        "bank",
                        Count.exactly(3),
                        "In a blast at a bank in Kandahar three died this year.")
                .build();
        assertThat(Resolver.resolve(List.of(early, BANK_NEWS), List.of())).hasSize(2);
    }

    @Test
    void aDateWithoutAYearCanBeAnyYear() {
        CodedReport yearless = Told.on(
                        null, null, "The March bombing of a bank in Kandahar killed at least three people.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        EventDate.yearlessMonth(3),
                        kandahar(),
                        "bank",
                        Count.atLeast(3),
                        "The March bombing of a bank in Kandahar killed at least three people.")
                .build();
        assertThat(Resolver.resolve(List.of(yearless, BANK_NEWS), List.of())).hasSize(1);
        CodedReport june = Told.on(null, null, "The June bombing of a bank in Kandahar killed at least three people.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        EventDate.yearlessMonth(6),
                        kandahar(),
                        "bank",
                        Count.atLeast(3),
                        "The June bombing of a bank in Kandahar killed at least three people.")
                .build();
        assertThat(Resolver.resolve(List.of(june, BANK_NEWS), List.of())).hasSize(2);
    }

    @Test
    void wholeIncidentsAreMergedAndComeApartAgainWhenThatIsTakenBack() {
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER, HALL_NEWS);
        Judgement merged = judge(
                1,
                new Decision.MergeIncidents(
                        List.of(telling(HALL_NEWS, "i1")),
                        List.of(telling(BANK_LATER, "i1"), telling(BANK_NEWS, "i1"))));
        List<Incident> one = Resolver.resolve(reports, List.of(merged));
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().links())
                .allSatisfy(link -> assertThat(link.weight()).isInfinite());
        assertThat(clusters(reports, List.of(merged, undo(2, merged)))).isEqualTo(clusters(reports, List.of()));
        // a report that comes in later joins what was merged
        assertThat(Resolver.resolve(List.of(BANK_NEWS, BANK_LATER, HALL_NEWS, ANALYSIS), List.of(merged))
                        .getFirst()
                        .tellings())
                .contains(telling(ANALYSIS, "i1"));
    }

    @Test
    void anIncidentIsSplitAndTheLaterOfSplitAndMergeStands() {
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER, HALL_NEWS, ANALYSIS);
        Judgement split = judge(
                1,
                new Decision.SplitIncident(
                        List.of(telling(BANK_NEWS, "i1"), telling(ANALYSIS, "i1")),
                        List.of(telling(BANK_LATER, "i1"))));
        assertThat(clusters(reports, List.of(split)))
                .contains(Set.of(telling(BANK_NEWS, "i1"), telling(ANALYSIS, "i1")))
                .contains(Set.of(telling(BANK_LATER, "i1")));
        assertThat(clusters(reports, List.of(split, undo(2, split)))).isEqualTo(clusters(reports, List.of()));
        Judgement merged = judge(
                3,
                new Decision.MergeIncidents(
                        List.of(telling(BANK_LATER, "i1")),
                        List.of(telling(BANK_NEWS, "i1"), telling(ANALYSIS, "i1"))));
        assertThat(clusters(reports, List.of(split, merged))).isEqualTo(clusters(reports, List.of()));
        assertThat(clusters(reports, List.of(merged, split, undo(4, merged))))
                .isEqualTo(clusters(reports, List.of(split)));
    }

    @Test
    void judgementsBindAndAreTakenBack() {
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER, HALL_NEWS);
        Judgement apart = judge(1, new Decision.NotSameIncident(telling(BANK_LATER, "i1"), telling(BANK_NEWS, "i1")));
        assertThat(Resolver.resolve(reports, List.of(apart))).hasSize(3);
        Judgement back = undo(2, apart);
        assertThat(Resolver.resolve(reports, List.of(back, apart))).hasSize(2);
        assertThat(Resolver.resolve(reports, List.of(apart, back, undo(3, back))))
                .hasSize(3);
        Judgement odd = judge(4, new Decision.SameIncident(telling(HALL_NEWS, "i1"), telling(BANK_NEWS, "i1")));
        List<Incident> joined = Resolver.resolve(reports, List.of(apart, odd));
        assertThat(joined).hasSize(2);
        assertThat(joined)
                .anySatisfy(incident -> assertThat(incident.links()).anySatisfy(link -> {
                    assertThat(link.weight()).isInfinite();
                    assertThat(link.reasons()).extracting(Link.Reason::field).containsExactly("judgement");
                }));
    }

    @Test
    void theLaterJudgementOfTheSamePairStands() {
        Decision same = new Decision.SameIncident(telling(BANK_NEWS, "i1"), telling(HALL_NEWS, "i1"));
        Decision apart = new Decision.NotSameIncident(telling(HALL_NEWS, "i1"), telling(BANK_NEWS, "i1"));
        List<CodedReport> reports = List.of(BANK_NEWS, HALL_NEWS);
        assertThat(Resolver.resolve(reports, List.of(judge(2, same), judge(1, apart))))
                .hasSize(1);
        assertThat(Resolver.resolve(reports, List.of(judge(1, same), judge(2, apart))))
                .hasSize(2);
    }

    @Test
    void whoeverIsUnsureLeavesItToTheProgram() {
        Telling a = telling(BANK_NEWS, "i1");
        Telling b = telling(BANK_LATER, "i1");
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER);
        Judgement apart = judge(1, new Decision.NotSameIncident(a, b));
        Judgement unsure = judge(2, new Decision.Unsure(b, a));
        assertThat(Resolver.resolve(reports, List.of(unsure))).isEqualTo(Resolver.resolve(reports, List.of()));
        assertThat(Resolver.resolve(reports, List.of(apart, unsure))).hasSize(1);
        assertThat(Resolver.resolve(reports, List.of(apart, unsure, undo(3, unsure))))
                .hasSize(2);
    }

    @Test
    void alikePairsAreThoseThatJoinAndOthersAsFarAsAsked() {
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER, HALL_NEWS, ANALYSIS);
        List<Link> joined = Resolver.resolve(reports, List.of()).stream()
                .flatMap(incident -> incident.links().stream())
                .toList();
        List<Link> enough = Resolver.alike(reports, Resolver.ENOUGH);
        List<Link> surer = Resolver.alike(reports, Resolver.ENOUGH + 1);
        assertThat(enough).containsAll(joined).containsAll(surer).hasSizeGreaterThan(surer.size());
        assertThat(surer).isNotEmpty().allSatisfy(link -> {
            assertThat(link.a().report()).isNotEqualTo(link.b().report());
            assertThat(link.weight()).isGreaterThanOrEqualTo(Resolver.ENOUGH + 1);
        });
        assertThat(Resolver.alike(List.of(ANALYSIS, HALL_NEWS, BANK_LATER, BANK_NEWS), Resolver.ENOUGH))
                .isEqualTo(enough);
    }

    @Test
    void aCopyOfATextChangesNothingButTheTellings() {
        List<CodedReport> reports = List.of(BANK_NEWS, BANK_LATER, HALL_NEWS, ANALYSIS);
        List<CodedReport> more = new ArrayList<>(reports);
        for (String outlet : List.of("Copy A", "Copy B", "Copy C")) {
            more.add(Told.on("2024-03-24", outlet, HALL_NEWS.report().text())
                    .incident(
                            "i1",
                            IncidentType.ARMED_ASSAULT,
                            day("2024-03-22"),
                            krasnogorsk(),
                            "concertgoers",
                            Count.exactly(137),
                            HALL_NEWS.assertions().isEmpty() ? "Gunmen opened fire on concertgoers" : "")
                    .build());
        }
        List<Incident> before = Resolver.resolve(reports, List.of());
        List<Incident> after = Resolver.resolve(more, List.of());
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            Incident one = before.get(i);
            Incident two = after.get(i);
            assertThat(two.id()).isEqualTo(one.id());
            assertThat(two.when()).isEqualTo(one.when());
            assertThat(two.where()).isEqualTo(one.where());
            assertThat(two.type()).isEqualTo(one.type());
            assertThat(two.targets()).isEqualTo(one.targets());
            assertThat(two.tellings()).containsAll(one.tellings());
            assertThat(two.links()).containsAll(one.links());
        }
        assertThat(after.get(1).tellings()).hasSize(5);
    }

    @Test
    void inAnyOrderTheSameIncidents() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<CodedReport> reports = new ArrayList<>();
            IncidentType[] types = {
                IncidentType.BOMBING, IncidentType.ARMED_ASSAULT, IncidentType.OTHER, IncidentType.SUICIDE_BOMBING
            };
            String[] sites = {"bank", "mosque", "market", "checkpoint"};
            for (int i = 0; i < 12; i++) {
                String site = sites[random.nextInt(4)];
                String words = "An attack number " + random.nextInt(6) + " on a " + site + " of the city.";
                EventDate date = EventDate.day(java.time.LocalDate.of(2024, 3, 1 + random.nextInt(5)));
                reports.add(Told.on(
                                "2024-03-1" + random.nextInt(9),
                                "outlet " + i,
                                words + " Report " + i + " of seed " + seed)
                        .incident(
                                "i1",
                                types[random.nextInt(4)],
                                random.nextInt(4) == 0 ? EventDate.month(2024, 3) : date,
                                random.nextBoolean() ? kandahar() : random.nextBoolean() ? kabul() : kandaharProvince(),
                                site,
                                random.nextBoolean() ? Count.UNKNOWN : Count.exactly(random.nextInt(20)),
                                words)
                        .build());
            }
            List<Incident> one = Resolver.resolve(reports, List.of());
            Collections.shuffle(reports, random);
            List<Incident> two = Resolver.resolve(reports, List.of());
            assertThat(two).as("seed " + seed).isEqualTo(one);
            assertThat(one.stream()
                            .mapToInt(incident -> incident.tellings().size())
                            .sum())
                    .isEqualTo(12);
        }
    }

    @Test
    void aChainOfLikenessDoesNotJoinWhatExcludesEachOther() {
        List<CodedReport> reports = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String words = "A bomb hit a bank in Kandahar and killed " + i + " people.";
            reports.add(Told.on("2024-03-2" + i, "outlet " + i, words)
                    .incident(
                            "i1", IncidentType.BOMBING, day("2024-03-1" + i), kandahar(), "bank", Count.UNKNOWN, words)
                    .build());
        }
        for (Incident incident : Resolver.resolve(reports, List.of())) {
            assertThat(incident.tellings()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(clusters(reports, List.of())).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aWeekContainsItsDays() {
        CodedReport week = Told.on(
                        "2024-03-25",
                        "Weekly",
                        "Last week a bomber struck a bank in Kandahar, killing at least three people.")
                .incident(
                        "i1",
                        IncidentType.BOMBING,
                        EventDate.between(
                                java.time.LocalDate.of(2024, 3, 18),
                                java.time.LocalDate.of(2024, 3, 24),
                                DatePrecision.WEEK),
                        kandahar(),
                        "bank",
                        Count.atLeast(3),
                        "Last week a bomber struck a bank in Kandahar, killing at least three people.")
                .build();
        assertThat(Resolver.resolve(List.of(week, BANK_NEWS), List.of())).hasSize(1);
    }

    private static CodedReport bombing(
            String published, @Nullable EventDate when, @Nullable Place where, @Nullable String site, String text) {
        return Told.on(published, "outlet of " + text.length(), text)
                .incident("i1", IncidentType.BOMBING, when, where, site, Count.UNKNOWN, "bombing")
                .build();
    }

    private static final Place KUNDUZ = new Place("Kunduz", "AF", "Kunduz", 36.729, 68.857, PlacePrecision.TOWN);
    private static final Place IMAM_SAHIB =
            new Place("Imam Sahib", "AF", "Kunduz", 37.19, 68.94, PlacePrecision.ADMIN2);
    private static final Place MAZAR = new Place("Mazar-e Sharif", "AF", "Balkh", 36.709, 67.11, PlacePrecision.TOWN);
    private static final Place AFGHANISTAN = new Place("Afghanistan", "AF", null, 33.9, 67.7, PlacePrecision.COUNTRY);

    @Test
    void aMentionOfOneWordIsComparedByItsSentence() {
        CodedReport embassy = bombing(
                "2022-09-06",
                null,
                kabul(),
                null,
                "The bombing at the gate of the Russian embassy killed two diplomats who called visa seekers by name.");
        CodedReport embassyAgain = bombing(
                "2022-09-10",
                null,
                kabul(),
                null,
                "Moscow mourned its diplomats. The bombing hit visa seekers at the gate of the Russian embassy.");
        CodedReport school = bombing(
                "2022-09-12",
                null,
                kabul(),
                null,
                "Girls sat a practice examination when the bombing tore through their classroom in the west of the city.");
        assertThat(clusters(List.of(embassy, embassyAgain, school), List.of()))
                .containsExactlyInAnyOrder(
                        Set.of(telling(embassy, "i1"), telling(embassyAgain, "i1")), Set.of(telling(school, "i1")));
    }

    @Test
    void theSameSiteAttackedTwiceIsTwoIncidents() {
        String words =
                "The bombing near the foreign ministry in Kabul killed at least six people as staff went home, police said";
        CodedReport january =
                bombing("2023-01-12", day("2023-01-11"), kabul(), "foreign ministry", words + " on Wednesday.");
        CodedReport march =
                bombing("2023-03-27", day("2023-03-27"), kabul(), "foreign ministry", words + " on Monday.");
        CodedReport lookingBack = bombing(
                "2023-04-20",
                EventDate.month(2023, 3),
                kabul(),
                "foreign ministry",
                "In March another bombing near the foreign ministry in Kabul killed at least six people.");
        assertThat(clusters(List.of(january, march, lookingBack), List.of()))
                .containsExactlyInAnyOrder(
                        Set.of(telling(january, "i1")), Set.of(telling(march, "i1"), telling(lookingBack, "i1")));
    }

    @Test
    void attacksOfOneDayInTwoTownsStayApart() {
        CodedReport mazar = bombing(
                "2022-04-21", day("2022-04-21"), MAZAR, "mosque", "The bombing of the mosque in Mazar killed 31.");
        CodedReport kunduz = bombing(
                "2022-04-21", day("2022-04-21"), KUNDUZ, null, "The bombing of a vehicle in Kunduz killed four.");
        CodedReport imamSahib = bombing(
                "2022-04-22", day("2022-04-22"), IMAM_SAHIB, null, "The bombing in Imam Sahib in Kunduz killed 33.");
        assertThat(clusters(List.of(mazar, kunduz, imamSahib), List.of())).hasSize(3);
    }

    @Test
    void aVagueTellingBringsNoTwoIncidentsTogether() {
        CodedReport mazar = bombing(
                "2022-04-21",
                day("2022-04-21"),
                MAZAR,
                "mosque",
                "The bombing of a Shia mosque at prayer killed thirty men.");
        CodedReport kunduz = bombing(
                "2022-04-22",
                day("2022-04-22"),
                KUNDUZ,
                "mosque",
                "The bombing of a Sufi mosque at prayer killed thirty men.");
        CodedReport lookingBack = bombing(
                "2022-05-30",
                EventDate.month(2022, 4),
                AFGHANISTAN,
                "mosque",
                "In April the bombing of a mosque at prayer killed thirty men.");
        assertThat(clusters(List.of(mazar, kunduz, lookingBack), List.of()))
                .containsExactlyInAnyOrder(
                        Set.of(telling(mazar, "i1")),
                        Set.of(telling(kunduz, "i1")),
                        Set.of(telling(lookingBack, "i1")));
        assertThat(clusters(List.of(mazar, lookingBack), List.of()))
                .as("with one attack to choose from it is that one")
                .hasSize(1);
    }

    @Test
    void newsWithoutADateIsOfTheDaysBeforeIt() {
        CodedReport dated = bombing("2024-03-21", day("2024-03-21"), kandahar(), null, "A bombing shook Kandahar.");
        CodedReport sameDay =
                bombing("2024-03-22", null, kandahar(), null, "After the bombing hospitals sought blood.");
        CodedReport monthsLater = bombing("2024-09-22", null, kandahar(), null, "A bombing has emptied the streets.");
        assertThat(clusters(List.of(dated, sameDay), List.of())).hasSize(1);
        Link soon = Resolver.compare(List.of(dated, sameDay), telling(dated, "i1"), telling(sameDay, "i1"));
        Link late = Resolver.compare(List.of(dated, monthsLater), telling(dated, "i1"), telling(monthsLater, "i1"));
        assertThat(soon.weight()).isGreaterThan(late.weight());
    }
}
