package org.ascribe.extract.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Coded;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorFinder;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.count.NumberFinder;
import org.ascribe.extract.count.NumberMention;
import org.ascribe.extract.count.TollFinder;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.language.LanguageSteps;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceFinder;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.time.TimeFinder;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From a model's reply to a coded report. The model is believed in one thing, what words mean what; where they stand is
 * looked up in the report, and actors, places, dates and numbers are what our own finders read in them. Whatever does not
 * stand up to that is dropped with a reason. Safe to share between threads.
 */
final class AnswerReader {

    /** How sure we are that the words say what a model says they say; not measured, below what the rules give. */
    private static final double CONFIDENCE = 0.5;

    /** More items than any report has, a reply of which is a loop. */
    private static final int MOST_ITEMS = 400;

    /** Longer words are no quotation but a copy of the report. */
    private static final int LONGEST_QUOTE = 1000;

    private final LanguageSteps language;
    private final ActorDictionary dictionary;
    private final ActorFinder actors;
    private final PlaceFinder places;
    private final Speakers speakers;

    private AnswerReader(LanguageSteps language, ActorDictionary dictionary, Gazetteer gazetteer) {
        this.language = language;
        this.dictionary = dictionary;
        this.actors = new ActorFinder(dictionary);
        this.places = new PlaceFinder(gazetteer);
        this.speakers = new Speakers(dictionary);
    }

    static AnswerReader load() {
        return new AnswerReader(LanguageSteps.english(), ActorDictionary.load(), Gazetteer.load());
    }

    /** What a reply had that is not kept, and why. */
    record Dropped(String reason, String words) {}

    record Read(CodedReport coded, List<Dropped> dropped) {}

    /** @param version of the prompt and the model, which all assertions name */
    Read read(Report report, JsonNode answer, String version) {
        return new One(report, version).read(answer);
    }

    /** One item of a reply that cannot be kept. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        Unusable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** One report and its reply. */
    private final class One {

        private final Report report;
        private final String version;
        private final Quotes quotes;
        private final ParsedReport parsed;
        private final Mentions mentions;
        private final List<NumberMention> numbers;
        private final List<Dropped> dropped = new ArrayList<>();
        private final Map<String, Happened> incidents = new LinkedHashMap<>();
        private final Map<AssertionId, Assertion> assertions = new LinkedHashMap<>();

        /** An incident of the reply, as far as the report bears it out. */
        private record Happened(
                IncidentType type,
                Passage quote,
                @Nullable Said<EventDate> when,
                @Nullable Said<Place> where,
                List<Said<Target>> targets,
                List<Said<Weapon>> weapons) {}

        One(Report report, String version) {
            this.report = report;
            this.version = version;
            this.quotes = new Quotes(report);
            this.parsed = language.parse(report);
            this.numbers = NumberFinder.find(parsed);
            this.mentions = new Mentions(
                    parsed,
                    parsed.sentences().stream().map(Clauses::of).toList(),
                    actors.find(parsed),
                    places.find(parsed),
                    TimeFinder.find(parsed),
                    TollFinder.find(parsed));
        }

