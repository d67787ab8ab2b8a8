package org.ascribe.core.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.ContentHash;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Target;
import org.jspecify.annotations.Nullable;

/** One incident from the accounts of it. Each independent text has one voice, however often it is copied. */
final class Reading {

    private static final Comparator<Account> EARLIEST_FIRST = Comparator.comparing(
                    Account::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Account::telling);

    private Reading() {}

    static Incident of(Collection<Account> accounts, List<Link> links) {
        List<Account> sorted = accounts.stream().sorted(EARLIEST_FIRST).toList();
        // what only says who it was tells nothing of the incident itself
        List<Account> telling =
                sorted.stream().filter(account -> !account.isStatementOnly()).toList();
        Account first = telling.getFirst();
        List<Account> voices = independent(telling);
        IncidentType type = type(voices);
        Place where = where(voices);
        List<Target> targets = merged(
                voices,
                CodedIncident::targets,
                target -> target.targetClass() + " " + target.name().toLowerCase(Locale.ROOT));
        return new Incident(
                "inc-"
                        + ContentHash.of(
                                first.telling().report(), first.telling().label()),
                Summary.of(type, targets, where),
                type,
                when(voices),
                where,
                targets,
                merged(
                        voices,
                        CodedIncident::weapons,
                        weapon -> weapon.weaponClass() + " " + weapon.name().toLowerCase(Locale.ROOT)),
                sorted.stream().map(Account::telling).toList(),
                links.stream()
                        .sorted(Comparator.comparingDouble((Link link) -> -link.weight())
                                .thenComparing(Link::a)
                                .thenComparing(Link::b))
                        .toList());
    }

    /** The earliest account of each origin; several of one origin only where a person joined them. */
    private static List<Account> independent(List<Account> sorted) {
        Set<ReportId> origins = new HashSet<>();
        List<Account> voices = new ArrayList<>();
        for (Account account : sorted) {
            if (origins.add(account.origin())) {
                voices.add(account);
            }
        }
        return voices;
    }

    /** The finest that most others do not contradict. */
    private static <T> @Nullable T finest(
            List<Account> voices,
            Function<CodedIncident, @Nullable T> part,
            Function<T, Integer> coarseness,
            BiPredicate<T, T> agree) {
        List<T> said = new ArrayList<>();
        for (Account voice : voices) {
            T value = part.apply(voice.incident());
            if (value != null) {
                said.add(value);
            }
        }
        T best = null;
        List<Integer> bestRank = List.of();
        for (T candidate : said) {
            int agreed = 0;
            int same = 0;
            for (T other : said) {
                agreed += agree.test(candidate, other) ? 1 : 0;
                same += candidate.equals(other) ? 1 : 0;
            }
            List<Integer> rank =
                    List.of(agreed * 2 >= said.size() ? 0 : 1, coarseness.apply(candidate), -same, -agreed);
            if (best == null || compare(rank, bestRank) < 0) {
                best = candidate;
                bestRank = rank;
            }
        }
        return best;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            int by = a.get(i).compareTo(b.get(i));
            if (by != 0) {
                return by;
            }
        }
        return 0;
    }

    @SuppressWarnings("EnumOrdinal") // the constants stand from fine to coarse
    private static @Nullable EventDate when(List<Account> voices) {
        return finest(
                voices,
                CodedIncident::when,
                date -> date.precision().ordinal() + (date.yearless() == null ? 0 : 10),
                (a, b) -> a.overlaps(b));
    }

    @SuppressWarnings("EnumOrdinal") // the constants stand from fine to coarse
    private static @Nullable Place where(List<Account> voices) {
        return finest(
                voices,
                CodedIncident::where,
                place -> place.precision().ordinal() + (place.latitude() == null ? 10 : 0),
                Reading::agree);
    }

    private static boolean agree(Place a, Place b) {
        if (!Objects.equals(a.country(), b.country())) {
            return a.country() == null || b.country() == null;
        }
        if (a.precision().compareTo(PlacePrecision.COUNTRY) >= 0
                || b.precision().compareTo(PlacePrecision.COUNTRY) >= 0) {
            return true;
        }
        Double kilometres = a.kilometresTo(b);
        return a.name().equalsIgnoreCase(b.name())
                || Objects.equals(Likeness.admin1(a), Likeness.admin1(b))
                || (kilometres != null && kilometres <= 35);
    }

    /** What most voices call it, of the kin of types that most of them mean; "other" only where all leave it open. */
    private static IncidentType type(List<Account> voices) {
        Map<IncidentType, Integer> votes = new TreeMap<>();
        Map<String, Integer> byFamily = new TreeMap<>();
        for (Account voice : voices) {
            IncidentType type = voice.incident().type();
            if (type != IncidentType.OTHER) {
                votes.merge(type, 1, Integer::sum);
                byFamily.merge(Likeness.family(type), 1, Integer::sum);
            }
        }
        IncidentType best = IncidentType.OTHER;
        int bestScore = 0;
        for (Map.Entry<IncidentType, Integer> vote : votes.entrySet()) {
            int family = byFamily.getOrDefault(Likeness.family(vote.getKey()), 0);
            // a bombing that one voice knows to be a suicide bombing is one
            boolean finer = vote.getKey() == IncidentType.SUICIDE_BOMBING;
            int score = family * 10_000 + (finer ? 5_000 : 0) + vote.getValue();
            if (score > bestScore) {
                best = vote.getKey();
                bestScore = score;
            }
        }
        return best;
    }

    private static <T> List<T> merged(
            List<Account> voices, Function<CodedIncident, List<T>> part, Function<T, String> key) {
        Map<String, T> first = new LinkedHashMap<>();
        Map<String, Integer> count = new TreeMap<>();
        for (Account voice : voices) {
            Set<String> once = new HashSet<>();
            for (T value : part.apply(voice.incident())) {
                String name = key.apply(value);
                first.putIfAbsent(name, value);
                if (once.add(name)) {
                    count.merge(name, 1, Integer::sum);
                }
            }
        }
        return first.entrySet().stream()
                // a stable sort: of those named as often, the earliest first
                .sorted(Comparator.comparingInt((Map.Entry<String, T> entry) -> -count.getOrDefault(entry.getKey(), 0)))
                .map(Map.Entry::getValue)
                .toList();
    }
}
