package org.ascribe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z"));

    @TempDir
    Path folder;

    /** What a command gave. */
    private record Given(int code, String out, String err) {}

    private static Given run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = Main.run(args, outStream, errStream, NOON);
        }
        return new Given(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpListsEveryCommandAndTheExitCodes() {
        Given given = run("--help");
        assertThat(given.code()).isZero();
        assertThat(given.out())
                .contains("extract", "add", "incidents", "show", "serve", "demo")
                .contains("does not decide guilt")
                .contains("3   done, with input skipped");
        assertThat(given.err()).isEmpty();
    }

    @Test
    void everyCommandHasItsOwnHelp() {
        for (String command : new String[] {"extract", "add", "incidents", "show", "serve", "demo"}) {
            Given given = run(command, "--help");
            assertThat(given.code()).as(command).isZero();
            assertThat(given.out()).startsWith("Usage: ascribe " + command);
        }
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(run("--version").out()).matches("ascribe \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearestKnownOne() {
        Given given = run("extract", "--publishd", "2024-04-05", "a.txt");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).isEqualToNormalizingNewlines("""
                        Unknown option --publishd. Did you mean --published?
                          See ascribe extract --help
                        """);
        assertThat(given.out()).isEmpty();
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearestKnownOne() {
        Given given = run("exract", "a.txt");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).startsWith("Unknown command exract. Did you mean extract?");
    }

    @Test
    void noCommandAtAllIsWrongUsage() {
        Given given = run();
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).startsWith("Which command?");
    }

    @Test
    void aDateInAnotherOrderIsRefusedWithWhatWasExpected() {
        Given given = run("extract", "--published", "12/3/21", "a.txt");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).startsWith("--published is \"12/3/21\", expected a date such as 2021-03-12.");
    }

    @Test
    void missingFilesAreAllNamedBeforeAnythingIsRead() throws IOException {
        Path there = Files.writeString(folder.resolve("there.txt"), "The group claimed the attack.");
        Given given = run("extract", folder.resolve("one.txt"), there, folder.resolve("two.txt"));
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err())
                .contains("one.txt: there is no such file or folder")
                .contains("two.txt: there is no such file or folder")
                .contains("Correct the name");
        assertThat(given.out()).isEmpty();
    }

    @Test
    void unusableInputIsNamedAndCountedAndStopsNoOther() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        Path good = Files.writeString(
                folder.resolve("good.txt"),
                "The Islamic State group claimed the attack on a mosque in Kunduz that killed more than 50 people on "
                        + "Friday, the local police chief said.\n");
        Given given = run("extract", "--published", "2021-10-09", empty, good);
        assertThat(given.code()).isEqualTo(3);
        assertThat(given.err())
                .contains("Cannot read " + empty)
                .contains("FINISHED 1 of 2 reports; skipped: file-empty 1");
        assertThat(given.out().lines()).hasSize(1);
        assertThat(given.out()).startsWith("{\"schema\":\"ascribe/coded-report/1\"");
    }

    @Test
    void theJsonFormatIsOneArray() throws IOException {
        Path good = Files.writeString(
                folder.resolve("good.txt"),
                "A bomb went off in the bazaar on Monday and two people were hurt, police said.\n");
        assertThat(run("extract", "--format", "json", good, good).out().strip())
                .startsWith("[")
                .endsWith("]")
                .contains("},\n{\"schema\"");
    }

    @Test
    void lookingAtALedgerThatIsNotThereSaysHowToMakeOne() {
        Given given = run("incidents", "--ledger", folder.resolve("none.duckdb"));
        assertThat(given.code()).isEqualTo(1);
        assertThat(given.err()).contains("there is no such file").contains("ascribe add");
        assertThat(folder.resolve("none.duckdb")).doesNotExist();
    }

    @Test
    void anUnknownIncidentTypeIsAnsweredWithTheNearest() {
        Given given = run("incidents", "--type", "suicide-bombin", "--ledger", folder.resolve("none.duckdb"));
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("--type is \"suicide-bombin\"").contains("Did you mean suicide-bombing?");
    }

    @Test
    void addedReportsAreListedShownAndNotAddedTwice() throws IOException {
        Path ledger = folder.resolve("test.duckdb");
        Path report = Files.writeString(folder.resolve("report.txt"), """
                ---
                title: Blast at mosque in Kunduz
                outlet: River Wire
                published: 2021-10-09
                ---

                The Islamic State group claimed responsibility for a suicide bombing at a mosque in the northern Afghan city \
                of Kunduz on Friday that killed at least 50 people. The Taliban blamed the Islamic State group.
                """);
        Given added = run("add", report, "--ledger", ledger);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.err()).contains("FINISHED 1 of 1 report; 1 new");
        assertThat(run("add", report, "--ledger", ledger).err())
                .contains("FINISHED 1 of 1 report; 0 new, 0 assertions new");

        Given listed = run("incidents", "--ledger", ledger);
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("I-1", "2021-10-08", "Kunduz", "50+");
        assertThat(run("incidents", "--ledger", ledger, "--country", "ru").out())
                .contains("0 incidents pass the filter");

        Given shown = run("show", "I-1", "--ledger", ledger);
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("WHO IS SAID TO HAVE DONE IT", "Islamic State", "claimed", "TOLL BY VOICE", "River Wire")
                .contains("report 1, sentence");
        Given unknown = run("show", "I-99", "--ledger", ledger);
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("has no such incident").contains("ascribe incidents");
    }

    @Test
    void aTableFitsItsWidthAndCutsTheWidestColumn() {
        String table = new TextTable("ID", "WORDS").row("I-1", "x".repeat(200)).print(40);
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        assertThat(table).contains("I-1").contains("…");
    }

    @Test
    void idsAndDatesAreCutLast() {
        String table = new TextTable("ID", "WHEN", "WORDS")
                .cutting("WORDS")
                .row("I-1", "2024-03-22", "x".repeat(12))
                .print(26);
        assertThat(table).contains("2024-03-22").contains("xxxxxxx…");
    }

    @Test
    void theWidthIsWhatTheSurroundingsSayElseWideEnoughForTheWords() {
        assertThat(Console.width(null, null)).isEqualTo(120);
        assertThat(Console.width(null, "80")).isEqualTo(80);
        assertThat(Console.width("140", "80")).isEqualTo(140);
        assertThat(Console.width("wide", "20")).isEqualTo(60);
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), "A bomb went off in the bazaar, police said.\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (PrintStream outStream = new PrintStream(full, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = Main.run(new String[] {"extract", good.toString()}, outStream, errStream, NOON);
            assertThat(code).isEqualTo(1);
        }
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(said).containsOnlyOnce("Cannot write the results").doesNotContain("FINISHED");
    }

    @Test
    void wrongValuesAreAnsweredWithTheRightOnes() {
        assertThat(run("extract", "--format", "xml", "a.txt").err())
                .startsWith("--format is \"xml\", expected one of jsonl, json, table.");
        assertThat(run("serve", "--port", "x").err()).startsWith("--port is \"x\", expected a whole number.");
        assertThat(run("extract").err()).startsWith("ascribe extract needs at least one FILE: files, folders or");
        assertThat(run("show").err()).startsWith("ascribe show needs an ID: of an incident, such as I-17");
        assertThat(run("show", "I-1", "--ledger").err()).startsWith("--ledger needs a value: --ledger PATH.");
    }

    @Test
    void addressesThatAreNotFetchedAreRefusedBeforeAnythingIsRead() {
        assertThat(run("extract", "ftp://example.org/a").err())
                .startsWith("Cannot read ftp://example.org/a: only http and https addresses are fetched.");
        Given secret = run("extract", "https://user:word@example.org/a");
        assertThat(secret.code()).isEqualTo(2);
        assertThat(secret.err()).contains("carries a user name or password").doesNotContain("word@");
    }

    @Test
    void aSentenceIsCountedFromTheFirst() {
        String text = "One attack. Two “said” 🕊 so. Three.";
        assertThat(SheetText.sentence(text, 0)).isEqualTo(1);
        assertThat(SheetText.sentence(text, 12)).isEqualTo(2);
        assertThat(SheetText.sentence(text, text.codePointCount(0, text.length()) - 2))
                .isEqualTo(3);
    }
}