        Read read(JsonNode answer) {
            Map<String, Happened> byGivenId = new HashMap<>();
            for (JsonNode item : items(answer.path("incidents"))) {
                try {
                    byGivenId.putIfAbsent(text(item, "id", "no-id"), happened(item));
                } catch (Unusable | IllegalArgumentException wrong) {
                    drop(wrong, item);
                }
            }
            Map<String, String> labels = new HashMap<>();
            byGivenId.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Happened> entry) ->
                                    entry.getValue().quote())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(entry -> {
                        String label = "i" + (incidents.size() + 1);
                        labels.put(entry.getKey(), label);
                        incidents.put(label, entry.getValue());
                        occurrence(label, entry.getValue());
                    });
            for (JsonNode item : items(answer.path("statements"))) {
                try {
                    statement(item, labels);
                } catch (Unusable | IllegalArgumentException wrong) {
                    drop(wrong, item);
                }
            }
            List<CodedIncident> coded = new ArrayList<>();
            incidents.forEach((label, happened) -> coded.add(coded(label, happened)));
            List<Assertion> sorted = assertions.values().stream()
                    .sorted(Comparator.comparing(Assertion::passage)
                            .thenComparing(assertion -> assertion.content().kind())
                            .thenComparing(Assertion::id))
                    .toList();
            return new Read(new CodedReport(report, coded, sorted), List.copyOf(dropped));
        }

        private List<JsonNode> items(JsonNode list) {
            List<JsonNode> items = new ArrayList<>();
            for (JsonNode item : list) {
                if (items.size() == MOST_ITEMS) {
                    dropped.add(new Dropped("too-many", "all after the first " + MOST_ITEMS));
                    break;
                }
                items.add(item);
            }
            return items;
        }

        private void drop(Exception wrong, JsonNode item) {
            // what core refuses is told apart from what the report lacks
            drop(wrong instanceof Unusable unusable ? unusable.reason : "contradicts-itself", item.toString());
        }

        private void drop(String reason, String words) {
            String clean = words.replaceAll("[\\p{Cntrl}\\s]+", " ");
            dropped.add(new Dropped(
                    reason,
                    clean.codePointCount(0, clean.length()) <= 200
                            ? clean
                            : clean.substring(0, clean.offsetByCodePoints(0, 200)) + "..."));
        }

        // --- incidents

        private Happened happened(JsonNode item) throws Unusable {
            Passage quote = quote(item, null);
            IncidentType type = coded(IncidentType.class, item, "type", "type-unknown");
            return new Happened(
                    type,
                    quote,
                    part(item, "when", quote, "date-unreadable", at -> date(at)),
                    part(item, "where", quote, "place-unknown", at -> place(at)),
                    parts(item, "targets", quote, TargetClass.class, TargetClass.OTHER, Target::new),
                    parts(item, "weapons", quote, WeaponClass.class, WeaponClass.OTHER, Weapon::new));
        }

        private void occurrence(String label, Happened happened) {
            add(
                    label,
                    new Content.Occurrence(
                            new Said<>(happened.type(), happened.quote()),
                            happened.when(),
                            happened.where(),
                            happened.targets(),
                            happened.weapons()),
                    Speakers.author(),
                    Polarity.AFFIRMED,
                    false,
                    happened.quote());
        }

        private CodedIncident coded(String label, Happened happened) {
            Place where = happened.where() == null ? null : happened.where().value();
            String what = happened.type() == IncidentType.OTHER
                    ? "attack"
                    : happened.type().code().replace('-', ' ');
            String summary = what.substring(0, 1).toUpperCase(Locale.ROOT)
                    + what.substring(1)
                    + (happened.targets().isEmpty()
                            ? ""
                            : ": " + happened.targets().getFirst().value().name())
                    + (where == null ? "" : ", " + where.name());
            return new CodedIncident(
                    label,
                    happened.type(),
                    summary,
                    happened.when() == null ? null : happened.when().value(),
                    where,
                    happened.targets().stream().map(Said::value).toList(),
                    happened.weapons().stream().map(Said::value).toList(),
                    toll(label, Harm.KILLED),
                    toll(label, Harm.WOUNDED),
                    List.of(happened.quote()));
        }

        private Count toll(String label, Harm harm) {
            Count all = Count.UNKNOWN;
            for (Assertion assertion : assertions.values()) {
                if (label.equals(assertion.incident())
                        && assertion.polarity() == Polarity.AFFIRMED
                        && assertion.content() instanceof Content.Toll toll
                        && toll.harm() == harm) {
                    all = all.span(toll.count());
                }
            }
            return all;
        }

        private @Nullable EventDate date(Passage at) {
            return mentions.times().stream()
                    .filter(mention -> mention.passage().overlaps(at))
                    .sorted(Comparator.comparing(TimeMention::precision))
                    .map(mention -> mention.resolve(null))
                    .filter(date -> date != null)
                    .findFirst()
                    .orElse(null);
        }

        /** The most precise of the places that our gazetteer finds in the words. */
        private @Nullable Place place(Passage at) {
            return mentions.places().stream()
                    .filter(mention -> mention.passage().overlaps(at))
                    .map(PlaceMention::place)
                    .min(Comparator.comparing(Place::precision))
                    .orElse(null);
        }

        /** An optional part: where it cannot be kept, the rest can. */
        private <T> @Nullable Said<T> part(
                JsonNode item, String field, Passage near, String unread, Function<Passage, @Nullable T> reading) {
            String words = item.path(field).asString("");
            if (words.isBlank()) {
                return null;
            }
            List<Passage> found = quotes.find(words, near);
            for (Passage at : found) {
                T value = reading.apply(at);
                if (value != null) {
                    return new Said<>(value, at);
                }
            }
            drop(found.isEmpty() ? field + "-not-in-text" : unread, words);
            return null;
        }

        private <C extends Enum<C> & Coded, T> List<Said<T>> parts(
                JsonNode item, String field, Passage near, Class<C> classes, C other, Make<C, T> make) {
            List<Said<T>> parts = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (JsonNode part : items(item.path(field))) {
                String words = part.path("words").asString("");
                List<Passage> found = quotes.find(words, near);
                if (found.isEmpty()) {
                    drop(field + "-not-in-text", words);
                } else if (seen.add(words.toLowerCase(Locale.ROOT))) {
                    Passage at = found.getFirst();
                    C kind =
                            Coded.find(classes, part.path("class").asString("")).orElse(other);
                    parts.add(new Said<>(make.of(spaced(parsed.text(at)), kind), at));
                }
            }
            return parts;
        }

        // --- statements

        private void statement(JsonNode item, Map<String, String> labels) throws Unusable {
            String given = item.path("incident").asString("");
            String label = labels.get(given);
            if (!given.isBlank() && label == null) {
                throw new Unusable("incident-unknown");
            }
            Happened about = label == null ? null : incidents.get(label);
            Passage quote = quote(item, about == null ? null : about.quote());
            boolean hedged = item.path("hedged").asBoolean(false);
            Polarity polarity = Coded.find(Polarity.class, item.path("polarity").asString(""))
                    .orElse(Polarity.AFFIRMED);
            Speaker speaker = speaker(item, quote);
            String kind = text(item, "kind", "kind-unknown");
            switch (kind) {
                case "responsibility" -> responsibility(item, label, quote, speaker, hedged, polarity);
                case "toll" -> {
                    if (label == null) {
                        throw new Unusable("incident-unknown");
                    }
                    add(label, toll(item, quote), speaker, polarity, hedged, quote);
                }
                case "relation" -> {
                    ActorRef subject = actor(item, "actor", quote);
                    ActorRef object = actor(item, "object", quote);
                    if (subject.id().equals(object.id())) {
                        throw new Unusable("one-actor-with-itself");
                    }
                    RelationKind relation = coded(RelationKind.class, item, "relation", "relation-unknown");
                    add(null, new Content.Relation(subject, object, relation), speaker, polarity, hedged, quote);
                }
                case "presence" -> {
                    Content content = new Content.Presence(
                            actor(item, "actor", quote), part(item, "place", quote, "place-unknown", this::place));
                    add(null, content, speaker, polarity, hedged, quote);
                }
                case "capability" -> {
                    Content content = new Content.Capability(
                            actor(item, "actor", quote),
                            coded(CapabilityKind.class, item, "capability", "capability-unknown"));
                    add(null, content, speaker, polarity, hedged, quote);
                }
                default -> throw new Unusable("kind-unknown");
            }
        }

        private void responsibility(
                JsonNode item, @Nullable String label, Passage quote, Speaker said, boolean hedged, Polarity polarity)
                throws Unusable {
            Stance stance = coded(Stance.class, item, "stance", "stance-unknown");
            boolean nobody = item.path("actor").asString("").isBlank();
            ActorRef actor = nobody || stance == Stance.UNCLAIMED ? null : principal(actor(item, "actor", quote));
            Speaker speaker = said;
            if (stance == Stance.CLAIMED && actor != null && !actor.id().equals(said.actor())) {
                // whoever tells of a claim, the one who makes it is the actor
                speaker = new Speaker(
                        actor.name(),
                        actor.as(),
                        actor.at(),
                        isArmed(actor.id()) ? Speaker.Role.PARTY : Speaker.Role.OFFICIAL,
                        actor.id(),
                        said.role() == Speaker.Role.AUTHOR ? null : said);
            }
            Polarity sense = switch (stance) {
                case DENIED -> Polarity.DENIED;
                case DOUBTED -> Polarity.DOUBTED;
                case CLAIMED, STATED, ACCUSED, SUSPECTED, UNCLAIMED -> polarity;
            };
            EvidenceGiven evidence = Coded.find(
                            EvidenceGiven.class, item.path("evidence").asString(""))
                    .orElse(EvidenceGiven.UNSTATED);
            add(
                    label,
                    new Content.Responsibility(actor, stance, evidence, null),
                    speaker,
                    sense,
                    hedged || stance == Stance.SUSPECTED,
                    quote);
        }

        private Content toll(JsonNode item, Passage quote) throws Unusable {
            Harm harm = coded(Harm.class, item, "harm", "harm-unknown");
            String words = text(item, "number", "number-missing");
            List<Passage> found = quotes.find(words, quote);
            if (found.isEmpty()) {
                throw new Unusable("number-not-in-text");
            }
            Passage at = found.getFirst();
            Count count = mentions.tolls().stream()
                    .filter(toll -> toll.harm() == harm && toll.passage().contains(at))
                    .min(Comparator.comparingInt(
                            toll -> toll.passage().end() - toll.passage().start()))
                    .map(TollMention::count)
                    .or(() -> numbers.stream()
                            .filter(number -> number.passage().overlaps(at))
                            .map(NumberMention::count)
                            .findFirst())
                    .orElseThrow(() -> new Unusable("number-unreadable"));
            return new Content.Toll(
                    harm, count, part(item, "whom", quote, "whom-not-in-text", whom -> spaced(parsed.text(whom))));
        }

        /** The actor that our dictionary finds in these words, where they stand nearest to the quote. */
        private ActorRef actor(JsonNode item, String field, Passage near) throws Unusable {
            String words = text(item, field, field + "-missing");
            List<Passage> found = quotes.find(words, near);
            if (found.isEmpty()) {
                throw new Unusable(field + "-not-in-text");
            }
            for (Passage at : found) {
                Optional<ActorMention> named = mention(at);
                if (named.isPresent()) {
                    return named.get().actor();
                }
            }
            throw new Unusable(field + "-unknown");
        }

        private Optional<ActorMention> mention(Passage at) {
            return mentions.actors().stream()
                    .filter(mention -> mention.passage().overlaps(at))
                    .min(Comparator.comparing(mention -> !at.contains(mention.passage())));
        }

        /** For a mouthpiece the group whose it is: what Amaq claims, Islamic State claims. */
        private ActorRef principal(ActorRef actor) {
            return dictionary
                    .find(actor.id())
                    .filter(entry -> entry.kind() == Actor.Kind.OTHER)
                    .flatMap(entry -> dictionary.parentOf(entry.id()))
                    .map(id -> new ActorRef(id, dictionary.nameOf(id).orElse(id), actor.as(), actor.at()))
                    .orElse(actor);
        }

        private boolean isArmed(String actor) {
            return dictionary
                    .find(actor)
                    .filter(entry -> entry.kind() == Actor.Kind.ARMED_GROUP || entry.kind() == Actor.Kind.FACTION)
                    .isPresent();
        }

        private Speaker speaker(JsonNode item, Passage quote) throws Unusable {
            Speaker.Role role = Coded.find(
                            Speaker.Role.class, item.path("speaker_role").asString(""))
                    .orElse(Speaker.Role.UNNAMED);
            String words = item.path("speaker").asString("");
            if (words.isBlank()) {
                return role == Speaker.Role.AUTHOR || role == Speaker.Role.MEDIUM
                        ? Speakers.author()
                        : new Speaker("somebody unnamed", null, null, Speaker.Role.UNNAMED, null, null);
            }
            Speaker said = voice(words, role, quote);
            String carrier = item.path("reported_by").asString("");
            if (carrier.isBlank()) {
                return said;
            }
            return new Speaker(
                    said.name(),
                    said.as(),
                    said.at(),
                    said.role(),
                    said.actor(),
                    voice(carrier, Speaker.Role.UNNAMED, quote));
        }

        /** As the rules would read these words where they know them for a speaker, else under their own name. */
        private Speaker voice(String words, Speaker.Role role, Passage quote) throws Unusable {
            List<Passage> found = quotes.find(words, quote);
            if (found.isEmpty()) {
                throw new Unusable("speaker-not-in-text");
            }
            Passage at = found.getFirst();
            Optional<Speaker> known = byRules(at);
            if (known.isPresent()) {
                return known.get();
            }
            Optional<ActorMention> actor = mention(at);
            String name = actor.filter(mention -> mention.passage().contains(at))
                    .map(mention -> mention.actor().name())
                    .orElseGet(() -> spaced(parsed.text(at)));
            Speaker.Role given =
                    role == Speaker.Role.AUTHOR || role == Speaker.Role.DATA_SET ? Speaker.Role.UNNAMED : role;
            return new Speaker(
                    name,
                    parsed.text(at),
                    at,
                    given,
                    actor.map(mention -> mention.actor().id()).orElse(null),
                    null);
        }

        private Optional<Speaker> byRules(Passage at) {
            for (Sentence sentence : parsed.sentences()) {
                if (!sentence.passage().overlaps(at)) {
                    continue;
                }
                Clauses clauses = mentions.clauses(sentence.index());
                for (int token = 0; token < sentence.size(); token++) {
                    Optional<NounPhrase> phrase = clauses.phraseAt(token);
                    if (sentence.token(token).passage().overlaps(at) && phrase.isPresent()) {
                        return speakers.of(mentions, clauses, phrase.get());
                    }
                }
            }
            return Optional.empty();
        }

        // --- words

        /** The words that an item rests on, nearest to those of its incident where they stand more than once. */
        private Passage quote(JsonNode item, @Nullable Passage near) throws Unusable {
            String words = text(item, "quote", "quote-missing");
            if (words.length() > LONGEST_QUOTE) {
                throw new Unusable("quote-too-long");
            }
            List<Passage> found = quotes.find(words, near);
            if (found.isEmpty()) {
                throw new Unusable("quote-not-in-text");
            }
            return found.getFirst();
        }

        private String text(JsonNode item, String field, String reason) throws Unusable {
            String words = item.path(field).asString("");
            if (words.isBlank()) {
                throw new Unusable(reason);
            }
            return words;
        }

        private <C extends Enum<C> & Coded> C coded(Class<C> codes, JsonNode item, String field, String reason)
                throws Unusable {
            return Coded.find(codes, item.path(field).asString("")).orElseThrow(() -> new Unusable(reason));
        }

        private void add(
                @Nullable String label,
                Content content,
                Speaker speaker,
                Polarity polarity,
                boolean hedged,
                Passage at) {
            Assertion assertion = Assertion.of(
                    report.id(),
                    label,
                    content,
                    speaker,
                    polarity,
                    hedged,
                    at,
                    parsed.text(at),
                    CONFIDENCE,
                    ReadBy.secondOpinion(version));
            assertions.putIfAbsent(assertion.id(), assertion);
        }
    }

    private interface Make<C, T> {
        T of(String name, C kind);
    }

    /** A name on one line. */
    private static String spaced(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
