package org.ascribe.exchange.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole export.
 *
 * @param programVersion of the program that writes it
 * @param perspective whose outcome the incidents carry
 * @param filter what was asked for, as {@code --country AF}; empty for the whole record
 * @param withRestricted whether it holds what may not be passed on
 * @param since when the ledger began
 * @param until when it was last added to
 * @param judgements decisions of people about single assertions
 * @param actors what the dictionary knows of an actor id
 */
public record ExportTerms(
        String programVersion,
        String perspective,
        List<String> filter,
        boolean withRestricted,
        Instant since,
        Instant until,
        Tlp tlp,
        Judged judgements,
        Function<String, Optional<KnownActor>> actors) {

    public ExportTerms {
        filter = List.copyOf(filter);
    }

    /** To whom a STIX bundle may go: the marks of the Traffic Light Protocol that STIX 2.1 defines. */
    public enum Tlp implements Coded {
        WHITE,
        GREEN,
        AMBER,
        RED
    }

    /** An actor of the dictionary; {@code kind} as there, such as {@code armed-group}. */
    public record KnownActor(
            String id,
            String name,
            String kind,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String ucdp) {

        boolean isArmedGroup() {
            return kind.equals("armed-group") || kind.equals("faction");
        }
    }

    /** Readings that a person struck out, and actors that a person put right. */
    public record Judged(Set<AssertionId> wrong, Map<AssertionId, String> rightActor) {

        public static final Judged NOTHING = new Judged(Set.of(), Map.of());

        public Judged {
            wrong = Set.copyOf(wrong);
            rightActor = Map.copyOf(rightActor);
        }

        @Nullable
        String of(Assertion assertion) {
            return wrong.contains(assertion.id())
                    ? "wrong-reading"
                    : rightActor.containsKey(assertion.id()) ? "right-actor" : null;
        }
    }

    @Nullable
    String kindOf(String actor) {
        return actors.apply(actor).map(KnownActor::kind).orElse(null);
    }
}
