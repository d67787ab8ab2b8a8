package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Trees;
import org.jspecify.annotations.Nullable;

/** Learns what fills the other slots of an incident: titles, date, place, and the values from lists. */
final class SlotLearning {

    private static final HashedLine.Settings AROUND = new HashedLine.Settings(15, 6, 0.1, 3e-4, 16);

    private final Course course;

    SlotLearning(Course course) {
        this.course = course;
    }

    /** A template of the key with our own things in it, to learn the other slots on. */
    private record Pair(Lesson lesson, Gold.Template gold, Template ours) {}

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Lesson lesson : course.lessons) {
            for (Gold.Template gold : lesson.gold.templates()) {
                int type = gold.types().stream()
                        .mapToInt(Muc4Text.TYPES::indexOf)
                        .filter(t -> t >= 0)
                        .min()
                        .orElse(0);
                Template ours = new Template(type);
                for (Entity entity : lesson.entities) {
                    if (entity.members.stream().anyMatch(m -> gold.has(entity.role(), m.form))) {
                        ours.entities.add(entity);
                    }
                }
                pairs.add(new Pair(lesson, gold, ours));
            }
        }
        return pairs;
    }

    /** Which description is the title of which named person. */
    void titles() {
        Course.Examples examples = course.new Examples();
        for (Pair pair : pairs()) {
            Map<String, Set<String>> titles = pair.gold.titles();
            for (Entity people : pair.ours.of(Role.PEOPLE)) {
                for (Entity victim : pair.ours.of(Role.VICTIM)) {
                    boolean title = victim.members.stream()
                            .anyMatch(v -> people.members.stream()
                                    .anyMatch(p -> titles.getOrDefault(v.form, Set.of())
                                            .contains(p.form)));
                    examples.add(pair.lesson, Slots.describe(pair.lesson.text, people, victim), title);
                }
            }
        }
        course.out.println("titles: " + examples);
        examples.learn(Course.SMALL, (stage, trees) -> stage.titled = trees);
    }

    void dates() {
        Course.WordExamples words = course.new WordExamples();
        Course.Examples examples = course.new Examples();
        for (Pair pair : pairs()) {
            List<String> right = rightDates(pair);
            for (Times.Time time : pair.lesson.text.times) {
                words.add(pair.lesson, Slots.lexical(pair.lesson.text, time), right.contains(Times.plain(time.text())));
            }
        }
        words.learn(AROUND, (stage, line) -> stage.dateWords = line);
        for (Pair pair : pairs()) {
            List<Times.Time> times = pair.lesson.text.times;
            List<String> right = rightDates(pair);
            for (Times.Time time : times) {
                double said = course.stage(pair.lesson).said(pair.lesson.text, time);
                examples.add(
                        pair.lesson,
                        course.slots.describe(pair.lesson.text, pair.ours, time, times, said),
                        right.contains(Times.plain(time.text())));
            }
        }
        course.out.println("dates: " + examples);
        examples.learn(Course.SMALL, (stage, trees) -> stage.date = trees);
    }

    private static List<String> rightDates(Pair pair) {
        return pair.gold.values().getOrDefault("inc_date", List.of()).stream()
                .map(Times::plain)
                .toList();
    }

    private static boolean isNamed(Pair pair, Places.Named one) {
        return pair.gold.values().getOrDefault("inc_loc", List.of()).stream()
                .anyMatch(right -> right.contains(": " + one.name + " (") || right.contains("- " + one.name + " ("));
    }

    void places() {
        Course.WordExamples words = course.new WordExamples();
        Course.Examples examples = course.new Examples();
        for (Pair pair : pairs()) {
            for (Places.Named one : course.places.find(pair.lesson.text)) {
                words.add(pair.lesson, Slots.lexical(pair.lesson.text, one), isNamed(pair, one));
            }
        }
        words.learn(AROUND, (stage, line) -> stage.placeWords = line);
        for (Pair pair : pairs()) {
            List<Places.Named> named = course.places.find(pair.lesson.text);
            String home = course.places.home(pair.lesson.text);
            for (Places.Named one : named) {
                double said = course.stage(pair.lesson).said(pair.lesson.text, one);
                examples.add(
                        pair.lesson,
                        course.slots.describe(pair.lesson.text, pair.ours, one, named, home, said),
                        isNamed(pair, one));
            }
        }
        course.out.println("places: " + examples);
        examples.learn(Course.SMALL, (stage, trees) -> stage.place = trees);
    }

    /** How often date and location of the templates of the key are right where its own things are known. */
    void reportPlacesAndDates() {
        int dates = 0;
        int locations = 0;
        int all = 0;
        StringBuilder wrong = new StringBuilder();
        for (Pair pair : pairs()) {
            Filled filled = filled(pair);
            List<String> rightDates = rightDates(pair);
            List<String> rightPlaces = pair.gold.values().getOrDefault("inc_loc", List.of());
            all++;
            boolean date = filled.date() != null && rightDates.contains(Times.plain(filled.date()));
            boolean place = isPlace(pair, filled.location());
            dates += date ? 1 : 0;
            locations += place ? 1 : 0;
            if (all % 4 == 0 && (!date || !place)) {
                wrong.append(pair.lesson.document.docid()).append(' ');
                if (!date) {
                    wrong.append(rightDates)
                            .append(" not ")
                            .append(filled.date())
                            .append("  ");
                }
                if (!place) {
                    wrong.append(rightPlaces).append(" not ").append(filled.location());
                }
                wrong.append('\n');
            }
        }
        course.out.printf("dates %d, locations %d of %d%n", dates, locations, all);
        if (Boolean.getBoolean("muc4.errors")) {
            course.out.print(wrong);
        }
    }

    private Filled filled(Pair pair) {
        Filling filling = new Filling(course.stage(pair.lesson), course.slots, course.places);
        return filling.filled(filling.judge(pair.lesson.text, List.of(pair.ours), pair.lesson.chances)
                .getFirst());
    }

    private static boolean isPlace(Pair pair, String location) {
        String ours = location.replace("(TOWN)", "(CITY)");
        return pair.gold.values().getOrDefault("inc_loc", List.of()).stream()
                .anyMatch(one -> one.replace("(TOWN)", "(CITY)").equals(ours));
    }

    private static boolean holds(Gold.Template gold, Slots.Fill fill) {
        Entity entity = fill.entity();
        Slots.Kind kind = fill.kind();
        if (entity != null) {
            Map<String, Set<String>> byForm = gold.attributes().getOrDefault(kind.slot, Map.of());
            return entity.members.stream()
                    .anyMatch(m -> byForm.getOrDefault(m.form, Set.of()).contains(fill.value()));
        }
        return switch (kind) {
            case INSTRUMENT_ALONE, HUMAN_EFFECT_ALONE ->
                gold.attributes()
                        .getOrDefault(kind.slot, Map.of())
                        .getOrDefault("", Set.of())
                        .contains(fill.value());
            default -> gold.values().getOrDefault(kind.slot, List.of()).contains(fill.value());
        };
    }

    void fills() {
        List<Pair> pairs = pairs();
        Course.WordExamples words = course.new WordExamples();
        for (Pair pair : pairs) {
            for (Slots.Fill fill : course.slots.fills(pair.lesson.text, pair.ours, null)) {
                words.add(pair.lesson, fill.lexical(), holds(pair.gold, fill));
            }
        }
        words.learn(new HashedLine.Settings(17, 8, 0.1, 1e-4, 8), (stage, line) -> stage.fillWords = line);
        List<Course.Examples> byKind = new ArrayList<>();
        for (int k = 0; k < Slots.Kind.values().length; k++) {
            byKind.add(course.new Examples());
        }
        Map<Integer, Course.Examples> byConfidence = new TreeMap<>();
        for (Pair pair : pairs) {
            for (Slots.Fill fill :
                    course.slots.fills(pair.lesson.text, pair.ours, course.stage(pair.lesson).fillWords)) {
                boolean holds = holds(pair.gold, fill);
                byKind.get(fill.kind().ordinal()).add(pair.lesson, fill.row(), holds);
                if (fill.kind() == Slots.Kind.CONFIDENCE) {
                    byConfidence
                            .computeIfAbsent(fill.label(), k -> course.new Examples())
                            .add(pair.lesson, fill.row(), holds);
                }
            }
        }
        // trees of one kind after the other: the lists are filled in the order of the kinds
        for (SecondStage stage : course.stages) {
            stage.fill = new ArrayList<>();
            stage.confidence = new ArrayList<>();
        }
        byKind.forEach(examples -> examples.learn(
                Trees.Settings.usual(9).withTrees(100).withDepth(4), (stage, trees) -> stage.fill.add(trees)));
        byConfidence
                .values()
                .forEach(examples -> examples.learn(
                        new Trees.Settings(120, 3, 0.05, 3, 6, 0.7, 0.3, 9),
                        (stage, trees) -> stage.confidence.add(trees)));
        reportFills(pairs);
    }

    /** For each slot: how often a value is given, and how often the given one is right. */
    private void reportFills(List<Pair> pairs) {
        Map<Slots.Kind, int[]> counts = new EnumMap<>(Slots.Kind.class);
        for (Pair pair : pairs) {
            SecondStage stage = course.stage(pair.lesson);
            List<Slots.Fill> fills = course.slots.fills(pair.lesson.text, pair.ours, stage.fillWords);
            Map<@Nullable Entity, Map<Slots.Kind, String>> chosen =
                    Slots.chosen(fills, Slots.chances(fills, stage), 1, stage.cuts.fill());
            Set<String> seen = new HashSet<>();
            for (Slots.Fill fill : fills) {
                int[] count = counts.computeIfAbsent(fill.kind(), k -> new int[3]);
                boolean given = fill.value()
                        .equals(chosen.getOrDefault(fill.entity(), Map.of()).get(fill.kind()));
                boolean right = holds(pair.gold, fill);
                count[0] += given ? 1 : 0;
                count[1] += given && right ? 1 : 0;
                if (right && seen.add(fill.kind() + " " + System.identityHashCode(fill.entity()))) {
                    count[2]++;
                }
            }
        }
        counts.forEach((kind, count) -> course.out.printf(
                "%-20s given %d, right %d, to be given %d, F %.1f%n",
                kind, count[0], count[1], count[2], 200.0 * count[1] / (count[0] + count[2])));
    }
}
