package org.ascribe.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Speaker;
import org.jspecify.annotations.Nullable;

/** Values in a few words for a person; unknown is said, never left out. */
final class Showing {

    private Showing() {}

    static String when(@Nullable EventDate when) {
        if (when == null) {
            return "unknown";
        }
        if (when.yearless() != null) {
            return when.yearless().substring(2) + ", year unknown";
        }
        return switch (when.precision()) {
            case DAY -> String.valueOf(when.from());
            case MONTH ->
                when.from() == null ? "unknown" : when.from().toString().substring(0, 7);
            case YEAR ->
                when.from() == null ? "unknown" : String.valueOf(when.from().getYear());
            case WEEK, RANGE ->
                (when.from() == null ? "until" : when.from() + (when.to() == null ? " on" : " to"))
                        + (when.to() == null ? "" : " " + when.to());
        };
    }

    static String where(@Nullable Place where) {
        if (where == null) {
            return "unknown";
        }
        StringBuilder text = new StringBuilder(where.name());
        if (where.admin1() != null && !where.admin1().equals(where.name())) {
            text.append(", ").append(where.admin1());
        }
        if (where.country() != null) {
            String country = Locale.of("", where.country()).getDisplayCountry(Locale.ENGLISH);
            if (!country.equals(where.name())) {
                text.append(", ").append(country);
            }
        }
        return text.toString();
    }

    /** Name and country code, for lists. */
    static String whereInShort(@Nullable Place where) {
        if (where == null) {
            return "unknown";
        }
        return where.name()
                + (where.country() == null || where.precision() == PlacePrecision.COUNTRY
                        ? ""
                        : ", " + where.country());
    }

    static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String speaker(Speaker speaker) {
        String said = speaker.name();
        return speaker.reportedBy() == null ? said : said + ", as told by " + speaker(speaker.reportedBy());
    }

    /** What an assertion says, without its words. */
    static String content(Assertion assertion) {
        String core = switch (assertion.content()) {
            case Content.Occurrence o ->
                o.type().value().code()
                        + (o.when() == null ? "" : ", " + when(o.when().value()))
                        + (o.where() == null ? "" : ", " + where(o.where().value()));
            case Content.Responsibility r ->
                r.stance().code() + ": " + actor(r.actor())
                        + switch (r.evidence()) {
                            case NONE -> ", no evidence given";
                            case CITED -> ", evidence cited";
                            case UNSTATED -> "";
                        };
            case Content.Toll t -> t.count() + " " + t.harm().code();
            case Content.Relation r -> actor(r.subject()) + " - " + r.relation().code() + " - " + actor(r.object());
            case Content.Presence p ->
                actor(p.actor()) + " present"
                        + (p.place() == null ? "" : " in " + where(p.place().value()));
            case Content.Capability c ->
                actor(c.actor()) + ": " + c.capability().code();
            case Content.Evidence e -> "evidence " + e.evidence().code();
        };
        return core
                + (isPlain(assertion) ? "" : " (" + assertion.polarity().code() + ")")
                + (assertion.hedged() ? " (hedged)" : "");
    }

    /** Whether its polarity adds nothing to its words: affirmed, or denied by its very stance. */
    static boolean isPlain(Assertion assertion) {
        return assertion.polarity() == Polarity.AFFIRMED
                || (assertion.content() instanceof Content.Responsibility said
                        && said.stance().code().equals(assertion.polarity().code()));
    }

    /** Which extractor read it: one alone, both alike, or the second otherwise than the first. */
    static String readBy(Assertion assertion, boolean isOtherReading) {
        String readers = Stream.concat(Stream.of(assertion.by()), assertion.alsoBy().stream())
                .map(ReadBy::version)
                .collect(Collectors.joining(" and "));
        return isOtherReading ? "the same words as read by " + readers + ", not counted" : "read by " + readers;
    }

    /** Whether a second opinion was read from the words, or agrees with what was. */
    static boolean hasSecondOpinion(Assertion assertion) {
        return assertion.by().isSecondOpinion() || !assertion.alsoBy().isEmpty();
    }

    static String actor(@Nullable ActorRef actor) {
        return actor == null ? "nobody named" : actor.name();
    }
}
