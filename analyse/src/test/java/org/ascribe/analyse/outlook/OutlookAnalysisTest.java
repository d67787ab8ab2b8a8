package org.ascribe.analyse.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.ascribe.core.EventDate;
import org.junit.jupiter.api.Test;

class OutlookAnalysisTest {

    private static final LocalDate START = LocalDate.parse("2018-01-10");

    @Test
    void aSteadyCountryIsExpectedToStayAsItIs() {
        List<Finding<?>> findings = new OutlookAnalysis().findings(steady(60).settled(), Scope.ALL);

        assertThat(findings).hasSize(1);
        Outlook outlook = (Outlook) Objects.requireNonNull(findings.getFirst().result());
        assertThat(outlook.country()).isEqualTo("NO");
        assertThat(outlook.known()).isEqualTo(YearMonth.of(2022, 12));
        assertThat(outlook.months()).hasSize(6);
        assertThat(outlook.months().getFirst().month()).isEqualTo(YearMonth.of(2023, 1));
        assertThat(outlook.months().getFirst().median()).isBetween(4.0, 6.0);
        assertThat(findings.getFirst().incidents()).hasSize(60);
    }

    @Test
    void pastForecastsAreComparedWithWhatCame() {
        Outlook outlook = (Outlook) Objects.requireNonNull(new OutlookAnalysis()
                .findings(steady(60).settled(), Scope.ALL)
                .getFirst()
                .result());

        assertThat(outlook.past()).hasSize(25);
        assertThat(outlook.past()).allSatisfy(past -> {
            assertThat(past.forecast().month()).isAfter(past.cut());
            assertThat(past.came()).isEqualTo(4 + past.forecast().month().getMonthValue() % 3);
        });
        assertThat(outlook.hits()).isEqualTo((int)
                outlook.past().stream().filter(Outlook.Past::isHit).count());
    }

    @Test
    void aMassacreMovesTheOutlookAndIsNamed() {
        InventedRecord record = steady(60)
                .attack(
                        "group",
                        1,
                        InventedRecord.HARBOUR,
                        EventDate.day(START.plusMonths(59).plusDays(1)),
                        900);

        Finding.Sensitivity moves = Objects.requireNonNull(new OutlookAnalysis()
                .findings(record.settled(), Scope.ALL)
                .getFirst()
                .sensitivity());

        assertThat(moves.withoutMostInfluential()).hasSize(3);
        assertThat(moves.withoutMostInfluential().getFirst().what()).isEqualTo("inc-%016x".formatted(61));
        assertThat(moves.withoutMostInfluential().getFirst().value()).isLessThan(moves.value());
    }

    @Test
    void tooFewMonthsSayHowManyThereAre() {
        List<Finding<?>> findings = new OutlookAnalysis().findings(steady(10).settled(), Scope.ALL.inCountry("NO"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.result()).isNull();
            assertThat(finding.sentence())
                    .isEqualTo(
                            "Too few data for an outlook: the record spans 10 months, 10 of them with a death in NO; 30 "
                                    + "and 6 are needed.");
        });
    }

    @Test
    void aCountryThatTheRecordDoesNotHoldHasNoOutlook() {
        assertThat(new OutlookAnalysis().findings(steady(60).settled(), Scope.ALL.inCountry("SE")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.result()).isNull());
    }

    @Test
    void anEmptyRecordFindsNothing() {
        assertThat(new OutlookAnalysis().findings(new InventedRecord().settled(), Scope.ALL))
                .isEmpty();
    }

    /** 4 to 6 killed on a day of each month. */
    private static InventedRecord steady(int months) {
        InventedRecord record = new InventedRecord();
        for (int i = 0; i < months; i++) {
            LocalDate day = START.plusMonths(i);
            record.attack("group", 1, InventedRecord.HARBOUR, EventDate.day(day), 4 + day.getMonthValue() % 3);
        }
        return record;
    }
}
