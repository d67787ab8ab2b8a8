package org.ascribe.workbench.api;

import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Judgement;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.jspecify.annotations.Nullable;

/** Assertions and judgements as one sentence for people. */
final class Description {

    private Description() {}

    static String of(Assertion said) {
        String speaker = speaker(said.speaker());
        String what = switch (said.content()) {
            case Content.Responsibility r -> responsibility(r, speaker);
            case Content.Toll t -> "%s %s, according to %s".formatted(Names.plain(t.harm()), t.count(), speaker);
            case Content.Occurrence o ->
                "%s%s%s, according to %s"
                        .formatted(
                                Names.plain(o.type().value()),
                                o.where() == null
                                        ? ""
                                        : " in " + o.where().value().name(),
                                o.when() == null || o.when().value().from() == null
                                        ? ""
                                        : ", " + o.when().value().from(),
                                speaker);
            case Content.Relation r ->
                "%s on %s and %s: %s%s"
                        .formatted(
                                speaker,
                                r.subject().name(),
                                r.object().name(),
                                Codes.of(r.relation()).replace('-', ' '),
                                polarity(said.polarity()));
            case Content.Presence p ->
                "%s %s that %s is present%s"
                        .formatted(
                                speaker,
                                switch (said.polarity()) {
                                    case AFFIRMED -> "said";
                                    case DENIED -> "denied";
                                    case DOUBTED -> "doubted";
                                },
                                p.actor().name(),
                                p.place() == null
                                        ? ""
                                        : " in " + p.place().value().name());
            case Content.Capability c ->
                "%s on %s: %s%s"
                        .formatted(speaker, c.actor().name(), Codes.of(c.capability()), polarity(said.polarity()));
            case Content.Evidence e ->
                switch (e.evidence()) {
                    case NONE -> "No evidence is given, according to " + speaker;
                    case CITED -> "Evidence is offered, according to " + speaker;
                    case UNSTATED -> "Evidence is left open, according to " + speaker;
                };
        };
        String chain = said.speaker().reportedBy() == null
                ? ""
                : ", as reported by " + speaker(said.speaker().reportedBy());
        return Character.toUpperCase(what.charAt(0)) + what.substring(1) + chain;
    }

    private static String responsibility(Content.Responsibility said, String speaker) {
        String actor = name(said.actor());
        return switch (said.stance()) {
            case CLAIMED -> actor + " claimed responsibility";
            case STATED -> "%s is said to be responsible, by %s".formatted(actor, speaker);
            case ACCUSED -> "%s accused %s".formatted(speaker, actor);
            case SUSPECTED -> "%s is suspected, by %s".formatted(actor, speaker);
            case DENIED ->
                said.actor() == null
                        ? "%s denied that anybody was responsible".formatted(speaker)
                        : speaker.equals(actor)
                                ? "%s denied responsibility".formatted(actor)
                                : "%s denied that %s was responsible".formatted(speaker, actor);
            case DOUBTED -> "%s doubted that %s was responsible".formatted(speaker, actor);
            case UNCLAIMED -> "Nobody has claimed responsibility, according to " + speaker;
        };
    }

    private static String name(@Nullable ActorRef actor) {
        return actor == null ? "somebody" : actor.name();
    }

    private static String speaker(Speaker speaker) {
        return switch (speaker.role()) {
            case AUTHOR -> "the author";
            case UNNAMED -> "a voice that the text does not name";
            default -> speaker.name();
        };
    }

    private static String polarity(Polarity polarity) {
        return switch (polarity) {
            case AFFIRMED -> "";
            case DENIED -> " (denied)";
            case DOUBTED -> " (doubted)";
        };
    }

    static String of(Judgement judged, RecordIndex index) {
        String what = switch (judged.decision()) {
            case Judgement.Decision.SameIncident d ->
                "%s and %s are the same incident".formatted(telling(d.a(), index), telling(d.b(), index));
            case Judgement.Decision.NotSameIncident d ->
                "%s and %s are not the same incident".formatted(telling(d.a(), index), telling(d.b(), index));
            case Judgement.Decision.WrongReading d ->
                "\"%s\" was read wrongly".formatted(quote(d.assertion().value(), index));
            case Judgement.Decision.RightActor d ->
                "\"%s\" means %s".formatted(quote(d.assertion().value(), index), index.actorName(d.actor()));
        };
        return judged.undoes() == null ? what : "Taken back: " + what;
    }

    private static String telling(org.ascribe.core.Telling telling, RecordIndex index) {
        return index.findReport(telling.report().value())
                .flatMap(report -> report.incidents().stream()
                        .filter(incident -> incident.label().equals(telling.label()))
                        .findFirst()
                        .map(incident -> "%s (%s)"
                                .formatted(
                                        incident.summary(),
                                        report.report().outlet() == null
                                                ? report.report().id()
                                                : report.report().outlet())))
                .orElse(telling.report() + " " + telling.label());
    }

    private static String quote(String assertion, RecordIndex index) {
        return index.findAssertion(assertion)
                .map(found -> found.assertion().text())
                .orElse(assertion);
    }
}
