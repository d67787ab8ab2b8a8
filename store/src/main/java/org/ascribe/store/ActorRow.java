package org.ascribe.store;

import java.util.List;

/**
 * One actor as the ledger knows it.
 *
 * @param aliases the words that reports use for it, most frequent first
 * @param assertions that name it, as actor or as speaker
 * @param incidents that some voice ties it to
 */
public record ActorRow(String id, String name, List<Alias> aliases, int assertions, int incidents) {

    public ActorRow {
        aliases = List.copyOf(aliases);
    }

    /** The words of some reports for an actor. */
    public record Alias(String as, int times) {}
}
