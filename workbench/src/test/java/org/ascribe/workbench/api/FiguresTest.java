package org.ascribe.workbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ascribe.analyse.statistics.Interval;
import org.ascribe.core.Polarity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private record Month(YearMonth month, int incidents, Interval rate, List<String> ids) {}

    private record Course(
            String actor,
            Polarity polarity,
            List<Month> months,
            @Nullable Double mean) {}

    private static final Course COURSE = new Course(
            "green-brigade",
            Polarity.AFFIRMED,
            List.of(
                    new Month(YearMonth.of(2024, 1), 2, new Interval(0.2, 7.2), List.of("inc-1", "inc-2")),
                    new Month(YearMonth.of(2024, 2), 0, new Interval(0, Double.POSITIVE_INFINITY), List.of())),
            null);

    @Test
    void anEndThatTheDataLeaveOpenIsNull() {
        assertThat(Figures.plain(new Interval(0, Double.POSITIVE_INFINITY))).hasToString("{low=0.0, high=null}");
    }

    @Test
    void recordsAreMapsAndConstantsTheirCodes() {
        assertThat(Figures.plain(COURSE))
                .asString()
                .startsWith("{actor=green-brigade, polarity=affirmed, months=[{month=2024-01");
    }

    @Test
    void everyListOfRecordsIsATable() {
        Object plain = Figures.plain(COURSE);
        assertThat(Figures.tables(plain)).containsExactly("months");
        Figures.Table table = Figures.table(plain, "months");
        assertThat(table.columns()).containsExactly("month", "incidents", "rate_low", "rate_high", "ids");
        assertThat(table.rows().getFirst()).containsEntry("ids", "inc-1 inc-2");
        assertThat(Csv.table(table.columns(), table.rows()))
                .isEqualToNormalizingNewlines(
                        "month,incidents,rate_low,rate_high,ids\n2024-01,2,0.2,7.2,inc-1 inc-2\n2024-02,0,0.0,,\n");
    }

    @Test
    void figuresWithoutATableAreOneLine() {
        Figures.Table table = Figures.table(Figures.plain(new Interval(1, 2)), null);
        assertThat(table.columns()).containsExactly("low", "high");
        assertThat(table.rows()).containsExactly(Map.of("low", 1.0, "high", 2.0));
    }

    @Test
    void aTableThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Figures.table(Figures.plain(COURSE), "weeks"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("months");
    }
}
