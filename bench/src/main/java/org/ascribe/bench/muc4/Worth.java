package org.ascribe.bench.muc4;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Tags;

/**
 * Whether an incident as we would tell it is one that the key tells: recent, told as a fact, of one occasion, and not among
 * soldiers only. Described by what is in it and what is said around that.
 */
final class Worth {

    private static final List<Slots.Kind> HEADS = List.of(
            Slots.Kind.STAGE,
            Slots.Kind.CATEGORY,
            Slots.Kind.HUMAN_TYPE,
            Slots.Kind.HUMAN_EFFECT,
            Slots.Kind.TARGET_TYPE,
            Slots.Kind.TARGET_EFFECT,
            Slots.Kind.CONFIDENCE);

    private Worth() {}

    /** The words of the sentences where its things stand. */
    static int[] lexical(Muc4Text text, Template template) {
        Set<Integer> sentences = sentences(text, template);
        String type = "t" + template.type;
        Set<String> names = new TreeSet<>();
        for (int w = 0; w < text.words.size(); w++) {
            if (sentences.contains(text.words.sentence(w))) {
                names.add(text.words.lower(w));
                names.add(type + text.words.lower(w));
                names.add(text.words.lower(w) + " " + text.words.lower(w + 1));
            }
        }
        for (Entity entity : template.entities) {
            names.add(entity.role() + "=" + entity.first().form);
            for (String word : entity.first().form.split(" ")) {
                names.add(entity.role() + "|" + word);
            }
        }
        names.add(type);
        return names.stream().mapToInt(HashedLine::hash).toArray();
    }

    private static Set<Integer> sentences(Muc4Text text, Template template) {
        Set<Integer> sentences = new HashSet<>();
        for (Entity entity : template.entities) {
            sentences.add(text.words.sentence(entity.first().best().from()));
        }
        return sentences;
    }

    /**
     * @param chances by type, how likely the text has an incident of it
     * @param place how likely its likeliest place is
     * @param words what its words say
     */
    static float[] describe(
            Muc4Text text, Template template, double[] chances, Filling.Dated date, double place, double words) {
        Row row = new Row();
        int type = template.type;
        double other = 0;
        double all = 0;
        for (int t = 0; t < chances.length; t++) {
            all += chances[t];
            other = t == type ? other : Math.max(other, chances[t]);
        }
        row.add("type", type).add("chance", chances[type]).add("other", other).add("all", all);
        row.add("doc", text.documentTypes[type])
                .add("doc-sum", Arrays.stream(text.documentTypes).sum());
        row.add("words", words);
        double sum = 0;
        double sumOfType = 0;
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Role role : Role.values()) {
            int count = 0;
            double most = 0;
            double mostOfType = 0;
            for (Entity entity : template.of(role)) {
                count++;
                most = Math.max(most, entity.score());
                mostOfType = Math.max(mostOfType, entity.types()[type]);
                sum += entity.score();
                sumOfType += entity.score() * entity.types()[type];
                first = Math.min(first, entity.first().best().from());
                last = Math.max(last, entity.first().best().from());
            }
            row.add("count-" + role, count).add("most-" + role, most).add("type-" + role, mostOfType);
        }
        row.add("sum", sum).add("sum-type", sumOfType).add("things", template.entities.size());
        boolean some = first <= last;
        row.add("first", some ? first : Double.NaN)
                .add("reach", some ? last - first : Double.NaN)
                .add("relative", some ? first / (double) Math.max(1, text.words.size()) : Double.NaN);
        row.add("paragraph", some ? text.words.paragraph(first) : Double.NaN).add("size", text.words.size());
        row.add("days", date.days()).add("date", date.chance()).add("place", place);
        for (Slots.Kind kind : HEADS) {
            double[] shares = Slots.shares(kind, text, template, null);
            for (int l = 0; l < shares.length; l++) {
                row.add(kind + "-" + l, shares[l]);
            }
        }
        Set<Integer> sentences = sentences(text, template);
        for (String head : List.of("trigger", "perp", "speaker", "cue")) {
            row.add("own-" + head, most(text, head, sentences));
        }
        double perpetrators = 0;
        double named = 0;
        for (Entity entity : template.entities) {
            for (Span span : entity.spans()) {
                perpetrators = Math.max(perpetrators, text.inside(Role.PERP_IND, span));
                named = Math.max(named, text.inside(Role.VICTIM, span));
            }
        }
        row.add("as-perpetrator", perpetrators).add("as-victim", named);
        return row.values();
    }

    private static double most(Muc4Text text, String head, Set<Integer> sentences) {
        Tags tags = text.own(head);
        if (tags == null) {
            return Double.NaN;
        }
        double most = 0;
        for (int w = 0; w < text.words.size(); w++) {
            if (sentences.contains(text.words.sentence(w))) {
                most = Math.max(most, tags.inside(w));
            }
        }
        return most;
    }
}
