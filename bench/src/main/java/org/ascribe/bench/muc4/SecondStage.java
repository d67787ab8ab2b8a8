package org.ascribe.bench.muc4;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.FirstPass;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Passages;
import org.ascribe.extract.model.Pieces;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Trees;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** What is learned on top of the encoder, and the decisions that it takes. Fields are set one after the other while learning. */
final class SecondStage {

    private static final int FORMAT = 2;

    /** Where decisions are cut; {@code encoder} is the share that the encoder itself has in the score of a string. */
    record Cuts(
            double[] role,
            double same,
            double type,
            double inType,
            double together,
            double place,
            double encoder,
            double[] fill) {

        double[] all() {
            double[] all = Arrays.copyOf(role, role.length + 6 + fill.length);
            double[] single = {same, type, inType, together, place, encoder};
            System.arraycopy(single, 0, all, role.length, 6);
            System.arraycopy(fill, 0, all, role.length + 6, fill.length);
            return all;
        }

        static Cuts of(double[] all) {
            int roles = Role.values().length;
            return new Cuts(
                    Arrays.copyOf(all, roles),
                    all[roles],
                    all[roles + 1],
                    all[roles + 2],
                    all[roles + 3],
                    all[roles + 4],
                    all[roles + 5],
                    Arrays.copyOfRange(all, roles + 6, all.length));
        }

        /** Those that decide what is in the five-role form. */
        double[] decisive() {
            return new double[] {role[0], role[1], role[2], role[3], role[4], type, inType, together};
        }

        Cuts withDecisive(double[] cuts) {
            return new Cuts(
                    new double[] {cuts[0], cuts[1], cuts[2], cuts[3], cuts[4], role[5]},
                    same,
                    cuts[5],
                    cuts[6],
                    cuts[7],
                    place,
                    encoder,
                    fill);
        }

        Cuts withPeople(double people) {
            double[] other = role.clone();
            other[Role.PEOPLE.ordinal()] = people;
            return new Cuts(other, same, type, inType, together, place, encoder, fill);
        }

        Cuts withPlace(double least) {
            return new Cuts(role, same, type, inType, together, least, encoder, fill);
        }

        Cuts withEncoder(double share) {
            return new Cuts(role, same, type, inType, together, place, share, fill);
        }

        Cuts withFill(Slots.Kind kind, double least) {
            double[] other = fill.clone();
            other[kind.ordinal()] = least;
            return new Cuts(role, same, type, inType, together, place, encoder, other);
        }

        static final Cuts USUAL = new Cuts(
                new double[] {0.36, 0.40, 0.38, 0.42, 0.40, 0.25}, 0.5, 0.42, 0.4, 0.5, 0.4, 0.3, new double[] {
                    0.3, 0.4, 0.3, 0.3, 0.4, 0.4, 0.3, 0.3, 0.4, 0.35, 0.3, 0.4, 0.4, 0.4
                });
    }

    @Nullable
    FirstPass firstPass;

    @Nullable
    Passages passages;

    @Nullable
    HashedLine words;

    @Nullable
    Trees right;

    /** The same once more, knowing what is thought of the other strings. */
    @Nullable
    Trees again;

    @Nullable
    Trees same;

    @Nullable
    HashedLine typeWords;

    @Nullable
    Trees type;

    @Nullable
    Trees inType;

    @Nullable
    Trees many;

    @Nullable
    Trees together;

    @Nullable
    Trees titled;

    @Nullable
    Trees date;

    @Nullable
    Trees place;

    @Nullable
    HashedLine fillWords;
    /** By kind of slot; empty until learned. */
    List<Trees> fill = List.of();

    Cuts cuts = Cuts.USUAL;

    /** Whether the text is worth the encoder's time. */
    boolean mayMatter(String text) {
        return firstPass == null || firstPass.mayMatter(text);
    }

