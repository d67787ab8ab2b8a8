package org.ascribe.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;
import org.ascribe.core.Stance;
import org.ascribe.extract.Extractor;
import org.junit.jupiter.api.Test;

/** What the shipped reader adds to the rules, and what it must never add. */
class ModelReadingTest {

    private static final Path MODEL = Path.of("..", "models", "reader-3.onnx");

    private static final String TEXT =
            "A bomb exploded at a market in Quetta on Friday, killing nine people. Officials see the hand of Indian services in the blast, a"
                    + " charge that Delhi calls absurd.\n\nFarid Rahmani Wardak, a doctor at the hospital, said that the attackers came on foot. Karim"
                    + " Stanikzai wrote that the assault on the ward lasted an hour, and that he had seen the gunmen.";

    private static CodedReport read() throws IOException {
        return read(TEXT);
    }

    private static CodedReport read(String text) throws IOException {
        assumeTrue(Files.isReadable(MODEL), "models/reader-3.onnx is not there: the rules read alone");
        return Extractor.withModel(MODEL)
                .extract(new Report(
                        Report.idOf(null, null, null, null, null, text),
                        null,
                        "Market",
                        null,
                        List.of(),
                        LocalDate.of(2024, 3, 24),
                        "en",
                        Genre.NEWS,
                        null,
                        null,
                        text,
                        List.of()));
    }

    private static List<Assertion> responsibilities() throws IOException {
        return read().assertions().stream()
                .filter(said -> said.content() instanceof Content.Responsibility)
                .toList();
    }

    @Test
    void itReadsABlameThatNoRuleKnowsAndSaysThatItDid() throws IOException {
        assertThat(responsibilities()).anySatisfy(said -> {
            assertThat(said.by().step()).isEqualTo("model-responsibility");
            assertThat(said.by().version()).isEqualTo("reader-3");
            assertThat(said.text()).contains("the hand of Indian services");
            assertThat(((Content.Responsibility) said.content()).stance()).isEqualTo(Stance.ACCUSED);
        });
    }

    @Test
    void aPersonWhoIsNamedIsNeverReadAsTheOneWhoDidIt() throws IOException {
        assertThat(responsibilities()).noneSatisfy(said -> {
            Content.Responsibility who = (Content.Responsibility) said.content();
            assertThat(who.actor()).isNotNull();
            assertThat(who.actor().name()).containsAnyOf("Wardak", "Farid", "Karim", "Stanikzai");
        });
    }

    @Test
    void everydayWordsOfViolenceOpenNoIncidentWhereTheReaderSeesNone() throws IOException {
        String everyday =
                "Diners had waited months for a table. Bookings exploded within an hour of the announcement, and the kitchen was under siege all evening.";
        assertThat(Extractor.rules().extract(read(everyday).report()).incidents())
                .as("what the rules alone make of it")
                .isNotEmpty();
        assertThat(read(everyday).incidents()).isEmpty();
        assertThat(read("Gunmen attacked a clinic near Goma on Friday. Three nurses were taken.")
                        .incidents())
                .isNotEmpty();
    }
}
