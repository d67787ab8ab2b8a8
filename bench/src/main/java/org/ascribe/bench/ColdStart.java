package org.ascribe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command many times and prints its wall time and its largest resident memory, as the kernel counts it
 * ({@code VmHWM}, read every few milliseconds from /proc; the last reading may miss what was taken in the last ones).
 *
 * <pre>
 * --runs N COMMAND...   the figures
 * --choose FOLDER       only prints the shortest report of the folder with at least 3,000 characters
 * </pre>
 */
public final class ColdStart {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int READ_EVERY_MS = 4;

    private record Run(double seconds, double megabytes) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("--choose")) {
            System.out.println(SampleArticle.find(Path.of(args[1])).file());
            return;
        }
        if (args.length < 3 || !args[0].equals("--runs")) {
            System.err.println("Cannot time anything: expected --runs N COMMAND... or --choose FOLDER.");
            System.exit(2);
        }
        List<String> command = Arrays.asList(args).subList(2, args.length);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            runs.add(time(command));
        }
        print("wall time, s", runs.stream().mapToDouble(Run::seconds).sorted().toArray());
        print(
                "largest memory, MB",
                runs.stream().mapToDouble(Run::megabytes).sorted().toArray());
    }

    private static Run time(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        // The shell becomes the Java process by exec, so that the process is the same one.
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        while (!process.waitFor(READ_EVERY_MS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Cannot time " + String.join(" ", command) + ": it ended with code "
                    + process.exitValue() + ". Run it by hand to see why.");
        }
        return new Run(seconds, peak / 1024.0);
    }

    private static long peak(Path status) {
        try {
            Matcher line = PEAK.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
            return line.find() ? Long.parseLong(line.group(1)) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void print(String what, double[] sorted) {
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        System.out.printf(
                Locale.ROOT,
                "%-20s median %.2f  mean %.2f  least %.2f  90th percentile %.2f  most %.2f  runs %d%n",
                what,
                sorted[sorted.length / 2],
                mean,
                sorted[0],
                sorted[(int) Math.ceil(0.9 * sorted.length) - 1],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private ColdStart() {}
}
