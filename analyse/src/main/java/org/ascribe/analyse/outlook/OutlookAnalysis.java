package org.ascribe.analyse.outlook;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Influence;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * The next six months of each country of the record, from its own monthly tolls and those of the others, with the hits and
 * misses of the same forecast in the past; where no country is asked for, of the ten with the most dead in two years. It forecasts what the record will hold, which is not what will happen.
 */
public final class OutlookAnalysis implements Analysis {

    private static final String KIND = "outlook";
    private static final int AHEAD = 6;
    private static final int LEAST_MONTHS = OutlookModel.MEMORY + AHEAD;
    private static final int LEAST_VIOLENT_MONTHS = 6;
    private static final int PAST_CUTS = 24;
    private static final int MOST_COUNTRIES = 10;
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private static final String METHOD =
            "Each month is a distribution of 1,000 draws: the country's last 24 months, the younger the heavier, with a share "
                    + "of peace, pooled with past months of all countries of the record whose outlook was alike. Past forecasts "
                    + "are made anew from what the record held of the months before.";
    private static final String REFERENCE =
            "Hegre et al. 2025, The 2023/24 VIEWS Prediction Challenge, Journal of Peace Research; "
                    + "Gneiting and Ranjan 2013, Electronic Journal of Statistics 7";
    private static final List<String> LIMITS = List.of(
            "It forecasts the record, not the world: where fewer reports come in, it sees peace.",
            "A month in which the record holds nothing counts as no death.",
            "An outbreak where there was no violence is not foreseen, and the height of a war hardly.",
            "Incidents without a country, a month or a toll are left out.");

    private final OutlookSettings settings;

    public OutlookAnalysis() {
        this(OutlookSettings.CHOSEN);
    }

    public OutlookAnalysis(OutlookSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Attributed attributed = new Attributed(record, scope.leastSupport());
        String actor = scope.actor();
        // all countries teach each other: the country of the scope chooses what is shown, not what is learnt from
        Scope everywhere = new Scope(null, null, scope.from(), scope.to(), scope.leastSupport());
        List<Counted> counted = record.incidents().stream()
                .filter(settled -> everywhere.holds(settled.incident()))
                .filter(settled -> actor == null || attributed.isOf(settled, actor))
                .flatMap(settled -> Stream.ofNullable(Counted.of(settled)))
                .toList();
        Set<String> countries = new TreeSet<>();
        counted.forEach(each -> countries.add(each.country()));
        String asked = scope.country();
        if (counted.isEmpty()) {
            return asked == null ? List.of() : List.of(tooFew(record, asked, List.of(), 0, 0));
        }
        YearMonth first =
                counted.stream().map(Counted::month).min(YearMonth::compareTo).orElseThrow();
        YearMonth last =
                counted.stream().map(Counted::month).max(YearMonth::compareTo).orElseThrow();
        int months = (int) first.until(last, ChronoUnit.MONTHS) + 1;
        List<String> places = List.copyOf(countries);
        double[][] tolls = new double[places.size()][months];
        for (Counted each : counted) {
            tolls[places.indexOf(each.country())][(int) first.until(each.month(), ChronoUnit.MONTHS)] += each.killed();
        }
        Panel panel = new Panel(first, places, tolls);
        List<String> shown = asked != null ? List.of(asked) : deadliest(panel);
        TreeMap<String, Outlook> outlooks =
                months < LEAST_MONTHS || !panel.places().containsAll(shown) ? new TreeMap<>() : outlooks(panel, shown);
        List<Finding<?>> findings = new ArrayList<>();
        for (String country : shown) {
            List<String> incidents = counted.stream()
                    .filter(each -> each.country().equals(country))
                    .map(Counted::id)
                    .toList();
            int place = places.indexOf(country);
            int violent = 0;
            for (int month = 0; place >= 0 && month < months; month++) {
                violent += tolls[place][month] > 0 ? 1 : 0;
            }
            Outlook outlook = outlooks.get(country);
            if (outlook != null && violent >= LEAST_VIOLENT_MONTHS) {
                findings.add(finding(record, incidents, outlook, sensitivity(panel, country, counted, outlook)));
            } else if (asked != null) {
                findings.add(tooFew(record, country, incidents, months, violent));
            }
        }
        return List.copyOf(findings);
    }

    /** One incident that counts. */
    private record Counted(String id, String country, YearMonth month, int killed) {

        static @Nullable Counted of(Settled settled) {
            Place where = settled.incident().where();
            EventDate when = settled.incident().when();
            Integer best = settled.killed().best();
            if (where == null
                    || where.country() == null
                    || when == null
                    || when.from() == null
                    || when.to() == null
                    || best == null) {
                return null;
            }
            YearMonth month = YearMonth.from(when.from());
            return month.equals(YearMonth.from(when.to()))
                    ? new Counted(settled.incident().id(), where.country(), month, best)
                    : null;
        }
    }

