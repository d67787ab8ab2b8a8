package org.ascribe.bench.isaf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ascribe.codebook.Answer;
import org.ascribe.codebook.CodedExample;
import org.ascribe.codebook.CrossValidation;
import org.ascribe.codebook.Examples;
import org.ascribe.codebook.FilledJson;
import org.ascribe.codebook.Grouping;
import org.ascribe.codebook.TextReader;
import org.jspecify.annotations.Nullable;

/** Cross-validates the codebook machinery on coded press releases, the rows of one release kept together. */
public final class IsafRun {

    /** The number of a release, "2011-11-S-034"; rows without one go by their opening. */
    private static final String RELEASE = "text~\\d{2,4}-\\d\\d?-[A-Z]+.\\d+";

    private IsafRun() {}

    /** @param answers where to keep the answers in the form that {@code score_isaf.py} reads, if anywhere */
    public record Settings(Path data, int folds, @Nullable Path answers) {}

    /**
     * Runs, and prints the table that {@code score_isaf.py} prints.
     *
     * @throws IOException if the data cannot be read
     */
    public static void run(Settings settings, PrintStream out, PrintStream err) throws IOException {
        Examples read = Examples.read(settings.data(), null, Grouping.parse(RELEASE));
        CrossValidation check = CrossValidation.run(
                read.codebook(),
                read.examples(),
                settings.folds(),
                TextReader.load(),
                done -> err.println("Fold %d of %d".formatted(done, settings.folds())));
        IsafScores scores = new IsafScores();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < read.examples().size(); i++) {
            CodedExample example = read.examples().get(i);
            Map<String, Answer> answers = check.answers().get(i);
            scores.add(example.gold(), answers);
            lines.add(FilledJson.write(example.id(), example.text(), answers));
        }
        if (settings.answers() != null) {
            Files.write(settings.answers(), lines, StandardCharsets.UTF_8);
        }
        out.print(scores.table());
    }
}
