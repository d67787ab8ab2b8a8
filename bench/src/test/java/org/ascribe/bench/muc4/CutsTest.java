package org.ascribe.bench.muc4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascribe.extract.model.Span;
import org.junit.jupiter.api.Test;

class CutsTest {

    private static Slots.Fill fill(Slots.Kind kind, Entity entity, String value) {
        return new Slots.Fill(kind, entity, 0, value, new int[0], new float[0]);
    }

    private static Entity party(double score) {
        Candidate candidate = new Candidate(Role.PERP_ORG, "front");
        candidate.spans.add(new Span(0, 1, 1));
        candidate.score = score;
        return new Entity(candidate);
    }

    private static double[] cuts(double least) {
        double[] cuts = new double[Slots.Kind.values().length];
        Arrays.fill(cuts, least);
        return cuts;
    }

    @Test
    void aValueIsGivenWhereItAndItsThingAndItsIncidentAreLikelyTogether() {
        Entity party = party(0.5);
        List<Slots.Fill> fills = List.of(fill(Slots.Kind.CONFIDENCE, party, "POSSIBLE"));
        assertThat(Slots.chosen(fills, new double[] {0.8}, 1, cuts(0.4))).containsKey(party);
        assertThat(Slots.chosen(fills, new double[] {0.8}, 0.9, cuts(0.4)))
                .as("an incident that is less likely")
                .isEmpty();
        assertThat(Slots.chosen(fills, new double[] {0.7}, 1, cuts(0.4))).isEmpty();
    }

    @Test
    void theLikeliestOfTwoValuesIsGiven() {
        Entity party = party(1);
        List<Slots.Fill> fills = List.of(
                fill(Slots.Kind.CONFIDENCE, party, "POSSIBLE"), fill(Slots.Kind.CONFIDENCE, party, "REPORTED AS FACT"));
        assertThat(Slots.chosen(fills, new double[] {0.3, 0.6}, 1, cuts(0)))
                .containsEntry(party, Map.of(Slots.Kind.CONFIDENCE, "REPORTED AS FACT"));
    }

    @Test
    void cutsAreReadAsTheyWereWritten() {
        Cuts back = Cuts.of(Cuts.USUAL.all());
        assertThat(back.all()).containsExactly(Cuts.USUAL.all());
        assertThat(back.worth()).isEqualTo(Cuts.USUAL.worth());
    }

    @Test
    void theCutOfConfidenceIsSoughtApartFromThoseOfTheOtherSlots() {
        double[] sought = Cuts.USUAL.sought();
        assertThat(Cuts.USUAL.withSought(sought).all()).containsExactly(Cuts.USUAL.all());
        sought[sought.length - 1] = 0.5;
        Cuts moved = Cuts.USUAL.withSought(sought);
        assertThat(moved.fill()[Slots.Kind.STAGE.ordinal()]).isEqualTo(0.5);
        assertThat(moved.fill()[Slots.Kind.CONFIDENCE.ordinal()])
                .isEqualTo(Cuts.USUAL.fill()[Slots.Kind.CONFIDENCE.ordinal()]);
    }
}
