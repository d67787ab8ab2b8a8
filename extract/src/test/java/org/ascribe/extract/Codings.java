package org.ascribe.extract;

import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;

/** Texts of tests as the whole extractor codes them. */
public final class Codings {

    private static final Extractor RULES = Extractor.rules();

    private Codings() {}

    /** A report without title, outlet or day. */
    public static CodedReport code(String text) {
        return RULES.extract(new Report(
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
                List.of()));
    }
}