    private TreeMap<String, Outlook> outlooks(Panel panel, List<String> shown) {
        TreeMap<String, List<Outlook.Month>> coming = new TreeMap<>();
        TreeMap<String, List<Outlook.Past>> past = new TreeMap<>();
        int[] indexes = shown.stream().mapToInt(panel.places()::indexOf).toArray();
        OutlookModel now = new OutlookModel(panel, settings);
        for (int lead = 1; lead <= AHEAD; lead++) {
            each(shown, now.draws(lead, indexes), panel.last().plusMonths(lead), coming);
        }
        int earliest = Math.max(OutlookModel.MEMORY, panel.months() - AHEAD - PAST_CUTS);
        for (int months = earliest; months + AHEAD <= panel.months(); months++) {
            YearMonth cut = panel.month(months - 1);
            TreeMap<String, List<Outlook.Month>> then = new TreeMap<>();
            // one month a cut, halfway: neighbouring leads of one cut repeat each other
            int lead = AHEAD / 2;
            each(shown, new OutlookModel(panel.until(cut), settings).draws(lead, indexes), cut.plusMonths(lead), then);
            then.forEach((country, forecasts) -> {
                Outlook.Month forecast = forecasts.getFirst();
                past.computeIfAbsent(country, any -> new ArrayList<>())
                        .add(new Outlook.Past(
                                cut,
                                forecast,
                                panel.toll(panel.places().indexOf(country), panel.index(forecast.month()))));
            });
        }
        TreeMap<String, Outlook> outlooks = new TreeMap<>();
        coming.forEach((country, forecasts) -> {
            List<Outlook.Past> before = Objects.requireNonNullElse(past.get(country), List.of());
            int hits = (int) before.stream().filter(Outlook.Past::isHit).count();
            outlooks.put(country, new Outlook(country, panel.last(), forecasts, before, hits));
        });
        return outlooks;
    }

    private static void each(
            List<String> shown, double[][] draws, YearMonth month, TreeMap<String, List<Outlook.Month>> into) {
        for (int i = 0; i < shown.size(); i++) {
            double[] row = draws[i];
            into.computeIfAbsent(shown.get(i), any -> new ArrayList<>())
                    .add(new Outlook.Month(
                            month, Scores.quantile(row, LOW), Scores.quantile(row, 0.5), Scores.quantile(row, HIGH)));
        }
    }

    private static List<String> deadliest(Panel panel) {
        int last = panel.months() - 1;
        return IntStream.range(0, panel.places().size())
                .boxed()
                .filter(place -> panel.mean(place, last, OutlookModel.MEMORY) > 0)
                .sorted(Comparator.comparingDouble((Integer place) -> -panel.mean(place, last, OutlookModel.MEMORY)))
                .limit(MOST_COUNTRIES)
                .map(panel.places()::get)
                .toList();
    }

    /** Without each of the incidents that killed most while the forecast remembers them. */
    private Sensitivity sensitivity(Panel panel, String country, List<Counted> counted, Outlook outlook) {
        int place = panel.places().indexOf(country);
        Map<String, Counted> deadliest = new LinkedHashMap<>();
        counted.stream()
                .filter(each -> each.country().equals(country)
                        && panel.index(each.month()) >= panel.months() - OutlookModel.MEMORY)
                .sorted(Comparator.comparingInt((Counted each) -> -each.killed())
                        .thenComparing(Counted::id))
                .limit(Influence.MOST)
                .forEach(each -> deadliest.put(each.id(), each));
        return Influence.of(
                "median of the next month", outlook.months().getFirst().median(), deadliest.keySet(), id -> {
                    Counted left = Objects.requireNonNull(deadliest.get(id));
                    Panel without = panel.less(place, panel.index(left.month()), left.killed());
                    return Scores.quantile(new OutlookModel(without, settings).draws(1, new int[] {place})[0], 0.5);
                });
    }

    private static Finding<Outlook> finding(
            SettledRecord record, List<String> incidents, Outlook outlook, Sensitivity sensitivity) {
        Outlook.Month next = outlook.months().getFirst();
        String sentence = String.format(
                Locale.ROOT,
                "In %s the record is expected to hold %.0f killed (80 %% interval %.0f to %.0f); of %d past forecasts %d "
                        + "came inside of their 80 %% interval.",
                next.month(),
                next.median(),
                next.low(),
                next.high(),
                outlook.past().size(),
                outlook.hits());
        return new Finding<>(
                KIND,
                outlook.country() + ", after " + outlook.known(),
                sentence,
                record.perspective(),
                incidents,
                List.of(),
                METHOD,
                REFERENCE,
                LIMITS,
                sensitivity,
                outlook);
    }

    private static Finding<Outlook> tooFew(
            SettledRecord record, String country, List<String> incidents, int months, int violent) {
        String sentence = "Too few data for an outlook: the record spans " + months + " months, " + violent
                + " of them with a death in " + country + "; " + LEAST_MONTHS + " and " + LEAST_VIOLENT_MONTHS
                + " are needed.";
        return new Finding<>(
                KIND,
                country,
                sentence,
                record.perspective(),
                incidents,
                List.of(),
                METHOD,
                REFERENCE,
                LIMITS,
                null,
                null);
    }
}
