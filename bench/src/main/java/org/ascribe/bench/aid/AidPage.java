package org.ascribe.bench.aid;

import java.util.Locale;
import java.util.Map;
import org.ascribe.bench.aid.AidScores.Share;
import org.jspecify.annotations.Nullable;

/** The page of docs/evaluation. */
final class AidPage {

    private AidPage() {}

    static String page(
            AidRun.Settings settings, AidScores scores, @Nullable AidScores filled, String digest, String version) {
        StringBuilder page = new StringBuilder();
        page.append("""
                # How well narratives of aid work, schools and camps under attack are read

                Written by `scripts/evaluate-aid`; do not edit. Commit %s, %s, extractor %s, %d narratives with an %s id, data digest %s.
                The machine is in `bench/results/aid-narratives.txt`.

                Real modern texts, coded by their makers: the Aid Worker Security Database (Humanitarian Outcomes, CC BY) and Security
                in Numbers (Insecurity Insight, CC BY). Rules were written on rows with an even id; whoever wrote them saw nothing of rows with an
                odd id. The coders knew more than the texts say: see below.

                | %% right (right of counted) | all | AWSD | SiND aid workers | SiND education | SiND protection |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """.formatted(
                        settings.commit(),
                        settings.date(),
                        version,
                        scores.reads().size(),
                        settings.half().name().toLowerCase(Locale.ROOT),
                        digest));
        scores.measures().forEach((measure, shares) -> row(page, measure, shares));
        page.append(placeable(scores));
        if (filled != null) {
            page.append("""

                    ## The same as codebooks fill it

                    Each maker has coding rules of its own. Learned by `CodebookModel`, as for `ascribe codebook learn`: one codebook for AWSD, one for
                    the three files of SiND, from the rows with an even id: the narrative, the class, and the three numbers where they are coded. Asked about the rows with an odd id.

                    | % right (right of counted) | all | AWSD | SiND aid workers | SiND education | SiND protection |
                    | --- | ---: | ---: | ---: | ---: | ---: |
                    """);
            filled.measures().forEach((measure, shares) -> {
                if (!measure.startsWith("place")) {
                    row(page, measure, shares);
                }
            });
            page.append("\nPerpetrator classes, rows as coded, columns as filled:\n\n");
            confusion(page, filled);
        }
        page.append("\n## Perpetrator classes, rows as coded, columns as read\n\n");
        confusion(page, scores);
        return page.append(DEFINITIONS).toString();
    }

    /** How many can be placed at all: the rest of the row, its country too, is not read. */
    private static String placeable(AidScores scores) {
        Share all =
                scores.measures().getOrDefault(AidScores.PLACE_ALL, Map.of()).get("all");
        Share says =
                scores.measures().getOrDefault(AidScores.PLACE_SAID, Map.of()).get("all");
        return all == null || says == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "\nOf the %d narratives with a place finer than a country, %d (%.1f %%) name one: no reader can place the others.\n",
                        all.of,
                        says.of,
                        100.0 * says.of / all.of);
    }

    private static void row(StringBuilder page, String measure, Map<String, Share> shares) {
        page.append("| ").append(measure).append(" | ").append(cell(shares.get("all")));
        for (Narrative.DataSet set : Narrative.DataSet.values()) {
            page.append(" | ").append(cell(shares.get(set.code())));
        }
        page.append(" |\n");
    }

    private static void confusion(StringBuilder page, AidScores scores) {
        page.append("| |");
        scores.classes().forEach(name -> page.append(' ').append(name).append(" |"));
        page.append("\n| --- |")
                .append(" ---: |".repeat(scores.classes().size()))
                .append('\n');
        for (String coded : scores.classes()) {
            Map<String, Integer> row = scores.confusion().getOrDefault(coded, Map.of());
            page.append("| ").append(coded).append(" |");
            scores.classes()
                    .forEach(read ->
                            page.append(' ').append(row.getOrDefault(read, 0)).append(" |"));
            page.append('\n');
        }
    }

    private static String cell(@Nullable Share share) {
        return share == null ? "" : share.percent() + " (" + share.right + " of " + share.of + ")";
    }

    private static final String DEFINITIONS = """

            ## What counts

            - **Halves**: by the number that the row itself has as id (`Incident ID` of AWSD, `SiND Event ID`, `SiND ID`), odd or even. A row
              that stands in two files keeps its id and so its half.
            - **What is read**: the narrative alone, published on the day that the row codes for the incident, unknown if it codes none. Nothing
              else of the row, its country neither, reaches the extractor.
            - **Aid workers**: AWSD (`Total killed`, `wounded`, `kidnapped`) and SiND aid workers (`Aid Workers Killed`, `Injured`, `Kidnapped`). Read are the
              affirmed tolls of the report whose words are for aid or health workers (`VictimTolls`), the low end of each; a toll that is not
              read is 0. Staff, drivers, guards, volunteers and the like whose employer the text does not name count as aid workers. All three numbers must be equal. Arrests are no kidnappings in either. Who was
              kidnapped and killed is among the killed alone in AWSD, among both in SiND.
            - **Place**: rows that code more than a country. Read is the place of the first incident that is placed more finely than in a
              country; none read is wrong. The distance is on the sphere. Many narratives name no place: the second
              line counts those that contain a word of the place names that the row codes (region, district, city, camp; words for kinds of areas
              apart), or a capitalised word behind *in*, *at*, *near*, *from*, *between*, *around*, *outside* that is no month, acronym, country or people. The third counts those where
              some place was read.
            - **Perpetrator class**: of the first incident with a described perpetrator; unknown if none. The classes of the data sets are brought together in
              `perpetrator-classes.tsv`, ours are named in `perpetrators-read.tsv`: SiND calls unidentified armed people non-state, AWSD unknown.
              SiND education has national forces under "Other"; they are told apart by the name in the same row.
            """;
}
