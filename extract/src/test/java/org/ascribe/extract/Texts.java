package org.ascribe.extract;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;
import org.ascribe.extract.language.LanguageSteps;
import org.ascribe.extract.language.ParsedReport;
import org.jspecify.annotations.Nullable;

/** Parsed texts for the tests of the finders; the models are loaded once. */
public final class Texts {

    private static final LanguageSteps STEPS = LanguageSteps.english();

    private Texts() {}

    public static ParsedReport parse(String text) {
        return parse(text, null);
    }

    public static ParsedReport parse(String text, @Nullable LocalDate published) {
        Report report = new Report(
                Report.idOf(null, null, null, published, null, text),
                null,
                null,
                null,
                List.of(),
                published,
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of());
        return STEPS.parse(report);
    }
}
