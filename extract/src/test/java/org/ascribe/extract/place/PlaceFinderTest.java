package org.ascribe.extract.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.Texts;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.place.PlaceMention.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceFinderTest {

    private static final PlaceFinder FINDER = new PlaceFinder(Gazetteer.load());

    /** The sentences of {@code places.txt}, each with the places that a reader finds in it. */
    static List<Arguments> sentences() throws IOException {
        try (InputStream file = Objects.requireNonNull(PlaceFinderTest.class.getResourceAsStream("places.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\|", -1))
                    .map(parts -> Arguments.of(parts[0], parts[1].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void placesAreReadAsPreciselyAsTheyAreSaid(String text, String expected) {
        ParsedReport report = Texts.parse(text);
        assertThat(FINDER.find(report).stream()
                        .map(mention -> written(report, mention))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void aNameSharedByProvinceAndCityIsTheProvinceWhereTheReportSaysSo() {
        List<PlaceMention> mentions = FINDER.find(Texts.parse(
                "A bank in Kandahar province was attacked.\n\nAfter the Kandahar attack, Afghanistan mourned."));
        assertThat(mentions)
                .extracting(mention -> mention.place().precision())
                .containsExactly(PlacePrecision.ADMIN1, PlacePrecision.ADMIN1, PlacePrecision.COUNTRY);
    }

    @Test
    void aPartOfACountryHasNoPoint() {
        Place part = FINDER.find(Texts.parse("He served in northern Afghanistan."))
                .get(0)
                .place();
        assertThat(part.country()).isEqualTo("AF");
        assertThat(part.latitude()).isNull();
    }

    private static String written(ParsedReport report, PlaceMention mention) {
        Place place = mention.place();
        return place.name() + " " + place.country() + "/" + (place.admin1() == null ? "" : place.admin1()) + " "
                + place.precision().name().toLowerCase(Locale.ROOT) + (mention.use() == Use.LOCATION ? "" : " named")
                + " ["
                + report.text(mention.passage()) + "]";
    }
}
