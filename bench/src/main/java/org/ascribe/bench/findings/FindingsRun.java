package org.ascribe.bench.findings;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Tries every estimator of findings on simulated records and writes down how often it holds what it promises. */
public final class FindingsRun {

    /**
     * @param runs simulated records for each figure, at least 100
     * @param only part of the name of an estimator, null for all
     * @param doc the page to write, null for none
     * @param by command, commit, day and machine, for its head
     */
    public record Settings(
            int runs,
            long seed,
            @Nullable String only,
            @Nullable Path doc,
            String by) {
        public Settings {
            if (runs < 100) {
                throw new IllegalArgumentException(
                        "Cannot measure coverage: --runs is %d, expected 100 or more.".formatted(runs));
            }
        }
    }

    private record Line(Coverage coverage, double share, boolean kept) {}

    private FindingsRun() {}

    /** Prints a line a figure as it goes. @return whether every promise was kept */
    public static boolean run(Settings settings, PrintStream out) throws IOException {
        String only = settings.only();
        List<Coverage> coverages = Coverages.all().stream()
                .filter(coverage -> only == null || coverage.estimator().contains(only))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (Coverage coverage : coverages) {
            // each figure has draws of its own, so that one more changes no other
            SplittableRandom chance =
                    new SplittableRandom(settings.seed() ^ (coverage.estimator() + coverage.simulated()).hashCode());
            int held = 0;
            for (int run = 0; run < settings.runs(); run++) {
                held += coverage.trial().holds(chance.split()) ? 1 : 0;
            }
            double share = (double) held / settings.runs();
            Line line = new Line(coverage, share, coverage.promise().isKept(coverage.nominal(), share));
            lines.add(line);
            out.println(row(line));
            out.flush();
            // what was measured is kept if the run is ended
            if (settings.doc() != null) {
                Files.writeString(settings.doc(), page(settings, lines, coverages.size()), StandardCharsets.UTF_8);
            }
        }
        return lines.stream().allMatch(Line::kept);
    }

    private static String row(Line line) {
        Coverage coverage = line.coverage();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %.3f | %s |",
                coverage.estimator(),
                coverage.simulated(),
                coverage.nominal(),
                coverage.promise(),
                line.share(),
                line.kept() ? "yes" : "NO");
    }

    private static String page(Settings settings, List<Line> lines, int figures) {
        StringBuilder page = new StringBuilder("""
                # Do the estimators of findings recover what is known?

                Written by `%s`

                Each figure is tried on %d simulated records whose truth is known. The share is how often the interval held the truth, or, for
                false alarms, how often one was raised. "Within 3 points" asks for the nominal share itself; an exact interval on small counts
                holds more often than it says, since counts are whole numbers, and is asked for no less. At %d runs chance alone moves a share of 0.95 by
                %.3f (one standard error).

                | estimator | simulated | nominal | promise | measured | kept |
                |---|---|---|---|---|---|
                """.formatted(
                        settings.by(), settings.runs(), settings.runs(), Math.sqrt(0.95 * 0.05 / settings.runs())));
        lines.forEach(line -> page.append(row(line)).append('\n'));
        if (lines.size() < figures) {
            page.append("\nThe run ended after %d of %d figures.\n".formatted(lines.size(), figures));
        }
        return page.toString();
    }
}
