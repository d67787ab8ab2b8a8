package org.ascribe.core.weigh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.Polarity;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.opinion.Opinions;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Origins;
import org.ascribe.core.weigh.IncidentSheet.Change;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.IncidentSheet.TollByVoice;

/**
 * The perspective {@code every-voice}: every voice counts, none more than another. It counts independent texts and gives no
 * weights; a statement that a copy repeats is shown once. Safe to share between threads.
 */
public final class EveryVoice {

    /** Its name in files and on the screen. */
    public static final String NAME = "every-voice";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static final Comparator<Statement> OLDEST_FIRST = Comparator.comparing(
                    Statement::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(statement -> statement.assertion().report())
            .thenComparing(statement -> statement.assertion().passage())
            .thenComparing(statement -> statement.assertion().id());

    private final Function<String, Optional<String>> parentOf;
    private final Function<String, Optional<String>> nameOf;

    /**
     * @param parentOf the actor of which an actor is a branch, by id; the two are no rivals
     * @param nameOf the usual name of an actor, by id
     */
    public EveryVoice(Function<String, Optional<String>> parentOf, Function<String, Optional<String>> nameOf) {
        this.parentOf = parentOf;
        this.nameOf = nameOf;
    }

    /**
     * The sheet of one incident.
     *
     * @param involved the reports of its tellings; others are passed over
     * @param judgements all of the ledger; wrong readings are left out, right actors put in
     */
    public IncidentSheet sheet(Incident incident, Collection<CodedReport> involved, Collection<Judgement> judgements) {
        Set<Telling> tellings = new HashSet<>(incident.tellings());
        Map<ReportId, CodedReport> reports = new TreeMap<>();
        for (CodedReport report : involved) {
            ReportId id = report.report().id();
            if (report.incidents().stream().anyMatch(told -> tellings.contains(new Telling(id, told.label())))) {
                reports.put(id, report);
            }
        }
        Origins origins =
                Origins.of(reports.values().stream().map(CodedReport::report).toList());
        Judged judged = Judged.by(judgements);
        List<Statement> statements = statements(reports.values(), tellings, origins, judged);

        Attribution attribution = new Attribution(origins, parentOf);
        List<Statement> nobody = new ArrayList<>();
        Map<String, List<Statement>> byActor = new TreeMap<>();
        List<TollByVoice> tolls = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.assertion().content() instanceof Content.Responsibility said) {
                ActorRef actor = said.actor();
                if (actor == null || said.stance() == Stance.UNCLAIMED) {
                    nobody.add(statement);
                } else {
                    byActor.computeIfAbsent(actor.id(), key -> new ArrayList<>())
                            .add(statement);
                }
            }
            if (statement.assertion().content() instanceof Content.Toll toll
                    && statement.assertion().polarity() == Polarity.AFFIRMED) {
                tolls.add(new TollByVoice(
                        toll.harm(), toll.count(), statement.assertion().speaker(), statement));
            }
        }
        List<Claimant> claimants = claimants(byActor, origins);
        claimants.forEach(attribution::add);
        Attribution.Verdict verdict = attribution.verdict();
        tolls.sort(Comparator.comparing(TollByVoice::harm).thenComparing(TollByVoice::statement, OLDEST_FIRST));
        return new IncidentSheet(
                incident,
                NAME,
                verdict.status(),
                verdict.why(),
                claimants,
                nobody,
                tolls,
                overall(Harm.KILLED, CodedIncident::killed, reports.values(), tellings, judged),
                overall(Harm.WOUNDED, CodedIncident::wounded, reports.values(), tellings, judged),
                reports.size(),
                origins.count(reports.keySet()),
                history(statements));
    }

    // --- statements

    /** What people decided about single assertions. */
    record Judged(Set<AssertionId> wrong, Map<AssertionId, String> rightActor) {

        static Judged by(Collection<Judgement> judgements) {
            Set<AssertionId> wrong = new HashSet<>();
            Map<AssertionId, String> rightActor = new HashMap<>();
            for (Judgement judgement : Judgement.inForce(judgements)) {
                switch (judgement.decision()) {
                    case Decision.WrongReading reading -> wrong.add(reading.assertion());
                    case Decision.RightActor right -> rightActor.put(right.assertion(), right.actor());
                    case Decision.SameIncident same -> {}
                    case Decision.NotSameIncident notSame -> {}
                    case Decision.Unsure unsure -> {}
                    case Decision.MergeIncidents merge -> {}
                    case Decision.SplitIncident split -> {}
                }
            }
            return new Judged(wrong, rightActor);
        }
    }

    /** What the reports say about it, oldest first; what a copy only repeats, once. */
    List<Statement> statements(Collection<CodedReport> reports, Set<Telling> tellings, Origins origins, Judged judged) {
        List<Statement> all = new ArrayList<>();
        for (CodedReport coded : reports) {
            Report report = coded.report();
            Set<AssertionId> otherReadings = Opinions.otherReadings(coded, judged.wrong());
            for (Assertion assertion : coded.assertions()) {
                String label = assertion.incident();
                if (label != null
                        && tellings.contains(new Telling(report.id(), label))
                        && !judged.wrong().contains(assertion.id())) {
                    all.add(new Statement(
                            corrected(assertion, judged),
                            report.published(),
                            report.outlet(),
                            otherReadings.contains(assertion.id())));
                }
            }
        }
        all.sort(OLDEST_FIRST);
        if (reports.stream()
                .allMatch(coded -> origins.originOf(coded.report().id())
                        .equals(coded.report().id()))) {
            return all;
        }
        Set<List<Object>> original = new HashSet<>();
        for (Statement statement : all) {
            ReportId report = statement.assertion().report();
            if (origins.originOf(report).equals(report)) {
                original.add(repeated(report, statement.assertion()));
            }
        }
        List<Statement> kept = new ArrayList<>();
        Set<List<Object>> fromCopies = new HashSet<>();
        for (Statement statement : all) {
            ReportId report = statement.assertion().report();
            ReportId origin = origins.originOf(report);
            List<Object> words = repeated(origin, statement.assertion());
            if (origin.equals(report) || (!original.contains(words) && fromCopies.add(words))) {
                kept.add(statement);
            }
        }
        return kept;
    }

    /** The same in two statements if one repeats the other. */
    static List<Object> repeated(ReportId origin, Assertion assertion) {
        String what = switch (assertion.content()) {
            case Content.Responsibility said ->
                said.stance() + " " + (said.actor() == null ? "" : said.actor().id());
            case Content.Toll toll -> toll.harm() + " " + toll.count();
            case Content.Occurrence said -> said.type().value().code();
            case Content.Relation said ->
                said.subject().id() + said.relation() + said.object().id();
            case Content.Presence said -> said.actor().id();
            case Content.Capability said -> said.actor().id() + said.capability();
            case Content.Evidence said -> said.evidence().code();
        };
        return List.of(
                origin,
                assertion.content().kind(),
                what,
                assertion.polarity(),
                assertion.speaker().name(),
                BLANKS.matcher(assertion.text()).replaceAll(" "));
    }

    private Assertion corrected(Assertion assertion, Judged judged) {
        String actor = judged.rightActor().get(assertion.id());
        if (actor == null || !(assertion.content() instanceof Content.Responsibility said)) {
            return assertion;
        }
        ActorRef read = said.actor();
        ActorRef right = new ActorRef(
                actor,
                nameOf.apply(actor).orElse(actor),
                read == null ? null : read.as(),
                read == null ? null : read.at());
        return new Assertion(
                assertion.id(),
                assertion.report(),
                assertion.incident(),
                new Content.Responsibility(right, said.stance(), said.evidence(), said.channel()),
                assertion.speaker(),
                assertion.polarity(),
                assertion.hedged(),
                assertion.passage(),
                assertion.text(),
                assertion.confidence(),
                assertion.by(),
                assertion.alsoBy());
    }

    private List<Claimant> claimants(Map<String, List<Statement>> byActor, Origins origins) {
        List<Claimant> claimants = new ArrayList<>();
        byActor.forEach((actor, statements) -> {
            List<Statement> ordered = statements.stream()
                    .sorted(Comparator.comparing((Statement statement) -> !Attribution.names(statement.assertion()))
                            .thenComparing(OLDEST_FIRST))
                    .toList();
            Set<ReportId> naming = new TreeSet<>();
            for (Statement statement : ordered) {
                if (!statement.isOtherReading() && Attribution.names(statement.assertion())) {
                    naming.add(statement.assertion().report());
                }
            }
            String name = nameOf.apply(actor).orElseGet(() -> nameIn(ordered.get(0)));
            claimants.add(new Claimant(actor, name, origins.count(naming), ordered));
        });
        claimants.sort(Comparator.comparingInt((Claimant claimant) -> -claimant.origins())
                .thenComparing(Claimant::actor));
        return claimants;
    }

    private static String nameIn(Statement statement) {
        if (statement.assertion().content() instanceof Content.Responsibility said && said.actor() != null) {
            return said.actor().name();
        }
        throw new IllegalStateException("no actor in " + statement.assertion().id());
    }

    // --- tolls

    /**
     * Over all voices. What a report's parts of a toll add up to is its own reading; only where a person struck a number
     * out, the rest is counted anew.
     */
    private static Count overall(
            Harm harm,
            Function<CodedIncident, Count> read,
            Collection<CodedReport> reports,
            Set<Telling> tellings,
            Judged judged) {
        List<Count> counts = new ArrayList<>();
        for (CodedReport coded : reports) {
            for (CodedIncident told : coded.incidents()) {
                if (!tellings.contains(new Telling(coded.report().id(), told.label()))) {
                    continue;
                }
                List<Count> left = new ArrayList<>();
                boolean struck = false;
                Set<AssertionId> otherReadings = Opinions.otherReadings(coded, judged.wrong());
                for (Assertion assertion : coded.assertions()) {
                    if (told.label().equals(assertion.incident())
                            && assertion.polarity() == Polarity.AFFIRMED
                            && assertion.content() instanceof Content.Toll toll
                            && toll.harm() == harm) {
                        boolean wrong = judged.wrong().contains(assertion.id());
                        struck |= wrong;
                        if (!wrong && !otherReadings.contains(assertion.id())) {
                            left.add(toll.count());
                        }
                    }
                }
                counts.addAll(struck ? left : List.of(read.apply(told)));
            }
        }
        return overall(counts);
    }

    /**
     * Lowest low to highest high. A voice that leaves its high end open ("over 140") leaves the whole open only where it
     * goes beyond every high that is known.
     */
    static Count overall(Collection<Count> counts) {
        Integer low = null;
        Integer high = null;
        int most = 0;
        for (Count count : counts) {
            if (count.low() != null) {
                low = low == null ? count.low() : (Integer) Math.min(low, count.low());
                most = Math.max(most, count.low());
            }
            if (count.high() != null) {
                high = high == null ? count.high() : (Integer) Math.max(high, count.high());
            }
        }
        return new Count(low, high == null || high < most ? null : high);
    }

    // --- history

    private static List<Change> history(List<Statement> statements) {
        List<Change> history = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<Harm, List<Count>> counts = new TreeMap<>();
        for (Statement statement : statements) {
            Assertion assertion = statement.assertion();
            LocalDate day = statement.published();
            if (statement.isOtherReading()) {
                continue;
            }
            if (history.isEmpty()) {
                history.add(new Change(day, "first report", assertion));
            }
            switch (assertion.content()) {
                case Content.Responsibility said -> {
                    String what = change(assertion, said);
                    if (known.add(what)) {
                        history.add(new Change(day, what, assertion));
                    }
                }
                case Content.Toll toll -> {
                    if (assertion.polarity() == Polarity.AFFIRMED
                            && (toll.harm() == Harm.KILLED || toll.harm() == Harm.WOUNDED)) {
                        List<Count> before = counts.computeIfAbsent(toll.harm(), key -> new ArrayList<>());
                        Count was = overall(before);
                        before.add(toll.count());
                        if (!overall(before).equals(was) && goesBeyond(toll.count(), was)) {
                            history.add(new Change(day, toll.harm().code() + " " + toll.count(), assertion));
                        }
                    }
                }
                case Content.Occurrence said -> {}
                case Content.Relation said -> {}
                case Content.Presence said -> {}
                case Content.Capability said -> {}
                case Content.Evidence said -> {}
            }
        }
        return history;
    }

    /** Whether a number is the first, or above what was known: parts of a toll are no news. */
    private static boolean goesBeyond(Count count, Count known) {
        return top(count) > top(known);
    }

    private static int top(Count count) {
        if (count.high() != null) {
            return count.high();
        }
        return count.low() == null ? -1 : count.low();
    }

    private static String change(Assertion assertion, Content.Responsibility said) {
        String who = assertion.speaker().name();
        if (said.actor() == null || said.stance() == Stance.UNCLAIMED) {
            return said.stance() == Stance.UNCLAIMED ? "nobody has claimed it" : "denial by " + who;
        }
        String actor = said.actor().name();
        boolean self = said.actor().id().equals(assertion.speaker().actor());
        if (!Attribution.names(assertion)) {
            String how =
                    said.stance() == Stance.DOUBTED || assertion.polarity() == Polarity.DOUBTED ? "doubt" : "denial";
            return self ? how + " by " + actor : how + " that it was " + actor + ", by " + who;
        }
        return switch (said.stance()) {
            case CLAIMED -> "claim by " + actor;
            case STATED -> actor + " named";
            case ACCUSED -> actor + " accused by " + who;
            case SUSPECTED -> actor + " suspected by " + who;
            case DENIED, DOUBTED, UNCLAIMED -> throw new IllegalStateException(said.stance() + " names nobody");
        };
    }
}
