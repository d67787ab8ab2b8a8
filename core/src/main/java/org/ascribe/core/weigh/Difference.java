package org.ascribe.core.weigh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ascribe.core.AssertionId;
import org.ascribe.core.weigh.Settled.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two perspectives on one docket: the incidents that get another actor, another status or another toll, and
 * which rule made it so.
 */
public final class Difference {

    /** What changes. */
    public enum Aspect {
        /** Another actor leads, and neither is a branch of the other. */
        ACTOR,
        STATUS,
        /** The best number of people killed or wounded. */
        TOLL
    }

    /**
     * One incident that changes.
     *
     * @param because the rule that made it so, in a sentence with the statement that it moved most
     */
    public record Changed(Settled before, Settled after, List<Aspect> aspects, String because) {
        public Changed {
            aspects = List.copyOf(aspects);
        }
    }

    private Difference() {}

    /**
     * The incidents that change, in the order of their ids; those that either of the two does not know on its day are left out.
     *
     * @throws IllegalArgumentException if the two are not of one docket
     */
    public static List<Changed> between(Settlement before, Settlement after) {
        if (before.docket() != after.docket()) {
            throw new IllegalArgumentException("a difference is between two perspectives on one docket");
        }
        List<Changed> all = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.isKnown(i) && after.isKnown(i)) {
                List<Aspect> aspects = aspects(before, after, i);
                if (!aspects.isEmpty()) {
                    Settled was = before.get(i);
                    Settled is = after.get(i);
                    all.add(new Changed(was, is, aspects, because(before, after, i, was, is, aspects)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Aspect> aspects(Settlement before, Settlement after, int i) {
        List<Aspect> aspects = new ArrayList<>();
        Docket docket = before.docket();
        Optional<String> was = before.leader(i);
        Optional<String> is = after.leader(i);
        boolean sameActor = was.equals(is)
                || (was.isPresent()
                        && is.isPresent()
                        && (docket.lineage(was.get()).contains(is.get())
                                || docket.lineage(is.get()).contains(was.get())));
        if (!sameActor) {
            aspects.add(Aspect.ACTOR);
        }
        if (before.status(i) != after.status(i)) {
            aspects.add(Aspect.STATUS);
        }
        if (!Objects.equals(before.killed(i).best(), after.killed(i).best())
                || !Objects.equals(before.wounded(i).best(), after.wounded(i).best())) {
            aspects.add(Aspect.TOLL);
        }
        return aspects;
    }

    private static String because(
            Settlement before, Settlement after, int i, Settled was, Settled is, List<Aspect> aspects) {
        List<String> sentences = new ArrayList<>();
        if (aspects.contains(Aspect.ACTOR) || aspects.contains(Aspect.STATUS)) {
            Moved moved = mostMoved(was, is, false);
            if (moved == null) {
                sentences.add("The statements weigh the same; what a status asks for differs: "
                        + asks(before.perspective()) + " before, " + asks(after.perspective()) + " after.");
            } else {
                sentences.add(moved.sentence());
            }
        }
        if (aspects.contains(Aspect.TOLL)) {
            Perspective.TollRule ruleWas = before.perspective().toll();
            Perspective.TollRule ruleIs = after.perspective().toll();
            Moved moved = mostMoved(was, is, true);
            String numbers = "killed " + best(was.killed().best()) + " before and "
                    + best(is.killed().best()) + " after";
            if (ruleWas != ruleIs) {
                sentences.add("The toll is the " + ruleWas.code() + " before and the " + ruleIs.code() + " after: "
                        + numbers + (moved == null || !moved.isSilenced() ? "." : "; " + moved.sentence()));
            } else {
                sentences.add("Other voices are heard on the toll: " + numbers
                        + (moved == null ? "." : "; " + moved.sentence()));
            }
        }
        return String.join(" ", sentences);
    }

    private static String best(@Nullable Integer number) {
        return number == null ? "unknown" : number.toString();
    }

    private static String asks(Perspective perspective) {
        Perspective.StatusRules rules = perspective.status();
        return "fair %d and confirmed %d origins, claim %s, contested from %s, support %s"
                .formatted(
                        rules.fair(),
                        rules.confirmed(),
                        rules.claim().code(),
                        Scales.plain(rules.contestedFrom()),
                        Scales.plain(rules.support()));
    }

    /** A statement whose share of the sum changes most. */
    private record Moved(Reason before, Reason after, double share) {

        boolean isSilenced() {
            return (before.weight() == 0) != (after.weight() == 0);
        }

        String sentence() {
            return "%s (\"%s\") weighs %s before (%s) and %s after (%s)."
                    .formatted(
                            after.assertion().speaker().name(),
                            cut(after.assertion().text()),
                            signed(before.weight()),
                            before.rule(),
                            signed(after.weight()),
                            after.rule());
        }
    }

    private static String signed(double weight) {
        return weight > 0 ? "+" + Scales.plain(weight) : weight < 0 ? "-" + Scales.plain(-weight) : "0";
    }

    private static String cut(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.codePointCount(0, flat.length()) <= 80
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, 79)).stripTrailing() + "…";
    }

    /** Weights of two perspectives have other scales, so shares of the sum are compared. */
    private static @Nullable Moved mostMoved(Settled was, Settled is, boolean tolls) {
        double sumWas = sum(was, tolls);
        double sumIs = sum(is, tolls);
        Map<AssertionId, Reason> byId = new HashMap<>();
        was.reasons().stream()
                .filter(reason -> (reason.actor() == null) == tolls)
                .forEach(reason -> byId.putIfAbsent(reason.assertion().id(), reason));
        Moved best = null;
        for (Reason reason : is.reasons()) {
            Reason other = byId.get(reason.assertion().id());
            if (other == null || (reason.actor() == null) != tolls) {
                continue;
            }
            double share = Math.abs(share(reason, sumIs) - share(other, sumWas));
            if (share > 1e-9 && (best == null || share > best.share())) {
                best = new Moved(other, reason, share);
            }
        }
        return best;
    }

    private static double sum(Settled settled, boolean tolls) {
        return settled.reasons().stream()
                .filter(reason -> (reason.actor() == null) == tolls)
                .mapToDouble(reason -> Math.abs(reason.weight()))
                .sum();
    }

    private static double share(Reason reason, double sum) {
        return sum == 0 ? 0 : reason.weight() / sum;
    }
}
