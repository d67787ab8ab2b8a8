package org.ascribe.exchange.datasets;

import java.util.Locale;
import java.util.Set;

/**
 * Names that stand where an actor would and name none: the words stay in the report's text, and nobody is held to have done
 * it. After the codebooks of UCDP (names in XXX), ACLED ("Unidentified Armed Group"), GTD ("Unknown", and the classes that it
 * uses where a source names no group) and AWSD.
 */
final class NoActor {

    private static final Set<String> NOBODY = Set.of(
            "unknown",
            "unattributed",
            "not stated",
            "no information",
            "other",
            "gunmen",
            "gunman",
            "militants",
            "militant",
            "separatists",
            "extremists",
            "muslim extremists",
            "islamist extremists",
            "jihadi-inspired extremists",
            "muslim militants",
            "muslim separatists",
            "guerrillas",
            "rebels",
            "dissidents",
            "tribesmen",
            "bandits",
            "armed men",
            "armed gang",
            "death squad",
            "left-wing militants",
            "right-wing extremists",
            "right-wing militants",
            "student radicals",
            "mercenaries",
            "narco-terrorists",
            "unaffiliated individual(s)",
            "individual",
            "assailant",
            "attacker",
            "attackers",
            "criminal");

    private static final Set<String> HARMED = Set.of("civilians", "civilian");

    private NoActor() {}

    static boolean isNobody(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.startsWith("unidentified")
                || plain.startsWith("unknown")
                || plain.startsWith("xxx")
                || NOBODY.contains(plain)
                || isCivilians(name);
    }

    /** "Civilians", "Civilians (Iraq)": those who are harmed, no party. */
    static boolean isCivilians(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return HARMED.contains(plain) || plain.startsWith("civilians (") || plain.startsWith("civilian (");
    }
}
