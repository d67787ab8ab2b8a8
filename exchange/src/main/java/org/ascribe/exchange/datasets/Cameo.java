package org.ascribe.exchange.datasets;

import org.ascribe.core.IncidentType;
import org.jspecify.annotations.Nullable;

/** CAMEO event codes, after the codebook 1.1b3 (Schrodt 2012). Leading zeros matter. */
final class Cameo {

    /** What is said rather than done. */
    enum Statement {
        /** 015: acknowledge or claim responsibility. */
        CLAIM,
        /** 016: deny responsibility. */
        DENIAL,
        /** 112 to 1125: accuse. */
        ACCUSATION
    }

    private Cameo() {}

    /** Violence: roots 18 to 20, and violent protest (145); null for anything else. */
    static @Nullable IncidentType type(String code) {
        if (code.startsWith("145")) {
            return IncidentType.UNREST;
        }
        if (!code.startsWith("18") && !code.startsWith("19") && !code.startsWith("20")) {
            return null;
        }
        return switch (code.length() > 4 ? code.substring(0, 4) : code) {
            case "181" -> IncidentType.ABDUCTION;
            case "1821" -> IncidentType.SEXUAL_VIOLENCE;
            case "183", "1832", "1833", "1834" -> IncidentType.BOMBING;
            case "1831" -> IncidentType.SUICIDE_BOMBING;
            case "185", "186" -> IncidentType.ASSASSINATION;
            case "190", "193" -> IncidentType.ARMED_ASSAULT;
            case "194" -> IncidentType.SHELLING;
            case "195", "1951", "1952" -> IncidentType.AIRSTRIKE;
            case "202" -> IncidentType.EXECUTION;
            case "2041" -> IncidentType.CHEMICAL_ATTACK;
            default -> IncidentType.OTHER;
        };
    }

    static @Nullable Statement statement(String code) {
        if (code.equals("015")) {
            return Statement.CLAIM;
        }
        if (code.equals("016")) {
            return Statement.DENIAL;
        }
        return code.startsWith("112") ? Statement.ACCUSATION : null;
    }

    /** Whether a statement can be about violence; accusations of crime or corruption (1121) and of espionage (1125) are of other things. */
    static boolean canBeOfViolence(String code) {
        return !code.equals("1121") && !code.equals("1125");
    }
}
