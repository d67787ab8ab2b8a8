package org.ascribe.analyse.escalation;

import static org.ascribe.analyse.InventedRecord.HARBOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.junit.jupiter.api.Test;

class UnusualMonthTest {

    private static InventedRecord twoYears() {
        InventedRecord record = new InventedRecord();
        for (int month = 0; month < 24; month++) {
            record.attacks(
                    month % 3 == 0 ? 1 : 0,
                    "river-front",
                    HARBOUR,
                    YearMonth.of(2022, 1).plusMonths(month).toString());
            record.attacks(
                    4,
                    "green-brigade",
                    HARBOUR,
                    YearMonth.of(2022, 1).plusMonths(month).toString());
        }
        return record;
    }

    private static Finding<?> finding(InventedRecord record) {
        return new UnusualMonth().findings(record.settled(), Scope.ALL).getFirst();
    }

    @Test
    void eightAttacksWhereOneInThreeMonthsIsUsualAreCalledOut() {
        Finding<?> finding = finding(twoYears()
                .attacks(8, "river-front", HARBOUR, "2024-01")
                .attacks(4, "green-brigade", HARBOUR, "2024-01"));

        assertThat(finding.result()).isInstanceOf(UnusualMonth.Month.class);
        UnusualMonth.Month month = (UnusualMonth.Month) finding.result();
        assertThat(month.unusual()).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("river-front");
            assertThat(row.incidents()).isEqualTo(8);
        });
        assertThat(finding.incidents()).hasSize(8);
        assertThat(finding.sensitivity()).isNotNull();
    }

    @Test
    void oneAttackOfAnActorNeverSeenBeforeIsNoAlarm() {
        Finding<?> finding = finding(
                twoYears().attacks(1, "newcomers", HARBOUR, "2024-01").attacks(5, "green-brigade", HARBOUR, "2024-01"));

        assertThat(finding.sentence()).startsWith("None of 3 series");
    }

    @Test
    void aRecordOfAFewMonthsCannotSayWhatIsUsual() {
        Finding<?> finding = finding(new InventedRecord()
                .attacks(1, "river-front", HARBOUR, "2023-11")
                .attacks(9, "river-front", HARBOUR, "2024-01"));

        assertThat(finding.result()).isNull();
        assertThat(finding.sentence()).contains("2 months before 2024-01; 12 are needed");
    }
}
