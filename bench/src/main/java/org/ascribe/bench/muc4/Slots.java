package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Trees;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** The slots of the full form beyond the strings: what may fill them, and by which numbers that is decided. */
final class Slots {

    /** A slot filled from a list of values. */
    enum Kind {
        CONFIDENCE("perp_org_conf", "muc_conf", List.of(Role.PERP_ORG)),
        HUMAN_EFFECT("hum_tgt_effect", "muc_hum_effect", List.of(Role.VICTIM, Role.PEOPLE)),
        HUMAN_TYPE("hum_tgt_type", "muc_hum_type", List.of(Role.VICTIM, Role.PEOPLE)),
        HUMAN_NUMBER("hum_tgt_num", "", List.of(Role.VICTIM, Role.PEOPLE)),
        HUMAN_NATION("hum_tgt_nation", "", List.of(Role.VICTIM, Role.PEOPLE)),
        TARGET_EFFECT("phys_tgt_effect", "muc_phys_effect", List.of(Role.TARGET)),
        TARGET_TYPE("phys_tgt_type", "muc_phys_type", List.of(Role.TARGET)),
        TARGET_NUMBER("phys_tgt_num", "", List.of(Role.TARGET)),
        TARGET_NATION("phys_tgt_nation", "", List.of(Role.TARGET)),
        INSTRUMENT_TYPE("inc_instr_type", "muc_weapon_type", List.of(Role.WEAPON)),
        /** Of the whole incident from here on. */
        STAGE("inc_stage", "muc_stage", List.of()),
        CATEGORY("perp_inc_cat", "muc_cat", List.of()),
        INSTRUMENT_ALONE("inc_instr_type", "", List.of()),
        HUMAN_EFFECT_ALONE("hum_tgt_effect", "", List.of());

        final String slot;
        final String head;
        final List<Role> roles;

        Kind(String slot, String head, List<Role> roles) {
            this.slot = slot;
            this.head = head;
            this.roles = roles;
        }

        boolean isOfIncident() {
            return roles.isEmpty();
        }
    }

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final Places places;

    Slots(Places places) {
        this.places = places;
    }

    /** The values that may fill a slot of an entity; of the whole incident if that is null. */
    List<String> values(Kind kind, Muc4Text text, Template template, @Nullable Entity entity) {
        return switch (kind) {
            case HUMAN_NUMBER, TARGET_NUMBER -> {
                Set<String> values = new LinkedHashSet<>(List.of("1", "PLURAL"));
                if (entity != null) {
                    for (Span span : entity.spans().stream().limit(4).toList()) {
                        for (int w = span.from() - 3; w < span.to(); w++) {
                            @Nullable String number = number(text.words, w);
                            if (number != null) {
                                values.add(number);
                            }
                        }
                    }
                }
                yield List.copyOf(values);
            }
            case HUMAN_NATION, TARGET_NATION -> {
                Set<String> values = new LinkedHashSet<>();
                if (entity != null) {
                    for (Span span : entity.spans().stream().limit(4).toList()) {
                        for (int w = Math.max(0, span.from() - 6);
                                w < Math.min(text.words.size(), span.to() + 4);
                                w++) {
                            @Nullable String country = places.countryAt(text.words, w);
                            if (country != null) {
                                values.add(country);
                            }
                        }
                    }
                }
                yield List.copyOf(values);
            }
            case INSTRUMENT_ALONE ->
                template.of(Role.WEAPON).isEmpty()
                                && !template.typeName().equals("arson")
                                && !template.typeName().equals("kidnapping")
                        ? List.of("GUN", "MACHINE GUN", "BOMB", "EXPLOSIVE", "AERIAL BOMB")
                        : List.of();
            case HUMAN_EFFECT_ALONE ->
                template.of(Role.VICTIM).isEmpty() && template.of(Role.PEOPLE).isEmpty()
                        ? List.of("NO INJURY OR DEATH", "NO INJURY")
                        : List.of();
            default -> text.encoding.heads().getOrDefault(kind.head, List.of());
        };
    }

    private static @Nullable String number(Words words, int at) {
        String word = words.lower(at);
        if (word.matches("\\d{1,3}")) {
            return word.equals("1") || word.equals("0") ? null : word;
        }
        int named = NUMBERS.indexOf(word);
        return named > 1 ? String.valueOf(named) : null;
    }

