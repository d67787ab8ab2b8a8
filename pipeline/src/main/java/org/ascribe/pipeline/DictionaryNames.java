package org.ascribe.pipeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ascribe.exchange.datasets.ActorNames;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.Alias;

/** Names of data sets through the alias dictionary: whole names only, in any case. Safe to share between threads. */
final class DictionaryNames implements ActorNames {

    private static final String GOVERNMENT = "government of ";

    private final Map<String, Known> byName = new HashMap<>();

    DictionaryNames(ActorDictionary dictionary) {
        for (Alias alias : dictionary.aliases()) {
            dictionary
                    .find(alias.actor())
                    .ifPresent(actor -> byName.putIfAbsent(alias.name().toLowerCase(Locale.ROOT), known(actor)));
        }
        for (Actor actor : dictionary.actors()) {
            byName.putIfAbsent(actor.name().toLowerCase(Locale.ROOT), known(actor));
            if (actor.kind() == Actor.Kind.STATE) {
                byName.putIfAbsent(GOVERNMENT + actor.name().toLowerCase(Locale.ROOT), known(actor));
            }
        }
    }

    private static Known known(Actor actor) {
        return new Known(actor.id(), actor.name());
    }

    @Override
    public Optional<Known> find(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        Known found = byName.get(plain);
        // UCDP gives a state its former or other name in brackets, ACLED a name after the short one
        int end = plain.startsWith(GOVERNMENT) ? plain.indexOf(" (") : plain.indexOf(": ");
        return Optional.ofNullable(found != null || end < 0 ? found : byName.get(plain.substring(0, end)));
    }
}
