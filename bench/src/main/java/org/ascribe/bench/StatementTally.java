package org.ascribe.bench;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Furniture;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.jspecify.annotations.Nullable;

/**
 * Holds coded reports against what a person coded in the same texts, and keeps the sums. Not safe to share.
 *
 * <p><b>Pairs.</b> Within an article and a kind, each value of the coder is paired with at most one of the program's and the
 * reverse, by the pairing with the most pairs and, among these, the most agreement ({@link Assignment}). A value of the
 * coder without a pair is missed, one of the program's without a pair is extra. Precision, recall and F1 count pairs; the
 * micro average sums the counts of the five kinds below. "Its sentence" is the sentence of the coder's words, by the Java
 * library's English sentence breaks within a line; words that stand several times outside furniture count at each place.
 *
 * <ul>
 *   <li><b>incident</b>: pairs if a mention overlaps the coder's words; or overlaps their sentence and the type is
 *       acceptable; or the type is acceptable, the country the same and both have the same date. <b>Right in all</b> is
 *       stricter: type acceptable, date equal, country equal, place the same, killed and wounded equal at both ends.
 *   <li><b>responsibility</b>: pairs if the passage overlaps the sentence, the actor is the same ({@link ActorNames}) and
 *       the stance is the same. <b>Any stance</b> drops the last; <b>with its incident</b> keeps it and asks that the incident is the
 *       pair of the coder's incident, or none where the coder has none.
 *   <li><b>relation</b>: overlaps the sentence, same kind, same two actors, in order for sponsoring and tolerating. A
 *       relation that the program reads as denied or doubted is left out on both sides, since the coder has no such thing.
 *   <li><b>presence</b>: overlaps the sentence, same actor, same polarity, same place.
 *   <li><b>capability</b>: overlaps the sentence, same actor, same direction; denied or doubted strength and resurgence
 *       are decline, denied or doubted decline is strength.
 *   <li><b>toll</b>: one value for each incident that somebody numbers; a hit is a paired incident with both ends equal
 *       ({@code killedAlt} is as good). An incident that is missed has its toll missed, an extra one has it extra.
 *   <li><b>furniture</b>: stretches of the coder's that lie wholly in what the reader marked; characters marked that the
 *       coder holds for text; and what was coded from the coder's furniture, which must be none.
 * </ul>
 *
 * <p>A statement that stands wholly in the headline and repeats the content of a coded one neither counts nor is extra.
 * Fields of pairs are given as right of all pairs. A date is <b>equal</b> if both ends and the yearless form are, and
 * <b>compatible</b> if it admits a common day or both are unknown. A place is the <b>same</b> if the words of one name stand in
 * the other; the program's place goes by its gazetteer name and by the report's words. A role is right if equal; in a
 * claim that the coder gives to a party, "official" is right too. A speaker is right if the role is and the name means the
 * same. An unknown toll that both hold for unknown is right among the fields, and does not count under toll.
 */
final class StatementTally {

    /** The kinds that the micro average sums. */
    static final List<String> KINDS = List.of("incident", "responsibility", "relation", "presence", "capability");

    private static final Set<RelationKind> DIRECTED = Set.of(RelationKind.SPONSORING, RelationKind.TOLERATING);

    private final ActorNames names;
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Score> fields = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private int articles;
    private int codedFromFurniture;
    private int textMarkedAsFurniture;

    StatementTally(ActorNames names) {
        this.names = names;
        for (String kind : KINDS) {
            scores.put(kind, Score.NONE);
            switch (kind) {
                case "incident" -> scores.put("incident, right in all", Score.NONE);
                case "responsibility" -> {
                    scores.put("responsibility, with its incident", Score.NONE);
                    scores.put("responsibility, any stance", Score.NONE);
                    for (Stance stance : Stance.values()) {
                        scores.put("responsibility, " + stance.code(), Score.NONE);
                    }
                }
                default -> {}
            }
        }
        scores.put("toll, killed", Score.NONE);
        scores.put("toll, wounded", Score.NONE);
    }

    /** By kind, in the order of the table; the micro average is not among them. */
    Map<String, Score> scores() {
        return scores;
    }

