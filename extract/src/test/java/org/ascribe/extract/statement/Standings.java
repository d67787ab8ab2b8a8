package org.ascribe.extract.statement;

import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Genre;
import org.ascribe.core.Polarity;
import org.ascribe.core.Report;
import org.ascribe.core.Speaker;
import org.ascribe.extract.Extractor;

/** Runs the whole extractor on one paragraph and writes its statements as short lines. */
final class Standings {

    private static final Extractor RULES = Extractor.rules();

    private Standings() {}

    /** "iran sponsoring houthis", "ttp not in Afghanistan", "islamic-state decline"; sorted as the extractor sorts. */
    static List<String> in(String text) {
        return assertions(text).stream().map(Standings::line).toList();
    }

    /** "claimed islamic-state by Islamic State/party", with ", no evidence", ", cited" and " (as reported by X)". */
    static List<String> responsibilities(String text) {
        return read(text).stream()
                .filter(a -> a.content() instanceof Content.Responsibility)
                .map(Standings::responsibility)
                .toList();
    }

    /** "denied by Israel": whether the violence itself is affirmed, and by whom. */
    static List<String> occurrences(String text) {
        return read(text).stream()
                .filter(a -> a.content() instanceof Content.Occurrence)
                .map(a -> a.polarity().code() + " by " + a.speaker().name())
                .toList();
    }

    private static String responsibility(Assertion assertion) {
        Content.Responsibility said = (Content.Responsibility) assertion.content();
        Speaker speaker = assertion.speaker();
        Speaker reporter = speaker.reportedBy();
        return said.stance().code() + " "
                + (said.actor() == null ? "-" : said.actor().id()) + " by "
                + (speaker.role() == Speaker.Role.AUTHOR
                        ? "author"
                        : speaker.name() + "/" + speaker.role().code())
                + switch (said.evidence()) {
                    case NONE -> ", no evidence";
                    case CITED -> ", cited";
                    case UNSTATED -> "";
                }
                + (reporter == null ? "" : " (as reported by " + reporter.name() + ")");
    }

    static List<Assertion> assertions(String text) {
        return read(text).stream()
                .filter(a -> a.content() instanceof Content.Relation
                        || a.content() instanceof Content.Presence
                        || a.content() instanceof Content.Capability)
                .toList();
    }

    private static List<Assertion> read(String text) {
        Report report = new Report(
                Report.idOf(null, null, null, null, null, text),
                null,
                null,
                null,
                List.of(),
                null,
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of());
        return RULES.extract(report).assertions();
    }

    private static String line(Assertion assertion) {
        String not = assertion.polarity() == Polarity.AFFIRMED ? "" : "not ";
        return switch (assertion.content()) {
            case Content.Relation r ->
                r.subject().id() + " " + not + r.relation().code() + " "
                        + r.object().id();
            case Content.Presence p ->
                p.actor().id() + " " + not + "in "
                        + (p.place() == null ? "-" : p.place().value().name());
            case Content.Capability c ->
                c.actor().id() + " " + not + c.capability().code();
            default -> throw new IllegalStateException(assertion.content().kind());
        };
    }
}
