package org.ascribe.workbench.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Perspective.Age;
import org.ascribe.core.weigh.Perspective.Claim;
import org.ascribe.core.weigh.Perspective.Factors;
import org.ascribe.core.weigh.Perspective.StatusRules;
import org.ascribe.core.weigh.Perspective.TollRule;

/** A trust policy in sentences, for whoever does not read YAML. */
final class PolicyWords {

    private PolicyWords() {}

    static List<String> of(Perspective policy) {
        List<String> all = new ArrayList<>();
        all.add(
                switch (policy.combine()) {
                    case LOG_ODDS -> "Weights of independent origins add up; each origin counts once.";
                    case COUNTS -> "Each independent origin that is heard counts as one.";
                    case INCONSISTENCY ->
                        "Only what contradicts an actor counts; the actor with the least against it leads.";
                });
        all.add(
                policy.otherwise() == 0
                        ? "A statement that no rule fits is not heard."
                        : "A statement that no rule fits weighs " + number(policy.otherwise()) + ".");
        factors(policy.factors(), all);
        if (!policy.sides().isEmpty()) {
            all.add("Actors of different sides are enemies: "
                    + String.join(
                            " against ",
                            policy.sides().stream()
                                    .map(side -> String.join(", ", side))
                                    .toList())
                    + ".");
        }
        if (policy.enemiesFrom() > 0) {
            all.add("Two actors are enemies where " + origins(policy.enemiesFrom()) + " call them hostile.");
        }
        Age age = policy.age();
        if (age.afterIncident() != null) {
            all.add("Heard is what was published at most " + age.afterIncident() + " days after the incident.");
        }
        if (age.beforeAsOf() != null) {
            all.add("Heard is what is at most " + age.beforeAsOf() + " days old.");
        }
        status(policy.status(), all);
        all.add("Of the numbers of killed and wounded, the best is " + toll(policy.toll()) + ".");
        return List.copyOf(all);
    }

    private static void factors(Factors factors, List<String> all) {
        factor("What is said with reserve", factors.hedged(), all);
        factor("A doubt, beside a denial,", factors.doubt(), all);
        factor("An accusation for which the text says that no evidence is given", factors.evidenceNone(), all);
        factor("A statement with evidence", factors.evidenceCited(), all);
        factor("A statement without a word on evidence", factors.evidenceUnstated(), all);
        factor("An actor's claim that it did it", factors.ownClaim(), all);
        factor("An actor's own denial", factors.ownDenial(), all);
        factor("An accusation by an enemy", factors.enemyAccusation(), all);
    }

    private static void factor(String what, double factor, List<String> all) {
        if (factor == 0) {
            all.add(what + " is not heard.");
        } else if (factor != 1) {
            all.add(what + " counts " + number(factor) + " times its weight.");
        }
    }

    private static void status(StatusRules status, List<String> all) {
        all.add("Fair needs " + origins(status.fair()) + "; confirmed needs "
                + (status.claim() == Claim.ENOUGH
                        ? "a claim by the actor, or " + origins(status.confirmed())
                        : origins(status.confirmed())
                                + (status.claim() == Claim.REQUIRED ? " and a claim by the actor" : ""))
                + (status.support() > 0 ? "; both need support of " + number(status.support()) : "") + ".");
        all.add(
                status.contestedFrom() == 0
                        ? "Any rival and any denial that is heard make an incident contested."
                        : "A rival or a denial makes an incident contested from " + number(status.contestedFrom())
                                + " of the leading actor's weight on.");
    }

    static String toll(TollRule rule) {
        return switch (rule) {
            case LOWEST -> "the lowest that a trusted voice gives";
            case HIGHEST -> "the highest that a trusted voice gives";
            case MEDIAN -> "the one in the middle of the trusted voices";
            case LATEST -> "the latest that a trusted voice gives";
            case MOST_TRUSTED -> "that of the most trusted voice";
            case UCDP_BEST -> "UCDP's best estimate where there is one, else that of the most trusted voice";
        };
    }

    private static String origins(int number) {
        return number == 1 ? "one independent origin" : number + " independent origins";
    }

    /** At most two digits after the point, none where there are none to give. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
