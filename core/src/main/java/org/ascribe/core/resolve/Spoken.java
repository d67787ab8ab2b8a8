package org.ascribe.core.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.resolve.Link.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incident that a row speaks of which codes a claim, a denial or an accusation and names no incident (CAMEO 015, 016
 * and 112). It takes an incident that names the same actor or a branch of it, in the same country, at no other place where
 * both name one, on one of the days that the row leaves open, and only where no second incident does so: a claim is put to
 * nothing rather than to the wrong thing.
 */
final class Spoken {

    /** An incident dated less sharply than to so many days fits too much. */
    private static final int LONGEST = 7;

    private static final double SAME_ACTOR = 2;
    private static final double SAME_DAYS = 1.5;

    private final Likeness likeness;
    private final Map<String, Map<LocalDate, List<Integer>>> byCountryAndDay = new HashMap<>();
    private final List<List<Account>> incidents;

    /** @param incidents the accounts of each, none of which is itself such a row */
    Spoken(Likeness likeness, List<List<Account>> incidents) {
        this.likeness = likeness;
        this.incidents = incidents;
        for (int i = 0; i < incidents.size(); i++) {
            for (Account account : incidents.get(i)) {
                String country = country(account);
                EventDate when = account.incident().when();
                if (country == null || when == null || when.days() > LONGEST) {
                    continue;
                }
                for (LocalDate day : days(when)) {
                    List<Integer> there = byCountryAndDay
                            .computeIfAbsent(country, key -> new HashMap<>())
                            .computeIfAbsent(day, key -> new ArrayList<>());
                    if (there.isEmpty() || there.getLast() != i) {
                        there.add(i);
                    }
                }
            }
        }
    }

    /**
     * @param incident its place in the list
     * @param link between the row and the account that fits best, with the reasons
     */
    record Found(int incident, Link link) {}

    /** The only incident that fits; empty if none does, or more than one. */
    Optional<Found> find(Account row) {
        EventDate when = row.incident().when();
        String country = country(row);
        Set<String> actors = new TreeSet<>(row.spokenOf());
        // a name that no dictionary knows is most often a role: "government", "police"
        actors.removeIf(actor -> actor.startsWith("x-"));
        if (when == null || when.days() == Integer.MAX_VALUE || country == null || actors.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> near = new TreeSet<>();
        Map<LocalDate, List<Integer>> byDay = byCountryAndDay.getOrDefault(country, Map.of());
        days(when).forEach(day -> near.addAll(byDay.getOrDefault(day, List.of())));
        Found found = null;
        for (int incident : near) {
            Link link = fit(row, actors, incidents.get(incident));
            if (link != null) {
                if (found != null) {
                    return Optional.empty();
                }
                found = new Found(incident, link);
            }
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Link fit(Account row, Set<String> actors, List<Account> accounts) {
        Set<String> named = new TreeSet<>();
        accounts.forEach(account -> named.addAll(account.actors()));
        if (!Likeness.shareActor(actors, named)) {
            return null;
        }
        Link best = null;
        for (Account account : accounts) {
            Place where = account.incident().where();
            double place = likeness.place(row.incident().where(), where);
            if (place < 0) {
                return null;
            }
            EventDate when = account.incident().when();
            EventDate open = row.incident().when();
            if (when == null
                    || open == null
                    || when.days() > LONGEST
                    || country(account) == null
                    || Likeness.daysApart(when, open) > 0) {
                continue;
            }
            List<Reason> reasons = new ArrayList<>(List.of(
                    new Reason("actor", Likeness.said(actors), Likeness.said(named), SAME_ACTOR),
                    new Reason("date", Likeness.said(open), Likeness.said(when), SAME_DAYS)));
            if (place != 0) {
                reasons.add(new Reason(
                        "place", Likeness.said(row.incident().where()), Likeness.said(where), Likeness.rounded(place)));
            }
            reasons.sort(Comparator.comparingDouble((Reason reason) -> -reason.weight())
                    .thenComparing(Reason::field));
            double sum = reasons.stream().mapToDouble(Reason::weight).sum();
            Link link = new Link(row.telling(), account.telling(), sum, reasons);
            if (best == null
                    || link.weight() > best.weight()
                    || link.weight() == best.weight() && link.b().compareTo(best.b()) < 0) {
                best = link;
            }
        }
        return best;
    }

    private static List<LocalDate> days(EventDate when) {
        LocalDate from = when.from();
        LocalDate to = when.to();
        return from == null || to == null
                ? List.of()
                : from.datesUntil(to.plusDays(1)).toList();
    }

    private static @Nullable String country(Account account) {
        Place where = account.incident().where();
        return where == null ? null : where.country();
    }
}
