package org.ascribe.exchange.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ascribe.core.Outcome.Skipped;
import org.ascribe.core.link.Row;
import org.jspecify.annotations.Nullable;

/**
 * A plain table of incidents, its columns recognised by their names.
 *
 * @param rows those that can be used, in the table's order, of distinct ids
 * @param columns what was recognised, and in which column of the header
 * @param ignored columns that are not used
 * @param skipped rows that cannot be used
 */
public record IncidentTable(
        List<Row> rows, Map<Field, String> columns, List<String> ignored, List<Skipped<Row>> skipped) {

    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:\\s.*)?");
    private static final Pattern LEADING_CODE = Pattern.compile("\\(?(\\d)\\)?.*");
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[T ].*)?");
    private static final List<DateTimeFormatter> IN_WORDS =
            List.of(inWords("d MMMM uuuu"), inWords("d-MMM-uuuu"), inWords("d MMM uuuu"), inWords("MMMM d, uuuu"));
    private static final Map<String, String> COUNTRY_NAMES = Map.ofEntries(
            Map.entry("russian federation", "Russia"),
            Map.entry("burma", "Myanmar"),
            Map.entry("dr congo", "Democratic Republic of Congo"),
            Map.entry("congo - kinshasa", "Democratic Republic of Congo"),
            Map.entry("democratic republic of the congo", "Democratic Republic of Congo"),
            Map.entry("united states of america", "United States"),
            Map.entry("syrian arab republic", "Syria"),
            Map.entry("iran, islamic republic of", "Iran"),
            Map.entry("kingdom of eswatini", "Eswatini"),
            Map.entry("swaziland", "Eswatini"),
            Map.entry("cote d'ivoire", "Ivory Coast"),
            Map.entry("côte d’ivoire", "Ivory Coast"),
            Map.entry("west bank and gaza strip", "Palestine"),
            Map.entry("palestinian territories", "Palestine"),
            Map.entry("türkiye", "Turkey"));

    public IncidentTable {
        rows = List.copyOf(rows);
        columns = new EnumMap<>(columns);
        ignored = List.copyOf(ignored);
        skipped = List.copyOf(skipped);
    }

    /** Why a table cannot be used at all; the message says what to do. */
    public static final class UnusableTable extends Exception {
        private static final long serialVersionUID = 1;

        UnusableTable(String message) {
            super(message);
        }
    }

    private static DateTimeFormatter inWords(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a file, compressed with gzip or not, in UTF-8; separated by comma, semicolon, tab or bar.
     *
     * @param given names of columns that are not to be guessed
     * @throws UnusableTable if it has no rows, or no column for the id or the date
     */
    public static IncidentTable read(Path file, Map<Field, String> given) throws IOException, UnusableTable {
        List<Skipped<Row>> skipped = new ArrayList<>();
        String text = text(file, skipped);
        List<List<String>> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        Records.read(
                text,
                (line, fields) -> {
                    records.add(fields);
                    lines.add(line);
                },
                (line, why) -> skipped.add(new Skipped<>("row-malformed", file + ", line " + line, why)));
        if (records.isEmpty()) {
            throw new UnusableTable("it is empty; the first line must name its columns");
        }
        return of(file.toString(), records.removeFirst(), records, lines.subList(1, lines.size()), given, skipped);
    }

    private static String text(Path file, List<Skipped<Row>> skipped) throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            bytes.mark(2);
            boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
            bytes.reset();
            InputStream in = packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            byte[] all;
            if (packed) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] buffer = new byte[1 << 16];
                try {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n);
                    }
                } catch (EOFException | ZipException cut) {
                    skipped.add(new Skipped<>(
                            "file-cut-off",
                            file.toString(),
                            "its compressed data end too early, what follows is lost; get the file again"));
                }
                all = out.toByteArray();
            } else {
                all = in.readAllBytes();
            }
            text.append(new String(all, StandardCharsets.UTF_8));
        }
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text.deleteCharAt(0);
        }
        return text.toString();
    }

    /**
     * A table that is already in memory.
     *
     * @param name for messages
     * @param header names of columns
     * @throws UnusableTable if it has no column for the id or the date
     */
    public static IncidentTable of(String name, List<String> header, List<List<String>> records) throws UnusableTable {
        List<Long> lines = new ArrayList<>();
        for (long line = 2; lines.size() < records.size(); line++) {
            lines.add(line);
        }
        return of(name, header, records, lines, Map.of(), new ArrayList<>());
    }

    private static IncidentTable of(
            String name,
            List<String> header,
            List<List<String>> records,
            List<Long> lines,
            Map<Field, String> given,
            List<Skipped<Row>> skipped)
            throws UnusableTable {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String set = given.get(field);
            if (set != null) {
                int column = header.indexOf(set);
                if (column < 0) {
                    throw new UnusableTable("it has no column \"%s\", which --columns gives for %s; its columns are %s"
                            .formatted(set, field.code(), String.join(", ", header)));
                }
                columns.put(field, column);
            } else {
                Integer column = field.columnIn(header);
                if (column != null) {
                    columns.put(field, column);
                }
            }
        }
        boolean dated = columns.containsKey(Field.DATE) || columns.containsKey(Field.YEAR);
        if (!columns.containsKey(Field.ID) || !dated) {
            throw new UnusableTable("none of its columns (%s) is called as if it held the %s; name it with --columns"
                    .formatted(String.join(", ", header), dated ? "ids" : "dates"));
        }
        Reader reader = new Reader(columns, header, records);
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            String where = name + ", line " + lines.get(i);
            try {
                Row row = reader.row(records.get(i));
                if (row == null) {
                    continue;
                }
                if (ids.add(row.id())) {
                    rows.add(row);
                } else {
                    skipped.add(new Skipped<>(
                            "id-duplicate",
                            where,
                            "the id " + row.id()
                                    + " was given to a row before; the first one is used, give this one its own"));
                }
            } catch (BadRow bad) {
                skipped.add(new Skipped<>(bad.code, where, bad.why));
            }
        }
        Map<Field, String> named = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> named.put(field, header.get(column)));
        List<String> ignored = new ArrayList<>(header);
        ignored.removeAll(named.values());
        return new IncidentTable(rows, named, ignored, skipped);
    }

    /** A row that cannot be used. */
    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1;
        final String code;
        final String why;

        BadRow(String code, String why) {
            super(why);
            this.code = code;
            this.why = why;
        }
    }

    /** One table's way of writing things. */
    private static final class Reader {
        private final Map<Field, Integer> columns;
        private final String precisionScale;
        private final String datePrecisionScale;
        private final boolean dayFirst;
        private final boolean monthFirst;
        private final Map<String, String> countries = new HashMap<>();

        Reader(Map<Field, Integer> columns, List<String> header, List<List<String>> records) {
            this.columns = columns;
            precisionScale = scale(header, Field.PLACE_PRECISION);
            datePrecisionScale = scale(header, Field.DATE_PRECISION);
            boolean firstIsDay = false;
            boolean secondIsDay = false;
            for (List<String> record : records) {
                Matcher numeric = NUMERIC.matcher(value(record, Field.DATE));
                if (numeric.matches()) {
                    firstIsDay |= Integer.parseInt(numeric.group(1)) > 12;
                    secondIsDay |= Integer.parseInt(numeric.group(2)) > 12;
                }
            }
            dayFirst = firstIsDay && !secondIsDay;
            monthFirst = secondIsDay && !firstIsDay;
        }

        private String scale(List<String> header, Field field) {
            Integer column = columns.get(field);
            return column == null ? "" : Field.bare(header.get(column));
        }

        private String value(List<String> record, Field field) {
            Integer column = columns.get(field);
            return column == null || column >= record.size()
                    ? ""
                    : record.get(column).strip();
        }

        @Nullable
        Row row(List<String> record) throws BadRow {
            String id = value(record, Field.ID);
            if (id.startsWith("#") && value(record, Field.DATE).startsWith("#")) {
                // the line of HXL tags under the header
                return null;
            }
            if (id.isEmpty()) {
                throw new BadRow("id-missing", "it has no id; give it one");
            }
            LocalDate[] when = when(record);
            List<String> places = new ArrayList<>();
            for (Field field : List.of(Field.REGION, Field.PLACE)) {
                if (!value(record, field).isEmpty()) {
                    places.add(value(record, field));
                }
            }
            String country = value(record, Field.COUNTRY);
            return new Row(
                    id,
                    when[0],
                    when[1],
                    spot(record),
                    country.isEmpty() ? null : countries.computeIfAbsent(country, Reader::country),
                    places,
                    List.of(value(record, Field.ACTOR_1), value(record, Field.ACTOR_2)),
                    List.of(value(record, Field.TYPE), value(record, Field.TARGET)),
                    killed(record),
                    toll(count(record, Field.WOUNDED)),
                    value(record, Field.TEXT));
        }

        /** One name for a country that is given as a code of ISO 3166 or by another of its names. */
        private static String country(String said) {
            String name = said;
            if (said.length() == 2) {
                name = Locale.of("", said.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
            } else if (said.length() == 3) {
                for (String code : Locale.getISOCountries()) {
                    Locale country = Locale.of("", code);
                    if (country.getISO3Country().equalsIgnoreCase(said)) {
                        name = country.getDisplayCountry(Locale.ENGLISH);
                    }
                }
            }
            String bare = name.replaceAll("\\s*\\([^)]*\\)", "").strip();
            return COUNTRY_NAMES.getOrDefault(bare.toLowerCase(Locale.ROOT), bare);
        }

        private LocalDate[] when(List<String> record) throws BadRow {
            LocalDate[] start = start(record);
            LocalDate from = start[0];
            LocalDate to = start[1];
            String end = value(record, Field.DATE_END);
            if (!end.isEmpty()) {
                LocalDate last = date(end)[1];
                if (last.isBefore(from)) {
                    throw new BadRow(
                            "date-impossible",
                            "it ends on %s, before it begins on %s; correct one".formatted(end, from));
                }
                to = last.isAfter(to) ? last : to;
            }
            // UCDP counts from 1, the day, to 5, the year; ACLED from 1 to 3, the month
            String precision = value(record, Field.DATE_PRECISION);
            if (from.equals(to) && precision.length() == 1) {
                boolean acled = datePrecisionScale.startsWith("time");
                switch (precision.charAt(0)) {
                    case '2' -> {
                        from = from.minusDays(acled ? 3 : 1);
                        to = to.plusDays(acled ? 3 : 1);
                    }
                    case '3' -> {
                        YearMonth month = YearMonth.from(from);
                        from = acled ? month.atDay(1) : from.minusDays(3);
                        to = acled ? month.atEndOfMonth() : to.plusDays(3);
                    }
                    case '4' -> {
                        from = from.withDayOfMonth(1);
                        to = YearMonth.from(from).atEndOfMonth();
                    }
                    case '5' -> {
                        from = from.withDayOfYear(1);
                        to = from.withDayOfYear(from.lengthOfYear());
                    }
                    default -> {}
                }
            }
            return new LocalDate[] {from, to};
        }

        private LocalDate[] start(List<String> record) throws BadRow {
            String date = value(record, Field.DATE);
            if (!date.isEmpty()) {
                return date(date);
            }
            String year = value(record, Field.YEAR);
            if (year.isEmpty()) {
                throw new BadRow("date-missing", "it has no date; give it a year at least");
            }
            String month = value(record, Field.MONTH);
            String day = value(record, Field.DAY);
            boolean noMonth = month.isEmpty() || month.equals("0");
            boolean noDay = noMonth || day.isEmpty() || day.equals("0");
            return date(year + (noMonth ? "" : "-" + month) + (noDay ? "" : "-" + day));
        }

        private LocalDate[] date(String said) throws BadRow {
            try {
                Matcher iso = ISO.matcher(said);
                if (iso.matches()) {
                    int year = Integer.parseInt(iso.group(1));
                    if (iso.group(2) == null) {
                        return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
                    }
                    int month = Integer.parseInt(iso.group(2));
                    if (iso.group(3) == null) {
                        YearMonth whole = YearMonth.of(year, month);
                        return new LocalDate[] {whole.atDay(1), whole.atEndOfMonth()};
                    }
                    return day(LocalDate.of(year, month, Integer.parseInt(iso.group(3))));
                }
                Matcher numeric = NUMERIC.matcher(said);
                if (numeric.matches()) {
                    if (!dayFirst && !monthFirst) {
                        throw new BadRow(
                                "date-unclear",
                                "its date is \"%s\", and no row shows whether day or month comes first; write 2024-03-22"
                                        .formatted(said));
                    }
                    int first = Integer.parseInt(numeric.group(1));
                    int second = Integer.parseInt(numeric.group(2));
                    return day(LocalDate.of(
                            Integer.parseInt(numeric.group(3)), dayFirst ? second : first, dayFirst ? first : second));
                }
                for (DateTimeFormatter format : IN_WORDS) {
                    try {
                        return day(LocalDate.parse(said, format));
                    } catch (DateTimeException other) {
                        continue;
                    }
                }
            } catch (DateTimeException impossible) {
                throw new BadRow(
                        "date-impossible", "its date is \"%s\", which no calendar has; correct it".formatted(said));
            }
            throw new BadRow("date-unreadable", "its date is \"%s\", expected one such as 2024-03-22".formatted(said));
        }

        private static LocalDate[] day(LocalDate day) {
            return new LocalDate[] {day, day};
        }

        /** Empty, or as R and Python write what is missing. */
        private static boolean isBlank(String said) {
            return said.isEmpty() || said.equalsIgnoreCase("na") || said.equalsIgnoreCase("nan");
        }

        private Row.@Nullable Spot spot(List<String> record) throws BadRow {
            String latitude = value(record, Field.LATITUDE);
            String longitude = value(record, Field.LONGITUDE);
            if (isBlank(latitude) || isBlank(longitude)) {
                return null;
            }
            double lat;
            double lon;
            try {
                lat = Double.parseDouble(latitude);
                lon = Double.parseDouble(longitude);
            } catch (NumberFormatException bad) {
                throw new BadRow(
                        "coordinates-unreadable",
                        "its coordinates are \"%s\", \"%s\", expected degrees such as 34.52"
                                .formatted(latitude, longitude));
            }
            if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
                throw new BadRow(
                        "coordinates-out-of-range",
                        "its coordinates are %s, %s, expected -90 to 90 and -180 to 180; correct or empty them"
                                .formatted(latitude, longitude));
            }
            if (lat == 0 && lon == 0) {
                return null;
            }
            Matcher code = LEADING_CODE.matcher(value(record, Field.PLACE_PRECISION));
            if (!code.matches()) {
                return new Row.Spot(lat, lon, Row.Precision.NEAR);
            }
            int precision = Integer.parseInt(code.group(1));
            boolean acled = precisionScale.startsWith("geo")
                    && value(record, Field.PLACE_PRECISION).length() == 1;
            return switch (precision) {
                case 0, 1 -> new Row.Spot(lat, lon, Row.Precision.EXACT);
                case 2 -> new Row.Spot(lat, lon, Row.Precision.NEAR);
                case 3 -> new Row.Spot(lat, lon, acled ? Row.Precision.PROVINCE : Row.Precision.DISTRICT);
                case 4 -> new Row.Spot(lat, lon, Row.Precision.PROVINCE);
                // along a line, or around a place too large to have a middle
                case 5 -> precisionScale.equals("specificity") ? null : new Row.Spot(lat, lon, Row.Precision.PROVINCE);
                default -> null;
            };
        }

        private Row.@Nullable Toll killed(List<String> record) throws BadRow {
            Integer best = count(record, Field.KILLED);
            Integer low = count(record, Field.KILLED_LOW);
            Integer high = count(record, Field.KILLED_HIGH);
            if (best == null) {
                best = low != null && high != null ? Integer.valueOf((low + high) / 2) : low != null ? low : high;
            }
            if (best == null) {
                return null;
            }
            return new Row.Toll(
                    low == null ? best : Math.min(low, best), best, high == null ? best : Math.max(high, best));
        }

        private static Row.@Nullable Toll toll(@Nullable Integer number) {
            return number == null ? null : Row.Toll.of(number);
        }

        /** Null where it is empty or, as in GTD, a negative code for unknown. */
        private @Nullable Integer count(List<String> record, Field field) throws BadRow {
            String said = value(record, field);
            if (isBlank(said)) {
                return null;
            }
            try {
                double number = Double.parseDouble(said);
                return number < 0 || number > 10_000_000 ? null : (Integer) (int) Math.round(number);
            } catch (NumberFormatException bad) {
                throw new BadRow(
                        "number-unreadable",
                        "its %s is \"%s\", expected a number; correct or empty it".formatted(field.code(), said));
            }
        }
    }

    /** How many rows were skipped, by code. */
    public Map<String, Integer> skippedByCode() {
        Map<String, Integer> counts = new TreeMap<>();
        skipped.forEach(row -> counts.merge(row.code(), 1, Integer::sum));
        return counts;
    }
}