    /** Of each field of the pairs: {@code gold} pairs, {@code hits} of them right. */
    Map<String, Score> fields() {
        return fields;
    }

    Score microAverage() {
        return KINDS.stream().map(scores::get).filter(Objects::nonNull).reduce(Score.NONE, Score::plus);
    }

    int articles() {
        return articles;
    }

    int codedFromFurniture() {
        return codedFromFurniture;
    }

    /** Characters, without white space. */
    int textMarkedAsFurniture() {
        return textMarkedAsFurniture;
    }

    /** One line for each value that is missed, extra or wrong in a field. */
    List<String> errors() {
        return errors;
    }

    /** Adds one article. */
    void add(GoldArticle gold, CodedReport coded) {
        articles++;
        new Article(gold, coded).score();
    }

    private void count(String kind, int gold, int found, int hits) {
        scores.merge(kind, new Score(gold, found, hits), Score::plus);
    }

    private boolean field(String field, boolean right) {
        fields.merge(field, new Score(1, 1, right ? 1 : 0), Score::plus);
        return right;
    }

    /** Where the coder's words stand. */
    private record At(List<Passage> words, List<Passage> sentences) {

        boolean inWords(Passage passage) {
            return words.stream().anyMatch(passage::overlaps);
        }

        boolean inSentence(Passage passage) {
            return sentences.stream().anyMatch(passage::overlaps);
        }
    }

    /** One article with its two codings. */
    private final class Article {

        private final GoldArticle gold;
        private final CodedReport coded;
        private final String text;
        private final List<Passage> sentences;
        private final List<Passage> furniture = new ArrayList<>();
        private final @Nullable Passage headline;

        /** The program's label of each of the coder's incidents that has a pair. */
        private final Map<String, String> labelOf = new HashMap<>();

        Article(GoldArticle gold, CodedReport coded) {
            this.gold = gold;
            this.coded = coded;
            this.text = coded.report().text();
            this.sentences = sentences();
            for (String words : gold.furniture()) {
                furniture.addAll(places(words));
            }
            this.headline = headline();
        }

        void score() {
            scoreFurniture();
            scoreIncidents();
            scoreResponsibilities();
            scoreRelations();
            scorePresences();
            scoreCapabilities();
        }

        // ---- furniture

        private void scoreFurniture() {
            List<Passage> marked =
                    coded.report().furniture().stream().map(Furniture::passage).toList();
            for (Passage stretch : furniture) {
                boolean found = isCovered(stretch, marked);
                if (!field("furniture: stretch marked", found)) {
                    error("furniture not marked", quote(stretch), "");
                }
            }
            for (Passage piece : marked) {
                int wrong = 0;
                for (int at = piece.start(); at < piece.end(); at++) {
                    Passage one = new Passage(at, at + 1);
                    boolean title = headline != null && headline.overlaps(one);
                    if (!title && !one.in(text).isBlank() && furniture.stream().noneMatch(one::overlaps)) {
                        wrong++;
                    }
                }
                textMarkedAsFurniture += wrong;
                if (wrong > 0) {
                    error("text marked as furniture", quote(piece), wrong + " characters");
                }
            }
            for (CodedIncident incident : coded.incidents()) {
                for (Passage mention : incident.mentions()) {
                    if (furniture.stream().anyMatch(mention::overlaps)) {
                        codedFromFurniture++;
                        error(
                                "coded from furniture",
                                quote(mention),
                                incident.type().code());
                    }
                }
            }
            for (Assertion assertion : coded.assertions()) {
                if (furniture.stream().anyMatch(assertion.passage()::overlaps)) {
                    codedFromFurniture++;
                    error("coded from furniture", quote(assertion.passage()), show(assertion));
                }
            }
        }

        private boolean isCovered(Passage stretch, List<Passage> marked) {
            for (int at = stretch.start(); at < stretch.end(); at++) {
                Passage one = new Passage(at, at + 1);
                if (!one.in(text).isBlank() && marked.stream().noneMatch(one::overlaps)) {
                    return false;
                }
            }
            return true;
        }

        // ---- incidents

