package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** The Global Terrorism Database, release of 2021. Codes after the GTD Codebook of August 2021. */
final class GtdRows implements RowCoder {

    static final DataSource SOURCE = new DataSource(
            "GTD",
            "GTD terms of use",
            DataSource.Redistribution.NO,
            DataSource.Rows.INCIDENTS,
            "START, National Consortium for the Study of Terrorism and Responses to Terrorism, Global Terrorism Database");

    private static final Map<String, IncidentType> TYPES = Map.of(
            "1", IncidentType.ASSASSINATION,
            "2", IncidentType.ARMED_ASSAULT,
            "3", IncidentType.BOMBING,
            "4", IncidentType.ABDUCTION,
            "5", IncidentType.ABDUCTION,
            "6", IncidentType.ABDUCTION,
            "7", IncidentType.SABOTAGE,
            "8", IncidentType.OTHER,
            "9", IncidentType.OTHER);

    private static final Map<String, TargetClass> TARGETS = Map.ofEntries(
            Map.entry("1", TargetClass.BUSINESS),
            Map.entry("2", TargetClass.GOVERNMENT),
            Map.entry("3", TargetClass.POLICE),
            Map.entry("4", TargetClass.MILITARY),
            Map.entry("5", TargetClass.HEALTH),
            Map.entry("6", TargetClass.TRANSPORT),
            Map.entry("7", TargetClass.DIPLOMATIC),
            Map.entry("8", TargetClass.EDUCATION),
            Map.entry("9", TargetClass.INFRASTRUCTURE),
            Map.entry("10", TargetClass.MEDIA),
            Map.entry("11", TargetClass.TRANSPORT),
            Map.entry("12", TargetClass.AID),
            Map.entry("14", TargetClass.CIVILIANS),
            Map.entry("15", TargetClass.RELIGIOUS),
            Map.entry("16", TargetClass.INFRASTRUCTURE),
            Map.entry("17", TargetClass.ARMED_GROUP),
            Map.entry("18", TargetClass.FOREIGN_NATIONALS),
            Map.entry("19", TargetClass.TRANSPORT),
            Map.entry("21", TargetClass.INFRASTRUCTURE),
            Map.entry("22", TargetClass.POLITICAL));

    private static final Map<String, WeaponClass> WEAPONS = Map.of(
            "1", WeaponClass.OTHER,
            "2", WeaponClass.CHEMICAL,
            "5", WeaponClass.FIREARM,
            "6", WeaponClass.EXPLOSIVE,
            "8", WeaponClass.INCENDIARY,
            "9", WeaponClass.BLADE,
            "10", WeaponClass.VEHICLE);

    private final ActorNames names;
    private final Release release;

    GtdRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need("eventid");
        if (!id.matches("\\d{12}")) {
            throw new RowProblem(
                    "id-unreadable",
                    "\"eventid\" is \"" + Row.cut(id)
                            + "\", expected 12 digits such as 202006010001; a spreadsheet may have rounded it");
        }
        Coding coding = new Coding(row, SOURCE, names, "gtd-1");
        Words summary = coding.prose("summary");
        Words attack = coding.line("attacktype1_txt");
        coding.lines("attacktype2_txt", "attacktype3_txt", "success");
        Words suicide = coding.line("suicide");
        Said<EventDate> when = when(coding);
        Said<Place> where = where(coding);
        List<Said<Target>> targets = new ArrayList<>();
        List<Said<Weapon>> weapons = new ArrayList<>();
        for (String n : new String[] {"1", "2", "3"}) {
            Words kind = coding.line("targtype" + n + "_txt");
            coding.line("targsubtype" + n + "_txt");
            coding.line("corp" + n);
            Words target = Coding.firstOf(coding.line("target" + n), kind);
            if (target != null) {
                targets.add(Coding.target(
                        target, TARGETS.getOrDefault(String.valueOf(row.get("targtype" + n)), TargetClass.OTHER)));
            }
        }
        for (String n : new String[] {"1", "2", "3", "4"}) {
            Words kind = coding.line("weaptype" + n + "_txt");
            Words fine = coding.line("weapsubtype" + n + "_txt");
            String code = row.get("weaptype" + n);
            Words weapon = Coding.firstOf(fine, kind);
            if (weapon != null && code != null && !code.equals("13")) {
                weapons.add(new Said<>(
                        new Weapon(weapon.value(), WEAPONS.getOrDefault(code, WeaponClass.OTHER)), weapon.at()));
            }
        }
        coding.lines(
                "weapdetail",
                "motive",
                "crit1",
                "crit2",
                "crit3",
                "doubtterr",
                "alternative_txt",
                "multiple",
                "related");
        @Nullable Words[] groups = new @Nullable Words[3];
        @Nullable Words[] uncertain = new @Nullable Words[3];
        @Nullable Words[] claimed = new @Nullable Words[3];
        @Nullable Words[] modes = new @Nullable Words[3];
        for (int i = 0; i < 3; i++) {
            String n = i == 0 ? "" : String.valueOf(i + 1);
            groups[i] = coding.line("gname" + n);
            coding.line("gsubname" + n);
            uncertain[i] = coding.line("guncertain" + (i + 1));
            claimed[i] = coding.line(i == 0 ? "claimed" : "claim" + n);
            modes[i] = coding.line("claimmode" + n + "_txt");
        }
        Words individual = coding.line("individual");
        Words competing = coding.line("compclaim");
        Words killedWords = coding.line("nkill");
        coding.line("nkillter");
        Words woundedWords = coding.line("nwound");
        coding.line("nwoundte");
        Words hostages = coding.line("nhostkid");
        coding.lines("addnotes", "scite1", "scite2", "scite3", "dbsource");

