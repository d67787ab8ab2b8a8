package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Tags;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** One text with what the encoder says of it, and the strings that may fill roles. */
final class Muc4Text {

    static final List<String> TYPES =
            List.of("attack", "bombing", "kidnapping", "arson", "robbery", "hijacking", "forced work stoppage");

    /** A string below this share at all of its places is not looked at. */
    private static final double LEAST = 0.004;

    /** Heads that were learned on modern reporting and tell something of these texts too. */
    private static final List<String> OWN =
            List.of("trigger", "perp", "person", "target", "victim", "weapon", "speaker", "cue");

    private static final Set<String> OWN_LABELS = Set.of("stance", "by");

    final String docid;
    final String text;
    final Encoding encoding;
    final Words words;
    private final List<Tags> tags = new ArrayList<>();
    final Tags places;

    /** By head of modern reporting, what it says; those that the model has. */
    private final Map<String, Tags> own = new HashMap<>();

    /** Incident types of each word, as the head of types sees them; 0..1 each. */
    final float[][] types;

    /** The greatest share of each incident type in any window. */
    final double[] documentTypes;

    final List<Candidate> candidates;

    /** The dates that it names, the default first. */
    final List<Times.Time> times;

    /** Where it names places, in the order of the text. */
    private final List<Span> named;

    private final Map<Role, List<Candidate>> byRole = new EnumMap<>(Role.class);
    private final Map<Role, List<Candidate>> surestByRole = new EnumMap<>(Role.class);

    /** Where each word of the text stands. */
    private final Map<String, List<Integer>> index = new HashMap<>();

    Muc4Text(String docid, String text, Words words, Encoding encoding) {
        this.docid = docid;
        this.text = text;
        this.encoding = encoding;
        this.words = words;
        for (Role role : Role.values()) {
            tags.add(new Tags(encoding, words, role.head));
        }
        places = new Tags(encoding, words, "muc_loc");
        for (String head : OWN) {
            if (encoding.heads().containsKey(head)) {
                own.put(head, new Tags(encoding, words, head));
            }
        }
        types = new float[words.size()][];
        List<String> labels = encoding.heads().getOrDefault("muc_type", List.of());
        for (int w = 0; w < words.size(); w++) {
            types[w] = new float[TYPES.size()];
            for (int t = 0; t < types[w].length; t++) {
                int label = labels.indexOf(TYPES.get(t));
                types[w][t] = label < 0 ? 0 : (float) share(encoding.logit("muc_type", words.piece(w), label));
            }
            index.computeIfAbsent(words.lower(w), k -> new ArrayList<>()).add(w);
        }
        documentTypes = new double[TYPES.size()];
        List<String> documentLabels = encoding.heads().getOrDefault("doc_types", List.of());
        for (float[] window : encoding.document().getOrDefault("doc_types", List.of())) {
            for (int t = 0; t < documentTypes.length; t++) {
                int label = documentLabels.indexOf(TYPES.get(t));
                if (label >= 0) {
                    documentTypes[t] = Math.max(documentTypes[t], share(window[label]));
                }
            }
        }
        times = Times.find(text, words);
        named = places.spans(0.2).stream()
                .sorted(Comparator.comparingInt(Span::from))
                .toList();
        candidates = candidates();
        for (Role role : Role.values()) {
            List<Candidate> ofRole =
                    candidates.stream().filter(one -> one.role == role).toList();
            byRole.put(role, ofRole);
            surestByRole.put(
                    role,
                    ofRole.stream()
                            .sorted(Comparator.comparingDouble(
                                            (Candidate one) -> one.best().share())
                                    .reversed())
                            .limit(2)
                            .toList());
        }
    }

    /** Whether anything is read off the head. */
    static boolean uses(String head) {
        return head.startsWith("muc_") || head.startsWith("doc_") || OWN.contains(head) || OWN_LABELS.contains(head);
    }

    /** The place that is named nearest in the sentence, else before it; null if none is. */
    @Nullable
    String placeNear(int word) {
        int at = nearest(named.stream().mapToInt(Span::from).toArray(), word);
        return at < 0
                ? null
                : words.slice(named.get(at).from(), named.get(at).to()).toUpperCase(Locale.ROOT);
    }

    /** The date that is named nearest in the sentence, else before it; null if none is. */
    @Nullable
    String dateNear(int word) {
        int at = nearest(times.stream().mapToInt(Times.Time::word).toArray(), word);
        return at < 0 ? null : times.get(at).text();
    }