        private void scoreIncidents() {
            List<GoldArticle.Incident> golds = gold.incidents();
            List<CodedIncident> founds = coded.incidents();
            List<At> ats = golds.stream().map(incident -> at(incident.words())).toList();
            int[] pairs = pair(golds, founds, (one, other) -> {
                At at = ats.get(golds.indexOf(one));
                boolean typeOk = one.types().contains(other.type().code());
                boolean sameDate = isDateEqual(one, other.when());
                double weight;
                if (other.mentions().stream().anyMatch(at::inWords)) {
                    weight = 1000;
                } else if (typeOk && other.mentions().stream().anyMatch(at::inSentence)) {
                    weight = 997;
                } else if (typeOk
                        && sameDate
                        && other.when() != null
                        && one.country() != null
                        && one.country().equals(country(other))) {
                    weight = 994;
                } else {
                    return 0;
                }
                return weight
                        + (typeOk ? 8 : 0)
                        + (isSamePlace(one, other) ? 4 : 0)
                        + (sameDate ? 4 : 0)
                        + (isKilledEqual(one, other) ? 2 : 0)
                        + (Objects.equals(one.country(), country(other)) ? 1 : 0);
            });
            int allRight = 0;
            int hits = 0;
            int killed = 0;
            int wounded = 0;
            for (int i = 0; i < golds.size(); i++) {
                GoldArticle.Incident one = golds.get(i);
                if (pairs[i] < 0) {
                    At at = ats.get(i);
                    String near = founds.stream()
                            .filter(found -> found.mentions().stream().anyMatch(at::inSentence))
                            .map(this::show)
                            .collect(Collectors.joining("; "));
                    error("missed incident", show(one), near);
                    continue;
                }
                CodedIncident other = founds.get(pairs[i]);
                hits++;
                labelOf.put(one.key(), other.label());
                boolean typeOk = one.types().contains(other.type().code());
                boolean dateOk = isDateEqual(one, other.when());
                boolean countryOk = Objects.equals(one.country(), country(other));
                boolean placeOk = isSamePlace(one, other);
                boolean killedOk = isKilledEqual(one, other);
                boolean woundedOk = one.wounded().equals(other.wounded());
                field("incident: type acceptable", typeOk);
                field("incident: date equal", dateOk);
                field("incident: date compatible", isDateCompatible(one, other.when()));
                field("incident: country", countryOk);
                field("incident: place", placeOk);
                field("incident: killed", killedOk);
                field("incident: wounded", woundedOk);
                killed += killedOk && !other.killed().isUnknown() ? 1 : 0;
                wounded += woundedOk && !other.wounded().isUnknown() ? 1 : 0;
                if (typeOk && dateOk && countryOk && placeOk && killedOk && woundedOk) {
                    allRight++;
                } else {
                    List<String> wrong = new ArrayList<>();
                    wrong(
                            wrong,
                            typeOk,
                            "type",
                            String.join("/", one.types()),
                            other.type().code());
                    wrong(wrong, dateOk, "date", showDate(one), showDate(other.when()));
                    wrong(wrong, countryOk, "country", one.country(), country(other));
                    wrong(
                            wrong,
                            placeOk,
                            "place",
                            one.place(),
                            placeNames(other).toString());
                    wrong(wrong, killedOk, "killed", one.killed(), other.killed());
                    wrong(wrong, woundedOk, "wounded", one.wounded(), other.wounded());
                    error("wrong in incident", "\"" + one.words() + "\"", String.join("; ", wrong));
                }
            }
            for (CodedIncident other : unpaired(founds, pairs)) {
                error(
                        "extra incident",
                        show(other),
                        golds.stream()
                                .filter(one -> other.mentions().stream().anyMatch(at(one.words())::inSentence))
                                .map(this::show)
                                .collect(Collectors.joining("; ")));
            }
            count("incident", golds.size(), founds.size(), hits);
            count("incident, right in all", golds.size(), founds.size(), allRight);
            count(
                    "toll, killed",
                    (int) golds.stream()
                            .filter(one -> !one.killed().isUnknown())
                            .count(),
                    (int) founds.stream()
                            .filter(one -> !one.killed().isUnknown())
                            .count(),
                    killed);
            count(
                    "toll, wounded",
                    (int) golds.stream()
                            .filter(one -> !one.wounded().isUnknown())
                            .count(),
                    (int) founds.stream()
                            .filter(one -> !one.wounded().isUnknown())
                            .count(),
                    wounded);
        }

