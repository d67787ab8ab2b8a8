package org.ascribe.exchange.datasets;

import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.Said;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** ICEWS coded event data, yearly files to 2023. An id is unique together with its day only. */
final class IcewsRows implements RowCoder {

    private static final DataSource SOURCE = new DataSource(
            "ICEWS",
            "research use",
            DataSource.Redistribution.NO,
            DataSource.Rows.MENTIONS,
            "Boschee et al. 2015, ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075");

    private final ActorNames names;
    private final Release release;

    IcewsRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        Coding coding = new Coding(row, SOURCE, names, "icews-1");
        Words source = coding.line("Source Name");
        coding.lines("Source Sectors", "Source Country");
        Words narrative = coding.line("Event Text");
        Words code = coding.line("CAMEO Code");
        coding.line("Intensity");
        Words target = coding.line("Target Name");
        coding.lines("Target Sectors", "Target Country");
        Words day = coding.line("Event Date");
        if (code == null || day == null) {
            throw new RowProblem(
                    "value-missing",
                    "\"" + (code == null ? "CAMEO Code" : "Event Date") + "\" is empty, and a row needs it");
        }
        String cameo = zeros(code.value(), row.real("Intensity"));
        Said<Place> where = where(coding);
        coding.lines("Publisher", "Story ID", "Sentence Number");
        EventDate when = EventDate.day(Row.day("Event Date", day.value()));
        CameoRows.code(
                coding,
                Cameo.type(cameo),
                Cameo.statement(cameo),
                code,
                source,
                target,
                new Said<>(when, day.at()),
                where,
                narrative);
        return coding.finish(
                row.need("Event ID") + "/" + when.from(), release.rank(), row.get("Event Text"), null, null);
    }

    /**
     * A spreadsheet takes the leading zero away, so that 015 reads 15 and 0251 reads 251. What is friendly has an intensity
     * of 0 or more where the code without its zero would be hostile (15, 16 and above are below 0).
     */
    static String zeros(String code, @Nullable Double intensity) {
        if (code.length() == 2 && Integer.parseInt(code) <= 20 && intensity != null && intensity < 0) {
            return code;
        }
        if (code.equals("15") || code.equals("16")) {
            return intensity != null && intensity >= 0 ? "0" + code : code;
        }
        return code.length() == 1 ? "0" + code : code;
    }

    private static @Nullable Said<Place> where(Coding coding) {
        Row row = coding.row();
        Words city = coding.line("City");
        Words district = coding.line("District");
        Words province = coding.line("Province");
        Words country = coding.line("Country");
        double[] point = row.point("Latitude", "Longitude");
        Words latitude = coding.line("Latitude");
        Words longitude = coding.line("Longitude");
        return Placing.ofParts(city, district, province, country, point, latitude, longitude);
    }
}
