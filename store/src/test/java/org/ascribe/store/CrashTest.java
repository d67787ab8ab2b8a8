package org.ascribe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ReportId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereWholeAfterTheProcessIsKilledAtAnyMoment() throws Exception {
        Path file = folder.resolve("killed.duckdb");
        Random random = new Random(20_240_322);
        List<Long> acknowledged = new ArrayList<>();
        long next = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = start(file, String.valueOf(next));
            List<String> lines = Collections.synchronizedList(new ArrayList<>());
            Thread listener = listen(process, lines);
            // some die before their first batch, most in the middle of later ones
            await(lines, kill % 5 == 0 ? "open" : "batch " + (next + random.nextInt(8)));
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
            listener.join(30_000);
            for (String line : lines) {
                if (line.startsWith("batch ")) {
                    acknowledged.add(Long.parseLong(line.substring(6)));
                }
            }
            // the batch after the last acknowledged one may be in or not; a second import of it changes nothing
            next = acknowledged.isEmpty() ? 0 : acknowledged.getLast() + 1;
            compare(file, acknowledged, next, "kill " + kill);
        }
        assertThat(acknowledged).as("batches over all lives").hasSizeGreaterThan(KILLS);
    }

    private static void compare(Path file, List<Long> acknowledged, long mayBe, String when) {
        Map<ReportId, CodedReport> expected = new HashMap<>();
        acknowledged.forEach(number -> LoadingProcess.batch(number)
                .forEach(coded -> expected.put(coded.report().id(), coded)));
        Map<ReportId, CodedReport> found = new HashMap<>();
        try (Ledger ledger = Ledger.open(file, Ledger.Mode.CREATE)) {
            ledger.codedReports().forEach(coded -> found.put(coded.report().id(), coded));
        }
        assertThat(found).as(when).containsAllEntriesOf(expected);
        List<CodedReport> unacknowledged = LoadingProcess.batch(mayBe);
        found.keySet().removeAll(expected.keySet());
        if (!found.isEmpty()) {
            assertThat(found.values())
                    .as("%s: an unacknowledged batch is there whole or not at all", when)
                    .containsExactlyInAnyOrderElementsOf(unacknowledged);
        }
    }

    @Test
    void aSecondProcessIsToldWhoHoldsTheLedger() throws Exception {
        Path file = folder.resolve("held.duckdb");
        Process process = start(file, "hold");
        try {
            List<String> lines = Collections.synchronizedList(new ArrayList<>());
            listen(process, lines);
            await(lines, "open");
            for (Ledger.Mode mode : Ledger.Mode.values()) {
                assertThatThrownBy(() -> Ledger.open(file, mode).close())
                        .isInstanceOf(LedgerException.class)
                        .hasMessageContaining("Cannot open the ledger")
                        .hasMessageContaining("process " + process.pid())
                        .hasMessageContaining("one process at a time owns a ledger");
            }
        } finally {
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
        }
        Ledger.open(file, Ledger.Mode.WRITE).close();
    }

    private static Process start(Path file, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx300m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadingProcess.class.getName(),
                        file.toString(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    private static Thread listen(Process process, List<String> lines) {
        Thread listener = new Thread(() -> {
            try (BufferedReader in = process.inputReader()) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException killed) {
                // the end of a killed process
            }
        });
        listener.start();
        return listener;
    }

    private static void await(List<String> lines, String line) throws InterruptedException {
        for (int i = 0; i < 12_000 && !lines.contains(line); i++) {
            Thread.sleep(5);
        }
        assertThat(lines).as("the loading process gets on").contains(line);
    }
}
