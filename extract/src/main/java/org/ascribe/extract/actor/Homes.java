package org.ascribe.extract.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ascribe.extract.table.DataTable;

/**
 * Countries in which those who fight are at home or active, by {@code theatres.tsv} or else the dictionary: a report that names
 * them alone tells of one of these. States that send forces abroad say nothing of where. Safe to share between threads.
 */
public final class Homes {

    private static final Set<Actor.Kind> FIGHTING =
            Set.of(Actor.Kind.ARMED_GROUP, Actor.Kind.FACTION, Actor.Kind.GOVERNMENT, Actor.Kind.SECURITY_FORCE);

    /** Whose forces act far from home. */
    private static final Set<String> ABROAD = Set.of(
            "wagner",
            "africa-corps",
            "united-states-military",
            "cia",
            "centcom",
            "africom",
            "mit-turkey",
            "quds-force",
            "gru",
            "mossad");

    private final ActorDictionary dictionary;
    private final Map<String, List<String>> theatres = new HashMap<>();

    public Homes(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        DataTable.read(Homes.class, "theatres.tsv")
                .rows()
                .forEach(row -> theatres.put(row.get("actor"), row.list("countries")));
    }

    /** ISO codes without repetition, in the order of the mentions. */
    public List<String> of(List<ActorMention> mentions) {
        return mentions.stream()
                .filter(mention ->
                        mention.kind() == ActorMention.Kind.NAMED || mention.kind() == ActorMention.Kind.DESCRIPTION)
                .flatMap(mention -> homes(mention.actor().id()))
                .distinct()
                .toList();
    }

    private Stream<String> homes(String id) {
        List<String> theatre = theatres.get(id);
        return theatre != null
                ? theatre.stream()
                : dictionary
                        .find(id)
                        .filter(actor -> FIGHTING.contains(actor.kind()) && !ABROAD.contains(id))
                        .map(Actor::country)
                        .stream();
    }
}
