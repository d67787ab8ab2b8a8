package org.ascribe.core.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReportId;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.resolve.Origins;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;

/** How far the voices agree: the rules behind {@link Status}. */
final class Attribution {

    record Verdict(Status status, String why) {}

    private final Origins origins;
    private final Function<String, Optional<String>> parentOf;
    private final List<Claimant> named = new ArrayList<>();

    Attribution(Origins origins, Function<String, Optional<String>> parentOf) {
        this.origins = origins;
        this.parentOf = parentOf;
    }

    void add(Claimant claimant) {
        if (claimant.origins() > 0) {
            named.add(claimant);
        }
    }

    /** Whether a responsibility says that its actor did it. */
    static boolean names(Assertion assertion) {
        return assertion.content() instanceof Content.Responsibility said
                && said.actor() != null
                && assertion.polarity() == Polarity.AFFIRMED
                && switch (said.stance()) {
                    case CLAIMED, STATED, ACCUSED, SUSPECTED -> true;
                    case DENIED, DOUBTED, UNCLAIMED -> false;
                };
    }

    Verdict verdict() {
        if (named.isEmpty()) {
            return new Verdict(Status.UNCLAIMED, "No voice names an actor.");
        }
        List<Assertion> naming = new ArrayList<>();
        List<Assertion> against = new ArrayList<>();
        for (Claimant claimant : named) {
            for (Statement statement : claimant.statements()) {
                if (statement.isOtherReading()) {
                    continue;
                }
                (names(statement.assertion()) ? naming : against).add(statement.assertion());
            }
        }
        if (hasRivals()) {
            return new Verdict(
                    Status.CONTESTED,
                    "Voices name different actors: "
                            + named.stream()
                                    .map(claimant -> claimant.name() + " (" + independent(claimant.origins()) + ")")
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        int most = named.stream().mapToInt(Claimant::origins).max().orElse(0);
        String actor = named.stream()
                // of parties that a data set names together, the one that others name too
                .filter(claimant -> claimant.origins() == most || !isNamedBesideAnother(claimant))
                .map(Claimant::name)
                .collect(Collectors.joining(" and "));
        if (!against.isEmpty()) {
            return disputed(actor, naming, against);
        }
        Set<ReportId> reports = new TreeSet<>();
        naming.forEach(assertion -> reports.add(assertion.report()));
        int texts = origins.count(reports);
        boolean claimed =
                naming.stream().anyMatch(assertion -> stance(assertion) == Stance.CLAIMED && !assertion.hedged());
        boolean reserved =
                naming.stream().allMatch(assertion -> assertion.hedged() || stance(assertion) == Stance.SUSPECTED);
        if (reserved) {
            return new Verdict(Status.WEAK, "Every voice that names " + actor + " does so under reserve.");
        }
        if (texts < 2) {
            return new Verdict(
                    Status.WEAK,
                    "Only one independent report names " + actor + (claimed ? ", by reporting its claim." : "."));
        }
        if (claimed) {
            return new Verdict(
                    Status.CONFIRMED,
                    actor + " claimed it, " + independent(texts)
                            + " name it, and no voice names another or denies it.");
        }
        return new Verdict(
                Status.FAIR,
                capital(independent(texts)) + " name " + actor + ", and no voice names another or denies it.");
    }

    /** One actor, which some voice denies or doubts. */
    private Verdict disputed(String actor, List<Assertion> naming, List<Assertion> against) {
        Set<String> accusers = new TreeSet<>();
        naming.forEach(assertion -> accusers.add(voice(assertion)));
        Set<String> deniers = new TreeSet<>();
        boolean self = false;
        for (Assertion assertion : against) {
            if (isOfNamed(assertion.speaker())) {
                self = true;
            } else {
                deniers.add(voice(assertion));
            }
        }
        if (!deniers.isEmpty()) {
            if (deniers.containsAll(accusers)) {
                return new Verdict(
                        Status.DISCOUNTED,
                        String.join(" and ", accusers) + " named " + actor + " and then ruled it out or doubted it.");
            }
            if (accusers.size() == 1 && deniers.stream().noneMatch(accusers::contains)) {
                return new Verdict(
                        Status.DISCOUNTED,
                        "Only " + accusers.iterator().next() + " names " + actor + ", and every other voice ("
                                + String.join(", ", deniers) + ") denies or doubts it.");
            }
        }
        if (self) {
            return new Verdict(Status.CONTESTED, actor + " is named and denies it.");
        }
        return new Verdict(
                Status.CONTESTED, actor + " is named, and " + String.join(" and ", deniers) + " denies or doubts it.");
    }

    private static Stance stance(Assertion assertion) {
        if (assertion.content() instanceof Content.Responsibility said) {
            return said.stance();
        }
        throw new IllegalStateException("no responsibility: " + assertion.id());
    }

    /** Two actors of which neither is a branch of the other. */
    private boolean hasRivals() {
        for (Claimant a : named) {
            for (Claimant b : named) {
                if (!isKin(a.actor(), b.actor()) && !areNamedTogether(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a row of a data set states both in the same words, as the two parties of one fight. */
    private static boolean areNamedTogether(Claimant a, Claimant b) {
        return a.statements().stream()
                .map(Statement::assertion)
                .filter(Attribution::isRowOfDataSet)
                .anyMatch(one -> b.statements().stream()
                        .map(Statement::assertion)
                        .filter(Attribution::isRowOfDataSet)
                        .anyMatch(two -> one.report().equals(two.report())
                                && one.passage().equals(two.passage())));
    }

    private boolean isNamedBesideAnother(Claimant claimant) {
        return named.stream().anyMatch(other -> other != claimant && areNamedTogether(claimant, other));
    }

    private static boolean isRowOfDataSet(Assertion assertion) {
        return assertion.speaker().role() == Speaker.Role.DATA_SET
                && !assertion.hedged()
                && names(assertion)
                && stance(assertion) == Stance.STATED;
    }

    private boolean isKin(String a, String b) {
        return lineage(a).contains(b) || lineage(b).contains(a);
    }

    /** The actor and all of which it is a branch. */
    private Set<String> lineage(String actor) {
        Set<String> lineage = new HashSet<>();
        Optional<String> next = Optional.of(actor);
        while (next.isPresent() && lineage.add(next.get())) {
            next = parentOf.apply(next.get());
        }
        return lineage;
    }

    private boolean isOfNamed(Speaker speaker) {
        String actor = speaker.actor();
        return actor != null && named.stream().anyMatch(claimant -> isKin(claimant.actor(), actor));
    }

    /** Who speaks, as one voice under its usual name. */
    private static String voice(Assertion assertion) {
        Speaker speaker = assertion.speaker();
        return speaker.role() == Speaker.Role.AUTHOR ? "the author of " + assertion.report() : speaker.name();
    }

    private static String independent(int texts) {
        return texts == 1 ? "one independent report" : texts + " independent reports";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
