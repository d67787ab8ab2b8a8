package org.ascribe.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ascribe.core.link.TextLinker.Item;
import org.ascribe.core.link.TextLinker.Likely;
import org.junit.jupiter.api.Test;

class TextLinkerTest {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);

    /** Two headlines of each incident, a day apart; the name of the town is all that they share with no other. */
    private static List<Item> headlines(int from, int incidents) {
        List<Item> items = new ArrayList<>();
        for (int i = from; i < from + incidents; i++) {
            String town = "Town" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "abad";
            LocalDate day = START.plusDays(i * 2L);
            items.add(new Item(i + "-a", day, "Wire", "Gunmen kill " + (i % 7 + 1) + " in attack on " + town));
            items.add(new Item(i + "-b", day.plusDays(1), "Daily", town + " mourns its dead after attack"));
        }
        return items;
    }

    private static String incident(Item item) {
        return item.id().substring(0, item.id().indexOf('-'));
    }

    @Test
    void aRareTownOfTheSameDaysTellsWhichHeadlinesAreOfOneIncident() {
        List<Item> known = headlines(0, 60);
        List<Item> later = headlines(60, 30);
        TextLinker linker = TextLinker.learn(known, TextLinkerTest::incident, known);
        List<Likely> likely = linker.compare(later, later, 0.3);
        assertThat(likely)
                .allSatisfy(pair -> assertThat(pair.a().replaceAll("-.*", ""))
                        .isEqualTo(pair.b().replaceAll("-.*", "")));
        assertThat(TextLinker.groups(likely, 0.3)).hasSize(30).contains(Set.of("60-a", "60-b"));
    }

    @Test
    void theOrderOfTheTextsChangesNothing() {
        List<Item> known = headlines(0, 40);
        List<Item> turned = new ArrayList<>(known);
        Collections.shuffle(turned, new Random(4));
        assertThat(TextLinker.learn(turned, TextLinkerTest::incident, turned).compare(turned, turned, 0.1))
                .isEqualTo(
                        TextLinker.learn(known, TextLinkerTest::incident, known).compare(known, known, 0.1));
    }

    @Test
    void oneLikenessAloneDoesNotChainTwoGroups() {
        List<Likely> likely = List.of(new Likely("a", "b", 0.9), new Likely("c", "d", 0.9), new Likely("b", "c", 0.6));
        assertThat(TextLinker.groups(likely, 0.5)).containsExactly(Set.of("a", "b"), Set.of("c", "d"));
    }
}
