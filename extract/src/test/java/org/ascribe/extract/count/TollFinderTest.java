package org.ascribe.extract.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Said;
import org.ascribe.extract.Texts;
import org.ascribe.extract.count.TollMention.Share;
import org.ascribe.extract.language.ParsedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TollFinderTest {

    /** The sentences of {@code tolls.txt}, each with the tolls that a reader finds in it. */
    static Stream<Arguments> sentences() throws IOException {
        try (InputStream file = Objects.requireNonNull(TollFinderTest.class.getResourceAsStream("tolls.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" \\|", -1))
                            .map(parts -> Arguments.of(parts[0], parts[1].strip()))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void tollsAreReadWithHarmCountAndWords(String text, String expected) {
        ParsedReport report = Texts.parse(text);
        assertThat(TollFinder.find(report).stream()
                        .map(toll -> written(report, toll))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void thePeopleHarmedAreKeptInTheReportsWords() {
        ParsedReport report = Texts.parse("It claimed over 100 lives, including over a dozen American soldiers.");
        assertThat(TollFinder.find(report)).extracting(TollMention::whom).satisfies(whom -> {
            assertThat(whom.get(0)).isNull();
            Said<String> soldiers = whom.get(1);
            assertThat(soldiers.value()).isEqualTo("American soldiers").isEqualTo(report.text(soldiers.passage()));
        });
    }

    @Test
    void aLaterNumberTakesTheHarmOfTheTollBeforeIt() {
        ParsedReport report = Texts.parse(
                "The attack killed 137 people.\n\nThe ministry said on Sunday that the number had risen to 145.");
        assertThat(TollFinder.find(report)).extracting(TollMention::count).hasToString("[137, 145]");
    }

    @Test
    void aNumberWithoutATollBeforeItHasNoHarm() {
        assertThat(TollFinder.find(Texts.parse("The number of checkpoints had risen to 145.")))
                .isEmpty();
    }

    private static String written(ParsedReport report, TollMention toll) {
        return toll.harm().code() + " " + toll.count()
                + (toll.share() == Share.ALL ? "" : " " + toll.share().name().toLowerCase(java.util.Locale.ROOT))
                + (toll.denied() ? " denied" : "") + " [" + report.text(toll.passage()) + "]";
    }
}
