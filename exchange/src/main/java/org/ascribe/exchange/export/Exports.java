package org.ascribe.exchange.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The writer for each format. */
public final class Exports {

    /** Puts a CSV file into a Parquet file; exchange knows no database, so it is handed in. */
    @FunctionalInterface
    public interface ToParquet {
        /** @param types by column, in the order of the file, its type in SQL; an empty cell is null */
        void convert(Path csv, Map<String, String> types, Path parquet) throws IOException;
    }

    private Exports() {}

    /**
     * Begins an export.
     *
     * @param to the file, or for {@link ExportFormat#isFolder() folders} a folder that is there
     * @param scratch a folder for what is needed only meanwhile
     */
    public static ExportWriter begin(ExportFormat format, Path to, Path scratch, ExportTerms terms, ToParquet toParquet)
            throws IOException {
        return switch (format) {
            case CSV -> new PackageWriter(to, to, terms, null);
            case PARQUET -> new PackageWriter(to, scratch, terms, toParquet::convert);
            case GEOJSON -> new GeoJsonWriter(to, terms);
            case STIX -> new StixWriter(to, terms);
            case PLOVER -> new PloverWriter(to, terms);
            case ACLED -> TableWriter.acled(to);
            case UCDP -> TableWriter.ucdp(to);
        };
    }
}
