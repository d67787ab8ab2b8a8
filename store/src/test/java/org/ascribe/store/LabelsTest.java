package org.ascribe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ascribe.core.IncidentType;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void incidentsAreNumberedInTheirOrder() {
        Labels.Given given = Labels.give(List.of(), List.of(incident("a", 1), incident("b", 2)));
        assertThat(given.numbers()).containsEntry("a", 1).containsEntry("b", 2);
    }

    @Test
    void anIncidentKeepsItsLabelWhenItsIdChangesAndTellingsAreAdded() {
        Labels.Given first = Labels.give(List.of(), List.of(incident("a", 5, 6), incident("b", 7)));
        Labels.Given second =
                Labels.give(first.labels(), List.of(incident("new", 1), incident("a2", 2, 5, 6), incident("b", 7)));
        assertThat(second.numbers())
                .containsEntry("a2", 1)
                .containsEntry("b", 2)
                .containsEntry("new", 3);
    }

    @Test
    void theLabelsOfMergedIncidentsLeadOnAndComeBackWhenTheMergerIsUndone() {
        List<Incident> apart = List.of(incident("a", 1, 2), incident("b", 3));
        Labels.Given first = Labels.give(List.of(), apart);
        Labels.Given merged = Labels.give(first.labels(), List.of(incident("ab", 1, 2, 3)));
        assertThat(merged.numbers()).containsOnlyKeys("ab").containsEntry("ab", 1);
        assertThat(merged.labels().get(1).leadsTo()).isEqualTo(1);
        assertThat(merged.labels().get(1).retired()).isTrue();
        Labels.Given undone = Labels.give(merged.labels(), apart);
        assertThat(undone.numbers()).isEqualTo(first.numbers());
        assertThat(undone.labels()).isEqualTo(first.labels());
    }

    @Test
    void aLabelIsNeverGivenToSomethingElse() {
        Labels.Given first = Labels.give(List.of(), List.of(incident("a", 1), incident("b", 2)));
        Labels.Given gone = Labels.give(first.labels(), List.of(incident("a", 1)));
        Labels.Given later = Labels.give(gone.labels(), List.of(incident("a", 1), incident("c", 9)));
        assertThat(later.numbers()).containsEntry("c", 3);
    }

    @Test
    void aSplitLeavesTheLabelWithTheLargerPart() {
        Labels.Given first = Labels.give(List.of(), List.of(incident("a", 1, 2, 3)));
        Labels.Given split = Labels.give(first.labels(), List.of(incident("small", 1), incident("large", 2, 3)));
        assertThat(split.numbers()).containsEntry("large", 1).containsEntry("small", 2);
    }

    @Test
    void aSecondRebuildChangesNothing() {
        List<Incident> incidents = List.of(incident("a", 1, 2), incident("b", 3), incident("c", 4));
        Labels.Given first = Labels.give(List.of(), incidents);
        assertThat(Labels.give(first.labels(), incidents.reversed())).isEqualTo(first);
    }

    private static Incident incident(String id, int... reports) {
        return new Incident(
                id,
                id,
                IncidentType.OTHER,
                null,
                null,
                List.of(),
                List.of(),
                Arrays.stream(reports)
                        .mapToObj(report -> new Telling(new ReportId("r-%016d".formatted(report)), "i1"))
                        .toList(),
                List.of());
    }
}
