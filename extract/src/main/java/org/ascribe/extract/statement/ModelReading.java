package org.ascribe.extract.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Coded;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.learned.Mark;
import org.ascribe.extract.learned.Marks;
import org.ascribe.extract.speech.Speakers;
import org.jspecify.annotations.Nullable;

/**
 * Statements from the marks of the trained model, where no rule has read one: the place where rules and model meet. What a
 * rule has read in a sentence of an actor stands; the model adds what nobody wrote a rule for. Its findings are called
 * {@code model-…} and carry its version.
 */
final class ModelReading extends ResponsibilityReading {

    static final String RULE = "model-";

    /** How sure the model has to be of actor and stance together; the best of 0.5 to 0.9 on bench/setaside/dev. */
    private static final double SURE = 0.8;

    /** How sure of an end of a relation, of presence and strength, of which it has read less; by the same texts, of 0.3 to 0.85. */
    private static final double SURE_OF_STANDING = 0.85;

    private static final Pattern OF_A_GROUP = Pattern.compile(
            "^[A-Z][A-Z0-9-]{1,7}$|\\b(?:Army|Front|Brigades?|Battalions?|Movement|State|Party"
                    + "|Group|Forces?|Council|Militia|Organi[sz]ation|Union|League|Network|Guards?|Resistance|Command|Column|Legion|Corps|Cartel|Alliance|Coalition"
                    + "|Liberation|Emirate|Caliphate|Jaish|Lashkar|Harakat|Jama[ai]t|Ansar|Tehr[ei]e?k|Hizb|Jund|Katibat|Kata'ib)\\b");

    private final Marks marks;
    private final Parties parties;

    ModelReading(Scene scene, List<Finding> found) {
        super(scene, found);
        this.marks = scene.mentions().marks();
        this.parties = new Parties(scene);
    }

    @Override
    void read(Clauses clauses) {
        int s = clauses.sentence().index();
        marks.in(s, "perp").filter(mark -> mark.share() >= 0.5).forEach(mark -> responsibility(clauses, mark));
        marks.in(s, "unclaimed").filter(mark -> mark.share() >= 0.6).forEach(mark -> unclaimed(clauses, mark));
    }

    /** Relations, presence and strength; {@code found} is what the rules have read of them. */
    static void standings(Scene scene, List<Finding> found) {
        ModelReading reading = new ModelReading(scene, found);
        for (Clauses clauses : scene.mentions().clauses()) {
            int s = clauses.sentence().index();
            reading.marks
                    .in(s, "subject")
                    .filter(mark -> mark.share() >= SURE_OF_STANDING)
                    .forEach(mark -> reading.relation(clauses, mark));
            reading.marks
                    .in(s, "presence")
                    .filter(mark -> mark.share() >= SURE_OF_STANDING)
                    .forEach(mark -> reading.presence(clauses, mark));
            reading.marks
                    .in(s, "capability")
                    .filter(mark -> mark.share() >= SURE_OF_STANDING)
                    .forEach(mark -> reading.capability(clauses, mark));
        }
    }

