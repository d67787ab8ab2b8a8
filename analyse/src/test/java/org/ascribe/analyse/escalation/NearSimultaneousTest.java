package org.ascribe.analyse.escalation;

import static org.ascribe.analyse.InventedRecord.BORDER;
import static org.ascribe.analyse.InventedRecord.CAPITAL;
import static org.ascribe.analyse.InventedRecord.HARBOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.escalation.NearSimultaneous.Together;
import org.ascribe.core.EventDate;
import org.junit.jupiter.api.Test;

class NearSimultaneousTest {

    private static Finding<?> finding(InventedRecord record) {
        return new NearSimultaneous()
                .findings(record.settled(), Scope.ofActor("river-front"))
                .getFirst();
    }

    /** Six times two attacks on one day, 300 km apart, in six months. */
    private static InventedRecord coordinated() {
        InventedRecord record = new InventedRecord();
        for (int month = 1; month <= 6; month++) {
            record.attack("river-front", HARBOUR, LocalDate.of(2024, month, 12));
            record.attack("river-front", CAPITAL, LocalDate.of(2024, month, 12));
        }
        return record;
    }

    @Test
    void attacksOnOneDayInTwoTownsEachMonthAreMoreThanChance() {
        Finding<?> finding = finding(coordinated());

        assertThat(finding.result()).isInstanceOf(Together.class);
        Together together = (Together) finding.result();
        assertThat(together.pairs()).hasSize(6).allSatisfy(pair -> {
            assertThat(pair.firstDay()).isEqualTo(pair.secondDay());
            assertThat(pair.kilometres()).isBetween(250.0, 350.0);
        });
        assertThat(together.chance().expected()).isLessThan(3);
        assertThat(together.chance().probability()).isLessThan(0.01);
        assertThat(finding.sensitivity())
                .isNotNull()
                .satisfies(sensitivity -> assertThat(sensitivity.withoutMostInfluential())
                        .allSatisfy(moved -> assertThat(moved.value()).isEqualTo(5)));
    }

    @Test
    void twoAttacksInOneTownAreNoPair() {
        InventedRecord record = new InventedRecord();
        for (int day = 1; day <= 6; day++) {
            record.attack("river-front", HARBOUR, LocalDate.of(2024, 3, day));
        }

        assertThat(finding(record).sentence()).contains("0 pairs");
    }

    @Test
    void threeDaysApartIsNotWithin48Hours() {
        InventedRecord record = coordinated();
        record.attack("river-front", BORDER, LocalDate.of(2024, 6, 15));

        assertThat(finding(record).incidents()).hasSize(12);
    }

    @Test
    void aMonthIsNoDay() {
        InventedRecord record = coordinated();
        record.attack("river-front", 1, BORDER, EventDate.month(2024, 6), null);

        Together together = (Together) finding(record).result();
        assertThat(together).isNotNull();
        assertThat(together.incidents()).isEqualTo(12);
        assertThat(together.apart()).isEqualTo(1);
    }

    @Test
    void twoAttacksAreTooFewToCompareAndAreNamed() {
        Finding<?> finding = finding(new InventedRecord()
                .attack("river-front", HARBOUR, LocalDate.of(2024, 3, 21))
                .attack("river-front", CAPITAL, LocalDate.of(2024, 3, 22)));

        assertThat(finding.result()).isNull();
        assertThat(finding.incidents()).hasSize(2);
        assertThat(finding.sentence()).contains("1 pair within 48 hours, of 2 incidents", "5 are needed");
    }

    @Test
    void theSameRecordGivesTheSameFindingAlways() {
        assertThat(finding(coordinated())).isEqualTo(finding(coordinated()));
    }
}
