package org.ascribe.core.weigh;

import static org.ascribe.core.Told.day;
import static org.ascribe.core.Told.krasnogorsk;
import static org.ascribe.core.Told.speaker;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.Told;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet.Change;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EveryVoiceTest {

    private static final Map<String, String> PARENTS = Map.of("islamic-state-khorasan", "islamic-state");
    private static final EveryVoice VOICES =
            new EveryVoice(actor -> Optional.ofNullable(PARENTS.get(actor)), actor -> Optional.empty());

    private static final Speaker IS = speaker("Islamic State", Role.PARTY, "islamic-state");
    private static final Speaker RUSSIA = speaker("President of Russia", Role.OFFICIAL, "russia");
    private static final Speaker UKRAINE = speaker("Ukraine", Role.OFFICIAL, "ukraine");
    private static final Speaker US = speaker("US officials", Role.OFFICIAL, "united-states");

    /** What one voice says, as one report of one outlet carries it. */
    private static CodedReport report(
            int number, @Nullable String actor, Stance stance, Speaker speaker, @Nullable Count killed) {
        String text = "Report number " + number + " tells of the attack on the hall in its own words "
                + "w".repeat(number) + number + ", which no other report of report " + number + " uses.";
        Told told = Told.on("2024-03-" + (22 + number), "outlet " + number, text)
                .incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2024-03-22"),
                        krasnogorsk(),
                        "hall",
                        killed == null ? Count.UNKNOWN : killed,
                        text)
                .responsibility("i1", actor, stance, EvidenceGiven.UNSTATED, speaker, text);
        if (killed != null) {
            told.toll("i1", Harm.KILLED, killed, speaker, "the attack on the hall");
        }
        return told.build();
    }

    private static Incident incident(List<CodedReport> reports) {
        List<Telling> tellings = reports.stream()
                .map(report -> new Telling(report.report().id(), "i1"))
                .toList();
        return new Incident(
                "inc-0000000000000000",
                "Attack",
                IncidentType.ARMED_ASSAULT,
                day("2024-03-22"),
                krasnogorsk(),
                List.of(),
                List.of(),
                tellings,
                List.of());
    }

    private static IncidentSheet sheet(CodedReport... reports) {
        return VOICES.sheet(incident(List.of(reports)), List.of(reports), List.of());
    }

    @Test
    void nobodyNamedIsUnclaimed() {
        IncidentSheet sheet = sheet(report(0, null, Stance.UNCLAIMED, speaker("author", Role.AUTHOR, null), null));
        assertThat(sheet.status()).isEqualTo(Status.UNCLAIMED);
        assertThat(sheet.nobody()).hasSize(1);
        assertThat(sheet.claimants()).isEmpty();
        assertThat(sheet.killed()).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void oneReportIsWeakAndTwoAreFair() {
        assertThat(sheet(report(0, "islamic-state", Stance.ACCUSED, US, null)).status())
                .isEqualTo(Status.WEAK);
        assertThat(sheet(
                                report(0, "islamic-state", Stance.ACCUSED, US, null),
                                report(1, "islamic-state", Stance.STATED, speaker("author", Role.AUTHOR, null), null))
                        .status())
                .isEqualTo(Status.FAIR);
    }

    @Test
    void suspicionAloneIsWeakHoweverManyShareIt() {
        IncidentSheet sheet = sheet(
                report(0, "islamic-state", Stance.SUSPECTED, US, null),
                report(1, "islamic-state", Stance.SUSPECTED, speaker("analysts", Role.EXPERT, null), null));
        assertThat(sheet.status()).isEqualTo(Status.WEAK);
        assertThat(sheet.statusWhy()).contains("under reserve");
    }

    @Test
    void aClaimThatOthersNameTooIsConfirmed() {
        IncidentSheet sheet = sheet(
                report(0, "islamic-state", Stance.CLAIMED, IS, null),
                report(1, "islamic-state", Stance.ACCUSED, US, null));
        assertThat(sheet.status()).isEqualTo(Status.CONFIRMED);
        assertThat(sheet.claimants()).extracting(Claimant::origins).containsExactly(2);
    }

    @Test
    void voicesThatNameDifferentActorsMakeItContested() {
        IncidentSheet sheet = sheet(
                report(0, "islamic-state", Stance.CLAIMED, IS, Count.exactly(60)),
                report(1, "ukraine", Stance.ACCUSED, RUSSIA, Count.exactly(137)),
                report(2, "ukraine", Stance.DENIED, UKRAINE, null),
                report(3, "islamic-state", Stance.ACCUSED, US, Count.atLeast(141)));
        assertThat(sheet.status()).isEqualTo(Status.CONTESTED);
        assertThat(sheet.claimants()).extracting(Claimant::actor).containsExactly("islamic-state", "ukraine");
        Claimant ukraine = sheet.claimants().get(1);
        assertThat(ukraine.origins()).isEqualTo(1);
        assertThat(ukraine.statements())
                .extracting(s -> s.assertion().speaker().name())
                .containsExactly("President of Russia", "Ukraine");
        assertThat(sheet.killed()).isEqualTo(Count.atLeast(60));
        assertThat(sheet.tolls()).extracting(t -> t.count().toString()).containsExactly("60", "137", "141+");
        assertThat(sheet.history())
                .extracting(Change::what)
                .containsExactly(
                        "first report",
                        "claim by islamic-state",
                        "killed 60",
                        "ukraine accused by President of Russia",
                        "killed 137",
                        "denial by ukraine",
                        "islamic-state accused by US officials",
                        "killed 141+");
    }

    @Test
    void aGroupAndItsBranchAreNoRivals() {
        IncidentSheet sheet = sheet(
                report(0, "islamic-state", Stance.CLAIMED, IS, null),
                report(1, "islamic-state-khorasan", Stance.ACCUSED, US, null));
        assertThat(sheet.status()).isEqualTo(Status.CONFIRMED);
        assertThat(sheet.claimants()).hasSize(2);
    }

    @Test
    void theNamedActorsDenialMakesItContested() {
        IncidentSheet sheet = sheet(
                report(0, "ukraine", Stance.ACCUSED, RUSSIA, null), report(1, "ukraine", Stance.DENIED, UKRAINE, null));
        assertThat(sheet.status()).isEqualTo(Status.CONTESTED);
        assertThat(sheet.statusWhy()).contains("denies");
    }

    @Test
    void theOnlyActorDoubtedByEveryOtherVoiceIsDiscounted() {
        IncidentSheet sheet = sheet(
                report(0, "ukraine", Stance.ACCUSED, RUSSIA, null),
                report(1, "ukraine", Stance.DENIED, US, null),
                report(2, "ukraine", Stance.DOUBTED, speaker("analysts", Role.EXPERT, null), null));
        assertThat(sheet.status()).isEqualTo(Status.DISCOUNTED);
    }

    @Test
    void aDenialThatNobodyAskedForNamesNobody() {
        IncidentSheet sheet =
                sheet(report(0, "taliban", Stance.DENIED, speaker("Taliban", Role.PARTY, "taliban"), null));
        assertThat(sheet.status()).isEqualTo(Status.UNCLAIMED);
        assertThat(sheet.claimants()).extracting(Claimant::origins).containsExactly(0);
    }

    @Test
    void aCopyChangesTheNumberOfReportsAndNothingElse() {
        CodedReport first = report(0, "islamic-state", Stance.CLAIMED, IS, Count.exactly(60));
        Told again = Told.on("2024-03-25", "Copy", first.report().text())
                .incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2024-03-22"),
                        krasnogorsk(),
                        "hall",
                        Count.exactly(60),
                        first.report().text())
                .responsibility(
                        "i1",
                        "islamic-state",
                        Stance.CLAIMED,
                        EvidenceGiven.UNSTATED,
                        IS,
                        first.report().text())
                .toll("i1", Harm.KILLED, Count.exactly(60), IS, "the attack on the hall");
        CodedReport other = report(1, "ukraine", Stance.ACCUSED, RUSSIA, null);
        IncidentSheet one = sheet(first, other);
        IncidentSheet two = sheet(first, other, again.build());
        assertThat(two.reports()).isEqualTo(3);
        assertThat(two.origins()).isEqualTo(one.origins()).isEqualTo(2);
        assertThat(two.status()).isEqualTo(one.status());
        assertThat(two.claimants()).isEqualTo(one.claimants());
        assertThat(two.tolls()).isEqualTo(one.tolls());
        assertThat(two.history()).isEqualTo(one.history());
        assertThat(two.killed()).isEqualTo(one.killed());
    }

    @Test
    void theOrderOfTheReportsDoesNotMatter() {
        List<CodedReport> reports = new ArrayList<>();
        String[] actors = {"islamic-state", "islamic-state-khorasan", "ukraine"};
        Stance[] stances = {Stance.CLAIMED, Stance.ACCUSED, Stance.SUSPECTED, Stance.DENIED};
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            reports.clear();
            for (int i = 0; i < 7; i++) {
                reports.add(report(
                        i,
                        actors[random.nextInt(3)],
                        stances[random.nextInt(4)],
                        List.of(IS, RUSSIA, UKRAINE, US).get(random.nextInt(4)),
                        random.nextBoolean() ? null : Count.exactly(random.nextInt(100))));
            }
            IncidentSheet one = VOICES.sheet(incident(reports), reports, List.of());
            Collections.shuffle(reports, random);
            assertThat(VOICES.sheet(incident(reports), reports, List.of()))
                    .as("seed " + seed)
                    .isEqualTo(one);
        }
    }

    @Test
    void aWrongReadingIsLeftOutAndItsUndoingPutsItBack() {
        CodedReport claim = report(0, "islamic-state", Stance.CLAIMED, IS, Count.exactly(60));
        CodedReport accusation = report(1, "ukraine", Stance.ACCUSED, RUSSIA, Count.exactly(600));
        List<CodedReport> reports = List.of(claim, accusation);
        Judgement wrong = judge(
                1, new Decision.WrongReading(only(accusation, "responsibility").id()), null);
        Judgement toll =
                judge(2, new Decision.WrongReading(only(accusation, "toll").id()), null);
        IncidentSheet judged = VOICES.sheet(incident(reports), reports, List.of(wrong, toll));
        assertThat(judged.status()).isEqualTo(Status.WEAK);
        assertThat(judged.killed()).isEqualTo(Count.exactly(60));
        Judgement back = judge(3, wrong.decision(), wrong.id());
        assertThat(VOICES.sheet(incident(reports), reports, List.of(wrong, back))
                        .status())
                .isEqualTo(Status.CONTESTED);
    }

    @Test
    void theRightActorGetsTheStatement() {
        CodedReport claim = report(0, "islamic-state", Stance.CLAIMED, IS, null);
        Assertion read = only(claim, "responsibility");
        Judgement right = judge(1, new Decision.RightActor(read.id(), "islamic-state-khorasan"), null);
        IncidentSheet sheet = VOICES.sheet(incident(List.of(claim)), List.of(claim), List.of(right));
        assertThat(sheet.claimants()).extracting(Claimant::actor).containsExactly("islamic-state-khorasan");
        assertThat(sheet.claimants().get(0).statements().get(0).assertion().id())
                .isEqualTo(read.id());
    }

    @Test
    void anOpenEndStaysOpenOnlyBeyondWhatIsKnown() {
        assertThat(EveryVoice.overall(List.of(Count.exactly(137), Count.exactly(145), Count.atLeast(141))))
                .isEqualTo(Count.between(137, 145));
        assertThat(EveryVoice.overall(List.of(Count.exactly(137), Count.atLeast(141))))
                .isEqualTo(Count.atLeast(137));
        assertThat(EveryVoice.overall(List.of(Count.UNKNOWN, Count.atMost(10)))).isEqualTo(Count.atMost(10));
        assertThat(EveryVoice.overall(List.of())).isEqualTo(Count.UNKNOWN);
    }

    private static Judgement judge(int minute, Decision decision, @Nullable String undoes) {
        return Judgement.of(
                Instant.parse("2024-05-01T10:00:00Z").plusSeconds(minute * 60L), "ann", "read again", decision, undoes);
    }

    private static Assertion only(CodedReport report, String kind) {
        return report.assertions().stream()
                .filter(assertion -> assertion.content().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySheetQuotesOnlyWhatReportsSay() {
        CodedReport claim = report(0, "islamic-state", Stance.CLAIMED, IS, Count.exactly(60));
        IncidentSheet sheet = sheet(claim);
        assertThat(sheet.claimants().get(0).statements())
                .allSatisfy(statement -> assertThat(statement
                                .assertion()
                                .passage()
                                .in(claim.report().text()))
                        .isEqualTo(statement.assertion().text()));
        assertThat(sheet.claimants().get(0).statements().get(0).assertion().content())
                .isInstanceOf(Content.Responsibility.class);
    }
}
