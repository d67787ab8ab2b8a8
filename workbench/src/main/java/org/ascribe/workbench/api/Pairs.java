package org.ascribe.workbench.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of tellings that a person may decide on: each link that holds an incident together, the likeliest pair of each two
 * incidents that are alike, and what was decided already. A question is asked once: two incidents between which somebody has
 * decided on one pair are not asked about by another.
 */
final class Pairs {

    /** How many bits below what joins two tellings a pair is still worth a look. */
    static final double DOUBT = 3;

    /**
     * @param a the incident that holds {@code link.a()} as the record stands now
     * @param judgement the latest in force on this pair; null if nobody has decided
     */
    record Found(
            Link link,
            LabelledSheet a,
            LabelledSheet b,
            @Nullable Judgement judgement) {

        String id() {
            return name(link.a()) + "-" + name(link.b());
        }

        boolean isJoined() {
            return a.equals(b);
        }

        /** How far it is from the threshold, in bits. */
        double sureness() {
            return Math.abs(link.weight() - Resolver.ENOUGH);
        }

        private static String name(Telling telling) {
            return telling.report() + "." + telling.label();
        }
    }

    /** Two tellings, or two incidents by label, whichever is named first. */
    private record Two<T extends Comparable<T>>(T a, T b) {

        static <T extends Comparable<T>> Two<T> of(T a, T b) {
            return a.compareTo(b) <= 0 ? new Two<>(a, b) : new Two<>(b, a);
        }
    }

    private Pairs() {}

    /** In no particular order. */
    static List<Found> of(RecordIndex index, Collection<Link> alike) {
        Map<Two<Telling>, Link> links = new LinkedHashMap<>();
        Set<Two<Telling>> holding = new HashSet<>();
        alike.forEach(link -> links.put(Two.of(link.a(), link.b()), link));
        for (LabelledSheet incident : index.incidents) {
            for (Link link : incident.sheet().incident().links()) {
                if (Double.isFinite(link.weight()) && !isOneRow(link)) {
                    holding.add(Two.of(link.a(), link.b()));
                    links.putIfAbsent(Two.of(link.a(), link.b()), link);
                }
            }
        }
        Map<Two<Telling>, Judgement> judged = judged(index.standing.judgements());
        Set<Two<String>> asked = new HashSet<>();
        List<Found> found = new ArrayList<>();
        Map<Two<String>, Found> likeliest = new HashMap<>();
        links.forEach((pair, link) -> {
            LabelledSheet a = index.findIncident(link.a()).orElse(null);
            LabelledSheet b = index.findIncident(link.b()).orElse(null);
            if (a == null || b == null) {
                return;
            }
            Found one = new Found(link, a, b, judged.get(pair));
            Two<String> incidents = Two.of(a.label(), b.label());
            if (one.judgement() != null) {
                asked.add(incidents);
                found.add(one);
            } else if (one.isJoined()) {
                if (holding.contains(pair)) {
                    found.add(one);
                }
            } else {
                likeliest.merge(incidents, one, Pairs::likelier);
            }
        });
        likeliest.forEach((incidents, one) -> {
            if (!asked.contains(incidents)) {
                found.add(one);
            }
        });
        return found;
    }

    /** What a data set says of one row in two releases is no question. */
    private static boolean isOneRow(Link link) {
        return link.reasons().stream().anyMatch(reason -> reason.field().equals("row"));
    }

    private static Found likelier(Found one, Found other) {
        int byWeight = Double.compare(one.link().weight(), other.link().weight());
        return byWeight > 0 || (byWeight == 0 && one.id().compareTo(other.id()) < 0) ? one : other;
    }

    private static Map<Two<Telling>, Judgement> judged(List<Judgement> judgements) {
        Map<Two<Telling>, Judgement> latest = new HashMap<>();
        for (Judgement judgement : Judgement.inForce(judgements)) {
            switch (judgement.decision()) {
                case Decision.SameIncident(Telling a, Telling b) -> latest.put(Two.of(a, b), judgement);
                case Decision.NotSameIncident(Telling a, Telling b) -> latest.put(Two.of(a, b), judgement);
                case Decision.Unsure(Telling a, Telling b) -> latest.put(Two.of(a, b), judgement);
                case Decision.MergeIncidents merge -> {}
                case Decision.SplitIncident split -> {}
                case Decision.WrongReading reading -> {}
                case Decision.RightActor right -> {}
            }
        }
        return latest;
    }

    /** Nearest the threshold first. */
    static final Comparator<Found> DOUBTFUL =
            Comparator.comparingDouble(Found::sureness).thenComparing(Found::id);

    /** Likeliest to be one incident first. */
    static final Comparator<Found> SUREST =
            Comparator.comparingDouble((Found found) -> -found.link().weight()).thenComparing(Found::id);
}
