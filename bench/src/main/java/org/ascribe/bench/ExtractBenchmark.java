package org.ascribe.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ascribe.core.CodedReport;
import org.ascribe.extract.Extractor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One report, from its text to its coded report, in a warm program on one core. The aim is 30 ms for 3,000 characters.
 * {@code scripts/bench-warm} runs it and keeps the result.
 *
 * <p>{@code oneArticle} codes the shortest article of at least 3,000 characters again and again, so that lemmas and the like are
 * remembered; {@code nextArticle} goes round the whole folder, as a run over many reports does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xmx400m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Threads(1)
public class ExtractBenchmark {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    /** Folder with reports, relative to where the program is started. */
    @Param("corpus")
    public String folder = "corpus";

    @SuppressWarnings("NullAway.Init") // set by load
    private Extractor extractor;

    @SuppressWarnings("NullAway.Init")
    private SampleArticle article;

    @SuppressWarnings("NullAway.Init")
    private List<SampleArticle> articles;

    private int next;

    private long reports;
    private long cpuBefore;

    /** Reads the folder and loads the rules, outside the time. */
    @Setup
    public void load() throws IOException {
        extractor = Extractor.rules();
        article = SampleArticle.find(Path.of(folder));
        articles = SampleArticle.list(Path.of(folder));
        System.out.printf(
                "%n# %s, %d characters, of %d reports with %d characters on average%n",
                article.file(),
                article.report().text().length(),
                articles.size(),
                Math.round(articles.stream()
                        .mapToInt(one -> one.report().text().length())
                        .average()
                        .orElse(0)));
    }

    @Setup(Level.Iteration)
    public void startCpu() {
        reports = 0;
        cpuBefore = CPU.getCurrentThreadCpuTime();
    }

    /** The thread's own time, which a machine that is busy otherwise changes less than the time of the clock. */
    @TearDown(Level.Iteration)
    public void printCpu() {
        System.out.printf(
                Locale.ROOT,
                "(cpu %.3f ms/op) ",
                (CPU.getCurrentThreadCpuTime() - cpuBefore) / 1e6 / Math.max(1, reports));
    }

    @Benchmark
    public CodedReport oneArticle() {
        reports++;
        return extractor.extract(article.report());
    }

    @Benchmark
    public CodedReport nextArticle() {
        reports++;
        next = (next + 1) % articles.size();
        return extractor.extract(articles.get(next).report());
    }
}