        if (attack == null) {
            throw new RowProblem("value-missing", "\"attacktype1_txt\" is empty, and a row needs it");
        }
        Count killed = count(row, "nkill");
        Count wounded = count(row, "nwound");
        IncidentType type = type(row, weapons);
        Passage told = Coding.span(attack, suicide);
        told = when == null ? told : union(told, when.passage());
        told = where == null ? told : union(told, where.passage());
        coding.occurrence(
                new Said<>(
                        type, type == IncidentType.SUICIDE_BOMBING && suicide != null ? suicide.line() : attack.at()),
                when,
                where,
                targets,
                weapons,
                killed,
                wounded,
                summary != null ? summary.at() : told == null ? attack.line() : told);
        for (int i = 0; i < 3; i++) {
            attribution(coding, groups[i], uncertain[i], claimed[i], modes[i], i, individual);
        }
        competing(coding, row, groups, competing);
        coding.toll(Harm.KILLED, killed, null, killedWords == null ? null : killedWords.line());
        coding.toll(Harm.WOUNDED, wounded, null, woundedWords == null ? null : woundedWords.line());
        if ("1".equals(row.get("ishostkid")) && hostages != null) {
            coding.toll(Harm.CAPTURED, count(row, "nhostkid"), null, hostages.line());
        }
        return coding.finish(id, release.rank(), title(row, attack), null, null);
    }

    private static Passage union(@Nullable Passage a, Passage b) {
        return a == null ? b : a.union(b);
    }

    private static String title(Row row, Words attack) {
        String city = row.first("city", "provstate", "country_txt");
        return city == null ? attack.value() : attack.value() + ", " + city;
    }

    /** What GTD says of one of its three groups: that it is held to have done it, surely or not, and whether it claimed. */
    private static void attribution(
            Coding coding,
            @Nullable Words group,
            @Nullable Words uncertain,
            @Nullable Words claimed,
            @Nullable Words mode,
            int which,
            @Nullable Words individual) {
        ActorRef actor = coding.actor(group);
        Passage at = Coding.span(group, uncertain);
        boolean suspicion = uncertain != null && uncertain.value().equals("1");
        boolean alone = individual != null && individual.value().equals("1");
        coding.responsible(actor, suspicion ? Stance.SUSPECTED : Stance.STATED, at);
        if (claimed == null) {
            return;
        }
        if (claimed.value().equals("1") && actor != null) {
            coding.say(
                    new Content.Responsibility(
                            actor,
                            Stance.CLAIMED,
                            EvidenceGiven.UNSTATED,
                            mode == null ? null : new Said<>(mode.value(), mode.at())),
                    coding.party(actor),
                    false,
                    union(Coding.span(group, claimed), mode == null ? claimed.line() : mode.line()));
        } else if (claimed.value().equals("0") && which == 0 && !alone) {
            coding.say(
                    new Content.Responsibility(null, Stance.UNCLAIMED, EvidenceGiven.UNSTATED, null),
                    coding.dataSet(),
                    false,
                    claimed.line());
        }
    }

    /** Competing claims of which GTD names one at most leave that one in doubt; two named ones speak for themselves. */
    private static void competing(Coding coding, Row row, @Nullable Words[] groups, @Nullable Words competing) {
        ActorRef first = coding.actor(groups[0]);
        if (competing != null
                && competing.value().equals("1")
                && first != null
                && !("1".equals(row.get("claim2")) && coding.actor(groups[1]) != null)) {
            coding.responsible(first, Stance.DOUBTED, competing.line());
        }
    }

    private static IncidentType type(Row row, List<Said<Weapon>> weapons) {
        IncidentType type = TYPES.get(String.valueOf(row.get("attacktype1")));
        if (type == null) {
            throw new RowProblem(
                    "code-unknown", "\"attacktype1\" is \"" + row.get("attacktype1") + "\", expected 1 to 9");
        }
        WeaponClass first = weapons.isEmpty()
                ? WeaponClass.OTHER
                : weapons.getFirst().value().weaponClass();
        if (type == IncidentType.BOMBING && "1".equals(row.get("suicide"))) {
            return IncidentType.SUICIDE_BOMBING;
        }
        if (type == IncidentType.SABOTAGE && first == WeaponClass.INCENDIARY) {
            return IncidentType.ARSON;
        }
        return type == IncidentType.OTHER && first == WeaponClass.CHEMICAL ? IncidentType.CHEMICAL_ATTACK : type;
    }

    /** A toll that was split over linked rows can be a fraction; then it lies between two whole numbers. */
    private static Count count(Row row, String column) {
        Double number = row.real(column);
        return number == null || number < 0
                ? Count.UNKNOWN
                : Count.between((int) Math.floor(number), (int) Math.ceil(number));
    }

    private static @Nullable Said<EventDate> when(Coding coding) {
        Row row = coding.row();
        Words year = coding.line("iyear");
        Words month = coding.line("imonth");
        Words day = coding.line("iday");
        Words about = coding.line("approxdate");
        Words extended = coding.line("extended");
        Words resolution = coding.line("resolution");
        EventDate date = Dates.ofParts(row.integer("iyear"), row.integer("imonth"), row.integer("iday"));
        if (date != null
                && date.precision() == DatePrecision.DAY
                && date.from() != null
                && "1".equals(row.get("extended"))
                && resolution != null) {
            LocalDate until = slashed(resolution.value());
            if (until != null && until.isAfter(date.from())) {
                date = EventDate.between(date.from(), until, DatePrecision.RANGE);
            }
        }
        return Coding.said(date, Coding.span(year, month, day, about, extended, resolution));
    }

    /** GTD writes the day of an end as {@code 6/30/2020} or as a date; anything else is left to the reader. */
    private static @Nullable LocalDate slashed(String value) {
        try {
            String[] parts = value.split("/");
            return parts.length == 3
                    ? LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                    : Row.day("resolution", value);
        } catch (RowProblem | NumberFormatException | java.time.DateTimeException open) {
            return null;
        }
    }

    private static @Nullable Said<Place> where(Coding coding) {
        Row row = coding.row();
        Words city = coding.line("city");
        Words province = coding.line("provstate");
        Words country = coding.line("country_txt");
        Words location = coding.line("location");
        double[] point = row.point("latitude", "longitude");
        Words latitude = coding.line("latitude");
        Words longitude = coding.line("longitude");
        Words specificity = coding.line("specificity");
        Words vicinity = coding.line("vicinity");
        boolean knownCity = city != null && !NoActor.isNobody(city.value());
        boolean near = "1".equals(row.get("vicinity"));
        PlacePrecision precision = switch (specificity == null ? "" : specificity.value()) {
            case "1" -> near ? PlacePrecision.ADMIN2 : PlacePrecision.TOWN;
            case "2", "3" -> PlacePrecision.ADMIN2;
            case "4" -> PlacePrecision.ADMIN1;
            case "5" ->
                knownCity ? PlacePrecision.ADMIN2 : province == null ? PlacePrecision.COUNTRY : PlacePrecision.ADMIN1;
            case "" -> knownCity ? PlacePrecision.ADMIN2 : PlacePrecision.COUNTRY;
            default ->
                throw new RowProblem(
                        "code-unknown",
                        "\"specificity\" is \"" + Row.cut(row.need("specificity")) + "\", expected 1 to 5");
        };
        Words name = switch (precision) {
            case SITE, TOWN, ADMIN2 -> knownCity ? city : Coding.firstOf(province, country);
            case ADMIN1 -> Coding.firstOf(province, country);
            case COUNTRY, REGION -> country;
        };
        if (name == null) {
            return null;
        }
        Passage at = Coding.span(city, province, country, location, latitude, longitude, specificity, vicinity);
        return Coding.said(
                new Place(
                        name.value(),
                        country == null ? null : Countries.find(country.value()),
                        province == null || precision.compareTo(PlacePrecision.ADMIN1) > 0 ? null : province.value(),
                        point == null ? null : (Double) point[0],
                        point == null ? null : (Double) point[1],
                        precision),
                at);
    }
}
