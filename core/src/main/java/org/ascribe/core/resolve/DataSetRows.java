package org.ascribe.core.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.link.Row;
import org.jspecify.annotations.Nullable;

/** Rows of data sets, as they stand in the ledger, in the form that tables are linked in. */
final class DataSetRows {

    private DataSetRows() {}

    static String id(Account account) {
        return account.telling().report() + " " + account.telling().label();
    }

    static List<Row> of(List<Account> accounts) {
        return accounts.stream().map(DataSetRows::row).toList();
    }

    private static Row row(Account account) {
        CodedIncident incident = account.incident();
        EventDate when = incident.when();
        LocalDate from = when == null ? null : when.from();
        LocalDate to = when == null ? null : when.to();
        Place where = incident.where();
        List<String> places = new ArrayList<>();
        if (where != null) {
            places.add(where.name());
            if (where.admin1() != null) {
                places.add(where.admin1());
            }
        }
        return new Row(
                id(account),
                to == null ? null : from,
                from == null ? null : to,
                spot(where),
                where == null ? null : where.country(),
                places,
                account.actors().stream().sorted().limit(2).toList(),
                List.of(incident.type().code()),
                toll(incident.killed()),
                toll(incident.wounded()),
                String.join(" ", account.words().keySet()));
    }

    private static Row.@Nullable Spot spot(@Nullable Place where) {
        if (where == null
                || where.latitude() == null
                || where.longitude() == null
                || where.precision().compareTo(PlacePrecision.ADMIN1) > 0) {
            return null;
        }
        Row.Precision precision = switch (where.precision()) {
            case SITE -> Row.Precision.EXACT;
            case TOWN -> Row.Precision.NEAR;
            case ADMIN2 -> Row.Precision.DISTRICT;
            case ADMIN1, COUNTRY, REGION -> Row.Precision.PROVINCE;
        };
        return new Row.Spot(where.latitude(), where.longitude(), precision);
    }

    private static Row.@Nullable Toll toll(Count count) {
        Integer low = count.low();
        Integer high = count.high();
        if (low == null && high == null) {
            return null;
        }
        int least = low == null ? 0 : low;
        int most = high == null ? least : high;
        return new Row.Toll(least, low == null ? most : least, most);
    }
}