    /** Which of the words is nearest in the sentence, else the last within three sentences before it; -1 if none is. */
    private int nearest(int[] at, int word) {
        int best = -1;
        int sentence = words.sentence(word);
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                continue;
            }
            int gap = sentence - words.sentence(at[i]);
            if (gap < 0 || gap > 3) {
                continue;
            }
            if (best < 0) {
                best = i;
                continue;
            }
            int had = sentence - words.sentence(at[best]);
            if (gap < had || gap == had && Math.abs(at[i] - word) < Math.abs(at[best] - word)) {
                best = i;
            }
        }
        return best;
    }

    /** What a head of modern reporting says; null if the model has none of this name. */
    @Nullable
    Tags own(String head) {
        return own.get(head);
    }

    /** The heads of modern reporting that tag words, whether or not the model has them. */
    static List<String> own() {
        return OWN;
    }

    /** The mean share that the words are tagged so; unknown without the head. */
    double ownInside(String head, Span span) {
        Tags there = own.get(head);
        if (there == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int w = span.from(); w < span.to(); w++) {
            sum += there.inside(w);
        }
        return sum / (span.to() - span.from());
    }

    /** What a head that says yes or no to each label gives to them at a span, each at its surest word; empty without the head. */
    double[] labels(String head, List<Span> spans) {
        List<String> names = encoding.heads().getOrDefault(head, List.of());
        double[] most = new double[names.size()];
        for (Span span : spans) {
            for (int w = span.from(); w < span.to(); w++) {
                for (int l = 0; l < most.length; l++) {
                    most[l] = Math.max(most[l], share(encoding.logit(head, words.piece(w), l)));
                }
            }
        }
        return most;
    }

    /** What the head of a role says. */
    Tags tags(Role role) {
        return tags.get(role.ordinal());
    }

    static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (Role role : Role.values()) {
            Map<String, Candidate> byForm = new LinkedHashMap<>();
            for (Span span : tags(role).spans(LEAST)) {
                String form = Mentions.plain(words.slice(span.from(), span.to()));
                if (!form.isEmpty()) {
                    byForm.computeIfAbsent(form, f -> new Candidate(role, f))
                            .spans
                            .add(span);
                }
            }
            for (Candidate candidate : byForm.values()) {
                candidate.spans.sort(
                        Comparator.comparingDouble(Span::share).reversed().thenComparingInt(Span::from));
                Span best = candidate.best();
                candidate.mention = words.slice(best.from(), best.to());
                candidate.places = places(best.from(), best.to());
                candidate.types = typesOf(candidate);
                all.add(candidate);
            }
        }
        return all;
    }

    /** The candidates of one role. */
    List<Candidate> candidates(Role role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** The greatest share of any other candidate of a role. */
    double mostBeside(Role role, Candidate candidate) {
        List<Candidate> surest = surestByRole.getOrDefault(role, List.of());
        for (Candidate one : surest) {
            if (one != candidate) {
                return one.best().share();
            }
        }
        return 0;
    }

    /** How often these words stand in the text. */
    private int places(int from, int to) {
        String[] sought = words.lower(from, to);
        int count = 0;
        for (int at : index.getOrDefault(sought[0], List.of())) {
            boolean same = at + sought.length <= words.size();
            for (int i = 1; same && i < sought.length; i++) {
                same = words.lower(at + i).equals(sought[i]);
            }
            count += same ? 1 : 0;
        }
        return count;
    }

    private double[] typesOf(Candidate candidate) {
        double[] sum = new double[TYPES.size()];
        double weight = 0;
        for (Span span : candidate.spans) {
            for (int w = span.from(); w < span.to(); w++) {
                double share = span.share() / (span.to() - span.from());
                weight += share;
                for (int t = 0; t < sum.length; t++) {
                    sum[t] += share * types[w][t];
                }
            }
        }
        for (int t = 0; t < sum.length; t++) {
            sum[t] /= Math.max(1e-9, weight);
        }
        return sum;
    }

    /** Mean share that the words are inside a mention of the role. */
    double inside(Role role, Span span) {
        double sum = 0;
        for (int w = span.from(); w < span.to(); w++) {
            sum += tags(role).inside(w);
        }
        return sum / (span.to() - span.from());
    }
}
