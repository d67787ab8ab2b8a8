package org.ascribe.analyse.outlook;

import java.time.YearMonth;
import java.util.List;

/**
 * The coming months of one country, and how the same forecasts did in its past. Fatalities by month.
 *
 * @param country ISO 3166-1 alpha-2
 * @param known the last month that the forecasts know
 * @param months the forecasts, the nearest first
 * @param past forecasts made from earlier cuts the same way, with what came, oldest first
 * @param hits how many of {@code past} came inside of their 80 % interval
 */
public record Outlook(String country, YearMonth known, List<Month> months, List<Past> past, int hits) {

    public Outlook {
        months = List.copyOf(months);
        past = List.copyOf(past);
    }

    /**
     * @param low a tenth of the forecast lies below it
     * @param median half lies below it
     * @param high a tenth of the forecast lies above it
     */
    public record Month(YearMonth month, double low, double median, double high) {}

    /**
     * @param cut the last month that this forecast knew
     * @param came what the record holds for the month
     */
    public record Past(YearMonth cut, Month forecast, double came) {

        public boolean isHit() {
            return forecast.low() <= came && came <= forecast.high();
        }
    }
}
