package org.ascribe.exchange.datasets;

import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** Places of data sets that leave blank, from the finest on, what they do not know. */
final class Placing {

    private Placing() {}

    static @Nullable Said<Place> ofParts(
            @Nullable Words city,
            @Nullable Words district,
            @Nullable Words province,
            @Nullable Words country,
            double @Nullable [] point,
            @Nullable Words latitude,
            @Nullable Words longitude) {
        Words name = Coding.firstOf(city, district, province, country);
        if (name == null) {
            return null;
        }
        PlacePrecision precision = city != null
                ? PlacePrecision.TOWN
                : district != null
                        ? PlacePrecision.ADMIN2
                        : province != null ? PlacePrecision.ADMIN1 : PlacePrecision.COUNTRY;
        return Coding.said(
                new Place(
                        name.value(),
                        country == null ? null : Countries.find(country.value()),
                        province == null ? null : province.value(),
                        point == null ? null : (Double) point[0],
                        point == null ? null : (Double) point[1],
                        precision),
                Coding.span(city, district, province, country, latitude, longitude));
    }
}