    /** What the encoder gives to the value over the places of the entity, or of all things of the incident. */
    static double[] shares(Kind kind, Muc4Text text, Template template, @Nullable Entity entity) {
        int labels = text.encoding.heads().getOrDefault(kind.head, List.of()).size();
        double[] sum = new double[labels];
        double weight = 1e-9;
        List<Entity> from = entity == null ? template.entities : List.of(entity);
        for (Entity one : from) {
            for (Span span : one.spans()) {
                double each = span.share() / (span.to() - span.from());
                for (int w = span.from(); w < span.to(); w++) {
                    double[] shares = text.encoding.shares(kind.head, text.words.piece(w));
                    weight += each;
                    for (int l = 0; l < labels; l++) {
                        sum[l] += each * shares[l];
                    }
                }
            }
        }
        for (int l = 0; l < labels; l++) {
            sum[l] /= weight;
        }
        return sum;
    }

    /** A value for a slot, to be judged; the label counts the values. */
    record Fill(Kind kind, @Nullable Entity entity, int label, String value, int[] lexical, float[] row) {}

    /** All values that may fill the slots of a template. */
    List<Fill> fills(Muc4Text text, Template template, @Nullable HashedLine line) {
        List<Fill> fills = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Entity> of = new ArrayList<>();
            if (kind.isOfIncident()) {
                fill(kind, text, template, null, line, fills);
            } else {
                kind.roles.forEach(role -> of.addAll(template.of(role)));
                for (Entity entity : of) {
                    fill(kind, text, template, entity, line, fills);
                }
            }
        }
        return fills;
    }

    private void fill(
            Kind kind,
            Muc4Text text,
            Template template,
            @Nullable Entity entity,
            @Nullable HashedLine line,
            List<Fill> fills) {
        List<String> values = values(kind, text, template, entity);
        if (values.isEmpty()) {
            return;
        }
        double[] shares = kind.head.isEmpty() ? new double[0] : shares(kind, text, template, entity);
        double most = Arrays.stream(shares).max().orElse(0);
        Row voices = new Row();
        if (kind == Kind.CONFIDENCE && entity != null) {
            Voices.describe(text, template, entity, voices);
        }
        for (int v = 0; v < values.size(); v++) {
            int[] lexical = lexical(kind, text, template, entity, values.get(v));
            Row row = new Row();
            row.add("value", v);
            row.add("share", v < shares.length ? shares[v] : Double.NaN);
            row.add("most", shares.length == 0 ? Double.NaN : most);
            row.add("ratio", v < shares.length ? shares[v] / Math.max(1e-6, most) : Double.NaN);
            double second = 0;
            for (int o = 0; o < shares.length; o++) {
                second = o == v ? second : Math.max(second, shares[o]);
            }
            row.add("other", second);
            row.add("words", line == null ? 0 : line.logOdds(lexical));
            row.add("type", template.type);
            row.add("role", entity == null ? -1 : entity.role().ordinal());
            row.add("score", entity == null ? Double.NaN : entity.score());
            row.add("perpetrators", template.of(Role.PERP_IND).size());
            row.add("organizations", template.of(Role.PERP_ORG).size());
            row.add(
                    "people",
                    template.of(Role.PEOPLE).size() + template.of(Role.VICTIM).size());
            row.add("targets", template.of(Role.TARGET).size());
            row.add("things", template.entities.size());
            if (entity != null) {
                Candidate first = entity.first();
                String head = text.words.lower(Describe.head(
                        text.words, first.best().from(), first.best().to()));
                row.add(
                        "plural",
                        head.endsWith("s") && !head.endsWith("ss") || head.equals("people") || head.endsWith("men"));
                row.add("length", first.best().to() - first.best().from());
                row.add("places", entity.spans().size());
                row.add("and", first.form.contains(" and "));
                boolean number = kind == Kind.HUMAN_NUMBER || kind == Kind.TARGET_NUMBER;
                boolean nation = kind == Kind.HUMAN_NATION || kind == Kind.TARGET_NATION;
                row.add("nearest", number || nation ? nearest(text, first.best(), values.get(v), nation) : Double.NaN);
                row.add("home", nation && places.home(text).equals(values.get(v)));
            } else {
                row.add("plural", Double.NaN).add("length", Double.NaN).add("places", Double.NaN);
                row.add("and", Double.NaN).add("nearest", Double.NaN).add("home", false);
            }
            row.addAll(voices);
            fills.add(new Fill(kind, entity, v, values.get(v), lexical, row.values()));
        }
    }

    /** How far before the end of the span the number or country stands; 99 if it does not. */
    private double nearest(Muc4Text text, Span span, String value, boolean nation) {
        for (int w = span.to() - 1; w >= Math.max(0, span.from() - 6); w--) {
            @Nullable String there = nation ? places.countryAt(text.words, w) : number(text.words, w);
            if (value.equals(there)) {
                return span.to() - 1 - w;
            }
        }
        return 99;
    }

    private static int[] lexical(Kind kind, Muc4Text text, Template template, @Nullable Entity entity, String value) {
        String name = kind.ordinal()
                + (kind == Kind.HUMAN_NATION || kind == Kind.TARGET_NATION || value.matches("[2-9]|\\d\\d+")
                        ? "#"
                        : value);
        Set<String> names = new LinkedHashSet<>();
        Words words = text.words;
        names.add(name + "t" + template.type);
        if (entity != null) {
            for (Candidate member : entity.members.stream().limit(2).toList()) {
                for (String word : member.form.split(" ")) {
                    names.add(name + "=" + word);
                }
            }
            if (kind == Kind.CONFIDENCE || kind == Kind.HUMAN_EFFECT || kind == Kind.TARGET_EFFECT) {
                sentenceWords(words, entity, name, names);
            }
            Span best = entity.first().best();
            names.add(name + "h" + words.lower(Describe.head(words, best.from(), best.to())));
            for (Span span : entity.spans().stream().limit(3).toList()) {
                for (int i = 1; i <= 8; i++) {
                    names.add(name + "~" + words.lower(span.from() - i));
                    names.add(name + "~" + words.lower(span.to() - 1 + i));
                }
                for (int i = 1; i <= 2; i++) {
                    names.add(name + "<" + i + words.lower(span.from() - i));
                    names.add(name + ">" + i + words.lower(span.to() - 1 + i));
                }
            }
        } else {
            Set<Integer> sentences = new HashSet<>();
            template.entities.forEach(
                    one -> sentences.add(words.sentence(one.first().best().from())));
            for (int w = 0; w < words.size(); w++) {
                if (sentences.contains(words.sentence(w))) {
                    names.add(name + "~" + words.lower(w));
                }
            }
        }
        return names.stream().mapToInt(HashedLine::hash).toArray();
    }

    /** Who is tied to an incident how firmly is said in the sentence, not beside the name. */
    private static void sentenceWords(Words words, Entity entity, String name, Set<String> names) {
        Set<Integer> sentences = new HashSet<>();
        entity.spans().stream().limit(3).forEach(span -> sentences.add(words.sentence(span.from())));
        for (int w = 0; w < words.size(); w++) {
            if (sentences.contains(words.sentence(w))) {
                names.add(name + "s" + words.lower(w));
            }
        }
    }

    /** How likely each is right, if its thing and its incident are. */
    static double[] chances(List<Fill> fills, SecondStage stage) {
        return fills.stream()
                .mapToDouble(fill -> {
                    boolean confidence = fill.kind() == Kind.CONFIDENCE && fill.label() < stage.confidence.size();
                    Trees trees = confidence
                            ? stage.confidence.get(fill.label())
                            : stage.fill.get(fill.kind().ordinal());
                    return trees.chance(fill.row());
                })
                .toArray();
    }

    /**
     * The chosen fills of one template: the likeliest value of each slot of each thing, if it is likely enough that all of it is
     * right, the thing and the incident too.
     */
    static Map<@Nullable Entity, Map<Kind, String>> chosen(
            List<Fill> fills, double[] chances, double worth, double[] least) {
        Map<@Nullable Entity, Map<Kind, String>> chosen = new LinkedHashMap<>();
        Map<@Nullable Entity, Map<Kind, Double>> most = new LinkedHashMap<>();
        for (int i = 0; i < chances.length; i++) {
            Fill fill = fills.get(i);
            Entity entity = fill.entity();
            double whole = chances[i] * worth * (entity == null ? 1 : entity.score());
            if (whole < least[fill.kind().ordinal()]) {
                continue;
            }
            Map<Kind, Double> best = most.computeIfAbsent(entity, k -> new TreeMap<>());
            if (chances[i] > best.getOrDefault(fill.kind(), 0.0)) {
                best.put(fill.kind(), chances[i]);
                chosen.computeIfAbsent(entity, k -> new TreeMap<>()).put(fill.kind(), fill.value());
            }
        }
        return chosen;
    }

    /** Sentences where the things of a template stand, each with how much of it stands there. */
    static Map<Integer, Double> sentences(Muc4Text text, Template template) {
        Map<Integer, Double> weights = new TreeMap<>();
        for (Entity entity : template.entities) {
            for (Span span : entity.spans()) {
                weights.merge(text.words.sentence(span.from()), span.share() * entity.score(), Double::sum);
            }
        }
        return weights;
    }

    /** A date or a place of a template: how near it stands to what happened. */
    private static Row near(Muc4Text text, Template template, List<Integer> at, Map<Integer, Double> sentences) {
        Row row = new Row();
        double same = 0;
        double before = 0;
        double after = 0;
        double total = 1e-9;
        double nearest = 99;
        int words = 999;
        for (Map.Entry<Integer, Double> entry : sentences.entrySet()) {
            total += entry.getValue();
            for (int word : at) {
                int gap = entry.getKey() - text.words.sentence(word);
                if (entry.getValue() > 0.2) {
                    nearest = Math.min(nearest, Math.abs(gap));
                }
                if (gap == 0) {
                    same = Math.max(same, entry.getValue());
                } else if (gap == 1) {
                    before = Math.max(before, entry.getValue());
                } else if (gap == -1) {
                    after = Math.max(after, entry.getValue());
                }
            }
        }
        for (Entity entity : template.entities) {
            Span best = entity.first().best();
            for (int word : at) {
                words = Math.min(words, Math.abs(word - best.from()));
            }
        }
        double[] types = new double[Muc4Text.TYPES.size()];
        for (int word : at) {
            for (int t = 0; t < types.length; t++) {
                types[t] = Math.max(types[t], text.types[word][t]);
            }
        }
        row.add("same", same / total).add("before", before / total).add("after", after / total);
        row.add("nearest", nearest).add("words", words);
        row.add("type", types[template.type]);
        double other = 0;
        for (int t = 0; t < types.length; t++) {
            other = t == template.type ? other : Math.max(other, types[t]);
        }
        row.add("other-type", other).add("incident", template.type);
        row.add("first", at.stream().mapToInt(w -> w).min().orElse(-1));
        row.add("things", template.entities.size());
        return row;
    }

    /** The words around a date. */
    static int[] lexical(Muc4Text text, Times.Time time) {
        Set<String> names = new LinkedHashSet<>();
        String name = "D" + time.kind();
        names.add(name);
        if (time.word() >= 0) {
            names.add(name + "=" + text.words.lower(time.word()));
            around(text.words, time.word(), time.word() + 1, name, names);
            around(text.words, time.word(), time.word() + 1, "D", names);
        }
        return names.stream().mapToInt(HashedLine::hash).toArray();
    }

    /** The words of a place and around it. */
    static int[] lexical(Muc4Text text, Places.Named place) {
        Set<String> names = new LinkedHashSet<>();
        String name = "P" + place.level();
        names.add(name + place.kind);
        for (String word : place.name.split(" ")) {
            names.add("P=" + word);
        }
        for (Span span : place.spans.stream().limit(4).toList()) {
            around(text.words, span.from(), span.to(), name, names);
            around(text.words, span.from(), span.to(), "P", names);
        }
        return names.stream().mapToInt(HashedLine::hash).toArray();
    }

    private static void around(Words words, int from, int to, String name, Set<String> names) {
        for (int i = 1; i <= 6; i++) {
            names.add(name + "<" + words.lower(from - i));
            names.add(name + ">" + words.lower(to - 1 + i));
        }
        for (int i = 1; i <= 2; i++) {
            names.add(name + "<" + i + words.lower(from - i));
            names.add(name + ">" + i + words.lower(to - 1 + i));
        }
        names.add(name + "<12" + words.lower(from - 2) + " " + words.lower(from - 1));
        names.add(name + ">12" + words.lower(to) + " " + words.lower(to + 1));
    }

    /** @param said what the words around it say */
    Row describe(Muc4Text text, Template template, Times.Time time, List<Times.Time> all, double said) {
        List<Integer> at = time.word() < 0 ? List.of() : List.of(time.word());
        Map<Integer, Double> sentences = sentences(text, template);
        Row row = near(text, template, at, sentences);
        row.add("kind", time.kind().ordinal()).add("around", said);
        row.add("rank", all.indexOf(time)).add("many", all.size());
        double sameSentence = 0;
        double mostSame = 0;
        for (Times.Time other : all) {
            if (other.word() >= 0) {
                double weight = sentences.getOrDefault(text.words.sentence(other.word()), 0.0);
                mostSame = Math.max(mostSame, weight);
                if (other != time && other.to().equals(time.to())) {
                    sameSentence++;
                }
            }
        }
        row.add("again", sameSentence).add("most-same", mostSame);
        int sentence = time.word() < 0 ? -1 : text.words.sentence(time.word());
        row.add(
                "in-sentence",
                all.stream()
                        .filter(other -> other.word() >= 0 && text.words.sentence(other.word()) == sentence)
                        .count());
        row.add(
                "days",
                time.word() < 0
                        ? -1
                        : all.getFirst().to().toEpochDay() - time.to().toEpochDay());
        for (int i = 1; i <= 2; i++) {
            String word = time.word() < 0 ? "" : text.words.lower(time.word() - i);
            row.add("said-" + i, word.equals("said") || word.equals("reported") || word.equals("announced"));
        }
        return row;
    }

    /** @param said what its words and those around it say */
    Row describe(
            Muc4Text text, Template template, Places.Named place, List<Places.Named> all, String home, double said) {
        Row row = near(text, template, place.spans.stream().map(Span::from).toList(), sentences(text, template));
        row.add("around", said);
        row.add("share", place.share()).add("spans", place.spans.size()).add("level", place.level());
        row.add("said", place.kindSaid).add("known", place.countries).add("home", home.equals(place.country));
        row.add(
                "rank",
                all.stream().filter(other -> other.share() > place.share()).count());
        row.add("many", all.size());
        row.add(
                "level-many",
                all.stream().filter(other -> other.level() == place.level()).count());
        return row;
    }

    /** A title or description beside a named person. */
    static Row describe(Muc4Text text, Entity people, Entity victim) {
        Row row = new Row();
        int before = 99;
        int after = 99;
        int sentences = 99;
        boolean comma = false;
        for (Span p : people.spans()) {
            for (Span v : victim.spans()) {
                if (p.to() <= v.from()) {
                    before = Math.min(before, v.from() - p.to());
                }
                if (v.to() <= p.from()) {
                    after = Math.min(after, p.from() - v.to());
                    comma |= p.from() - v.to() <= 4 && text.words.lower(v.to()).equals(",");
                }
                sentences =
                        Math.min(sentences, Math.abs(text.words.sentence(p.from()) - text.words.sentence(v.from())));
            }
        }
        row.add("before", before)
                .add("after", after)
                .add("sentences", sentences)
                .add("comma", comma);
        row.add("places", people.spans().size())
                .add("victim-places", victim.spans().size());
        String head = text.words.lower(Describe.head(
                text.words, people.first().best().from(), people.first().best().to()));
        row.add("plural", head.endsWith("s") || head.equals("people"));
        row.add("words", people.first().best().to() - people.first().best().from());
        row.add("score", people.score()).add("victim-score", victim.score());
        row.add("number", people.first().form.matches(".*\\d.*"));
        return row;
    }

    /** The location as the scorer reads it. */
    static String location(String country, List<Places.Named> chosen) {
        List<Places.Named> order = new ArrayList<>(chosen);
        order.sort(Comparator.comparingInt(Places.Named::level));
        StringBuilder line = new StringBuilder(country);
        int level = -1;
        for (Places.Named place : order) {
            if (place.level() != level) {
                line.append(": ")
                        .append(place.name)
                        .append(" (")
                        .append(place.kind)
                        .append(')');
                level = place.level();
            }
        }
        return line.toString();
    }
}
