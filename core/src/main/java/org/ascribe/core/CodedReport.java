package org.ascribe.core;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report with everything that it says: the coded report of docs/formats. Birth checks the contract: each passage's
 * text is the report's, nothing comes from furniture, and every label names an incident.
 */
public record CodedReport(Report report, List<CodedIncident> incidents, List<Assertion> assertions) {

    public CodedReport {
        incidents = List.copyOf(incidents);
        assertions = List.copyOf(assertions);
        Set<String> labels = new HashSet<>();
        for (CodedIncident incident : incidents) {
            labels.add(incident.label());
        }
        Set<AssertionId> ids = new HashSet<>();
        for (Assertion assertion : assertions) {
            if (!assertion.passage().in(report.text()).equals(assertion.text())) {
                throw new IllegalArgumentException("assertion " + assertion.id() + " of " + report.id() + " quotes \""
                        + assertion.text() + "\", but the report says \""
                        + assertion.passage().in(report.text()) + "\"");
            }
            quotations(assertion).forEach(words -> {
                if (!words.text().equals(words.at().in(report.text()))) {
                    throw new IllegalArgumentException("assertion " + assertion.id() + " of " + report.id()
                            + " has the words \"" + words.text() + "\" at " + words.at()
                            + ", but there the report says \""
                            + words.at().in(report.text()) + "\"");
                }
            });
            Stream.concat(Stream.of(assertion.passage()), passages(assertion.content()))
                    .filter(report::isFurniture)
                    .findFirst()
                    .ifPresent(passage -> {
                        throw new IllegalArgumentException("assertion " + assertion.id() + " is read from furniture: \""
                                + passage.in(report.text()) + "\"");
                    });
            if (assertion.incident() != null && !labels.contains(assertion.incident())) {
                throw new IllegalArgumentException(
                        "assertion " + assertion.id() + " is about an unknown incident " + assertion.incident());
            }
            if (!ids.add(assertion.id())) {
                throw new IllegalArgumentException("assertion " + assertion.id() + " stands twice in " + report.id());
            }
        }
    }

    /** Words that an assertion quotes, with where they stand. */
    private record Quotation(String text, Passage at) {}

    private static Stream<Quotation> quotations(Assertion assertion) {
        Stream<ActorRef> actors = switch (assertion.content()) {
            case Content.Responsibility r -> Stream.ofNullable(r.actor());
            case Content.Relation r -> Stream.of(r.subject(), r.object());
            case Content.Presence p -> Stream.of(p.actor());
            case Content.Capability c -> Stream.of(c.actor());
            case Content.Occurrence o -> Stream.empty();
            case Content.Toll t -> Stream.empty();
            case Content.Evidence e -> Stream.empty();
        };
        Stream<Quotation> named = actors.flatMap(actor -> quotation(actor.as(), actor.at()));
        Stream<Quotation> speakers = Stream.iterate(assertion.speaker(), Objects::nonNull, Speaker::reportedBy)
                .flatMap(speaker -> quotation(speaker.as(), speaker.at()));
        return Stream.concat(named, speakers);
    }

    private static Stream<Quotation> quotation(@Nullable String text, @Nullable Passage at) {
        return text == null || at == null ? Stream.empty() : Stream.of(new Quotation(text, at));
    }

    private static Stream<Passage> passages(Content content) {
        return switch (content) {
            case Content.Occurrence o ->
                Stream.of(
                                Stream.of(o.type()),
                                Stream.ofNullable(o.when()),
                                Stream.ofNullable(o.where()),
                                o.targets().stream(),
                                o.weapons().stream())
                        .flatMap(said -> said)
                        .map(Said::passage);
            case Content.Responsibility r -> Stream.ofNullable(r.channel()).map(Said::passage);
            case Content.Toll t -> Stream.ofNullable(t.whom()).map(Said::passage);
            case Content.Presence p -> Stream.ofNullable(p.place()).map(Said::passage);
            case Content.Relation r -> Stream.empty();
            case Content.Capability c -> Stream.empty();
            case Content.Evidence e -> Stream.empty();
        };
    }
}
