package org.ascribe.analyse.escalation;

import static org.ascribe.analyse.InventedRecord.BORDER;
import static org.ascribe.analyse.InventedRecord.CAPITAL;
import static org.ascribe.analyse.InventedRecord.HARBOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ascribe.analyse.Comparison;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.escalation.Escalation.Course;
import org.ascribe.core.EventDate;
import org.junit.jupiter.api.Test;

class EscalationTest {

    private static final Escalation ESCALATION = new Escalation();

    private static Course courseOf(SettledRecord record, Scope scope) {
        Object result = ESCALATION.findings(record, scope).getFirst().result();
        assertThat(result).isInstanceOf(Course.class);
        return (Course) result;
    }

    /** One attack a month for two years, then six. */
    private static InventedRecord campaign() {
        InventedRecord record = new InventedRecord(Map.of("river-front-east", "river-front"));
        for (int month = 0; month < 36; month++) {
            record.attacks(
                    month < 24 ? 1 : 6,
                    "river-front-east",
                    HARBOUR,
                    YearMonth.of(2020, 1).plusMonths(month).toString());
        }
        return record;
    }

    @Test
    void aCampaignIsDatedAndItsRatesHaveIntervals() {
        Finding<?> finding = ESCALATION
                .findings(campaign().settled(), Scope.ofActor("river-front"))
                .getFirst();

        assertThat(finding.sentence())
                .contains("96 incidents in 36 months", "The rate rose about 2022-01 (probability above 0.99)");
        assertThat(finding.incidents()).hasSize(96);
        assertThat(finding.perspective()).isEqualTo("test");
        assertThat(finding.reference()).contains("Fearnhead (2006)", "Garwood (1936)");
        assertThat(finding.limits()).anyMatch(limit -> limit.contains("not all that happened"));
    }

    @Test
    void anAttackOfABranchIsOneOfTheWhole() {
        List<Finding<?>> findings = ESCALATION.findings(campaign().settled(), Scope.ALL);

        assertThat(findings.stream().map(Finding::subject))
                .contains(
                        "river-front in Norway, 2020-01 to 2022-12", "river-front-east in Norway, 2020-01 to 2022-12");
    }

    @Test
    void aMonthWithoutAttacksIsPartOfTheCourse() {
        Course course = courseOf(
                new InventedRecord()
                        .attacks(6, "river-front", HARBOUR, "2023-01")
                        .attacks(6, "river-front", HARBOUR, "2024-01")
                        .settled(),
                Scope.ofActor("river-front"));

        assertThat(course.series().counts()).containsExactly(6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6);
        assertThat(course.series().months().get(3).rate().high()).isBetween(3.68, 3.69);
    }

    @Test
    void aDateCoarserThanAMonthIsCountedApartAndNotGuessed() {
        InventedRecord record = campaign()
                .attack("river-front", 1, HARBOUR, EventDate.year(2021), 3)
                .attack("river-front", 1, HARBOUR, EventDate.yearlessMonth(3), 3)
                .attack("river-front", 1, HARBOUR, null, 3);

        Finding<?> finding = ESCALATION
                .findings(record.settled(), Scope.ofActor("river-front"))
                .getFirst();

        assertThat(finding.sentence()).contains("96 incidents");
        assertThat(finding.limits())
                .contains("Not counted: 2 without a date, 1 that may have been in more than one month.");
    }

    @Test
    void anIncidentThatNobodyIsBorneOutForIsToldBesideAndGivenToNobody() {
        InventedRecord record =
                campaign().attack("river-front", 0.3, HARBOUR, EventDate.day(LocalDate.of(2021, 5, 5)), null);

        Finding<?> finding = ESCALATION
                .findings(record.settled(), Scope.ofActor("river-front"))
                .getFirst();

        assertThat(finding.sentence()).contains("96 incidents");
        assertThat(finding.limits()).contains("For 1 incident there in this time no actor is borne out.");
    }

    @Test
    void aTollThatNobodyGivesIsNotNoDead() {
        Course course = courseOf(
                new InventedRecord()
                        .attack("river-front", 1, HARBOUR, EventDate.month(2023, 1), 4)
                        .attack("river-front", 1, HARBOUR, EventDate.month(2023, 1), null)
                        .attacks(9, "river-front", HARBOUR, "2024-02")
                        .settled(),
                Scope.ofActor("river-front"));
        MonthlySeries.Month january = course.series().months().getFirst();

        assertThat(january.killedLow()).isEqualTo(4);
        assertThat(january.killedHigh()).isNull();
        assertThat(january.killedBest()).isEqualTo(4);
        assertThat(january.tollUnknown()).isEqualTo(1);
        assertThat(course.series().months().get(1).killedBest()).isNull();
    }

    @Test
    void provincesAreShownWhereACountryIsAskedFor() {
        SettledRecord record = campaign()
                .attacks(1, "river-front", CAPITAL, "2021-03")
                .attacks(1, "river-front", BORDER, "2021-03")
                .settled();

        assertThat(ESCALATION.findings(record, Scope.ofActor("river-front").inCountry("NO")).stream()
                        .map(Finding::subject))
                .containsExactly(
                        "river-front in Norway, 2020-01 to 2022-12",
                        "river-front in Vestland (Norway), 2020-01 to 2022-12",
                        "river-front in Oslo (Norway), 2020-01 to 2022-12");
    }

    @Test
    void tooFewIncidentsAreSaidWithTheirNumberAndNothingIsDrawn() {
        SettledRecord record = new InventedRecord()
                .attacks(3, "river-front", HARBOUR, "2024-01")
                .settled();

        assertThat(ESCALATION.findings(record, Scope.ofActor("river-front")))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.result()).isNull();
                    assertThat(finding.sensitivity()).isNull();
                    assertThat(finding.sentence()).contains("3 incidents in 1 month, too few");
                });
        assertThat(ESCALATION
                        .findings(record, Scope.ofActor("green-brigade"))
                        .getFirst()
                        .sentence())
                .contains("0 incidents");
        assertThat(ESCALATION.findings(new InventedRecord().settled(), Scope.ofActor("river-front")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.result()).isNull());
    }

    @Test
    void theFigureUnderAnotherPerspectiveStandsBesideIt() {
        InventedRecord other = campaign();
        for (int month = 1; month <= 12; month++) {
            other.attacks(5, "river-front-east", HARBOUR, "2021-%02d".formatted(month));
        }
        List<Finding<?>> findings = Comparison.findings(
                List.of(ESCALATION),
                campaign().settled("one"),
                List.of(other.settled("other")),
                Scope.ofActor("river-front"));

        assertThat(findings.getFirst().sensitivity()).isNotNull().satisfies(sensitivity -> {
            assertThat(sensitivity.perspectives())
                    .singleElement()
                    .satisfies(moved -> assertThat(moved.what()).isEqualTo("other"));
            assertThat(sensitivity.withoutMostInfluential()).hasSize(3);
        });
    }
}
