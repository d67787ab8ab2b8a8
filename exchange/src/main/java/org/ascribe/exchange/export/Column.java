package org.ascribe.exchange.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param meaning one line for a person who finds the file
 * @param value null is unknown
 */
record Column<T>(String name, Type type, String meaning, Function<T, @Nullable Object> value) {

    /** What a cell holds, in the words of Frictionless Table Schema and of DuckDB. */
    enum Type {
        STRING("string", "VARCHAR"),
        INTEGER("integer", "INTEGER"),
        NUMBER("number", "DOUBLE"),
        DATE("date", "DATE"),
        BOOLEAN("boolean", "BOOLEAN");

        final String frictionless;
        final String sql;

        Type(String frictionless, String sql) {
            this.frictionless = frictionless;
            this.sql = sql;
        }
    }

    static <T> Column<T> text(String name, String meaning, Function<T, @Nullable Object> value) {
        return new Column<>(name, Type.STRING, meaning, value);
    }

    static <T> Column<T> whole(String name, String meaning, Function<T, @Nullable Object> value) {
        return new Column<>(name, Type.INTEGER, meaning, value);
    }

    static <T> Column<T> number(String name, String meaning, Function<T, @Nullable Object> value) {
        return new Column<>(name, Type.NUMBER, meaning, value);
    }

    static <T> Column<T> day(String name, String meaning, Function<T, @Nullable Object> value) {
        return new Column<>(name, Type.DATE, meaning, value);
    }

    static <T> Column<T> flag(String name, String meaning, Function<T, @Nullable Object> value) {
        return new Column<>(name, Type.BOOLEAN, meaning, value);
    }

    /** A column of somebody else's table for which we have nothing. */
    static <T> Column<T> empty(String name) {
        return new Column<>(name, Type.STRING, "empty", row -> null);
    }
}
