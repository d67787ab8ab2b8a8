package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.Furniture;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;

/** What the tests of this package read, and what they find in a report. */
final class Reads {

    /** Two plain English sentences that stand for a report where the test is about something else. */
    static final String WORDS =
            "A bomb exploded near a mosque in the city of Herat on Friday and killed at least seven people. "
                    + "No group has claimed the attack, officials said, and the police are looking for the driver of the car.";

    private Reads() {}

    static List<Outcome<Report>> all(Path path) {
        try (Stream<Outcome<Report>> outcomes = new ReportReader().read(path, ReadSettings.DEFAULT)) {
            return outcomes.toList();
        }
    }

    static List<Outcome<Report>> all(Path folder, String name, byte[] content) {
        return all(write(folder, name, content));
    }

    static List<Outcome<Report>> all(Path folder, String name, String content) {
        return all(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Report one(Path folder, String name, byte[] content) {
        return report(only(all(folder, name, content)));
    }

    static Report one(Path folder, String name, String content) {
        return one(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The reason why the one file of this content was not read; it says where, and what to do after a semicolon. */
    static Outcome.Skipped<Report> reason(Path folder, String name, byte[] content) {
        Outcome.Skipped<Report> skipped = reason(only(all(folder, name, content)));
        assertThat(skipped.where()).contains(name);
        return skipped;
    }

    static Outcome.Skipped<Report> reason(Path folder, String name, String content) {
        return reason(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome.Skipped<Report> reason(Outcome<Report> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        Outcome.Skipped<Report> skipped = (Outcome.Skipped<Report>) outcome;
        assertThat(skipped.why()).doesNotContain("\n").matches(".+[;,] [^;]+[^.;]");
        return skipped;
    }

    static Report report(Outcome<Report> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Report>) outcome).value();
    }

    static Outcome<Report> only(List<Outcome<Report>> outcomes) {
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    static List<String> marked(Report report, Furniture.Kind kind) {
        return report.furniture().stream()
                .filter(piece -> piece.kind() == kind)
                .map(piece -> piece.passage().in(report.text()))
                .toList();
    }

    /** What is left to be coded: the paragraphs outside all furniture. */
    static List<String> proper(Report report) {
        StringBuilder left = new StringBuilder();
        int[] points = report.text().codePoints().toArray();
        int at = 0;
        for (Furniture piece : report.furniture()) {
            left.append(new String(points, at, piece.passage().start() - at)).append("\n\n");
            at = piece.passage().end();
        }
        left.append(new String(points, at, points.length - at));
        return Stream.of(left.toString().split("\\R\\s*\\R", -1))
                .map(String::strip)
                .filter(words -> words.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
