package org.ascribe.pipeline;

import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a long run: a line every ten seconds with stage, counts, rate, memory and the last item, and a
 * last line at once when it is done. Safe to share between threads.
 */
public final class Progress implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant began;
    private @Nullable ScheduledExecutorService ticker;

    private String stage = "read";
    private String last = "";
    private int sourcesDone;
    private int sources;
    private long reports;
    private long assertions;
    private long reportsBefore;
    private long assertionsBefore;
    private Instant before;
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Duration> took = new LinkedHashMap<>();
    private @Nullable Instant stageBegan;

    /** Lines go to {@code out}; the ticking begins with {@link #begin}. */
    public Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.began = clock.instant();
        this.before = began;
    }

    synchronized void begin(int sourceCount) {
        sources = sourceCount;
        ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        // the handle is of no use: shutting down ends it
        var unused = ticker.scheduleAtFixedRate(this::tick, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    synchronized void stage(String name) {
        endStage();
        stage = name;
        stageBegan = clock.instant();
    }

    private void endStage() {
        if (stageBegan != null) {
            took.merge(stage, Duration.between(stageBegan, clock.instant()), Duration::plus);
            stageBegan = null;
        }
    }

    synchronized void sourceDone() {
        sourcesDone++;
    }

    synchronized void at(String place) {
        last = place;
    }

    synchronized void done(int newAssertions) {
        reports++;
        assertions += newAssertions;
    }

    synchronized void skip(String code) {
        skipped.merge(code, 1, Integer::sum);
    }

    /** One line for people, with the time since the start. */
    public synchronized void say(String what) {
        out.println(time() + " INF " + what);
    }

    private synchronized void tick() {
        Instant now = clock.instant();
        double seconds = Math.max(0.001, Duration.between(before, now).toMillis() / 1000.0);
        Runtime runtime = Runtime.getRuntime();
        say("[%s] reports: [ %s %.0f/s ] assertions: [ %s %.0f/s ] skipped: [ %d ] inputs: [ %d of %d ]"
                .formatted(
                        stage,
                        shortly(reports),
                        (reports - reportsBefore) / seconds,
                        shortly(assertions),
                        (assertions - assertionsBefore) / seconds,
                        skippedCount(),
                        sourcesDone,
                        sources));
        long gcMillis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        long upMillis = Math.max(1, Duration.between(began, now).toMillis());
        out.println("    gc: %d%%  heap: %dM/%dM%s"
                .formatted(
                        100 * gcMillis / upMillis,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                        runtime.maxMemory() >> 20,
                        last.isEmpty() ? "" : "%n    last: %s".formatted(last)));
        before = now;
        reportsBefore = reports;
        assertionsBefore = assertions;
    }

    private int skippedCount() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The closing line: how many of how many, what was skipped by code, and how long each stage took. */
    public synchronized void finish(String more) {
        endStage();
        String left = skipped.isEmpty()
                ? ""
                : "; skipped: "
                        + skipped.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
        long all = reports + skippedCount();
        say("FINISHED %s of %s %s%s%s"
                .formatted(
                        String.format(Locale.ROOT, "%,d", reports),
                        String.format(Locale.ROOT, "%,d", all),
                        all == 1 ? "report" : "reports",
                        left,
                        more.isEmpty() ? "" : "; " + more));
        if (Duration.between(began, clock.instant()).compareTo(EVERY) >= 0 && !took.isEmpty()) {
            say("         "
                    + took.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + brief(entry.getValue()))
                            .collect(Collectors.joining("  ")));
        }
    }

    Instant began() {
        return began;
    }

    Duration soFar() {
        return Duration.between(began, clock.instant());
    }

    private String time() {
        Duration since = soFar();
        return "%d:%02d:%02d".formatted(since.toHours(), since.toMinutesPart(), since.toSecondsPart());
    }

    private static String brief(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + "m" + time.toSecondsPart() + "s" : time.toSeconds() + "s";
    }

    private static String shortly(long number) {
        return number < 1000
                ? String.valueOf(number)
                : number < 1_000_000
                        ? String.format(Locale.ROOT, "%.1fk", number / 1000.0)
                        : String.format(Locale.ROOT, "%.1fM", number / 1_000_000.0);
    }

    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.shutdownNow();
        }
    }
}
