package org.ascribe.analyse.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Scope;
import org.ascribe.core.weigh.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestraintAnalysisTest {

    private static Finding<Restraint> between(Record record, String one, String other) {
        return new RestraintAnalysis().finding(record.settled(), one, other, Scope.ALL, List.of());
    }

    private static Restraint result(Record record, String one, String other) {
        Restraint restraint = between(record, one, other).result();
        assertThat(restraint).isNotNull();
        return restraint;
    }

    @Test
    void chanceIsPresenceAsOthersShowIt() {
        // red meets blue, seen 6 times without red (4 with the state, 2 on civilians), and the state, seen 4 times
        // without red:
        // odds 6/4. Blue meets red, seen 12 times without blue, and the state, seen 12 times without blue: odds 1.
        Record record = new Record()
                .fights(2, "red", "blue")
                .fights(12, "red", "state")
                .fights(4, "blue", "state")
                .strike("blue", Record.civilians())
                .strike("blue", Record.civilians());
        Restraint restraint = result(record, "red", "blue");
        assertThat(restraint.fights()).isEqualTo(2);
        assertThat(restraint.thirdByFirst() + restraint.thirdBySecond()).isEqualTo(16);
        double odds = (12 * 6 / 4.0 + 4 * 1.0) / 16;
        assertThat(restraint.expected()).isCloseTo(18 * odds / (1 + odds), within(1e-9));
        assertThat(restraint.againstChance()).isNotNull();
        assertThat(restraint.againstChance().value()).isCloseTo((2 / 16.0) / odds, within(1e-6));
        assertThat(restraint.onUnarmed()).isEqualTo(2);
    }

    @Test
    void twoWhoSpareEachOtherAreFoundBelowChance() {
        Record record = new Record();
        for (int month = 1; month <= 9; month++) {
            record.on("2020-0" + month + "-10").fights(5, "red", "state").fights(5, "blue", "state");
        }
        record.fight("red", "blue");
        Restraint restraint = result(record, "red", "blue");
        assertThat(restraint.againstChance().high()).isLessThan(1);
        assertThat(restraint.p()).isLessThan(0.001);
        assertThat(between(record, "red", "blue").sentence()).contains("less often than presence alone");
    }

    @Test
    void swappingTheTwoGivesTheSame() {
        Record record =
                new Record().fights(3, "red", "blue").fights(9, "red", "state").fights(4, "blue", "state");
        assertThat(between(record, "red", "blue")).isEqualTo(between(record, "blue", "red"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderOfIncidentsChangesNothing(long seed) {
        Record record = new Record();
        Random random = new Random(seed);
        List<String> actors = List.of("red", "blue", "state", "red-north", "green");
        for (int i = 0; i < 80; i++) {
            record.on("2020-0" + (1 + random.nextInt(3)) + "-11").in("P" + random.nextInt(2));
            String one = actors.get(random.nextInt(5));
            String other = actors.get(random.nextInt(5));
            if (one.startsWith("red") != other.startsWith("red") && !one.equals(other)) {
                record.fight(one, other);
            }
        }
        List<Settled> shuffled = new ArrayList<>(record.incidents());
        Collections.shuffle(shuffled, random);
        Finding<Restraint> there = between(record, "red", "blue");
        Finding<Restraint> here =
                new RestraintAnalysis().finding(record.settled("test", shuffled), "red", "blue", Scope.ALL, List.of());
        assertThat(here).isEqualTo(there);
    }

    @Test
    void fightsWithNobodyElseThereAreNoEvidence() {
        Restraint restraint = result(
                new Record()
                        .in("Kunar")
                        .fights(7, "red", "blue")
                        .in("Nangarhar")
                        .fights(5, "red", "state")
                        .fights(5, "blue", "state"),
                "red",
                "blue");
        assertThat(restraint.fightsAlone()).isEqualTo(7);
        assertThat(restraint.fights()).isZero();
        assertThat(restraint.shared()).isEqualTo(2);
        assertThat(restraint.comparable()).isEqualTo(1);
    }

    @Test
    void aTargetThatWordsNameIsAnOpponentAndOnePoliceManIsNobodysInParticular() {
        Record record = new Record()
                .fights(8, "red", "state")
                .fights(3, "blue", "state")
                .strike("red", Record.post("blue"))
                .strike("blue", Record.police())
                .strike("blue", Record.civilians())
                .strike("blue");
        Restraint restraint = result(record, "red", "blue");
        assertThat(restraint.fights()).isEqualTo(1);
        assertThat(restraint.unnamed()).isEqualTo(1);
        assertThat(restraint.onUnarmed()).isEqualTo(1);
        assertThat(restraint.unknown()).isEqualTo(1);
    }

    @Test
    void whatABranchDoesCountsForTheWhole() {
        Record record = new Record()
                .fights(6, "red-north", "blue")
                .fights(6, "red", "state")
                .fights(2, "blue", "state");
        assertThat(result(record, "red", "blue").fights()).isEqualTo(6);
        assertThatThrownBy(() -> between(record, "red", "red-north")).hasMessageContaining("branch");
    }

    @Test
    void aStatementThatOneIsThereMakesTheMonthShared() {
        Record record = new Record().fights(11, "red", "state");
        assertThat(between(record, "red", "blue").result()).isNull();
        record.saysPresent("un", "blue");
        Finding<Restraint> finding = between(record, "red", "blue");
        assertThat(finding.result()).isNotNull();
        assertThat(finding.statements()).hasSize(1);
    }

    @Test
    void tooFewAreSaidWithTheirNumber() {
        Finding<Restraint> finding =
                between(new Record().fights(3, "red", "state").fights(2, "blue", "state"), "red", "blue");
        assertThat(finding.result()).isNull();
        assertThat(finding.sensitivity()).isNull();
        assertThat(finding.sentence()).contains("5 incidents").contains("needed are 10");
    }

    @Test
    void rivalAccountsAreNeitherAFightNorADeedOfEither() {
        Record record = new Record()
                .fights(8, "red", "state")
                .fights(4, "blue", "state")
                .rivalAccounts("red", "blue", Record.post("state"));
        Restraint restraint = result(record, "red", "blue");
        assertThat(restraint.trials()).isEqualTo(12);
        assertThat(restraint.disputed()).isEqualTo(1);
    }

    @Test
    void sensitivityLeavesOutWhatMovesItMostAndShowsOtherPerspectives() {
        Record record =
                new Record().fights(2, "red", "blue").fights(9, "red", "state").fights(4, "blue", "state");
        List<Settled> without = record.incidents().subList(1, record.incidents().size());
        Finding<Restraint> finding = new RestraintAnalysis()
                .finding(record.settled(), "red", "blue", Scope.ALL, List.of(record.settled("sceptic", without)));
        assertThat(finding.sensitivity().withoutMostInfluential()).hasSize(3);
        assertThat(finding.sensitivity().withoutMostInfluential().getFirst().what())
                .isIn("inc-%016d".formatted(1), "inc-%016d".formatted(2));
        assertThat(finding.sensitivity().perspectives().getFirst().value())
                .isCloseTo(
                        finding.sensitivity()
                                .withoutMostInfluential()
                                .getFirst()
                                .value(),
                        within(1e-9));
    }
}
