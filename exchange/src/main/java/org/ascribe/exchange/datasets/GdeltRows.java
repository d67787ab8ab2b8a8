package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** GDELT events, version 2 (61 columns) and 1 (57 or 58). The files have no header; the names are the codebook's. */
final class GdeltRows implements RowCoder {

    static final DataSource SOURCE = new DataSource(
            "GDELT",
            "free use with citation",
            DataSource.Redistribution.YES,
            DataSource.Rows.MENTIONS,
            "The GDELT Project, https://www.gdeltproject.org/");

    private final ActorNames names;
    private final Release release;

    GdeltRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    /** The names of the columns of a file with so many of them. */
    static Header header(int columns) {
        boolean two = columns == 61;
        List<String> header = new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
        for (String actor : new String[] {"Actor1", "Actor2"}) {
            for (String part : new String[] {
                "Code",
                "Name",
                "CountryCode",
                "KnownGroupCode",
                "EthnicCode",
                "Religion1Code",
                "Religion2Code",
                "Type1Code",
                "Type2Code",
                "Type3Code"
            }) {
                header.add(actor + part);
            }
        }
        header.addAll(List.of(
                "IsRootEvent",
                "EventCode",
                "EventBaseCode",
                "EventRootCode",
                "QuadClass",
                "GoldsteinScale",
                "NumMentions",
                "NumSources",
                "NumArticles",
                "AvgTone"));
        for (String place : new String[] {"Actor1Geo_", "Actor2Geo_", "ActionGeo_"}) {
            for (String part :
                    new String[] {"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"
                    }) {
                if (two || !part.equals("ADM2Code")) {
                    header.add(place + part);
                }
            }
        }
        header.add("DATEADDED");
        if (columns != 57) {
            header.add("SOURCEURL");
        }
        return Header.of(header, Set.of());
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need("GLOBALEVENTID");
        Coding coding = new Coding(row, SOURCE, names, "gdelt-1");
        Words actor1 = coding.line("Actor1Name");
        coding.lines("Actor1Code", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1Type1Code");
        Words code = coding.line("EventCode");
        coding.line("QuadClass");
        Words actor2 = coding.line("Actor2Name");
        coding.lines("Actor2Code", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2Type1Code");
        if (code == null) {
            throw new RowProblem("value-missing", "\"EventCode\" is empty, expected a CAMEO code such as 190");
        }
        Words day = coding.line("SQLDATE");
        EventDate when = day == null ? null : EventDate.day(Row.day("SQLDATE", day.value()));
        Said<Place> where = where(coding);
        coding.lines("IsRootEvent", "NumMentions", "NumSources", "NumArticles", "AvgTone", "SOURCEURL");
        LocalDate added = row.day("DATEADDED");
        CameoRows.code(
                coding,
                Cameo.type(code.value()),
                Cameo.statement(code.value()),
                code,
                actor1,
                actor2,
                Coding.said(when, day == null ? null : day.at()),
                where,
                null);
        return coding.finish(id, release.rank(), title(row), added, row.get("SOURCEURL"));
    }

    private static String title(Row row) {
        String place = row.get("ActionGeo_FullName");
        return "CAMEO " + row.get("EventCode") + (place == null ? "" : ", " + place);
    }

    private static @Nullable Said<Place> where(Coding coding) {
        Row row = coding.row();
        Words name = coding.line("ActionGeo_FullName");
        Words type = coding.line("ActionGeo_Type");
        Words country = coding.line("ActionGeo_CountryCode");
        double[] point = row.point("ActionGeo_Lat", "ActionGeo_Long");
        Words latitude = coding.line("ActionGeo_Lat");
        Words longitude = coding.line("ActionGeo_Long");
        if (name == null || type == null || type.value().equals("0")) {
            return null;
        }
        PlacePrecision precision = switch (type.value()) {
            case "1" -> PlacePrecision.COUNTRY;
            case "2", "5" -> PlacePrecision.ADMIN1;
            case "3", "4" -> PlacePrecision.TOWN;
            default ->
                throw new RowProblem(
                        "code-unknown", "\"ActionGeo_Type\" is \"" + Row.cut(type.value()) + "\", expected 0 to 5");
        };
        String[] parts = name.value().split(", ");
        String first = parts[0];
        Passage at = Coding.span(name, type, country, latitude, longitude);
        return Coding.said(
                new Place(
                        first,
                        country == null ? null : Countries.ofFips(country.value()),
                        precision == PlacePrecision.TOWN && parts.length > 2 ? parts[1] : null,
                        point == null ? null : (Double) point[0],
                        point == null ? null : (Double) point[1],
                        precision),
                at);
    }
}
