package org.ascribe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Target;
import org.ascribe.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * A line of corpus/expected-incidents.tsv: something that happened, and the reports that tell of it.
 *
 * @param places what the gazetteer knows of the places named; empty where it knows none
 * @param reports paths below the corpus
 */
record ExpectedIncident(
        String key, EventDate when, List<Place> places, String country, String name, List<String> reports) {

    private static final double KILOMETRES_OF_ONE_CITY = 35;
    private static final int DAYS_OF_GRACE = 1;
    /** A month and the country will do, or a town; the country and a year will not. */
    private static final double LEAST_FIT = 2.5;
    /** Words that tell no incident from another. */
    private static final Set<String> KINDS = Set.of(
            "bombing", "attack", "killing", "of", "at", "in", "near", "on", "explosion", "strike", "that", "killed");

    static List<ExpectedIncident> list(Path file, Gazetteer gazetteer) throws IOException {
        List<ExpectedIncident> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 6) {
                throw new IllegalArgumentException(
                        "Cannot read " + file + ", line " + (i + 1) + ": it has " + cells.length
                                + " cells, expected key, date, place, country, name, reports. Correct the line.");
            }
            List<Place> places = new ArrayList<>();
            for (String part : cells[2].split(" and |, ", -1)) {
                Optional<Place> place = gazetteer.list(part).stream()
                        .filter(one -> cells[3].equals(one.country()))
                        .findFirst();
                place.ifPresent(places::add);
            }
            expected.add(new ExpectedIncident(
                    cells[0], date(cells[1]), places, cells[3], cells[4], List.of(cells[5].split(",", -1))));
        }
        return expected;
    }

    private static EventDate date(String text) {
        if (text.length() == 7) {
            YearMonth month = YearMonth.parse(text);
            return EventDate.month(month.getYear(), month.getMonthValue());
        }
        return EventDate.day(LocalDate.parse(text));
    }

    /** How well a telling fits; 0 where its date, country or place excludes that it means this, or it says too little. */
    double fit(CodedIncident told) {
        double date = dateFit(told.when());
        double place = placeFit(told.where());
        double fit = date + place + wordFit(told);
        return date == 0 || place == 0 || fit < LEAST_FIT ? 0 : fit;
    }

    private double dateFit(@Nullable EventDate told) {
        if (told == null) {
            return 0.5;
        }
        if (told.equals(when)) {
            return 4;
        }
        if (when.overlaps(told)) {
            return told.days() <= 31 ? 2 : 1;
        }
        if (told.from() == null || told.to() == null || when.from() == null || when.to() == null) {
            return 0;
        }
        long apart = Math.max(
                ChronoUnit.DAYS.between(told.to(), when.from()), ChronoUnit.DAYS.between(when.to(), told.from()));
        return apart <= DAYS_OF_GRACE ? 1 : 0;
    }

    private double placeFit(@Nullable Place told) {
        if (told == null || told.country() == null) {
            return 0.3;
        }
        if (!told.country().equals(country)) {
            return 0;
        }
        if (told.precision().compareTo(PlacePrecision.COUNTRY) >= 0) {
            return 1;
        }
        return places.stream()
                .map(place -> placeFit(place, told))
                .max(Comparator.naturalOrder())
                .orElse(1.0);
    }

    private static double placeFit(Place place, Place told) {
        Double kilometres = place.kilometresTo(told);
        if (place.name().equals(told.name()) || kilometres != null && kilometres <= KILOMETRES_OF_ONE_CITY) {
            return 3;
        }
        return provinceOf(place).equals(provinceOf(told)) ? 2 : 0;
    }

    private static String provinceOf(Place place) {
        return place.admin1() == null ? place.name() : place.admin1();
    }

    /** Words of the name that the telling has too. */
    private double wordFit(CodedIncident told) {
        Set<String> words = new HashSet<>(ActorNames.words(told.summary()));
        told.targets().stream().map(Target::name).map(ActorNames::words).forEach(words::addAll);
        words.retainAll(ActorNames.words(name));
        words.removeAll(KINDS);
        return words.size() / 2.0;
    }
}