        private static void wrong(
                List<String> out, boolean right, String field, @Nullable Object gold, @Nullable Object found) {
            if (!right) {
                out.add(field + " " + found + " for " + gold);
            }
        }

        private static @Nullable String country(CodedIncident incident) {
            Place where = incident.where();
            return where == null ? null : where.country();
        }

        /** By the gazetteer and by the report's words. */
        private List<String> placeNames(CodedIncident incident) {
            List<String> found = new ArrayList<>();
            Place where = incident.where();
            if (where != null) {
                found.add(where.name());
                for (Assertion assertion : coded.assertions()) {
                    if (incident.label().equals(assertion.incident())
                            && assertion.content() instanceof Content.Occurrence occurrence
                            && occurrence.where() != null
                            && occurrence.where().value().equals(where)) {
                        found.add(occurrence.where().passage().in(text));
                    }
                }
            }
            return found;
        }

        private boolean isSamePlace(GoldArticle.Incident one, CodedIncident other) {
            List<String> found = placeNames(other);
            String place = one.place();
            return place == null
                    ? found.isEmpty()
                    : found.stream().anyMatch(name -> ActorNames.isSamePlace(place, name));
        }

        private static boolean isKilledEqual(GoldArticle.Incident one, CodedIncident other) {
            return one.killed().equals(other.killed())
                    || one.killedAlt() != null && one.killedAlt().equals(other.killed());
        }

        private static boolean isDateEqual(GoldArticle.Incident one, @Nullable EventDate when) {
            LocalDate from = when == null ? null : when.from();
            LocalDate to = when == null ? null : when.to();
            String yearless = when == null ? null : when.yearless();
            return Objects.equals(one.from(), from)
                    && Objects.equals(one.to(), to)
                    && Objects.equals(one.yearless(), yearless);
        }

        private static boolean isDateCompatible(GoldArticle.Incident one, @Nullable EventDate when) {
            if (one.from() == null && one.to() == null && one.yearless() == null) {
                return when == null;
            }
            if (when == null) {
                return false;
            }
            String yearless = one.yearless();
            if (yearless != null || when.yearless() != null) {
                return yearless != null
                        && when.yearless() != null
                        && (yearless.startsWith(when.yearless())
                                || when.yearless().startsWith(yearless));
            }
            return (one.from() == null || when.to() == null || !one.from().isAfter(when.to()))
                    && (one.to() == null || when.from() == null || !when.from().isAfter(one.to()));
        }

        // ---- responsibility

