package org.ascribe.extract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreesTest {

    private final List<float[]> rows = new ArrayList<>();
    private final boolean[] holds = new boolean[600];

    TreesTest() {
        SplittableRandom chance = new SplittableRandom(4);
        for (int i = 0; i < holds.length; i++) {
            float[] row = {(float) chance.nextDouble(), (float) chance.nextDouble(), (float) chance.nextDouble()};
            // one of the two, not both: no single column tells
            holds[i] = row[0] > 0.5 != row[1] > 0.5;
            rows.add(row);
        }
    }

    @Test
    void whatNoSingleColumnTellsIsLearned() {
        Trees trees = Trees.learn(rows, holds, Trees.Settings.usual(1));
        assertThat(trees.chance(new float[] {0.9f, 0.1f, 0.5f})).isGreaterThan(0.8);
        assertThat(trees.chance(new float[] {0.9f, 0.9f, 0.5f})).isLessThan(0.2);
    }

    @Test
    void whatWasWrittenIsReadBackAndTheSameSeedGivesTheSame() throws IOException {
        Trees trees = Trees.learn(rows, holds, Trees.Settings.usual(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trees.write(new DataOutputStream(bytes));
        Trees back = Trees.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        Trees again = Trees.learn(rows, holds, Trees.Settings.usual(1));
        for (float[] row : rows) {
            assertThat(back.chance(row)).isEqualTo(trees.chance(row));
            assertThat(again.chance(row)).isEqualTo(trees.chance(row));
        }
    }

    @Test
    void anUnknownValueIsNoError() {
        rows.forEach(row -> row[2] = row[2] > 0.7 ? Float.NaN : row[2]);
        Trees trees = Trees.learn(rows, holds, Trees.Settings.usual(1));
        assertThat(trees.chance(new float[] {Float.NaN, 0.9f, Float.NaN})).isBetween(0.0, 1.0);
    }

    @Test
    void wordsThatTellAreLearnedWithoutBeingKept() throws IOException {
        List<HashedLine.Example> examples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int[] features = {HashedLine.hash(i % 2 == 0 ? "bomb" : "football"), HashedLine.hash("w" + i % 7)};
            examples.add(new HashedLine.Example(features, i % 2 == 0, 1));
        }
        HashedLine line = HashedLine.learn(examples, new HashedLine.Settings(12, 5, 0.1, 1e-4, 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line.write(new DataOutputStream(bytes));
        HashedLine back = HashedLine.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(back.logOdds(new int[] {HashedLine.hash("bomb")})).isPositive();
        assertThat(back.logOdds(new int[] {HashedLine.hash("football")})).isNegative();
    }
}
