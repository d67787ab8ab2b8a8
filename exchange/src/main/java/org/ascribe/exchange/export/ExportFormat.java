package org.ascribe.exchange.export;

import org.ascribe.core.Coded;

/** What an export is written as. */
public enum ExportFormat implements Coded {
    /** A Frictionless data package: a folder of CSV files and datapackage.json. */
    CSV,
    GEOJSON,
    /** The tables of the data package as Parquet files. */
    PARQUET,
    /** A STIX 2.1 bundle. */
    STIX,
    /** JSON Lines with the fields of PLOVER. */
    PLOVER,
    /** CSV with the columns of ACLED. */
    ACLED,
    /** CSV with the columns of UCDP GED. */
    UCDP;

    /** Whether it is a folder of files rather than one file. */
    public boolean isFolder() {
        return this == CSV || this == PARQUET;
    }
}