        private void scoreResponsibilities() {
            List<GoldArticle.Responsibility> golds = gold.responsibilities();
            List<Assertion> founds = of(Content.Responsibility.class);
            int[] pairs = pair(golds, founds, (one, other) -> agreement(one, other, true));
            Set<Assertion> repeats = repeats(
                    unpaired(founds, pairs),
                    other -> golds.stream().anyMatch(one -> isSameActor(one, other) && isSameStance(one, other)));
            int hits = 0;
            int linked = 0;
            for (int i = 0; i < golds.size(); i++) {
                GoldArticle.Responsibility one = golds.get(i);
                if (pairs[i] < 0) {
                    error("missed responsibility", show(one), near(one.words(), founds));
                    continue;
                }
                Assertion other = founds.get(pairs[i]);
                Content.Responsibility content = (Content.Responsibility) other.content();
                hits++;
                boolean linkOk = field("responsibility: incident", isLinked(one, other));
                boolean roleOk = field("responsibility: speaker role", isRoleRight(one, other.speaker()));
                boolean speakerOk =
                        field("responsibility: speaker", roleOk && isSameSpeaker(one.speaker(), other.speaker()));
                boolean hedgedOk = field("responsibility: hedged", one.hedged() == other.hedged());
                boolean evidenceOk = field(
                        "responsibility: evidence",
                        one.evidence().equals(content.evidence().code()));
                linked += linkOk ? 1 : 0;
                if (!(linkOk && speakerOk && hedgedOk && evidenceOk)) {
                    List<String> wrong = new ArrayList<>();
                    wrong(
                            wrong,
                            linkOk,
                            "incident",
                            one.incident() + "=" + (one.incident() == null ? null : labelOf.get(one.incident())),
                            other.incident());
                    wrong(wrong, speakerOk, "speaker", one.speaker() + "/" + one.speakerRole(), show(other.speaker()));
                    wrong(wrong, hedgedOk, "hedged", one.hedged(), other.hedged());
                    wrong(
                            wrong,
                            evidenceOk,
                            "evidence",
                            one.evidence(),
                            content.evidence().code());
                    error("wrong in responsibility", show(one), String.join("; ", wrong));
                }
            }
            for (Assertion other : unpaired(founds, pairs)) {
                if (!repeats.contains(other)) {
                    error("extra responsibility", show(other) + " " + quote(other.passage()), near(other, golds));
                }
            }
            int found = founds.size() - repeats.size();
            count("responsibility", golds.size(), found, hits);
            count("responsibility, with its incident", golds.size(), found, linked);
            int anyStance = hits(pair(golds, founds, (one, other) -> agreement(one, other, false)));
            count("responsibility, any stance", golds.size(), found, anyStance);
            for (Stance stance : Stance.values()) {
                int right = 0;
                for (int i = 0; i < golds.size(); i++) {
                    right += pairs[i] >= 0 && golds.get(i).stance().equals(stance.code()) ? 1 : 0;
                }
                count(
                        "responsibility, " + stance.code(),
                        (int) golds.stream()
                                .filter(one -> one.stance().equals(stance.code()))
                                .count(),
                        (int) founds.stream()
                                .filter(other -> !repeats.contains(other)
                                        && ((Content.Responsibility) other.content()).stance() == stance)
                                .count(),
                        right);
            }
        }

        private double agreement(GoldArticle.Responsibility one, Assertion other, boolean withStance) {
            At at = at(one.words());
            if (!at.inSentence(other.passage())
                    || !isSameActor(one, other)
                    || withStance && !isSameStance(one, other)) {
                return 0;
            }
            boolean role = isRoleRight(one, other.speaker());
            return 1000
                    + (isSameStance(one, other) ? 16 : 0)
                    + (isLinked(one, other) ? 8 : 0)
                    + (role && isSameSpeaker(one.speaker(), other.speaker()) ? 4 : 0)
                    + (role ? 2 : 0)
                    + (at.inWords(other.passage()) ? 1 : 0);
        }

        private boolean isSameActor(GoldArticle.Responsibility one, Assertion other) {
            Content.Responsibility content = (Content.Responsibility) other.content();
            if (one.actor() == null || content.stance() == Stance.UNCLAIMED) {
                return one.actor() == null && content.stance() == Stance.UNCLAIMED;
            }
            return content.actor() != null && isSame(one.actor(), content.actor());
        }

        private static boolean isSameStance(GoldArticle.Responsibility one, Assertion other) {
            return ((Content.Responsibility) other.content()).stance().code().equals(one.stance());
        }

        private boolean isLinked(GoldArticle.Responsibility one, Assertion other) {
            return one.incident() == null
                    ? other.incident() == null
                    : other.incident() != null && other.incident().equals(labelOf.get(one.incident()));
        }

        private static boolean isRoleRight(GoldArticle.Responsibility one, Speaker speaker) {
            return speaker.role().code().equals(one.speakerRole())
                    || speaker.role() == Speaker.Role.OFFICIAL
                            && one.stance().equals(Stance.CLAIMED.code())
                            && one.speakerRole().equals(Speaker.Role.PARTY.code());
        }

        // ---- relation, presence, capability

        private void scoreRelations() {
            List<GoldArticle.Relation> golds = gold.relations();
            List<Assertion> founds = of(Content.Relation.class).stream()
                    .filter(other -> other.polarity() == Polarity.AFFIRMED)
                    .toList();
            int[] pairs = pair(
                    golds,
                    founds,
                    (one, other) -> at(one.words()).inSentence(other.passage()) && isSameRelation(one, other)
                            ? weight(one.speaker(), other, one.words())
                            : 0);
            finish(
                    "relation",
                    golds,
                    founds,
                    pairs,
                    GoldArticle.Relation::words,
                    this::show,
                    other -> golds.stream().anyMatch(one -> isSameRelation(one, other)));
            for (int i = 0; i < golds.size(); i++) {
                if (pairs[i] >= 0) {
                    field(
                            "relation: speaker",
                            isSameSpeaker(
                                    golds.get(i).speaker(), founds.get(pairs[i]).speaker()));
                    field(
                            "relation: hedged",
                            golds.get(i).hedged() == founds.get(pairs[i]).hedged());
                }
            }
        }

