package org.ascribe.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ascribe.core.Report;
import org.ascribe.core.Told;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final String TEXT =
            "Gunmen in camouflage opened fire on people who had come to a concert at the edge of the"
                    + " city on Friday evening, officials said, and set the hall on fire before they fled in a white car. The health"
                    + " ministry said that more than sixty people were killed and over a hundred taken to hospitals.";

    private static Report report(String published, String outlet, String text) {
        return Told.on(published, outlet, text).build().report();
    }

    @Test
    void aSyndicatedCopyIsNoSecondOrigin() {
        Report first = report("2024-03-22", "Agency", TEXT);
        Report copy = report("2024-03-23", "Daily", "(Agency) - " + TEXT + " Read more in our paper.");
        Report other = report(
                "2024-03-23",
                "Own",
                "Our reporter at the concert hall counted sixty ambulances and spoke to"
                        + " people who had fled through the roof while gunmen fired below them on Friday evening.");
        Origins origins = Origins.of(List.of(copy, other, first));
        assertThat(origins.originOf(copy.id())).isEqualTo(first.id());
        assertThat(origins.originOf(other.id())).isEqualTo(other.id());
        assertThat(origins.count(List.of(first.id(), copy.id(), other.id()))).isEqualTo(2);
    }

    @Test
    void aShortQuotationIsNoCopy() {
        Report first = report("2024-03-22", "Agency", TEXT);
        Report quoting =
                report("2024-03-22", "Blog", "Gunmen in camouflage opened fire on people who had come to a concert.");
        assertThat(Origins.of(List.of(first, quoting)).count(List.of(first.id(), quoting.id())))
                .isEqualTo(2);
    }

    @Test
    void theOrderOfTheReportsDoesNotMatter() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String[] words = TEXT.split(" ");
            Random random = new Random(i);
            for (int k = 0; k < i; k++) {
                words[random.nextInt(words.length)] = "word" + k;
            }
            reports.add(report("2024-03-2" + i % 5, "outlet " + i, String.join(" ", words)));
        }
        Origins one = Origins.of(reports);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(reports, new Random(seed));
            Origins two = Origins.of(reports);
            for (Report report : reports) {
                assertThat(two.originOf(report.id())).as("seed " + seed).isEqualTo(one.originOf(report.id()));
            }
        }
    }
}
