package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.extract.model.Span;
import org.jspecify.annotations.Nullable;

/** Puts the things of a text into incidents: by type, then apart where there are several of one type. */
final class Incidents {

    private final SecondStage stage;
    private final Cuts cuts;

    Incidents(SecondStage stage) {
        this(stage, stage.cuts);
    }

    Incidents(SecondStage stage, Cuts cuts) {
        this.stage = stage;
        this.cuts = cuts;
    }

    /** A type of incident in a text; odds are what the words of the text alone say of each type. */
    static Row describeType(Muc4Text text, List<Entity> entities, int t, double[] odds) {
        Row row = new Row();
        row.add("type", t);
        row.add("doc", text.documentTypes[t]);
        double other = 0;
        int rank = 0;
        for (int o = 0; o < text.documentTypes.length; o++) {
            if (o != t) {
                other = Math.max(other, text.documentTypes[o]);
                rank += text.documentTypes[o] > text.documentTypes[t] ? 1 : 0;
            }
        }
        row.add("other", other)
                .add("rank", rank)
                .add("doc-sum", Arrays.stream(text.documentTypes).sum());
        row.add("words", odds[t]);
        double[] most = new double[Role.values().length];
        double[] mostOfType = new double[Role.values().length];
        double sum = 0;
        double sumOfType = 0;
        double share = 0;
        double best = 0;
        for (Entity entity : entities) {
            int role = entity.role().ordinal();
            double ofType = entity.score() * entity.types()[t];
            most[role] = Math.max(most[role], entity.score());
            mostOfType[role] = Math.max(mostOfType[role], ofType);
            sum += entity.score();
            sumOfType += ofType;
            share = Math.max(share, entity.score() > 0.3 ? entity.types()[t] : 0);
            best = Math.max(best, ofType);
        }
        for (Role role : Role.values()) {
            row.add("most-" + role, most[role.ordinal()]).add("type-" + role, mostOfType[role.ordinal()]);
        }
        row.add("sum", sum).add("sum-type", sumOfType).add("ratio", sumOfType / Math.max(0.05, sum));
        row.add("share", share).add("best", best).add("size", text.words.size());
        return row;
    }

    /** A thing: does it belong to the incidents of a type? */
    static Row describeInType(Muc4Text text, Entity entity, double[] chances, int t) {
        Row row = new Row();
        double other = 0;
        double otherShare = 0;
        double sum = 0;
        int likely = 0;
        for (int o = 0; o < chances.length; o++) {
            sum += entity.types()[o];
            if (o != t) {
                other = Math.max(other, chances[o]);
                otherShare = Math.max(otherShare, entity.types()[o]);
                likely += chances[o] > 0.4 ? 1 : 0;
            }
        }
        row.add("type", t).add("share", entity.types()[t]).add("other-share", otherShare);
        row.add("ratio", entity.types()[t] / Math.max(0.02, sum));
        row.add("chance", chances[t]).add("other", other).add("likely", likely).add("doc", text.documentTypes[t]);
        for (Role role : Role.values()) {
            row.add("role-" + role, entity.role() == role);
        }
        row.add("score", entity.score()).add("places", entity.spans().size());
        return row;
    }

    /** The incidents of a text. */
    List<Template> templates(Muc4Text text, List<Entity> entities, double[] chances) {
        List<Template> templates = new ArrayList<>();
        for (int t = 0; t < chances.length; t++) {
            if (chances[t] >= cuts.type()) {
                templates.add(new Template(t));
            }
        }
        if (templates.isEmpty()) {
            return templates;
        }
        for (Entity entity : entities) {
            if (entity.score() < cuts.role()[entity.role().ordinal()]) {
                continue;
            }
            Template best = templates.getFirst();
            double most = -1;
            boolean placed = false;
            for (Template template : templates) {
                double chance = stage.inType == null
                        ? entity.types()[template.type]
                        : stage.inType.chance(describeInType(text, entity, chances, template.type)
                                .values());
                if (chance > most) {
                    most = chance;
                    best = template;
                }
                if (chance >= cuts.inType()) {
                    template.entities.add(entity);
                    placed = true;
                }
            }
            if (!placed) {
                best.entities.add(entity);
            }
        }
        List<Template> apart = new ArrayList<>();
        for (Template template : templates) {
            apart.addAll(apart(text, template));
        }
        return apart;
    }

