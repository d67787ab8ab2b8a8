package org.ascribe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.ascribe.exchange.CodedReportJson;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines under "Use it as a library" in README.md: they compile, do what they say, and stand there as here. */
class ReadmeSnippetTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path THIS = Path.of("src", "test", "java", "org", "ascribe", "cli", "ReadmeSnippetTest.java");

    @TempDir
    Path folder;

    private static void printWhatReportsSay(Path folder, PrintStream out) {
        // README begins
        Extractor extractor = Extractor.rules();
        ReadSettings settings = new ReadSettings(LocalDate.of(2024, 4, 5)); // for reports that do not state their day
        try (Stream<Outcome<Report>> reports = new ReportReader().read(folder, settings)) {
            reports.forEach(outcome -> {
                switch (outcome) {
                    case Outcome.Done<Report> read ->
                        out.println(CodedReportJson.write(extractor.extract(read.value())));
                    case Outcome.Skipped<Report> bad -> out.println("Cannot read " + bad.where() + ": " + bad.why());
                }
            });
        }
        // README ends
    }

    @Test
    void theSnippetCodesAReportAndNamesTheInputThatItCannotRead() throws IOException {
        Files.writeString(
                folder.resolve("a.txt"), "The Taliban said on Monday that gunmen had killed five people in Kabul.");
        Files.writeString(folder.resolve("b.txt"), "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            printWhatReportsSay(folder, stream);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(CodedReportJson.SCHEMA).isEqualTo("ascribe/coded-report/1");
        assertThat(lines.get(0)).startsWith("{").contains("\"ascribe/coded-report/1\"", "2024-04-05");
        assertThat(lines.get(1)).startsWith("Cannot read ").contains("b.txt: it is empty");
    }

    @Test
    void theReadmeHasTheSameLines() throws IOException {
        List<String> source = Files.readAllLines(THIS);
        String snippet = String.join(
                        "\n",
                        source.subList(
                                source.indexOf("        // README begins") + 1,
                                source.indexOf("        // README ends")))
                .stripIndent();
        assertThat(Files.readString(README).replace("\r\n", "\n"))
                .as("README.md, \"Use it as a library\": copy the lines between the two comments of this test")
                .contains("```java\n" + snippet + "\n```");
    }
}
