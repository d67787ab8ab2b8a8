package org.ascribe.exchange.datasets;

import java.util.Arrays;
import java.util.Optional;
import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/** The data sets that are known by their columns, and any other through a mapping. */
public enum DataSetKind implements Coded {
    UCDP_GED("id", "type_of_violence", "side_a", "side_b", "latitude", "longitude"),
    UCDP_ACTORS("ActorId", "NameData"),
    ACLED("event_id_cnty", "event_date", "sub_event_type", "actor1"),
    GTD("eventid", "iyear", "attacktype1", "gname"),
    /** Without a header: 61 columns, in version 1 of GDELT 57 or 58. */
    GDELT_EVENTS,
    /** Without a header: 16 columns. */
    GDELT_MENTIONS,
    POLECAT("Event ID", "Event Date", "Event Type", "Event Mode"),
    ICEWS("Event ID", "Event Date", "CAMEO Code", "Source Name", "Target Name"),
    /** Whatever a mapping file describes. */
    MAPPED;

    private final String[] columns;

    DataSetKind(String... columns) {
        this.columns = columns;
    }

    /** What the columns of a first line show the file to be; empty if no data set that we know has them. */
    static Optional<DataSetKind> of(Header header) {
        return Arrays.stream(values())
                .filter(kind -> kind.columns.length > 0 && header.has(kind.columns))
                .findFirst();
    }

    /** What a file without a header is, by the number and the look of its cells. */
    static Optional<DataSetKind> ofHeaderless(String[] cells) {
        if (!isDigits(cells[0], 1)) {
            return Optional.empty();
        }
        return switch (cells.length) {
            case 57, 58, 61 ->
                isDigits(cells[1], 8) && isDigits(cells[2], 6) ? Optional.of(GDELT_EVENTS) : Optional.empty();
            case 16 ->
                isDigits(cells[1], 14) && isDigits(cells[2], 14) ? Optional.of(GDELT_MENTIONS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isDigits(String cell, int atLeast) {
        return cell.length() >= atLeast && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The first column that a file of this kind has and this header lacks; null if all are there. */
    @Nullable
    String missing(Header header) {
        return Arrays.stream(columns)
                .filter(column -> !header.has(column))
                .findFirst()
                .orElse(null);
    }

    RowCoder coder(ActorNames names, Release release, @Nullable Mapping mapping) {
        return switch (this) {
            case UCDP_GED -> new GedRows(names, release);
            case UCDP_ACTORS -> new UcdpActorRows(names, release);
            case ACLED -> new AcledRows(names, release);
            case GTD -> new GtdRows(names, release);
            case GDELT_EVENTS -> new GdeltRows(names, release);
            case GDELT_MENTIONS -> new GdeltMentionRows(names, release);
            case POLECAT -> new PolecatRows(names, release);
            case ICEWS -> new IcewsRows(names, release);
            case MAPPED -> {
                if (mapping == null) {
                    throw new IllegalArgumentException("a mapped data set needs its mapping");
                }
                yield new MappedRows(mapping, names, release);
            }
        };
    }
}
