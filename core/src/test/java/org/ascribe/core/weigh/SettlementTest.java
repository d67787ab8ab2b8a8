package org.ascribe.core.weigh;

import static org.ascribe.core.Told.day;
import static org.ascribe.core.Told.krasnogorsk;
import static org.ascribe.core.Told.speaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReportId;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.Told;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Perspective.Age;
import org.ascribe.core.weigh.Perspective.Claim;
import org.ascribe.core.weigh.Perspective.Combine;
import org.ascribe.core.weigh.Perspective.Condition;
import org.ascribe.core.weigh.Perspective.Factors;
import org.ascribe.core.weigh.Perspective.Rule;
import org.ascribe.core.weigh.Perspective.StatusRules;
import org.ascribe.core.weigh.Perspective.TollRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Map<String, String> PARENTS =
            Map.of("islamic-state-khorasan", "islamic-state", "fsb", "russia");
    private static final List<String> ACTORS =
            List.of("islamic-state", "islamic-state-khorasan", "russia", "fsb", "ukraine");
    private static final List<Speaker> SPEAKERS = List.of(
            speaker("Islamic State", Role.PARTY, "islamic-state"),
            speaker("President of Russia", Role.OFFICIAL, "russia"),
            speaker("FSB", Role.OFFICIAL, "fsb"),
            speaker("Ukraine", Role.OFFICIAL, "ukraine"),
            speaker("US officials", Role.OFFICIAL, "united-states"),
            speaker("UN", Role.MONITOR, null),
            speaker("author", Role.AUTHOR, null));

    private record Word(
            String actor,
            Stance stance,
            Speaker speaker,
            EvidenceGiven evidence,
            @Nullable Count killed) {}

    private static CodedReport report(@Nullable String day, String outlet, List<Word> words) {
        StringBuilder text = new StringBuilder("In " + outlet + ": ");
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String sentence = "sentence " + i + " by " + outlet + " says in its " + "very ".repeat(i + 1) + "own words "
                    + outlet.hashCode() + " what " + outlet + " heard";
            sentences.add(sentence);
            text.append(sentence).append(". ");
        }
        Told told = Told.on(day, outlet, text.toString())
                .incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2024-03-22"),
                        krasnogorsk(),
                        "hall",
                        Count.UNKNOWN,
                        text.toString());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            told.responsibility("i1", word.actor(), word.stance(), word.evidence(), word.speaker(), sentences.get(i));
            if (word.killed() != null) {
                told.toll("i1", Harm.KILLED, word.killed(), word.speaker(), sentences.get(i));
            }
        }
        return told.build();
    }

    private static Word word(String actor, Stance stance, int speaker) {
        return new Word(actor, stance, SPEAKERS.get(speaker), EvidenceGiven.UNSTATED, null);
    }

    private static Docket docket(List<CodedReport> reports, List<Judgement> judgements) {
        Map<ReportId, CodedReport> byId = new HashMap<>();
        reports.forEach(report -> byId.put(report.report().id(), report));
        Incident incident = new Incident(
                "inc-0000000000000000",
                "Attack",
                IncidentType.ARMED_ASSAULT,
                day("2024-03-22"),
                krasnogorsk(),
                List.of(),
                List.of(),
                reports.stream()
                        .map(report -> new Telling(report.report().id(), "i1"))
                        .toList(),
                List.of());
        return Docket.of(
                List.of(incident),
                byId,
                judgements,
                actor -> Optional.ofNullable(PARENTS.get(actor)),
                actor -> Optional.empty());
    }

    private static Settled settle(Perspective perspective, List<CodedReport> reports) {
        return Settlement.of(docket(reports, List.of()), perspective, null).get(0);
    }

    private static Condition saidBy(Role role) {
        return new Condition(
                Set.of(),
                Set.of(role),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of());
    }

    private static Condition saidFor(String actor) {
        return new Condition(
                Set.of(),
                Set.of(),
                Set.of(actor),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of());
    }

    private static Perspective policy(Combine combine, List<Rule> rules, double otherwise, Factors factors) {
        return new Perspective(
                "test",
                "Test",
                "",
                List.of(),
                combine,
                0,
                rules,
                otherwise,
                factors,
                List.of(List.of("russia"), List.of("ukraine")),
                0,
                List.of(),
                Age.ANY,
                new StatusRules(2, 3, Claim.NOT_ASKED, 0.5, 0),
                TollRule.MEDIAN);
    }

    private static List<Perspective> policies() {
        Factors factors = new Factors(0.5, 0.5, 0.25, 1.25, 0.75, 1, 0.25, 0.5);
        List<Rule> rules = List.of(
                new Rule("monitor", saidBy(Role.MONITOR), 2.0, null),
                new Rule("party", saidBy(Role.PARTY), 1.5, null),
                new Rule("the Russian state", saidFor("russia"), 0.7, null));
        return List.of(
                Perspective.everyVoice(),
                policy(Combine.LOG_ODDS, rules, 1, factors),
                policy(Combine.LOG_ODDS, rules, 0, Factors.NONE),
                policy(Combine.INCONSISTENCY, rules, 1, factors));
    }

    private static double supportOf(Settled settled, String actor) {
        return settled.actors().stream()
                .filter(each -> each.actor().equals(actor))
                .mapToDouble(Settled.Support::support)
                .findFirst()
                .orElse(0);
    }

    // --- properties

    private static List<CodedReport> random(Random random) {
        List<CodedReport> reports = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int r = 0; r < count; r++) {
            reports.add(report(
                    random.nextInt(6) == 0 ? null : "2024-03-" + (22 + random.nextInt(8)),
                    "outlet" + r,
                    words(random)));
        }
        return reports;
    }

    private static List<Word> words(Random random) {
        List<Word> words = new ArrayList<>();
        int said = 1 + random.nextInt(3);
        for (int w = 0; w < said; w++) {
            Stance[] stances = {
                Stance.CLAIMED, Stance.STATED, Stance.ACCUSED, Stance.SUSPECTED, Stance.DENIED, Stance.DOUBTED
            };
            words.add(new Word(
                    ACTORS.get(random.nextInt(ACTORS.size())),
                    stances[random.nextInt(stances.length)],
                    SPEAKERS.get(random.nextInt(SPEAKERS.size())),
                    EvidenceGiven.values()[random.nextInt(3)],
                    random.nextBoolean() ? Count.exactly(random.nextInt(150)) : null));
        }
        return words;
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<CodedReport> reports = random(random);
            List<CodedReport> shuffled = new ArrayList<>(reports);
            Collections.shuffle(shuffled, random);
            for (Perspective policy : policies()) {
                assertThat(settle(policy, shuffled)).as("seed " + seed).isEqualTo(settle(policy, reports));
            }
        }
    }

    @Test
    void aDuplicateOfOneOriginChangesNothing() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Word> words = words(random);
            List<CodedReport> reports = new ArrayList<>(random(random));
            reports.add(report("2024-03-25", "wire", words));
            List<CodedReport> copied = new ArrayList<>(reports);
            copied.add(copy(reports.getLast(), "2024-03-29", "another outlet"));
            for (Perspective policy : policies()) {
                Settled before = settle(policy, reports);
                Settled after = settle(policy, copied);
                assertThat(after.actors()).as("seed " + seed).isEqualTo(before.actors());
                assertThat(after.status()).isEqualTo(before.status());
                assertThat(after.killed()).isEqualTo(before.killed());
                assertThat(after.reasons()).isEqualTo(before.reasons());
            }
        }
    }

    /** The same text in another outlet, read alike. */
    private static CodedReport copy(CodedReport coded, String day, String outlet) {
        Told told = Told.on(day, outlet, coded.report().text())
                .incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2024-03-22"),
                        krasnogorsk(),
                        "hall",
                        Count.UNKNOWN,
                        coded.report().text());
        coded.assertions()
                .forEach(said ->
                        told.says("i1", said.content(), said.speaker(), said.polarity(), said.hedged(), said.text()));
        return told.build();
    }

    @Test
    void aStatementForAnActorNeverLowersItsSupport() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<CodedReport> reports = random(random);
            Word more = words(random).getFirst();
            Stance[] naming = {Stance.CLAIMED, Stance.STATED, Stance.ACCUSED, Stance.SUSPECTED};
            Word word = new Word(
                    more.actor(), naming[random.nextInt(naming.length)], more.speaker(), more.evidence(), null);
            List<CodedReport> larger = new ArrayList<>(reports);
            larger.add(report("2024-03-28", "newcomer", List.of(word)));
            for (Perspective policy : policies()) {
                assertThat(supportOf(settle(policy, larger), word.actor()))
                        .as("seed " + seed + ", " + word)
                        .isGreaterThanOrEqualTo(supportOf(settle(policy, reports), word.actor()) - 1e-6);
            }
        }
    }

    @Test
    void anUndoneJudgementRestoresTheRecord() {
        List<CodedReport> reports = List.of(
                report("2024-03-22", "a", List.of(word("islamic-state", Stance.CLAIMED, 0))),
                report("2024-03-23", "b", List.of(word("ukraine", Stance.ACCUSED, 1))));
        Judgement wrong = Judgement.of(
                Instant.parse("2024-04-01T00:00:00Z"),
                "a reader",
                "misread",
                new Judgement.Decision.WrongReading(
                        reports.get(1).assertions().getFirst().id()),
                null);
        Judgement undo = Judgement.of(
                Instant.parse("2024-04-02T00:00:00Z"), "a reader", "it was right", wrong.decision(), wrong.id());
        for (Perspective policy : policies()) {
            Settled before =
                    Settlement.of(docket(reports, List.of()), policy, null).get(0);
            Settled struck =
                    Settlement.of(docket(reports, List.of(wrong)), policy, null).get(0);
            Settled undone = Settlement.of(docket(reports, List.of(wrong, undo)), policy, null)
                    .get(0);
            assertThat(struck.actors()).extracting(Settled.Support::actor).containsExactly("islamic-state");
            assertThat(undone).isEqualTo(before);
        }
    }

    @Test
    void theRecordOfTheLastDayIsTodays() {
        for (int seed = 0; seed < 100; seed++) {
            Docket docket = docket(random(new Random(seed)), List.of());
            LocalDate last = docket.latestDay().orElse(LocalDate.of(2024, 3, 31));
            for (Perspective policy : policies()) {
                assertThat(Settlement.of(docket, policy, last).list())
                        .isEqualTo(Settlement.of(docket, policy, null).list());
            }
        }
    }

    // --- single facts

    @Test
    void onAnEarlierDayOnlyWhatWasPublishedByThenIsHeard() {
        Docket docket = docket(
                List.of(
                        report("2024-03-22", "a", List.of(word("islamic-state", Stance.CLAIMED, 0))),
                        report("2024-03-24", "b", List.of(word("ukraine", Stance.ACCUSED, 1))),
                        report(null, "c", List.of(word("russia", Stance.SUSPECTED, 3)))),
                List.of());
        Perspective all = Perspective.everyVoice();
        assertThat(Settlement.of(docket, all, LocalDate.of(2024, 3, 21)).isKnown(0))
                .isFalse();
        assertThat(Settlement.of(docket, all, LocalDate.of(2024, 3, 22)).actors(0))
                .extracting(Settled.Support::actor)
                .containsExactly("islamic-state");
        // the report without a day counts from the latest day on
        assertThat(Settlement.of(docket, all, LocalDate.of(2024, 3, 24)).actors(0))
                .hasSize(3);
    }

    @Test
    void everyVoiceGivesTheStatusOfTheSheet() {
        EveryVoice sheets = new EveryVoice(actor -> Optional.ofNullable(PARENTS.get(actor)), actor -> Optional.empty());
        for (int seed = 0; seed < 400; seed++) {
            List<CodedReport> reports = random(new Random(seed));
            Docket docket = docket(reports, List.of());
            assertThat(Settlement.of(docket, Perspective.everyVoice(), null).status(0))
                    .as("seed " + seed)
                    .isEqualTo(
                            sheets.sheet(docket.incident(0), reports, List.of()).status());
        }
    }

    @Test
    void weightsOfIndependentOriginsAddUpAsLogOdds() {
        Perspective policy = policy(Combine.LOG_ODDS, List.of(), Perspective.weightOf(0.8), Factors.NONE);
        CodedReport one = report("2024-03-22", "a", List.of(word("islamic-state", Stance.STATED, 6)));
        CodedReport two = report("2024-03-23", "b", List.of(word("islamic-state", Stance.STATED, 6)));
        assertThat(supportOf(settle(policy, List.of(one)), "islamic-state")).isCloseTo(0.8, within(1e-6));
        // odds of 4 and 4 make 16 to 1
        assertThat(supportOf(settle(policy, List.of(one, two)), "islamic-state"))
                .isCloseTo(16.0 / 17, within(1e-6));
    }

    @Test
    void whatAnEnemyAccusesWeighsLessWhereThePolicySaysSo() {
        Factors factors = new Factors(1, 1, 1, 1, 1, 1, 1, 0.5);
        CodedReport accused = report("2024-03-23", "b", List.of(word("ukraine", Stance.ACCUSED, 2)));
        Settled settled = settle(policy(Combine.LOG_ODDS, List.of(), 2, factors), List.of(accused));
        assertThat(settled.reasons().getFirst().weight()).isEqualTo(1);
        assertThat(settled.reasons().getFirst().rule()).contains("accusation by an enemy");
    }

    @Test
    void anActorThatNoTrustedVoiceNamesHasNoSupportAndAnIntervalThatSaysSo() {
        Settled settled = settle(
                policy(Combine.LOG_ODDS, List.of(), 0, Factors.NONE),
                List.of(report("2024-03-23", "b", List.of(word("ukraine", Stance.ACCUSED, 1)))));
        assertThat(settled.status()).isEqualTo(Status.UNCLAIMED);
        assertThat(settled.actors()).containsExactly(new Settled.Support("ukraine", "ukraine", 0, 0, 1));
    }

    @Test
    void theMatrixPutsTheStatementThatTellsMostFirst() {
        List<CodedReport> reports = List.of(
                report("2024-03-22", "a", List.of(word("islamic-state", Stance.CLAIMED, 0))),
                report("2024-03-23", "b", List.of(word("ukraine", Stance.ACCUSED, 1))),
                report("2024-03-24", "c", List.of(word("ukraine", Stance.DENIED, 5))));
        Docket docket = docket(reports, List.of());
        Settled settled = Settlement.of(docket, policies().get(3), null).get(0);
        Hypotheses matrix = Hypotheses.of(settled, docket::lineage);
        assertThat(matrix.hypotheses().getFirst().actor()).isEqualTo("islamic-state");
        assertThat(matrix.rows()).isSortedAccordingTo((a, b) -> Double.compare(b.diagnosticity(), a.diagnosticity()));
        assertThat(matrix.rows().getFirst().statement().actor()).isEqualTo("islamic-state");
    }

    @Test
    void aDifferenceNamesTheRuleThatMadeIt() {
        Docket docket = docket(
                List.of(
                        report("2024-03-22", "a", List.of(word("islamic-state", Stance.CLAIMED, 0))),
                        report("2024-03-23", "b", List.of(word("ukraine", Stance.ACCUSED, 1)))),
                List.of());
        Perspective russia = policy(
                Combine.LOG_ODDS,
                List.of(new Rule("the Russian state", saidFor("russia"), 2.0, null)),
                0,
                Factors.NONE);
        Perspective groups =
                policy(Combine.LOG_ODDS, List.of(new Rule("parties", saidBy(Role.PARTY), 2.0, null)), 0, Factors.NONE);
        List<Difference.Changed> changed =
                Difference.between(Settlement.of(docket, groups, null), Settlement.of(docket, russia, null));
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().aspects()).contains(Difference.Aspect.ACTOR);
        assertThat(changed.getFirst().because()).containsAnyOf("parties", "the Russian state");
        assertThat(Difference.between(Settlement.of(docket, russia, null), Settlement.of(docket, russia, null)))
                .isEmpty();
    }

    @Test
    void aPolicyOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Rule("x", Condition.ANY, 7.0, null)).hasMessageContaining("0..6");
        assertThatThrownBy(() -> new Rule("x", Condition.ANY, -1.0, null)).hasMessageContaining("0..6");
        assertThatThrownBy(() -> new StatusRules(0, 2, Claim.REQUIRED, 0, 0)).hasMessageContaining("one origin");
    }

    // --- sources

    @Test
    void theReliabilityOfSourcesIsFoundFromTheirAgreement() {
        double[] right = {0.95, 0.9, 0.8, 0.7, 0.55};
        List<String> actors = List.of("islamic-state", "russia", "ukraine", "taliban");
        Random random = new Random(7);
        Map<ReportId, CodedReport> reports = new HashMap<>();
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int truth = random.nextInt(actors.size());
            List<Telling> tellings = new ArrayList<>();
            for (int s = 0; s < right.length; s++) {
                int said = random.nextDouble() < right[s]
                        ? truth
                        : (truth + 1 + random.nextInt(actors.size() - 1)) % actors.size();
                String words = "report of source " + s + " on matter " + i + " in words " + (i * 31 + s * 7) + " of "
                        + "its ".repeat(1 + s) + "own " + random.nextLong();
                CodedReport report = Told.on("2024-03-23", "source " + s, words)
                        .incident(
                                "i1",
                                IncidentType.OTHER,
                                day("2024-03-22"),
                                krasnogorsk(),
                                "hall",
                                Count.UNKNOWN,
                                words)
                        .responsibility(
                                "i1",
                                actors.get(said),
                                Stance.STATED,
                                EvidenceGiven.UNSTATED,
                                speaker("author", Role.AUTHOR, null),
                                words)
                        .build();
                reports.put(report.report().id(), report);
                tellings.add(new Telling(report.report().id(), "i1"));
            }
            incidents.add(new Incident(
                    "inc-%016x".formatted(i),
                    "x",
                    IncidentType.OTHER,
                    day("2024-03-22"),
                    krasnogorsk(),
                    List.of(),
                    List.of(),
                    tellings,
                    List.of()));
        }
        Docket docket = Docket.of(incidents, reports, List.of(), actor -> Optional.empty(), actor -> Optional.empty());
        List<Reliability.Source> found = Reliability.of(docket, Perspective.everyVoice());
        assertThat(found).hasSize(right.length);
        for (Reliability.Source source : found) {
            int s = source.source().charAt(7) - '0';
            assertThat(source.right()).as(source.source()).isCloseTo(right[s], within(0.05));
            assertThat(source.statements()).isEqualTo(600);
        }
    }
}
