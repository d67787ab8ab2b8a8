package org.ascribe.extract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagsTest {

    /** Tags of as many words as there are rows; each row is what outside, begin and inside get, adding up to one. */
    private static Tags tags(double[]... rows) {
        int count = rows.length;
        int[] at = new int[count];
        int[] end = new int[count];
        boolean[] opens = new boolean[count];
        float[] logits = new float[3 * count];
        for (int i = 0; i < count; i++) {
            at[i] = 2 * i;
            end[i] = 2 * i + 1;
            opens[i] = true;
            for (int l = 0; l < 3; l++) {
                logits[3 * i + l] = (float) Math.log(rows[i][l]);
            }
        }
        Pieces pieces = new Pieces(new int[count], at, end, opens);
        Encoding encoding =
                new Encoding(pieces, Map.of("role", List.of("O", "B", "I")), Map.of("role", logits), Map.of());
        return new Tags(encoding, Words.of("a ".repeat(count), pieces), "role");
    }

    private static Span surest(Tags tags) {
        return tags.spans(0.01).stream()
                .max(Comparator.comparingDouble(Span::share))
                .orElseThrow();
    }

    @Test
    void aMentionReachesFromItsBeginToWhereTheNextWordIsOutside() {
        Span span = surest(tags(
                new double[] {0.98, 0.01, 0.01},
                new double[] {0.02, 0.96, 0.02},
                new double[] {0.02, 0.02, 0.96},
                new double[] {0.97, 0.01, 0.02}));
        assertThat(span.from()).isEqualTo(1);
        assertThat(span.to()).isEqualTo(3);
        assertThat(span.share()).isGreaterThan(0.8);
    }

    @Test
    void aLongMentionInDoubtIsOneMentionInDoubtAndNoCrumbs() {
        double[] on = {0.7, 0.01, 0.29};
        Span span = surest(tags(new double[] {0.7, 0.29, 0.01}, on, on, on, new double[] {0.98, 0.01, 0.01}));
        assertThat(span.from()).isZero();
        assertThat(span.to()).isEqualTo(4);
        assertThat(span.share()).isBetween(0.2, 0.31);
    }

    @Test
    void twoMentionsSideBySideAreTwo() {
        double[] begin = {0.02, 0.96, 0.02};
        assertThat(tags(begin, begin).spans(0.5)).extracting(Span::from).containsExactly(0, 1);
    }
}
