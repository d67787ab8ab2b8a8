package org.ascribe.bench.aid;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ascribe.bench.aid.Narrative.Harmed;
import org.ascribe.bench.aid.Narrative.Point;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.PerpetratorClass;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.TargetClass;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.count.VictimTolls;
import org.jspecify.annotations.Nullable;

/** Reads the narratives with an extractor and compares. */
public final class AidRun {

    private static final Set<TargetClass> AID_WORKERS = Set.of(TargetClass.AID, TargetClass.HEALTH);

    private AidRun() {}

    /** Which narratives. */
    public enum Half {
        ODD,
        EVEN;

        boolean has(Narrative narrative) {
            return narrative.isOdd() == (this == ODD);
        }
    }

    /** What was read of one narrative. */
    record Read(
            Narrative narrative, Harmed harmed, @Nullable Place place, String perpetrator, CodedReport coded) {}

    /**
     * Everything that a run needs.
     *
     * @param learn whether codebooks are learned from even ids as well, and what they fill is measured beside what is read
     */
    public record Settings(
            Path data,
            Half half,
            boolean errors,
            boolean learn,
            @Nullable Path doc,
            String commit,
            String date) {}

    /**
     * Runs and prints the figures, and with errors what was read wrongly, of even ids alone.
     *
     * @throws IllegalArgumentException if the data are not there, or errors of odd ids are asked for
     */
    public static void run(Extractor extractor, Settings settings, PrintStream out) throws IOException {
        if (settings.errors() && settings.half() == Half.ODD) {
            throw new IllegalArgumentException("Cannot list errors of odd ids: whoever writes rules must not see them."
                    + " Leave out --errors, or use --half even.");
        }
        NarrativeFiles files = new NarrativeFiles(settings.data());
        PerpetratorTable table = PerpetratorTable.load();
        List<Narrative> all = files.read();
        List<Read> reads = all.parallelStream()
                .filter(settings.half()::has)
                .map(narrative -> read(extractor, table, narrative))
                .toList();
        AidScores scores = new AidScores(reads);
        if (settings.errors()) {
            scores.errors(out);
        }
        String digest = files.digest();
        out.println("data digest " + digest + ", " + reads.size() + " narratives with an "
                + settings.half().name().toLowerCase(Locale.ROOT) + " id");
        out.println();
        out.print(scores.text());
        AidScores filled = settings.learn() ? new AidScores(AidCodebooks.fill(all, reads, settings.half())) : null;
        if (filled != null) {
            out.println();
            out.println("as codebooks fill them that were learned from even ids");
            out.print(filled.text());
        }
        if (settings.doc() != null) {
            Files.writeString(settings.doc(), AidPage.page(settings, scores, filled, digest, extractor.version()));
        }
    }

    static Read read(Extractor extractor, PerpetratorTable table, Narrative narrative) {
        CodedReport coded = extractor.extract(report(narrative));
        VictimTolls tolls = VictimTolls.of(coded, TargetClass.AID);
        Harmed harmed = new Harmed(
                number(tolls.count(Harm.KILLED, AID_WORKERS)),
                number(tolls.count(Harm.WOUNDED, AID_WORKERS)),
                number(
                        narrative.dataSet() == Narrative.DataSet.AWSD
                                ? tolls.survivors(Harm.CAPTURED, AID_WORKERS)
                                : tolls.count(Harm.CAPTURED, AID_WORKERS)));
        PerpetratorClass perpetrator = coded.incidents().stream()
                .flatMap(incident -> incident.perpetrators().stream().limit(1))
                .map(Said::value)
                .map(one -> one.perpetratorClass())
                .findFirst()
                .orElse(PerpetratorClass.UNKNOWN);
        return new Read(narrative, harmed, place(coded), table.classOf(narrative.dataSet(), perpetrator), coded);
    }

    /** The low end, which the data sets code; 0 where the report numbers nobody. */
    private static int number(Count count) {
        return count.low() == null ? 0 : count.low();
    }

    /** Of the first incident that is placed more finely than in a country. */
    private static @Nullable Place place(CodedReport coded) {
        return coded.incidents().stream()
                .map(CodedIncident::where)
                .filter(place -> place != null && place.latitude() != null)
                .filter(place -> place != null && place.precision().compareTo(PlacePrecision.COUNTRY) < 0)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Point point(@Nullable Place place) {
        return place == null || place.latitude() == null || place.longitude() == null
                ? null
                : new Point(place.latitude(), place.longitude());
    }

    private static Report report(Narrative narrative) {
        String docid = narrative.dataSet().code() + "-" + narrative.id();
        return new Report(
                Report.idOf(docid, null, null, narrative.date(), null, narrative.text()),
                docid,
                null,
                null,
                List.of(),
                narrative.date(),
                "en",
                Genre.DATA_SET,
                null,
                null,
                narrative.text(),
                List.of());
    }
}
