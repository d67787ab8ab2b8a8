package org.ascribe.workbench.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a finding, whatever its kind: its records as plain values for JSON, and as tables for spreadsheets. A number
 * that has no end, such as the upper bound of an interval that the data leave open, is null.
 */
final class Figures {

    private Figures() {}

    /** Records as maps in the order of their members, constants as their codes, dates and ids as text. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number -> Double.isFinite(number) ? number : null;
            case Float number -> Float.isFinite(number) ? number : null;
            case Number number -> number;
            case Boolean flag -> flag;
            case Enum<?> constant -> Codes.of(constant);
            case java.util.Optional<?> maybe -> plain(maybe.orElse(null));
            case int[] numbers -> java.util.Arrays.stream(numbers).boxed().toList();
            case double[] numbers ->
                java.util.Arrays.stream(numbers).mapToObj(Figures::plain).toList();
            case Collection<?> many -> {
                List<@Nullable Object> all = new ArrayList<>();
                many.forEach(one -> all.add(plain(one)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                map.forEach((key, one) -> all.put(String.valueOf(plain(key)), plain(one)));
                yield all;
            }
            case Record figures -> record(figures);
            default -> value.toString();
        };
    }

    /** An id in a record of its own is that id. */
    private static @Nullable Object record(Record figures) {
        RecordComponent[] members = figures.getClass().getRecordComponents();
        if (members.length == 1
                && members[0].getType() == String.class
                && figures.getClass().getSimpleName().endsWith("Id")) {
            return get(members[0], figures);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (RecordComponent member : members) {
            all.put(member.getName(), plain(get(member, figures)));
        }
        return all;
    }

    private static @Nullable Object get(RecordComponent member, Record of) {
        try {
            member.getAccessor().setAccessible(true);
            return member.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("cannot read " + member, broken);
        }
    }

    /** A table: names of its columns, and rows by these names. */
    record Table(List<String> columns, List<Map<String, @Nullable Object>> rows) {}

    /** The names of the tables that figures hold: the member of each list of records. One of single figures has none. */
    static List<String> tables(@Nullable Object plain) {
        List<String> names = new ArrayList<>();
        find(plain, "", names, new LinkedHashMap<>());
        return List.copyOf(names);
    }

    /**
     * The rows of one table.
     *
     * @param name one of {@link #tables}; null for the first, or for the single figures where there is none
     */
    static Table table(@Nullable Object plain, @Nullable String name) {
        Map<String, List<?>> found = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        find(plain, "", names, found);
        String wanted = name != null ? name : names.isEmpty() ? null : names.getFirst();
        List<?> rows = wanted == null ? List.of(plain == null ? Map.of() : plain) : found.get(wanted);
        if (rows == null) {
            throw ProblemException.invalid(
                    "table",
                    name,
                    names.isEmpty() ? "no table: there is one alone" : "one of " + String.join(", ", names));
        }
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, @Nullable Object>> flat = new ArrayList<>();
        for (Object row : rows) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            flatten("", row, cells);
            columns.addAll(cells.keySet());
            flat.add(cells);
        }
        return new Table(List.copyOf(columns), flat);
    }

    private static void find(@Nullable Object plain, String path, List<String> names, Map<String, List<?>> found) {
        if (plain instanceof Map<?, ?> members) {
            members.forEach(
                    (key, value) -> find(value, path.isEmpty() ? key.toString() : path + "_" + key, names, found));
        } else if (plain instanceof List<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
            names.add(path);
            found.put(path, rows);
        }
    }

    private static void flatten(String path, @Nullable Object value, Map<String, @Nullable Object> cells) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, one) ->
                    flatten(path.isEmpty() ? snake(key.toString()) : path + "_" + snake(key.toString()), one, cells));
        } else if (value instanceof List<?> many) {
            if (many.stream().noneMatch(Map.class::isInstance)) {
                cells.put(
                        path.isEmpty() ? "value" : path,
                        String.join(" ", many.stream().map(String::valueOf).toList()));
            }
        } else {
            cells.put(path.isEmpty() ? "value" : path, value);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