    /** By piece, whether it stands in a passage that is worth the encoder's time. */
    static boolean[] read(@Nullable Passages passages, Words words, Pieces pieces) {
        boolean[] read = new boolean[pieces.size()];
        if (passages == null) {
            Arrays.fill(read, true);
            return read;
        }
        boolean[] worth = passages.read(words);
        int word = -1;
        for (int p = 0; p < read.length; p++) {
            word += pieces.opensWord(p) ? 1 : 0;
            read[p] = word >= 0 && worth[word];
        }
        return read;
    }

    /** What the encoder says of the passages of a text that are worth its time; null if none is. */
    @Nullable
    Muc4Text encode(String docid, String text, Encoder encoder) {
        if (!mayMatter(text)) {
            return null;
        }
        Pieces pieces = encoder.pieces(text);
        Words found = Words.of(text, pieces);
        boolean[] read = read(passages, found, pieces);
        for (boolean one : read) {
            if (one) {
                return new Muc4Text(docid, text, found, encoder.encode(pieces, read));
            }
        }
        return null;
    }

    /** Writes all that was learned. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        for (double cut : cuts.all()) {
            out.writeFloat((float) cut);
        }
        Objects.requireNonNull(firstPass).write(out);
        Objects.requireNonNull(passages).write(out);
        for (HashedLine line : Arrays.asList(words, typeWords, fillWords)) {
            Objects.requireNonNull(line).write(out);
        }
        for (Trees one : Arrays.asList(right, again, same, type, inType, many, together, titled, date, place)) {
            Objects.requireNonNull(one).write(out);
        }
        for (Trees one : fill) {
            one.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static SecondStage read(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("the second stage has format " + format + ", expected " + FORMAT);
        }
        double[] cuts = new double[Cuts.USUAL.all().length];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = in.readFloat();
        }
        SecondStage stage = new SecondStage();
        stage.cuts = Cuts.of(cuts);
        stage.firstPass = FirstPass.read(in);
        stage.passages = Passages.read(in);
        stage.words = HashedLine.read(in);
        stage.typeWords = HashedLine.read(in);
        stage.fillWords = HashedLine.read(in);
        stage.right = Trees.read(in);
        stage.again = Trees.read(in);
        stage.same = Trees.read(in);
        stage.type = Trees.read(in);
        stage.inType = Trees.read(in);
        stage.many = Trees.read(in);
        stage.together = Trees.read(in);
        stage.titled = Trees.read(in);
        stage.date = Trees.read(in);
        stage.place = Trees.read(in);
        List<Trees> fill = new ArrayList<>();
        for (int k = 0; k < Slots.Kind.values().length; k++) {
            fill.add(Trees.read(in));
        }
        stage.fill = fill;
        return stage;
    }

    /** What was learned on the training texts, as it comes with the program. */
    static SecondStage shipped() throws IOException {
        try (InputStream in = SecondStage.class.getResourceAsStream("second-stage.gz")) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "Cannot fill templates: second-stage.gz, which is learned from the training texts, is not"
                                + " in the program.\n  Make it with scripts/train-muc4.");
            }
            return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in))));
        }
    }

    /** A candidate for looking at closer. */
    static boolean worthwhile(Candidate candidate) {
        return candidate.best().share() >= 0.015;
    }

    Row describe(Muc4Text text, Candidate candidate, double[] typeOdds) {
        return Describe.candidate(
                text, candidate, words == null ? 0 : words.logOdds(Describe.lexical(text, candidate)), typeOdds);
    }

    /** A candidate for looking at once more. */
    static boolean likely(Candidate candidate) {
        return candidate.score >= 0.02;
    }

    void score(Muc4Text text) {
        List<float[]> alone = scoreAlone(text);
        double[] scores = new double[alone.size()];
        for (int i = 0; i < scores.length; i++) {
            Candidate candidate = text.candidates.get(i);
            scores[i] = candidate.score;
            if (likely(candidate) && again != null) {
                scores[i] = again.chance(Describe.again(text, candidate, alone.get(i), text.documentTypes)
                        .values());
                scores[i] += cuts.encoder() * (candidate.best().share() - scores[i]);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            text.candidates.get(i).score = scores[i];
        }
    }

    /** Scores each candidate by itself; what it was described by, empty where that is nothing worth looking at. */
    List<float[]> scoreAlone(Muc4Text text) {
        double[] typeOdds = typeOdds(text);
        List<float[]> rows = new ArrayList<>();
        for (Candidate candidate : text.candidates) {
            float[] row = {};
            candidate.score = 0;
            if (worthwhile(candidate) && right != null) {
                row = describe(text, candidate, typeOdds).values();
                candidate.score = right.chance(row);
            }
            rows.add(row);
        }
        return rows;
    }

    /** What the words of the text alone say of each type. */
    double[] typeOdds(Muc4Text text) {
        double[] odds = new double[Muc4Text.TYPES.size()];
        for (int t = 0; t < odds.length; t++) {
            odds[t] = typeWords == null ? 0 : typeWords.logOdds(Describe.lexical(text, t));
        }
        return odds;
    }

    /** Strings put together that mean one thing, the surest first. */
    List<Entity> entities(Muc4Text text) {
        List<Candidate> order = new ArrayList<>(text.candidates.stream()
                .filter(candidate -> candidate.score >= 0.03)
                .toList());
        order.sort(Comparator.comparingDouble((Candidate c) -> c.score)
                .reversed()
                .thenComparing(c -> c.role)
                .thenComparing(c -> c.form));
        List<Entity> entities = new ArrayList<>();
        for (Candidate candidate : order) {
            Entity closest = null;
            double most = cuts.same();
            for (Entity entity : entities) {
                if (entity.role() != candidate.role) {
                    continue;
                }
                double chance = overlaps(entity.first(), candidate) ? 0.99 : same(text, entity.first(), candidate);
                if (chance > most) {
                    most = chance;
                    closest = entity;
                }
            }
            if (closest == null) {
                entities.add(new Entity(candidate));
            } else {
                closest.members.add(candidate);
            }
        }
        return entities;
    }

    private static boolean overlaps(Candidate a, Candidate b) {
        return a.best().overlaps(b.best());
    }

    double same(Muc4Text text, Candidate a, Candidate b) {
        if (same == null) {
            return 0;
        }
        return same.chance(Describe.pair(text, a, b).values());
    }

    /** By type, how likely the text has an incident of it. */
    double[] typeChances(Muc4Text text, List<Entity> entities) {
        double[] chances = new double[Muc4Text.TYPES.size()];
        if (type != null) {
            for (int t = 0; t < chances.length; t++) {
                chances[t] = type.chance(describeType(text, entities, t).values());
            }
        }
        return chances;
    }

    Row describeType(Muc4Text text, List<Entity> entities, int t) {
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
        row.add("words", typeWords == null ? 0 : typeWords.logOdds(Describe.lexical(text, t)));
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

    Row describeInType(Muc4Text text, Entity entity, double[] chances, int t) {
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
                double chance = inType == null
                        ? entity.types()[template.type]
                        : inType.chance(describeInType(text, entity, chances, template.type)
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
        return many == null ? 0 : many.chance(describeMany(text, t, entities).values());
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

    /** One template for each incident of the type: things that were hit or used part, those who did it may be in several. */
    private List<Template> apart(Muc4Text text, Template template) {
        List<Entity> parting = template.entities.stream()
                .filter(entity -> !entity.role().isPerpetrator())
                .toList();
        if (together == null || parting.size() < 2) {
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
                        k -> together == null
                                ? 1.0
                                : together.chance(describeTogether(text, type, several, a, b)
                                        .values()));
            }
        }
        return sum / (some.size() * others.size());
    }

    /** The incidents of a text with all their slots. */
    List<Filled> read(Muc4Text text, Slots slots, Places places) {
        score(text);
        List<Entity> entities = entities(text);
        return fill(text, templates(text, entities, typeChances(text, entities)), slots, places);
    }

    /** The slots of the full form. */
    List<Filled> fill(Muc4Text text, List<Template> templates, Slots slots, Places places) {
        return templates.isEmpty()
                ? List.of()
                : judge(text, templates, slots, places).stream()
                        .map(this::filled)
                        .toList();
    }

    /** An incident with all that may fill its slots, and how likely each is right. */
    record Judged(
            Template template,
            Map<Entity, Entity> titles,
            @Nullable String date,
            String location,
            List<Slots.Fill> fills,
            double[] chances) {}

    List<Judged> judge(Muc4Text text, List<Template> templates, Slots slots, Places places) {
        List<Times.Time> times = Times.find(text.text, text.words);
        List<Places.Named> named = places.find(text);
        String home = places.home(text);
        List<Judged> judged = new ArrayList<>();
        for (Template template : templates) {
            List<Slots.Fill> fills = fill.isEmpty() ? List.of() : slots.fills(text, template, fillWords);
            judged.add(new Judged(
                    template,
                    titles(text, template),
                    date(text, template, times, slots),
                    location(text, template, named, home, slots, places),
                    fills,
                    Slots.chances(fills, fill)));
        }
        return judged;
    }

    Filled filled(Judged judged) {
        return new Filled(
                judged.template(),
                judged.titles(),
                judged.date(),
                judged.location(),
                Slots.chosen(judged.fills(), judged.chances(), cuts.fill()));
    }

    /** Which description is the title of which named person. */
    private Map<Entity, Entity> titles(Muc4Text text, Template template) {
        Map<Entity, Entity> titles = new LinkedHashMap<>();
        if (titled == null) {
            return titles;
        }
        for (Entity people : template.of(Role.PEOPLE)) {
            double most = 0.5;
            for (Entity victim : template.of(Role.VICTIM)) {
                double chance =
                        titled.chance(Slots.describe(text, people, victim).values());
                if (chance > most) {
                    most = chance;
                    titles.put(people, victim);
                }
            }
        }
        return titles;
    }

    private @Nullable String date(Muc4Text text, Template template, List<Times.Time> times, Slots slots) {
        double most = -1;
        @Nullable String best = null;
        for (Times.Time time : times) {
            double chance = date == null
                    ? 0
                    : date.chance(slots.describe(text, template, time, times).values());
            if (chance > most) {
                most = chance;
                best = time.text();
            }
        }
        return best;
    }

    private String location(
            Muc4Text text, Template template, List<Places.Named> named, String home, Slots slots, Places places) {
        String country = home;
        List<Places.Named> chosen = new ArrayList<>();
        double[] most = new double[4];
        Places.Named[] best = new Places.Named[4];
        for (Places.Named one : named) {
            double chance = place == null
                    ? 0
                    : place.chance(
                            slots.describe(text, template, one, named, home).values());
            int level = one.level();
            if (chance >= cuts.place() / 2 && chance > most[level]) {
                most[level] = chance;
                best[level] = one;
            }
        }
        double surest = 0;
        double first = Arrays.stream(most).max().orElse(0);
        for (int level = 1; level < 4; level++) {
            // one place too many spoils the others, but a likely one alone costs nothing beside the country
            if (best[level] != null && (most[level] >= cuts.place() || most[level] == first)) {
                if (best[level].country != null && most[level] > surest) {
                    surest = most[level];
                    country = String.valueOf(best[level].country);
                }
                chosen.add(best[level]);
            }
        }
        Places.Named town = chosen.stream().anyMatch(one -> one.level() == 3 && Places.inTown(one.kind))
                ? places.datelineTown(text.text, country)
                : null;
        if (town != null && chosen.stream().noneMatch(one -> one.level() == 2)) {
            chosen.add(town);
        }
        return Slots.location(country, chosen);
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