        private boolean isSameRelation(GoldArticle.Relation one, Assertion other) {
            Content.Relation content = (Content.Relation) other.content();
            return content.relation().code().equals(one.relation())
                    && (isSame(one.subject(), content.subject()) && isSame(one.object(), content.object())
                            || !DIRECTED.contains(content.relation())
                                    && isSame(one.subject(), content.object())
                                    && isSame(one.object(), content.subject()));
        }

        private void scorePresences() {
            List<GoldArticle.Presence> golds = gold.presences();
            List<Assertion> founds = of(Content.Presence.class);
            int[] pairs = pair(
                    golds,
                    founds,
                    (one, other) -> at(one.words()).inSentence(other.passage()) && isSamePresence(one, other)
                            ? weight(one.speaker(), other, one.words())
                            : 0);
            finish(
                    "presence",
                    golds,
                    founds,
                    pairs,
                    GoldArticle.Presence::words,
                    this::show,
                    other -> golds.stream().anyMatch(one -> isSamePresence(one, other)));
            for (int i = 0; i < golds.size(); i++) {
                if (pairs[i] >= 0) {
                    field(
                            "presence: speaker",
                            isSameSpeaker(
                                    golds.get(i).speaker(), founds.get(pairs[i]).speaker()));
                }
            }
        }

        private boolean isSamePresence(GoldArticle.Presence one, Assertion other) {
            Content.Presence content = (Content.Presence) other.content();
            Said<Place> said = content.place();
            String place = one.place();
            boolean placeOk = place == null
                    ? said == null
                    : said != null
                            && (ActorNames.isSamePlace(place, said.value().name())
                                    || ActorNames.isSamePlace(
                                            place, said.passage().in(text)));
            return placeOk && other.polarity().code().equals(one.polarity()) && isSame(one.actor(), content.actor());
        }

        private void scoreCapabilities() {
            List<GoldArticle.Capability> golds = gold.capabilities();
            List<Assertion> founds = of(Content.Capability.class);
            int[] pairs = pair(
                    golds,
                    founds,
                    (one, other) -> at(one.words()).inSentence(other.passage()) && isSameCapability(one, other)
                            ? weight(one.speaker(), other, one.words())
                            : 0);
            finish(
                    "capability",
                    golds,
                    founds,
                    pairs,
                    GoldArticle.Capability::words,
                    this::show,
                    other -> golds.stream().anyMatch(one -> isSameCapability(one, other)));
            for (int i = 0; i < golds.size(); i++) {
                if (pairs[i] >= 0) {
                    field(
                            "capability: speaker",
                            isSameSpeaker(
                                    golds.get(i).speaker(), founds.get(pairs[i]).speaker()));
                }
            }
        }

        private boolean isSameCapability(GoldArticle.Capability one, Assertion other) {
            Content.Capability content = (Content.Capability) other.content();
            return direction(content.capability(), other.polarity()).code().equals(one.direction())
                    && isSame(one.actor(), content.actor());
        }

        private static CapabilityKind direction(CapabilityKind kind, Polarity polarity) {
            if (polarity == Polarity.AFFIRMED) {
                return kind;
            }
            return switch (kind) {
                case STRENGTH, RESURGENCE -> CapabilityKind.DECLINE;
                case DECLINE -> CapabilityKind.STRENGTH;
                case THREAT -> CapabilityKind.THREAT;
            };
        }

