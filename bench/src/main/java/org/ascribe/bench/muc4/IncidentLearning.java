package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Trees;

/** Learns which types of incident a text has, which things belong to them, which of those are in one, and which are worth telling. */
final class IncidentLearning {

    private final Course course;

    IncidentLearning(Course course) {
        this.course = course;
    }

    void typeWords() {
        Course.WordExamples examples = course.new WordExamples();
        for (Lesson lesson : course.lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                examples.add(lesson, Describe.lexical(lesson.text, t), lesson.hasType(t));
            }
        }
        examples.learn(new HashedLine.Settings(17, 8, 0.1, 1e-4, 4), (stage, line) -> stage.typeWords = line);
    }

    void types() {
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            SecondStage stage = course.stage(lesson);
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                examples.add(
                        lesson,
                        Incidents.describeType(lesson.text, lesson.entities, t, stage.typeOdds(lesson.text)),
                        lesson.hasType(t));
            }
        }
        examples.learn(Trees.Settings.usual(5).withTrees(120).withDepth(4), (stage, trees) -> stage.type = trees);
        for (Lesson lesson : course.all()) {
            lesson.chances = course.stage(lesson).typeChances(lesson.text, lesson.entities);
        }
    }

    void inType() {
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            for (Entity entity : lesson.entities) {
                List<Gold.Template> with = lesson.gold.templates().stream()
                        .filter(one -> one.has(entity.role(), entity.first().form))
                        .toList();
                if (with.isEmpty()) {
                    continue;
                }
                for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                    String name = Muc4Text.TYPES.get(t);
                    if (lesson.chances[t] > 0.2 || lesson.hasType(t)) {
                        examples.add(
                                lesson,
                                Incidents.describeInType(lesson.text, entity, lesson.chances, t),
                                with.stream().anyMatch(one -> one.types().contains(name)));
                    }
                }
            }
        }
        examples.learn(Trees.Settings.usual(6).withTrees(120).withDepth(4), (stage, trees) -> stage.inType = trees);
    }

    /** Whether there are several incidents of a type, and which things are in the same one. */
    void together() {
        Course.Examples many = course.new Examples();
        for (Lesson lesson : course.lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                if (lesson.hasType(t)) {
                    many.add(
                            lesson,
                            Incidents.describeMany(lesson.text, t, there(lesson, t)),
                            lesson.ofType(t).size() > 1);
                }
            }
        }
        course.out.println("types with several incidents: " + many);
        many.learn(Course.SMALL, (stage, trees) -> stage.many = trees);
        Course.Examples pairs = course.new Examples();
        for (Lesson lesson : course.lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                List<Gold.Template> gold = lesson.ofType(t);
                List<Entity> there = there(lesson, t);
                double chance = new Incidents(course.stage(lesson)).many(lesson.text, t, there);
                for (int i = 0; i < there.size(); i++) {
                    for (int j = i + 1; j < there.size(); j++) {
                        Entity a = there.get(i);
                        Entity b = there.get(j);
                        boolean together = gold.stream()
                                .anyMatch(
                                        one -> one.has(a.role(), a.first().form) && one.has(b.role(), b.first().form));
                        pairs.add(lesson, Incidents.describeTogether(lesson.text, t, chance, a, b), together);
                    }
                }
            }
        }
        course.out.println("things in one incident: " + pairs);
        pairs.learn(Trees.Settings.usual(11).withTrees(150), (stage, trees) -> stage.together = trees);
    }

    private static List<Entity> there(Lesson lesson, int type) {
        List<Gold.Template> gold = lesson.ofType(type);
        return lesson.entities.stream()
                .filter(e -> gold.stream().anyMatch(one -> one.has(e.role(), e.first().form)))
                .toList();
    }

    /** Whether an incident as we would tell it is one of the key: learned on more of them than are told in the end. */
    void worth() {
        Course.WordExamples words = course.new WordExamples();
        for (Lesson lesson : course.lessons) {
            for (List<Template> proposed : proposed(lesson)) {
                Set<Template> right = matched(lesson.gold, proposed);
                for (Template template : proposed) {
                    words.add(lesson, Worth.lexical(lesson.text, template), right.contains(template));
                }
            }
        }
        words.learn(new HashedLine.Settings(17, 8, 0.1, 1e-4, 14), (stage, line) -> stage.worthWords = line);
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            Filling filling = new Filling(course.stage(lesson), course.slots, course.places);
            for (List<Template> proposed : proposed(lesson)) {
                Set<Template> right = matched(lesson.gold, proposed);
                for (Filling.Judged judged : filling.judge(lesson.text, proposed, lesson.chances)) {
                    examples.add(lesson, judged.described(), right.contains(judged.template()));
                }
            }
        }
        course.out.println("incidents worth telling: " + examples);
        examples.learn(new Trees.Settings(140, 4, 0.06, 4, 6, 0.7, 0.5, 15), (stage, trees) -> stage.worth = trees);
    }

    /** The incidents of a text, put apart more and less readily. */
    private List<List<Template>> proposed(Lesson lesson) {
        SecondStage stage = course.stage(lesson);
        List<Template> usual = templates(lesson, stage.cuts);
        List<Template> apart = templates(lesson, stage.cuts.withTogether(stage.cuts.together() + 0.2));
        return apart.size() == usual.size() ? List.of(usual) : List.of(usual, apart);
    }

    private List<Template> templates(Lesson lesson, Cuts cuts) {
        return new Incidents(course.stage(lesson), cuts).templates(lesson.text, lesson.entities, lesson.chances);
    }

    /** Those of ours that stand for an incident of the key, each of the key's once: the pairs that share most things first. */
    private static Set<Template> matched(Gold gold, List<Template> ours) {
        record Pair(Template ours, Gold.Template key, long common) {}
        List<Pair> pairs = new ArrayList<>();
        for (Template one : ours) {
            for (Gold.Template key : gold.templates()) {
                if (key.types().contains(one.typeName())) {
                    long common = one.entities.stream()
                            .filter(e -> key.has(e.role(), e.first().form))
                            .count();
                    pairs.add(new Pair(one, key, common));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::common).reversed());
        Set<Template> matched = new HashSet<>();
        Set<Gold.Template> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matched.contains(pair.ours()) && taken.add(pair.key())) {
                matched.add(pair.ours());
            }
        }
        return matched;
    }
}
