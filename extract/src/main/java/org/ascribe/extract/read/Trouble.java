package org.ascribe.extract.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever ends the reading of an input, as a skipped outcome. The parsers of other people's formats throw what they please
 * at hostile input, and recurse in it: this is the one place where all of that becomes a reason.
 */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private Trouble() {}

    /** The next outcome of {@code reading}, null at its end; what it throws ends it. */
    static @Nullable Outcome<Report> nextOf(Reading reading, String place) {
        try {
            return reading.next();
        } catch (Unreadable | IOException | RuntimeException | StackOverflowError bad) {
            return skipped(place, bad);
        }
    }

    static Outcome<Report> skipped(String place, Throwable cause) {
        return switch (cause) {
            case Unreadable bad -> new Outcome.Skipped<>(bad.code(), place, bad.why());
            case BoundedText.Full full ->
                new Outcome.Skipped<>(
                        "report-too-long",
                        place,
                        full.getMessage() + ", the most for one report; split it into reports");
            case NoSuchFileException missing ->
                new Outcome.Skipped<>("file-missing", place, "there is no such file or folder; check the path");
            case AccessDeniedException denied ->
                new Outcome.Skipped<>("file-unreadable", place, "this user may not read it; change its permissions");
            case StackOverflowError deep ->
                new Outcome.Skipped<>(
                        "file-damaged", place, "its content is nested too deeply to be a report; leave it out");
            default -> {
                LOG.debug("cannot read {}", place, cause);
                yield new Outcome.Skipped<>(
                        "file-damaged",
                        place,
                        "its content is damaged or cut off (%s); fetch it again, or save it again from the program that made it"
                                .formatted(reason(cause)));
            }
        };
    }

    /** What a parser found, without the names of its classes and its codes for the log. */
    static String reason(Throwable broken) {
        String message = broken.getMessage();
        if (message == null || message.isBlank()) {
            return "its parts do not fit together";
        }
        if (message.contains("DOCTYPE is disallowed")) {
            return "it brings its own document type, a DOCTYPE, which may name files of this machine";
        }
        return Fields.shorten(message.replaceAll(
                "(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): |\\b(?:error|Invalid XML): |JAXP\\d+: ", ""));
    }
}
