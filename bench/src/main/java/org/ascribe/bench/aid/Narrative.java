package org.ascribe.bench.aid;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One narrative with what its makers coded.
 *
 * @param id {@code Incident ID} of AWSD, {@code SiND Event ID} or {@code SiND ID} of SiND
 * @param date day of the incident, null if the row has no whole date
 * @param harmed the aid workers harmed, null where the data set does not count them
 * @param place null where the row places the incident in a country and no nearer
 * @param placeNames names of areas, towns and camps that the row codes, the country apart
 * @param perpetrator class of {@code perpetrator-classes.tsv}
 */
record Narrative(
        DataSet dataSet,
        int id,
        @Nullable LocalDate date,
        String text,
        @Nullable Harmed harmed,
        @Nullable Point place,
        List<String> placeNames,
        String perpetrator) {

    Narrative {
        placeNames = List.copyOf(placeNames);
    }

    /** Odd ids measure, even ids may be looked at. */
    boolean isOdd() {
        return id % 2 == 1;
    }

    /** The four files. */
    enum DataSet {
        AWSD("awsd"),
        AID_WORKERS("sind-aid-workers"),
        EDUCATION("sind-education"),
        PROTECTION("sind-protection");

        private final String code;

        DataSet(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Aid workers; who was kidnapped and killed is among the killed alone. */
    record Harmed(int killed, int wounded, int kidnapped) {}

    /** Degrees. */
    record Point(double latitude, double longitude) {

        double kilometresTo(Point other) {
            double phi = Math.toRadians(latitude);
            double otherPhi = Math.toRadians(other.latitude);
            double a = Math.pow(Math.sin((otherPhi - phi) / 2), 2)
                    + Math.cos(phi)
                            * Math.cos(otherPhi)
                            * Math.pow(Math.sin(Math.toRadians(other.longitude - longitude) / 2), 2);
            return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(a)));
        }
    }
}