        private <G> void finish(
                String kind,
                List<G> golds,
                List<Assertion> founds,
                int[] pairs,
                Function<G, String> words,
                Function<G, String> show,
                Function<Assertion, Boolean> isCoded) {
            Set<Assertion> repeats = repeats(unpaired(founds, pairs), isCoded);
            for (int i = 0; i < golds.size(); i++) {
                if (pairs[i] < 0) {
                    error("missed " + kind, show.apply(golds.get(i)), near(words.apply(golds.get(i)), founds));
                }
            }
            for (Assertion other : unpaired(founds, pairs)) {
                if (!repeats.contains(other)) {
                    String near = golds.stream()
                            .filter(one -> at(words.apply(one)).inSentence(other.passage()))
                            .map(show)
                            .collect(Collectors.joining("; "));
                    error("extra " + kind, show(other) + " " + quote(other.passage()), near);
                }
            }
            count(kind, golds.size(), founds.size() - repeats.size(), hits(pairs));
        }

        // ---- what they share

        private List<Assertion> of(Class<? extends Content> kind) {
            return coded.assertions().stream()
                    .filter(assertion -> kind.isInstance(assertion.content()))
                    .toList();
        }

        private double weight(String speaker, Assertion other, String words) {
            return 1000
                    + (isSameSpeaker(speaker, other.speaker()) ? 2 : 0)
                    + (at(words).inWords(other.passage()) ? 1 : 0);
        }

        private boolean isSame(String goldName, ActorRef actor) {
            return names.isSame(goldName, actor.id(), actor.name(), actor.as());
        }

        private boolean isSameSpeaker(String goldName, Speaker speaker) {
            boolean author = speaker.role() == Speaker.Role.AUTHOR;
            if (goldName.equals("author") || author) {
                return goldName.equals("author") && author;
            }
            return names.isSameSpeaker(goldName, speaker.actor(), speaker.name(), speaker.as());
        }

        /** What repeats, within the headline, the content of a coded statement. */
        private Set<Assertion> repeats(List<Assertion> left, Function<Assertion, Boolean> isCoded) {
            Set<Assertion> repeats = new HashSet<>();
            for (Assertion other : left) {
                if (headline != null && headline.contains(other.passage()) && isCoded.apply(other)) {
                    repeats.add(other);
                }
            }
            return repeats;
        }

        private @Nullable Passage headline() {
            int from = 0;
            for (String line : text.split("\n", -1)) {
                int length = line.codePointCount(0, line.length());
                if (!line.isBlank()) {
                    Passage whole = new Passage(from, from + length);
                    if (furniture.stream().noneMatch(whole::overlaps)) {
                        boolean sentence = line.strip().matches(".*[.!?:][”\"’']?");
                        return sentence || length > 200 ? null : whole;
                    }
                }
                from += length + 1;
            }
            return null;
        }

        private At at(String words) {
            List<Passage> places = places(words).stream()
                    .filter(place -> furniture.stream().noneMatch(place::overlaps))
                    .toList();
            if (places.isEmpty()) {
                throw new IllegalStateException(gold.docid() + ": the coded words \"" + words
                        + "\" stand nowhere outside furniture. Correct the gold with check.py.");
            }
            List<Passage> around = sentences.stream()
                    .filter(sentence -> places.stream().anyMatch(sentence::overlaps))
                    .toList();
            return new At(places, around);
        }

        private List<Passage> places(String words) {
            List<Passage> places = new ArrayList<>();
            int length = words.codePointCount(0, words.length());
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                int start = text.codePointCount(0, at);
                places.add(new Passage(start, start + length));
            }
            return places;
        }