    private void responsibility(Clauses clauses, Mark mark) {
        ActorRef actor = actor(clauses, mark).filter(scene.actors()::canStrike).orElse(null);
        Stance stance = mark.surest("stance")
                .map(code -> Coded.parse(Stance.class, code))
                .orElse(null);
        if (actor == null || stance == null || mark.share() * mark.share("stance", stance.code()) < SURE) {
            return;
        }
        int s = clauses.sentence().index();
        boolean against = stance == Stance.DENIED || stance == Stance.DOUBTED;
        boolean read = found().stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Responsibility known
                        && known.actor() != null
                        && same(known.actor(), actor));
        if (read) {
            return;
        }
        Speaker speaker = speaker(clauses, mark, actor, stance);
        boolean own = scene.actors().speaksFor(speaker.actor(), actor);
        Stance fitting = switch (stance) {
            case CLAIMED -> own ? Stance.CLAIMED : speaker.role() == Role.AUTHOR ? Stance.STATED : Stance.ACCUSED;
            case STATED -> own ? Stance.CLAIMED : speaker.role() == Role.AUTHOR ? Stance.STATED : Stance.ACCUSED;
            case ACCUSED, SUSPECTED -> own ? Stance.CLAIMED : stance;
            case DENIED, DOUBTED, UNCLAIMED -> stance;
        };
        int[] span = span(clauses, mark);
        List<String> labels = labels(clauses, mark);
        if (labels.isEmpty() && mark.share() < 0.75) {
            return;
        }
        add(
                clauses,
                span[0],
                span[1],
                labels,
                actor,
                fitting,
                speaker,
                against ? (stance == Stance.DENIED ? Polarity.DENIED : Polarity.DOUBTED) : Polarity.AFFIRMED,
                fitting == Stance.SUSPECTED || fitting == Stance.DOUBTED,
                RULE + "responsibility",
                confidence(mark.share() * mark.share("stance", stance.code())));
    }

    private void unclaimed(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        boolean read = found().stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Responsibility known
                        && known.stance() == Stance.UNCLAIMED);
        List<String> labels = labels(clauses, mark);
        if (!read && !labels.isEmpty()) {
            add(
                    clauses,
                    mark.first(),
                    mark.end(),
                    labels,
                    null,
                    Stance.UNCLAIMED,
                    scene.speaker(s, mark.first()),
                    Polarity.AFFIRMED,
                    false,
                    RULE + "unclaimed",
                    confidence(mark.share()));
        }
    }

    private void relation(Clauses clauses, Mark subject) {
        int s = clauses.sentence().index();
        Mark object = marks.in(s, "object")
                .filter(mark -> mark.share() >= SURE_OF_STANDING
                        && mark.surest("relation").equals(subject.surest("relation")))
                .min(Comparator.comparingInt(mark -> Math.abs(mark.first() - subject.first())))
                .orElse(null);
        RelationKind kind = subject.surest("relation")
                .map(code -> Coded.parse(RelationKind.class, code))
                .orElse(null);
        if (object == null || kind == null || subject.share("relation", kind.code()) < 0.5) {
            return;
        }
        Optional<ActorRef> one = actor(clauses, subject);
        Optional<ActorRef> other = actor(clauses, object);
        boolean read = found().stream().anyMatch(f -> f.sentence() == s && f.content() instanceof Content.Relation);
        if (one.isEmpty() || other.isEmpty() || same(one.get(), other.get()) || read) {
            return;
        }
        int first = Math.min(subject.first(), object.first());
        int end = Math.max(subject.end(), object.end());
        keep(
                s,
                first,
                end,
                new Content.Relation(one.get(), other.get(), kind),
                parties.speaker(clauses, subject.end()),
                Polarity.AFFIRMED,
                "relation",
                subject.share() * object.share());
    }

    private void presence(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        Polarity polarity = mark.surest("presence_polarity")
                .map(code -> Coded.parse(Polarity.class, code))
                .orElse(null);
        Optional<ActorRef> actor = actor(clauses, mark);
        boolean read = found().stream().anyMatch(f -> f.sentence() == s && f.content() instanceof Content.Presence);
        if (actor.isEmpty() || polarity == null || read || mark.share("presence_polarity", polarity.code()) < 0.5) {
            return;
        }
        var place = scene.mentions().placesIn(s).stream()
                .min(Comparator.comparingInt(p -> p.firstToken() >= mark.first()
                        ? p.firstToken() - mark.first()
                        : 100 + mark.first() - p.firstToken()))
                .orElse(null);
        int end = place == null ? mark.end() : Math.max(mark.end(), place.endToken());
        int first = place == null ? mark.first() : Math.min(mark.first(), place.firstToken());
        keep(
                s,
                first,
                end,
                new Content.Presence(actor.get(), place == null ? null : new Said<>(place.place(), place.passage())),
                parties.speaker(clauses, mark.first()),
                polarity,
                "presence",
                mark.share());
    }

    private void capability(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        CapabilityKind kind = switch (mark.surest("strength").orElse("")) {
            case "strong" -> CapabilityKind.STRENGTH;
            case "rising" -> CapabilityKind.RESURGENCE;
            case "weak", "declining", "defeated" -> CapabilityKind.DECLINE;
            default -> null;
        };
        Optional<ActorRef> actor = actor(clauses, mark);
        boolean read = found().stream().anyMatch(f -> f.sentence() == s && f.content() instanceof Content.Capability);
        if (actor.isPresent() && kind != null && !read) {
            int end = Math.min(clauses.sentence().size(), mark.end() + 4);
            keep(
                    s,
                    mark.first(),
                    end,
                    new Content.Capability(actor.get(), kind),
                    parties.speaker(clauses, mark.first()),
                    Polarity.AFFIRMED,
                    "capability",
                    mark.share());
        }
    }

    private void keep(
            int sentence,
            int first,
            int end,
            Content content,
            Speaker speaker,
            Polarity polarity,
            String what,
            double share) {
        found().add(new Finding(
                sentence,
                first,
                end,
                List.of(),
                content,
                speaker,
                polarity,
                scene.isHedged(sentence, first - 2, end),
                RULE + what,
                confidence(share)));
    }

    /** The actor whose name the mark touches, or which its phrase means or describes. */
    private Optional<ActorRef> actor(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        Optional<ActorRef> named = scene.mentions().actorsIn(s).stream()
                .filter(m -> m.firstToken() < mark.end() && mark.first() < m.endToken())
                .map(ActorMention::actor)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        Optional<NounPhrase> phrase = clauses.phraseAt(mark.end() - 1);
        return phrase.flatMap(p -> parties.of(clauses, p).stream().findFirst())
                .or(() ->
                        phrase.flatMap(p -> parties.orState(clauses, p).stream().findFirst()))
                .or(() -> phrase.flatMap(p -> scene.actors().described(clauses, p)))
                .or(() -> byName(clauses, mark));
    }

    /**
     * A proper name that no dictionary knows, if it can only be that of a group: it has a word for one, is an abbreviation, or
     * stands behind "the". A person's name is never read as one.
     */
    private Optional<ActorRef> byName(Clauses clauses, Mark mark) {
        if (!clauses.sentence().token(mark.end() - 1).pos().equals("PROPN")) {
            return Optional.empty();
        }
        int s = clauses.sentence().index();
        String words = scene.mentions().words(s, mark.first(), mark.end());
        boolean definite =
                mark.first() > 0 && clauses.sentence().token(mark.first() - 1).is("the");
        if (!definite && !OF_A_GROUP.matcher(words).find()) {
            return Optional.empty();
        }
        String slug =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActorRef("x-" + slug, words, words, scene.passage(s, mark.first(), mark.end())));
    }

    private Speaker speaker(Clauses clauses, Mark mark, ActorRef actor, Stance stance) {
        int s = clauses.sentence().index();
        String by = mark.surest("by").orElse("report");
        if (by.equals("self")) {
            return clauses.phraseAt(mark.end() - 1)
                    .flatMap(phrase -> scene.speakerOf(clauses, phrase))
                    .filter(speaker -> scene.actors().speaksFor(speaker.actor(), actor))
                    .orElseGet(() -> new Speaker(
                            actor.name(),
                            actor.as(),
                            actor.at(),
                            scene.actors().isArmed(actor) ? Role.PARTY : Role.OFFICIAL,
                            actor.id(),
                            null));
        }
        if (by.equals("other")) {
            Optional<Speaker> named = Stream.concat(
                            marks.in(s, "speaker").sorted(Comparator.comparingInt(m -> distance(m, mark))),
                            marks.in(s - 1, "speaker").sorted(Comparator.comparingInt(m -> -m.first())))
                    .filter(m -> m.share() >= 0.4)
                    .flatMap(m -> named(m).stream())
                    .filter(speaker -> !scene.actors().speaksFor(speaker.actor(), actor))
                    .findFirst();
            if (named.isPresent()) {
                return named.get();
            }
        }
        return by.equals("report") && stance == Stance.STATED ? Speakers.author() : scene.speaker(s, mark.first());
    }

    private Optional<Speaker> named(Mark mark) {
        Clauses clauses = scene.clauses(mark.sentence());
        return clauses.phraseAt(mark.end() - 1).flatMap(phrase -> scene.speakerOf(clauses, phrase));
    }

    private static int distance(Mark one, Mark other) {
        return one.first() >= other.end()
                ? one.first() - other.end()
                : other.first() >= one.end() ? other.first() - one.end() : 0;
    }

    /** The incident told nearest in the sentence, else the one spoken of last. */
    private List<String> labels(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (int token = 0; token < clauses.sentence().size(); token++) {
            List<String> here = scene.labelsIn(s, token, token + 1);
            int away = Math.abs(token - mark.first());
            if (!here.isEmpty() && away < least) {
                nearest = here.get(0);
                least = away;
            }
        }
        return nearest != null
                ? List.of(nearest)
                : scene.focus(s, mark.first()).map(List::of).orElse(List.of());
    }

    /** From the speaker's word of saying to the incident's word, as far as they are near. */
    private int[] span(Clauses clauses, Mark mark) {
        int s = clauses.sentence().index();
        int first = mark.first();
        int end = mark.end();
        for (Mark cue : marks.in(s, "cue").filter(m -> distance(m, mark) <= 8).toList()) {
            first = Math.min(first, cue.first());
            end = Math.max(end, cue.end());
        }
        for (int token = 0; token < clauses.sentence().size(); token++) {
            if (!scene.labelsIn(s, token, token + 1).isEmpty() && Math.abs(token - mark.first()) <= 10) {
                first = Math.min(first, token);
                end = Math.max(end, token + 1);
            }
        }
        return new int[] {first, end};
    }

    private static boolean same(ActorRef one, @Nullable ActorRef other) {
        return other != null && one.id().equals(other.id());
    }

    private static double confidence(double share) {
        return Math.round(Math.min(0.95, share) * 100) / 100.0;
    }
}
