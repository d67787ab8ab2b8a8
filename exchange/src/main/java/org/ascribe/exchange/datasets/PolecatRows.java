package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.util.Locale;
import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.Said;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** POLECAT, coded in PLOVER, 2018 on; several rows an incident, one a story. Types and modes after the manual of 2021/22. */
final class PolecatRows implements RowCoder {

    private static final DataSource SOURCE = new DataSource(
            "POLECAT",
            "Leidos, non-commercial research",
            DataSource.Redistribution.NO,
            DataSource.Rows.MENTIONS,
            "Halterman et al. 2023, POLECAT, Harvard Dataverse, doi:10.7910/DVN/AJGVIT");

    private final ActorNames names;
    private final Release release;

    PolecatRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        Coding coding = new Coding(row, SOURCE, names, "polecat-1");
        Words headline = coding.line("Headline");
        Words name = coding.line("Actor Name");
        Words raw = coding.line("Actor Name Raw");
        coding.lines("Actor Title", "Actor Country", "Primary Actor Sector");
        Words type = coding.line("Event Type");
        Words mode = coding.line("Event Mode");
        coding.lines("Contexts", "Intensity");
        Words recipient = coding.line("Recipient Name");
        Words recipientRaw = coding.line("Recipient Name Raw");
        coding.lines("Recipient Title", "Recipient Country", "Primary Recipient Sector");
        Words day = coding.line("Event Date");
        if (type == null || day == null) {
            throw new RowProblem(
                    "value-missing",
                    "\"" + (type == null ? "Event Type" : "Event Date") + "\" is empty, and a row needs it");
        }
        Said<Place> where = where(coding);
        coding.lines("Source", "Publication Date");
        String kind = type.value().toUpperCase(Locale.ROOT);
        String how = mode == null ? "" : mode.value().toLowerCase(Locale.ROOT);
        EventDate when = EventDate.day(Row.day("Event Date", day.value()));
        LocalDate published = row.day("Publication Date");
        CameoRows.code(
                coding,
                type(kind, how),
                kind.equals("ACCUSE") && how.equals("allege") ? Cameo.Statement.ACCUSATION : null,
                mode == null ? type : mode,
                first(name, raw),
                first(recipient, recipientRaw),
                new Said<>(when, day.at()),
                where,
                headline);
        return coding.finish(
                row.need("Event ID"),
                release.rank(),
                headline != null ? headline.value() : kind + (mode == null ? "" : " " + mode.value()),
                published,
                null);
    }

    /** The resolved name unless it is a list; then the words of the story. */
    private static @Nullable Words first(@Nullable Words resolved, @Nullable Words raw) {
        return resolved != null && resolved.value().indexOf(';') < 0 ? resolved : Coding.firstOf(raw, resolved);
    }

    private static @Nullable IncidentType type(String kind, String mode) {
        return switch (kind) {
            case "ASSAULT" ->
                switch (mode) {
                    case "abduct" -> IncidentType.ABDUCTION;
                    case "sexual" -> IncidentType.SEXUAL_VIOLENCE;
                    case "targeted" -> IncidentType.ASSASSINATION;
                    case "execute" -> IncidentType.EXECUTION;
                    case "destroy" -> IncidentType.SABOTAGE;
                    case "primitive", "firearms" -> IncidentType.ARMED_ASSAULT;
                    case "explosives" -> IncidentType.BOMBING;
                    case "suicide-attack" -> IncidentType.SUICIDE_BOMBING;
                    case "aerial", "drone" -> IncidentType.AIRSTRIKE;
                    case "heavy-weapons" -> IncidentType.SHELLING;
                    default -> IncidentType.OTHER;
                };
            case "COERCE" ->
                switch (mode) {
                    case "arrest", "seize" -> IncidentType.RAID_OR_ARREST;
                    default -> null;
                };
            case "PROTEST" -> mode.equals("riot") ? IncidentType.UNREST : null;
            default -> null;
        };
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
        coding.lines("Placename", "Feature Type", "GeoNames ID");
        return Placing.ofParts(city, district, province, country, point, latitude, longitude);
    }
}
