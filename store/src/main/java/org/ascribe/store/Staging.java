package org.ascribe.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Coded;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one table, column by column in the table's order; null is NULL. */
final class Staging implements AutoCloseable {

    interface Filler {
        void fill(Staging rows) throws SQLException;
    }

    private final DuckDBAppender appender;

    Staging(DuckDBAppender appender) {
        this.appender = appender;
    }

    Staging row() throws SQLException {
        appender.beginRow();
        return this;
    }

    void end() throws SQLException {
        appender.endRow();
    }

    Staging text(@Nullable String value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
        return this;
    }

    Staging texts(List<String> values) throws SQLException {
        appender.append(values);
        return this;
    }

    Staging coded(@Nullable Coded value) throws SQLException {
        return text(value == null ? null : value.code());
    }

    Staging integer(@Nullable Integer value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.intValue());
        }
        return this;
    }

    Staging bigint(@Nullable Long value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.longValue());
        }
        return this;
    }

    Staging real(@Nullable Double value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.doubleValue());
        }
        return this;
    }

    Staging flag(boolean value) throws SQLException {
        appender.append(value);
        return this;
    }

    Staging day(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
        return this;
    }

    Staging passage(@Nullable Passage value) throws SQLException {
        return integer(value == null ? null : (Integer) value.start())
                .integer(value == null ? null : (Integer) value.end());
    }

    Staging actor(@Nullable ActorRef value) throws SQLException {
        return value == null
                ? nulls(5)
                : text(value.id()).text(value.name()).text(value.as()).passage(value.at());
    }

    Staging count(@Nullable Count value) throws SQLException {
        return value == null ? nulls(2) : integer(value.low()).integer(value.high());
    }

    Staging date(@Nullable EventDate value) throws SQLException {
        return value == null
                ? nulls(4)
                : day(value.from())
                        .day(value.to())
                        .text(Words.of(value.precision()))
                        .text(value.yearless());
    }

    Staging place(@Nullable Place value) throws SQLException {
        return value == null
                ? nulls(6)
                : text(value.name())
                        .text(value.country())
                        .text(value.admin1())
                        .real(value.latitude())
                        .real(value.longitude())
                        .text(Words.of(value.precision()));
    }

    Staging nulls(int columns) throws SQLException {
        for (int i = 0; i < columns; i++) {
            appender.appendNull();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