    /** How likely the text tells of several incidents of one type. */
    double many(Muc4Text text, int t, List<Entity> entities) {
        return stage.many == null
                ? 0
                : stage.many.chance(describeMany(text, t, entities).values());
    }

    static Row describeMany(Muc4Text text, int t, List<Entity> entities) {
        Row row = new Row();
        row.add("type", t).add("size", text.words.size()).add("things", entities.size());
        int[] counts = new int[Role.values().length];
        Set<Integer> sentences = new TreeSet<>();
        Set<Integer> paragraphs = new TreeSet<>();
        for (Entity entity : entities) {
            counts[entity.role().ordinal()]++;
            sentences.add(text.words.sentence(entity.first().best().from()));
            paragraphs.add(text.words.paragraph(entity.first().best().from()));
        }
        for (Role role : Role.values()) {
            row.add("count-" + role, counts[role.ordinal()]);
        }
        row.add("sentences", sentences.size()).add("paragraphs", paragraphs.size());
        double places = 0;
        int cues = 0;
        for (int w = 0; w < text.words.size(); w++) {
            places += text.places.begins(w);
            cues += CUES.contains(text.words.lower(w)) ? 1 : 0;
        }
        row.add("places", places).add("cues", cues);
        Set<String> placesNear = new TreeSet<>();
        Set<String> datesNear = new TreeSet<>();
        for (Entity entity : entities) {
            int at = entity.first().best().from();
            String place = text.placeNear(at);
            String date = text.dateNear(at);
            if (place != null) {
                placesNear.add(place);
            }
            if (date != null) {
                datesNear.add(date);
            }
        }
        row.add("places-near", placesNear.size()).add("dates-near", datesNear.size());
        row.add("doc", text.documentTypes[t])
                .add(
                        "windows",
                        text.encoding
                                .document()
                                .getOrDefault("doc_types", List.of())
                                .size());
        return row;
    }

    private static final Set<String> CUES = Set.of(
            "another",
            "also",
            "meanwhile",
            "addition",
            "other",
            "second",
            "later",
            "earlier",
            "same",
            "simultaneously",
            "hand");

    /** Two things that are in incidents of one type: in the same one? */
    static Row describeTogether(Muc4Text text, int t, double many, Entity a, Entity b) {
        Row row = new Row();
        Entity early = a.role().ordinal() < b.role().ordinal()
                        || a.role() == b.role()
                                && a.first().best().from() < b.first().best().from()
                ? a
                : b;
        Entity late = early == a ? b : a;
        row.add("type", t).add("many", many);
        row.add("role-a", early.role().ordinal()).add("role-b", late.role().ordinal());
        row.add("distance", distance(a, b));
        int sentences = 99;
        int paragraphs = 99;
        for (Span one : a.spans()) {
            for (Span other : b.spans()) {
                sentences = Math.min(
                        sentences, Math.abs(text.words.sentence(one.from()) - text.words.sentence(other.from())));
                paragraphs = Math.min(
                        paragraphs, Math.abs(text.words.paragraph(one.from()) - text.words.paragraph(other.from())));
            }
        }
        row.add("sentences", sentences).add("paragraphs", paragraphs);
        int from = Math.min(a.first().best().to(), b.first().best().to());
        int to = Math.max(a.first().best().from(), b.first().best().from());
        row.add("best", to - from);
        double places = 0;
        int cues = 0;
        boolean and = to - from == 1
                && (text.words.lower(from).equals("and")
                        || text.words.lower(from).equals(","));
        for (int w = from; w < to; w++) {
            places += text.places.begins(w);
            cues += CUES.contains(text.words.lower(w)) ? 1 : 0;
        }
        row.add("places", places).add("cues", cues).add("and", and);
        row.add(
                "same-place",
                alike(
                        text.placeNear(early.first().best().from()),
                        text.placeNear(late.first().best().from())));
        row.add(
                "same-date",
                alike(
                        text.dateNear(early.first().best().from()),
                        text.dateNear(late.first().best().from())));
        row.add("sentence", text.words.sentence(to) - text.words.sentence(Math.max(0, from - 1)));
        row.add("spans-a", early.spans().size()).add("spans-b", late.spans().size());
        row.add("score-a", early.score()).add("score-b", late.score());
        row.add("first", Math.min(from, to)).add("size", text.words.size());
        double types = 0;
        for (int o = 0; o < a.types().length; o++) {
            types += Math.abs(a.types()[o] - b.types()[o]);
        }
        row.add("types", types);
        return row;
    }

