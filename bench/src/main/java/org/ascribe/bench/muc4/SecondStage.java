package org.ascribe.bench.muc4;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.FirstPass;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Passages;
import org.ascribe.extract.model.Pieces;
import org.ascribe.extract.model.Trees;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** What is learned on top of the encoder, and the decisions that it takes. Fields are set one after the other while learning. */
final class SecondStage {

    private static final int FORMAT = 4;

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
    HashedLine dateWords;

    @Nullable
    HashedLine placeWords;

    @Nullable
    Trees date;

    @Nullable
    Trees place;

    /** Whether an incident as it would be told is one of the key. */
    @Nullable
    HashedLine worthWords;

    @Nullable
    Trees worth;

    @Nullable
    HashedLine fillWords;

    /** By kind of slot; empty until learned. */
    List<Trees> fill = List.of();

    /** How surely an organisation is tied, one for each value, since what speaks for one says little of another. */
    List<Trees> confidence = List.of();

    Cuts cuts = Cuts.USUAL;

    /** The cuts as the training texts have them, which every other tuning starts from. */
    Cuts trained = Cuts.USUAL;

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
        for (Cuts each : List.of(cuts, trained)) {
            for (double cut : each.all()) {
                out.writeFloat((float) cut);
            }
        }
        Objects.requireNonNull(firstPass).write(out);
        Objects.requireNonNull(passages).write(out);
        for (HashedLine line : Arrays.asList(words, typeWords, dateWords, placeWords, worthWords, fillWords)) {
            Objects.requireNonNull(line).write(out);
        }
        for (Trees one : Arrays.asList(right, again, same, type, inType, many, together, titled, date, place, worth)) {
            Objects.requireNonNull(one).write(out);
        }
        for (List<Trees> list : List.of(fill, confidence)) {
            out.writeInt(list.size());
            for (Trees one : list) {
                one.write(out);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static SecondStage read(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("the second stage has format " + format + ", expected " + FORMAT);
        }
        SecondStage stage = new SecondStage();
        stage.cuts = readCuts(in);
        stage.trained = readCuts(in);
        stage.firstPass = FirstPass.read(in);
        stage.passages = Passages.read(in);
        stage.words = HashedLine.read(in);
        stage.typeWords = HashedLine.read(in);
        stage.dateWords = HashedLine.read(in);
        stage.placeWords = HashedLine.read(in);
        stage.worthWords = HashedLine.read(in);
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
        stage.worth = Trees.read(in);
        stage.fill = readTrees(in);
        stage.confidence = readTrees(in);
        return stage;
    }

    private static Cuts readCuts(DataInputStream in) throws IOException {
        double[] cuts = new double[Cuts.USUAL.all().length];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = in.readFloat();
        }
        return Cuts.of(cuts);
    }

    private static List<Trees> readTrees(DataInputStream in) throws IOException {
        List<Trees> trees = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            trees.add(Trees.read(in));
        }
        return trees;
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

    /** What the words around a date say of it. */
    double said(Muc4Text text, Times.Time time) {
        return dateWords == null ? 0 : dateWords.logOdds(Slots.lexical(text, time));
    }

    /** What the words of a place and around it say of it. */
    double said(Muc4Text text, Places.Named place) {
        return placeWords == null ? 0 : placeWords.logOdds(Slots.lexical(text, place));
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
            double[] odds = typeOdds(text);
            for (int t = 0; t < chances.length; t++) {
                chances[t] = type.chance(
                        Incidents.describeType(text, entities, t, odds).values());
            }
        }
        return chances;
    }
    /** The incidents of a text with all their slots. */
    List<Filled> read(Muc4Text text, Slots slots, Places places) {
        score(text);
        List<Entity> entities = entities(text);
        double[] chances = typeChances(text, entities);
        Filling filling = new Filling(this, slots, places);
        return filling.judge(text, new Incidents(this).templates(text, entities, chances), chances).stream()
                .filter(filling::isWorth)
                .map(filling::filled)
                .toList();
    }
}
