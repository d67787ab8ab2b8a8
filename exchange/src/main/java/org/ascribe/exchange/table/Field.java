package org.ascribe.exchange.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a table of incidents can hold, with the names under which UCDP, ACLED, GTD, MELTT's tables, AWSD and
 * others keep it, the usual one first.
 */
public enum Field {
    ID(
            "id",
            "eventid",
            "eventidcnty",
            "incidentid",
            "sindeventid",
            "sindid",
            "dataid",
            "eventidnocnty",
            "rowid",
            "key"),
    DATE("date", "eventdate", "datestart", "startdate", "incidentdate", "datefrom"),
    DATE_END("dateend", "enddate", "dateto"),
    YEAR("year", "iyear"),
    MONTH("month", "imonth"),
    DAY("day", "iday"),
    DATE_PRECISION("dateprecision", "dateprec", "timeprecision"),
    LATITUDE("latitude", "lat"),
    LONGITUDE("longitude", "lon", "lng", "long"),
    PLACE_PRECISION("placeprecision", "whereprec", "geoprecision", "geoprec", "specificity"),
    COUNTRY("country", "countrytxt", "countryname"),
    REGION("admin1", "adm1", "provstate", "province", "region"),
    PLACE("place", "location", "city", "wherecoordinates", "town", "district", "admin2", "adm2"),
    ACTOR_1(
            "actor1",
            "sidea",
            "gname",
            "reportedperpetratorname",
            "actorname",
            "perpetratorname",
            "perpetrator",
            "actor"),
    ACTOR_2("actor2", "sideb", "gname2"),
    TYPE(
            "type",
            "eventtype",
            "typeofviolence",
            "attacktype1txt",
            "meansofattack",
            "weaponcarriedused",
            "attacktype1",
            "incidenttype"),
    TARGET("target", "targtype1txt", "targettype", "targtype1"),
    KILLED("killed", "best", "bestdeath", "bestest", "fatalities", "nkill", "deaths", "totalkilled"),
    KILLED_LOW("killedlow", "low", "lowdeath", "lowest"),
    KILLED_HIGH("killedhigh", "high", "highdeath", "highest"),
    WOUNDED("wounded", "nwound", "injured", "totalwounded", "injuries"),
    TEXT(
            "text",
            "notes",
            "summary",
            "eventdescription",
            "description",
            "details",
            "narrative",
            "sourceheadline",
            "headline");

    private final List<String> spellings;

    Field(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** As it is named on the command line: {@code killed-low}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Field> find(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The first of the header's columns that is so called, or null; names are compared by letters and digits alone. */
    @Nullable
    Integer columnIn(List<String> header) {
        List<String> bare = header.stream().map(Field::bare).toList();
        return spellings.stream()
                .map(bare::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(null);
    }

    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
