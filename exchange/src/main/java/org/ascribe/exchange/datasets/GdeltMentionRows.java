package org.ascribe.exchange.datasets;

import java.util.List;
import java.util.Set;
import org.ascribe.core.DataSource;

/**
 * GDELT mentions: that an article speaks of an event. Such a row says nothing about the event itself, so it becomes a report
 * without assertions, with the article's address and the event's id among its words.
 */
final class GdeltMentionRows implements RowCoder {

    static final Header HEADER = Header.of(
            List.of(
                    "GLOBALEVENTID",
                    "EventTimeDate",
                    "MentionTimeDate",
                    "MentionType",
                    "MentionSourceName",
                    "MentionIdentifier",
                    "SentenceID",
                    "Actor1CharOffset",
                    "Actor2CharOffset",
                    "ActionCharOffset",
                    "InRawText",
                    "Confidence",
                    "MentionDocLen",
                    "MentionDocTone",
                    "MentionDocTranslationInfo",
                    "Extras"),
            Set.of());

    private static final DataSource SOURCE = new DataSource(
            "GDELT mentions",
            GdeltRows.SOURCE.licence(),
            GdeltRows.SOURCE.redistribution(),
            DataSource.Rows.MENTIONS,
            GdeltRows.SOURCE.cite());

    private final ActorNames names;
    private final Release release;

    GdeltMentionRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String event = row.need("GLOBALEVENTID");
        String article = row.need("MentionIdentifier");
        Coding coding = new Coding(row, SOURCE, names, "gdelt-mentions-1");
        coding.lines(
                "MentionSourceName",
                "MentionIdentifier",
                "GLOBALEVENTID",
                "EventTimeDate",
                "MentionTimeDate",
                "SentenceID",
                "InRawText",
                "Confidence",
                "MentionDocTranslationInfo");
        return coding.finish(
                event + "/" + row.get("SentenceID") + "/" + article,
                release.rank(),
                row.get("MentionSourceName"),
                row.day("MentionTimeDate"),
                row.get("MentionType") != null && row.need("MentionType").equals("1") ? article : null);
    }
}