        private List<Passage> sentences() {
            List<Passage> found = new ArrayList<>();
            int from = 0;
            for (String line : text.split("\n", -1)) {
                BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
                breaks.setText(line);
                int start = breaks.first();
                for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                    found.add(new Passage(from + line.codePointCount(0, start), from + line.codePointCount(0, end)));
                }
                from += line.codePointCount(0, line.length()) + 1;
            }
            return found;
        }

        // ---- error lines

        private void error(String what, String value, String against) {
            errors.add(gold.docid() + " | " + what + " | " + value + " | " + (against.isEmpty() ? "-" : against));
        }

        private String near(String words, List<Assertion> founds) {
            At at = at(words);
            return founds.stream()
                    .filter(other -> at.inSentence(other.passage()))
                    .map(this::show)
                    .collect(Collectors.joining("; "));
        }

        private String near(Assertion other, List<GoldArticle.Responsibility> golds) {
            return golds.stream()
                    .filter(one -> at(one.words()).inSentence(other.passage()))
                    .map(one -> one.stance() + " " + one.actor() + " by " + one.speaker())
                    .collect(Collectors.joining("; "));
        }

        private String quote(Passage passage) {
            return "\"" + passage.in(text).replaceAll("\\s+", " ") + "\"";
        }

        private String show(GoldArticle.Incident one) {
            return String.join("/", one.types()) + " " + showDate(one) + " " + one.country() + " " + one.place()
                    + " killed " + one.killed() + " \"" + one.words() + "\"";
        }

        private String show(CodedIncident other) {
            return other.label() + " " + other.type().code() + " " + showDate(other.when()) + " " + country(other) + " "
                    + placeNames(other) + " killed " + other.killed() + " "
                    + other.mentions().stream().limit(2).map(this::quote).collect(Collectors.joining(" "));
        }

        private static String showDate(GoldArticle.Incident one) {
            return one.yearless() != null ? one.yearless() : one.from() + ".." + one.to();
        }

        private static String showDate(@Nullable EventDate when) {
            if (when == null) {
                return "null..null";
            }
            return when.yearless() != null ? when.yearless() : when.from() + ".." + when.to();
        }

        private String show(GoldArticle.Responsibility one) {
            return one.incident() + " " + one.stance() + " " + one.actor() + " by " + one.speaker() + "/"
                    + one.speakerRole() + " \"" + one.words() + "\"";
        }

        private String show(GoldArticle.Relation one) {
            return one.subject() + " " + one.relation() + " " + one.object() + " by " + one.speaker() + " \""
                    + one.words() + "\"";
        }

        private String show(GoldArticle.Presence one) {
            return one.actor() + " in " + one.place() + " " + one.polarity() + " by " + one.speaker() + " \""
                    + one.words() + "\"";
        }

        private String show(GoldArticle.Capability one) {
            return one.actor() + " " + one.direction() + " by " + one.speaker() + " \"" + one.words() + "\"";
        }

        private String show(Assertion other) {
            String content = switch (other.content()) {
                case Content.Occurrence o -> "occurrence " + o.type().value().code();
                case Content.Responsibility r ->
                    other.incident() + " " + r.stance().code() + " " + id(r.actor());
                case Content.Toll t -> t.harm().code() + " " + t.count();
                case Content.Relation r -> id(r.subject()) + " " + r.relation().code() + " " + id(r.object());
                case Content.Presence p ->
                    id(p.actor()) + " in "
                            + (p.place() == null ? null : p.place().value().name());
                case Content.Capability c ->
                    id(c.actor()) + " " + c.capability().code();
                case Content.Evidence e -> "evidence " + e.evidence().code();
            };
            String polarity = other.polarity() == Polarity.AFFIRMED
                    ? ""
                    : " " + other.polarity().code();
            return content + polarity + " by " + show(other.speaker());
        }

        private static String show(Speaker speaker) {
            return speaker.name() + "/" + speaker.role().code();
        }

        private static @Nullable String id(@Nullable ActorRef actor) {
            return actor == null ? null : actor.id();
        }
    }

    private static <G, F> int[] pair(List<G> golds, List<F> founds, ToDoubleBiFunction<G, F> agreement) {
        double[][] weights = new double[golds.size()][founds.size()];
        for (int i = 0; i < golds.size(); i++) {
            for (int j = 0; j < founds.size(); j++) {
                weights[i][j] = agreement.applyAsDouble(golds.get(i), founds.get(j));
            }
        }
        return Assignment.best(weights);
    }

    private static int hits(int[] pairs) {
        return (int) Arrays.stream(pairs).filter(column -> column >= 0).count();
    }

    private static <F> List<F> unpaired(List<F> founds, int[] pairs) {
        Set<Integer> paired = Arrays.stream(pairs).boxed().collect(Collectors.toSet());
        List<F> left = new ArrayList<>();
        for (int j = 0; j < founds.size(); j++) {
            if (!paired.contains(j)) {
                left.add(founds.get(j));
            }
        }
        return left;
    }
}
