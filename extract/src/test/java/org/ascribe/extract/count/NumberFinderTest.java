package org.ascribe.extract.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.ascribe.extract.Texts;
import org.ascribe.extract.language.ParsedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Some 1,300 people fled.                         | 1300 [Some 1,300]
            Twenty-one people died.                         | 21 [Twenty-one]
            A hundred and forty people came.                | 140 [A hundred and forty]
            Two hundred and thirty-five men came.           | 235 [Two hundred and thirty-five]
            About two dozen men were seen.                  | 24 [About two dozen]
            Over a dozen soldiers fell.                     | 13+ [Over a dozen]
            The blast killed over dozen soldiers.           | 13+ [over dozen]
            Half a dozen men were seen.                     | 6 [Half a dozen]
            A couple of guards saw it.                      | 2 [A couple]
            Several people saw it.                          | 3+ [Several]
            Only a few people saw it.                       | 3+ [Only a few]
            Dozens of people saw it.                        | 24+ [Dozens]
            Hundreds of people fled.                        | 200+ [Hundreds]
            Tens of thousands of people fled.               | 20000+ [Tens of thousands]
            Several hundred people fled.                    | 200+ [Several hundred]
            More than 140 people came.                      | 141+ [More than 140]
            The blast hit upwards of 30 people.             | 31+ [upwards of 30]
            No fewer than 30 people came.                   | 30+ [No fewer than 30]
            It hit 12 or more people.                       | 12+ [12 or more]
            It hit 140+ people.                             | 140+ [140+]
            As many as 50 people came.                      | up to 50 [As many as 50]
            Fewer than 50 people came.                      | up to 49 [Fewer than 50]
            Between 20 and 30 people came.                  | 20-30 [Between 20 and 30]
            It hit 20 to 30 people.                         | 20-30 [20 to 30]
            It hit 20-30 people.                            | 20-30 [20-30]
            Two or three men came.                          | 2-3 [Two or three]
            The number rose from 12 to 19.                  | 12 [12]; 19 [19]
            No casualties were reported.                    | 0 [No]
            No one came.                                    | 0 [No one]
            About 1.2 million people fled.                  | 1200000 [About 1.2 million]
            """)
    void numbersAreReadAsNewsWritesThem(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It happened in 2021.
            A 30-year-old man came.
            The driver, aged 30, came.
            It was the 22nd attack.
            It happened at 10:30 on March 22.
            They paid $500 and 20 percent more.
            He walked 12 kilometres for two hours.
            The man had an AK-47 and an RPG-7.
            The fighting lasted three days.
            They took Highway 1 to District 13.
            It was one of the deadliest attacks.
            Two thirds of the city was dark.
            """)
    void whatIsNoCountOfPeopleIsLeftAlone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void nearlyAndSomeAreApproximate() {
        assertThat(NumberFinder.find(Texts.parse("Nearly 40 people came, 12 of them children.")))
                .extracting(NumberMention::approximate)
                .containsExactly(true, false);
    }

    private static String read(String text) {
        ParsedReport report = Texts.parse(text);
        return NumberFinder.find(report).stream()
                .map(number -> number.count() + " [" + report.text(number.passage()) + "]")
                .collect(Collectors.joining("; "));
    }
}
