package org.ascribe.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Coded;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.jspecify.annotations.Nullable;

/** The current row of a result, by column; a value of ours that spans columns is one call. */
final class Rows {

    interface Reader<T> {
        T read(Rows row) throws SQLException;
    }

    private final ResultSet result;

    Rows(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return present(result.getString(column), column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    int integer(String column) throws SQLException {
        return present(integerOrNull(column), column);
    }

    @Nullable
    Integer integerOrNull(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : (Integer) value;
    }

    long bigint(String column) throws SQLException {
        return result.getLong(column);
    }

    double real(String column) throws SQLException {
        return present(realOrNull(column), column);
    }

    @Nullable
    Double realOrNull(String column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? null : (Double) value;
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    @Nullable
    LocalDate dayOrNull(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    <E extends Enum<E> & Coded> E coded(Class<E> type, String column) throws SQLException {
        return Coded.parse(type, text(column));
    }

    Passage passage(String prefix) throws SQLException {
        return present(passageOrNull(prefix), prefix);
    }

    @Nullable
    Passage passageOrNull(String prefix) throws SQLException {
        Integer start = integerOrNull(prefix + "start" + (prefix.isEmpty() ? "_at" : ""));
        Integer end = integerOrNull(prefix + "end" + (prefix.isEmpty() ? "_at" : ""));
        return start == null || end == null ? null : new Passage(start, end);
    }

    ActorRef actor(String prefix) throws SQLException {
        return present(actorOrNull(prefix), prefix);
    }

    @Nullable
    ActorRef actorOrNull(String prefix) throws SQLException {
        String id = textOrNull(prefix + "id");
        return id == null
                ? null
                : new ActorRef(id, text(prefix + "name"), textOrNull(prefix + "as"), passageOrNull(prefix));
    }

    Count count(String prefix) throws SQLException {
        return new Count(integerOrNull(prefix + "low"), integerOrNull(prefix + "high"));
    }

    @Nullable
    EventDate dateOrNull() throws SQLException {
        String precision = textOrNull("date_precision");
        return precision == null
                ? null
                : new EventDate(
                        dayOrNull("date_from"),
                        dayOrNull("date_to"),
                        Words.parse(DatePrecision.class, precision),
                        textOrNull("date_yearless"));
    }

    @Nullable
    Place placeOrNull() throws SQLException {
        String name = textOrNull("place_name");
        return name == null
                ? null
                : new Place(
                        name,
                        textOrNull("country"),
                        textOrNull("admin1"),
                        realOrNull("latitude"),
                        realOrNull("longitude"),
                        Words.parse(PlacePrecision.class, text("place_precision")));
    }

    private <T> T present(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("the ledger has no value in column " + column + ", where it must have one");
        }
        return value;
    }
}
