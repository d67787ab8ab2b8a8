package org.ascribe.exchange.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ascribe.core.link.Match;
import org.ascribe.core.link.Match.Reason;

/** The file of links: {@code a_id,b_id,score,reasons}. */
public final class LinkFile {

    private LinkFile() {}

    /** Writes the header and one line a link, in the order given; the writer stays open. */
    public static void write(List<Match> links, Writer to) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
        csv.writeRecord("a_id", "b_id", "score", "reasons");
        for (Match link : links) {
            csv.writeRecord(
                    link.a(), link.b(), String.format(Locale.ROOT, "%.4f", link.score()), reasons(link.reasons()));
        }
        csv.flush();
    }

    /** {@code date +9.2 (2015-01-01 = 2015-01-01); place +7.0 (…)}, in bits. */
    static String reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> String.format(Locale.ROOT, "%s %+.1f", reason.field(), reason.weight())
                        + (reason.a().isEmpty() && reason.b().isEmpty()
                                ? ""
                                : " (" + reason.a() + (reason.a().equals(reason.b()) ? " = " : " ~ ") + reason.b()
                                        + ")"))
                .collect(Collectors.joining("; "));
    }
}