    /** 1 if both are known and the same, 0 if they are known and not, else between. */
    private static double alike(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? 0.5 : one.equals(other) ? 1 : 0;
    }

    /** One template for each incident of the type: things that were hit or used part, those who did it may be in several. */
    private List<Template> apart(Muc4Text text, Template template) {
        List<Entity> parting = template.entities.stream()
                .filter(entity -> !entity.role().isPerpetrator())
                .toList();
        if (stage.together == null || parting.size() < 2) {
            return List.of(template);
        }
        double several = many(text, template.type, template.entities);
        List<List<Entity>> groups = new ArrayList<>();
        for (Entity entity : parting) {
            groups.add(new ArrayList<>(List.of(entity)));
        }
        Map<Set<Entity>, Double> chances = new HashMap<>();
        while (groups.size() > 1) {
            double most = cuts.together();
            int left = -1;
            int right = -1;
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    double mean = mean(text, template.type, several, groups.get(i), groups.get(j), chances);
                    if (mean >= most) {
                        most = mean;
                        left = i;
                        right = j;
                    }
                }
            }
            if (left < 0) {
                break;
            }
            groups.get(left).addAll(groups.remove(right));
        }
        if (groups.size() == 1) {
            return List.of(template);
        }
        List<Template> apart = new ArrayList<>();
        for (List<Entity> group : groups) {
            Template one = new Template(template.type);
            one.entities.addAll(group);
            apart.add(one);
        }
        for (Entity entity : template.entities) {
            if (entity.role().isPerpetrator()) {
                double most = -1;
                int best = 0;
                boolean placed = false;
                for (int g = 0; g < groups.size(); g++) {
                    double mean = mean(text, template.type, several, List.of(entity), groups.get(g), chances);
                    if (mean > most) {
                        most = mean;
                        best = g;
                    }
                    if (mean >= cuts.together()) {
                        apart.get(g).entities.add(entity);
                        placed = true;
                    }
                }
                if (!placed) {
                    apart.get(best).entities.add(entity);
                }
            }
        }
        return apart;
    }

    private double mean(
            Muc4Text text,
            int type,
            double several,
            List<Entity> some,
            List<Entity> others,
            Map<Set<Entity>, Double> chances) {
        double sum = 0;
        for (Entity a : some) {
            for (Entity b : others) {
                sum += chances.computeIfAbsent(
                        Set.of(a, b),
                        k -> stage.together == null
                                ? 1.0
                                : stage.together.chance(describeTogether(text, type, several, a, b)
                                        .values()));
            }
        }
        return sum / (some.size() * others.size());
    }

    /** Where a span of one may stand beside one of the other, in words; large if they are far apart. */
    static int distance(Entity a, Entity b) {
        int nearest = Integer.MAX_VALUE;
        for (Span one : a.spans()) {
            for (Span other : b.spans()) {
                nearest = Math.min(
                        nearest, Math.max(0, Math.max(one.from(), other.from()) - Math.min(one.to(), other.to())));
            }
        }
        return nearest;
    }
}
