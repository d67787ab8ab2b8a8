package org.ascribe.bench.weigh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Docket;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Settlement;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/**
 * How long a change of perspective takes. The ledger is made by a seed: every incident is told by four reports of two or three
 * statements each, eight on responsibility and two on the toll; speakers, outlets and actors are drawn so that some are named
 * far more often than others.
 */
public final class WeighSpeed {

    private static final int REPORTS = 4;
    private static final int STATEMENTS = 10;
    private static final int ACTORS = 120;
    private static final int SPEAKERS = 400;
    private static final int OUTLETS = 80;
    private static final ReadBy BY = new ReadBy("bench", "1");
    private static final EventDate DAY = EventDate.day(LocalDate.of(2024, 3, 22));

    private final RandomGenerator random;
    private final List<ActorRef> actors = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private int statements;

    private WeighSpeed(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < ACTORS; i++) {
            actors.add(new ActorRef("actor-" + i, "Actor " + i, null, null));
        }
        Speaker.Role[] roles = Speaker.Role.values();
        for (int i = 0; i < SPEAKERS; i++) {
            Speaker.Role role = roles[i % roles.length];
            boolean speaksForActor = role == Speaker.Role.PARTY || role == Speaker.Role.OFFICIAL;
            speakers.add(
                    new Speaker("Speaker " + i, null, null, role, speaksForActor ? "actor-" + i % ACTORS : null, null));
        }
    }

    /**
     * Makes a ledger of so many incidents, lays it out once, and settles it under each perspective.
     *
     * @param runs how often each is settled; the first run is told apart from the rest
     * @param line takes one line of the result after the other
     */
    public static void run(int incidents, long seed, int runs, List<Perspective> perspectives, Consumer<String> line) {
        WeighSpeed made = new WeighSpeed(seed);
        Map<ReportId, CodedReport> reports = new HashMap<>();
        List<Incident> all = new ArrayList<>();
        for (int i = 0; i < incidents; i++) {
            all.add(made.incident(i, reports));
        }
        long begun = System.nanoTime();
        Docket docket = Docket.of(
                all, reports, List.of(), actor -> Optional.ofNullable(parentOf(actor)), actor -> Optional.empty());
        line.accept(String.format(
                Locale.ROOT,
                "%,d incidents, %,d statements, %,d reports; seed %d; %d threads",
                incidents,
                docket.statementCount(),
                reports.size(),
                seed,
                Runtime.getRuntime().availableProcessors()));
        line.accept(String.format(Locale.ROOT, "laid out once: %.2f s", (System.nanoTime() - begun) / 1e9));
        line.accept("perspective                      first   median  slowest  contested");
        for (Perspective perspective : perspectives) {
            double[] seconds = new double[runs];
            Settlement last = null;
            for (int r = 0; r < runs; r++) {
                long start = System.nanoTime();
                last = Settlement.of(docket, perspective, null);
                seconds[r] = (System.nanoTime() - start) / 1e9;
            }
            double first = seconds[0];
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            int contested = 0;
            for (int i = 0; last != null && i < last.size(); i++) {
                contested += last.status(i) == Status.CONTESTED ? 1 : 0;
            }
            line.accept(String.format(
                    Locale.ROOT,
                    "%-30s %6.2fs  %6.2fs  %6.2fs  %,9d",
                    perspective.name(),
                    first,
                    sorted[runs / 2],
                    sorted[runs - 1],
                    contested));
        }
    }

    /** Every fourth actor is a branch of the one before. */
    private static @Nullable String parentOf(String actor) {
        int number = Integer.parseInt(actor.substring("actor-".length()));
        return number % 4 == 3 ? "actor-" + (number - 1) : null;
    }

    private Incident incident(int number, Map<ReportId, CodedReport> reports) {
        ActorRef usual = actors.get(skewed(ACTORS));
        ActorRef other = actors.get(skewed(ACTORS));
        List<Telling> tellings = new ArrayList<>();
        int left = STATEMENTS;
        for (int r = 0; r < REPORTS; r++) {
            int said = r == REPORTS - 1 ? left : 2 + random.nextInt(2);
            said = Math.min(said, left);
            left -= said;
            CodedReport report = report(number, r, said, usual, other);
            reports.put(report.report().id(), report);
            tellings.add(new Telling(report.report().id(), "i1"));
        }
        return new Incident(
                "inc-%016x".formatted(number),
                "Attack",
                IncidentType.ARMED_ASSAULT,
                DAY,
                null,
                List.of(),
                List.of(),
                tellings,
                List.of());
    }

    private int skewed(int bound) {
        double u = random.nextDouble();
        return (int) (bound * u * u * u);
    }

    private CodedReport report(int incident, int number, int said, ActorRef usual, ActorRef other) {
        // words of its own, so that no report is a copy of another
        String text = Long.toString(random.nextLong() >>> 8, 36) + " " + Long.toString(random.nextLong() >>> 8, 36)
                + " tells of it";
        ReportId id = new ReportId("r-%016x".formatted((long) incident * REPORTS + number));
        Passage whole = new Passage(0, text.length());
        Report report = new Report(
                id,
                null,
                null,
                "Outlet " + skewed(OUTLETS),
                List.of(),
                LocalDate.of(2024, 3, 22).plusDays(random.nextInt(30)),
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of());
        List<Assertion> assertions = new ArrayList<>();
        for (int i = 0; i < said; i++) {
            boolean toll = statements % 5 == 4;
            Speaker speaker = speakers.get(skewed(SPEAKERS));
            assertions.add(new Assertion(
                    new AssertionId("a-%016x".formatted(statements++)),
                    id,
                    "i1",
                    toll
                            ? new Content.Toll(Harm.KILLED, Count.exactly(random.nextInt(150)), null)
                            : new Content.Responsibility(
                                    random.nextInt(4) == 0 ? other : usual,
                                    Stance.values()[random.nextInt(Stance.UNCLAIMED.ordinal())],
                                    EvidenceGiven.values()[random.nextInt(3)],
                                    null),
                    speaker,
                    Polarity.AFFIRMED,
                    random.nextInt(5) == 0,
                    whole,
                    text,
                    0.9,
                    BY));
        }
        return new CodedReport(
                report,
                List.of(new CodedIncident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        "Attack",
                        DAY,
                        null,
                        List.of(),
                        List.of(),
                        Count.UNKNOWN,
                        Count.UNKNOWN,
                        List.of(whole))),
                assertions);
    }
}
