package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Judgement;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.core.Telling;
import org.jspecify.annotations.Nullable;

/** Assertions and judgements as one sentence for people. */
final class Description {

    private Description() {}

    static String of(Assertion said) {
        String speaker = speaker(said.speaker());
        String source = source(said.speaker());
        String what = switch (said.content()) {
            case Content.Responsibility r -> responsibility(r, speaker, source);
            case Content.Toll t -> "%s %s, %s".formatted(Names.plain(t.harm()), t.count(), source);
            case Content.Occurrence o ->
                "%s%s%s, %s"
                        .formatted(
                                Names.plain(o.type().value()),
                                o.where() == null
                                        ? ""
                                        : " in " + o.where().value().name(),
                                o.when() == null
                                        ? ""
                                        : ", " + Names.date(o.when().value()),
                                source);
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
                    case NONE -> "No evidence is given, " + source;
                    case CITED -> "Evidence is offered, " + source;
                    case UNSTATED -> "Evidence is left open, " + source;
                };
        };
        Speaker through = said.speaker().reportedBy();
        String chain = through == null || through.role() == Speaker.Role.AUTHOR
                ? "" // every statement comes through its report
                : ", as reported by " + speaker(through);
        return Character.toUpperCase(what.charAt(0)) + what.substring(1) + chain;
    }

    private static String responsibility(Content.Responsibility said, String speaker, String source) {
        String actor = name(said.actor());
        return switch (said.stance()) {
            case CLAIMED -> actor + " claimed responsibility";
            case STATED -> "%s is said to be responsible, %s".formatted(actor, source);
            case ACCUSED -> "%s accused %s".formatted(speaker, actor);
            case SUSPECTED -> "%s is suspected, %s".formatted(actor, source);
            case DENIED ->
                said.actor() == null
                        ? "%s denied that anybody was responsible".formatted(speaker)
                        : speaker.equals(actor)
                                ? "%s denied responsibility".formatted(actor)
                                : "%s denied that %s was responsible".formatted(speaker, actor);
            case DOUBTED -> "%s doubted that %s was responsible".formatted(speaker, actor);
            case UNCLAIMED -> "Nobody has claimed responsibility, " + source;
        };
    }

    private static String name(@Nullable ActorRef actor) {
        return actor == null ? "somebody" : actor.name();
    }

    /** Who says it, after the statement itself. */
    private static String source(Speaker speaker) {
        return speaker.role() == Speaker.Role.AUTHOR ? "in the report's own voice" : "according to " + speaker(speaker);
    }

    private static String speaker(Speaker speaker) {
        return switch (speaker.role()) {
            case AUTHOR -> "the report itself";
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
            case Judgement.Decision.Unsure d ->
                "Whether %s and %s are the same incident is left open"
                        .formatted(telling(d.a(), index), telling(d.b(), index));
            case Judgement.Decision.MergeIncidents d ->
                "%s and %s are one incident".formatted(part(d.one(), index), part(d.other(), index));
            case Judgement.Decision.SplitIncident d ->
                "%s is another incident than %s".formatted(part(d.leaves(), index), part(d.stays(), index));
            case Judgement.Decision.WrongReading d ->
                index.findAssertion(d.assertion().value())
                        .map(found -> "\"%s\" was read wrongly as: %s"
                                .formatted(found.assertion().text(), of(found.assertion())))
                        .orElseGet(() -> "%s was read wrongly".formatted(d.assertion()));
            case Judgement.Decision.RightActor d ->
                "The actor in \"%s\" is %s"
                        .formatted(
                                index.findAssertion(d.assertion().value())
                                        .map(found -> found.assertion().text())
                                        .orElse(d.assertion().value()),
                                index.actorName(d.actor()));
        };
        return judged.undoes() == null ? what : "Taken back: " + what;
    }

    private static String part(List<Telling> tellings, RecordIndex index) {
        String first = telling(tellings.getFirst(), index);
        return tellings.size() == 1 ? first : "%s with %d more".formatted(first, tellings.size() - 1);
    }

    private static String telling(Telling telling, RecordIndex index) {
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
}
