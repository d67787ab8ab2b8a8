package org.ascribe.core.weigh;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ascribe.core.Coded;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.jspecify.annotations.Nullable;

/**
 * An explicit trust policy: what each statement weighs, and what a status and a toll ask for. Immutable; it never touches what
 * was said.
 *
 * <p><b>The model.</b> A statement that names an actor is evidence that the actor did it; one that denies or doubts it is
 * evidence against. Its weight is the natural logarithm of the odds that a voice of this kind is right: one that is right eight
 * times in ten weighs ln(8/2) = 1.39 (weight of evidence: I. J. Good, <i>Probability and the Weighing of Evidence</i>, 1950; a
 * brief survey in <i>Bayesian Statistics 2</i>, 1985). Weights of independent origins add up. An origin counts once: for each
 * actor the strongest that it says for and the strongest that it says against, so that neither copies nor repetition add
 * anything. A row of a data set is an origin of its own. What names an actor speaks in full for all of which it is a branch and
 * by half for its own branches, which it does not tell apart; a denial speaks against the actor and its branches.
 *
 * <p>The support of an actor is its share of the odds, beside its rivals and beside "somebody else", whose log-odds are 0:
 * {@code exp(L) / (1 + exp(L) + sum of exp(L of rivals))}, where of each family of rivals only the strongest member counts. An
 * actor for which no trusted voice speaks has support 0. Weights are never negative, so a statement for an actor never
 * lowers its support.
 *
 * <p>Every number of a built-in perspective is in its YAML file with the reason for it. They are readings of codebooks that do
 * not give numbers, not measurements; {@link Reliability} estimates what the ledger itself says.
 *
 * @param name in files and on the screen: {@code cautious-coder}
 * @param title for people
 * @param about what it trusts, in a sentence or two
 * @param references publications behind it
 * @param prior log-odds of an actor before any statement, {@value #LEAST_PRIOR}..0
 * @param trust the rules; the first one that fits a statement gives its weight
 * @param otherwise the weight of a statement that no rule fits, 0..{@value #MOST_WEIGHT}
 * @param sides lists of actors that stand together; actors of different sides are enemies, branches inherit
 * @param enemiesFrom independent origins that must call two actors hostile for them to be enemies; 0 to heed sides alone
 * @param grades who has which Admiralty grade; the first that fits holds
 */
public record Perspective(
        String name,
        String title,
        String about,
        List<String> references,
        Combine combine,
        double prior,
        List<Rule> trust,
        double otherwise,
        Factors factors,
        List<List<String>> sides,
        int enemiesFrom,
        List<Grading> grades,
        Age age,
        StatusRules status,
        TollRule toll) {

    /** The heaviest that one statement can be: right 998 times in 1,000. */
    public static final double MOST_WEIGHT = 6;

    /** The lowest prior: 1 in 400. */
    public static final double LEAST_PRIOR = -6;

    /** The largest factor on a weight. */
    public static final double MOST_FACTOR = 3;

    public Perspective {
        references = List.copyOf(references);
        trust = List.copyOf(trust);
        sides = sides.stream().map(List::copyOf).toList();
        grades = List.copyOf(grades);
        range("prior", prior, LEAST_PRIOR, 0);
        range("otherwise", otherwise, 0, MOST_WEIGHT);
        if (enemiesFrom < 0) {
            throw new IllegalArgumentException("enemies-from is 0 or more, got " + enemiesFrom);
        }
    }

    private static void range(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be in %s..%s, got %s".formatted(what, plain(least), plain(most), plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** The weight of a voice that is right in this share of cases. */
    public static double weightOf(double right) {
        return Math.log(right / (1 - right));
    }

    /** The share of cases in which a voice of this weight is right. */
    public static double rightOf(double weight) {
        return 1 / (1 + Math.exp(-weight));
    }

    /** How the origins come together. */
    public enum Combine implements Coded {
        /** Weights add up as log-odds. */
        LOG_ODDS,
        /** Every origin that is heard at all is one; support is the share of the origins that name the actor. */
        COUNTS,
        /**
         * Only what contradicts a hypothesis moves it: each statement counts against every actor that it is inconsistent with,
         * and the hypothesis with the least against it leads (Heuer, <i>Psychology of Intelligence Analysis</i>, 1999, ch. 8).
         */
        INCONSISTENCY
    }

    /**
     * One line of the policy.
     *
     * @param name for people, as it stands in the reasons: "officials of other states"
     * @param weight of a statement that fits, 0..{@value Perspective#MOST_WEIGHT}; null for that of its Admiralty grade, 0 where
     *     it has none
     * @param because the reason for the number; null if the file gives none
     */
    public record Rule(
            String name,
            Condition when,
            @Nullable Double weight,
            @Nullable String because) {
        public Rule {
            if (weight != null) {
                range("the weight of the rule \"" + name + "\"", weight, 0, MOST_WEIGHT);
            }
        }
    }

    /**
     * What a statement must be for a rule to fit. An empty set and null ask nothing; all that is asked must hold.
     *
     * @param kinds of assertion: {@code responsibility}, {@code toll} and so on
     * @param actors for whom the speaker speaks, by id; branches inherit
     * @param about the actor that is named or cleared, by id; branches inherit
     * @param speakers names of speakers, {@code *} for any letters, in any case
     * @param outlets of the report, as speakers
     * @param channel whether the report names the channel of a claim
     * @param sources letters of the Admiralty scale
     * @param information numbers of the Admiralty scale
     */
    public record Condition(
            Set<String> kinds,
            Set<Speaker.Role> roles,
            Set<String> actors,
            Set<String> about,
            List<String> speakers,
            List<String> outlets,
            Set<Stance> stances,
            @Nullable Boolean hedged,
            Set<EvidenceGiven> evidence,
            Set<Genre> genres,
            @Nullable Boolean channel,
            Set<Character> sources,
            Set<Integer> information) {

        /** Fits everything. */
        public static final Condition ANY = new Condition(
                Set.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), Set.of(), null, Set.of(), Set.of(), null,
                Set.of(), Set.of());

        public Condition {
            kinds = Set.copyOf(kinds);
            roles = Set.copyOf(roles);
            actors = Set.copyOf(actors);
            about = Set.copyOf(about);
            speakers = List.copyOf(speakers);
            outlets = List.copyOf(outlets);
            stances = Set.copyOf(stances);
            evidence = Set.copyOf(evidence);
            genres = Set.copyOf(genres);
            sources = Set.copyOf(sources);
            information = Set.copyOf(information);
        }
    }

    /** Whether a name is the pattern, in which {@code *} stands for any letters; case does not matter. */
    static boolean isLike(String pattern, String name) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = name.toLowerCase(Locale.ROOT);
        String[] parts = wanted.split("\\*", -1);
        if (parts.length == 1) {
            return given.equals(wanted);
        }
        if (!given.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = given.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return given.length() - last.length() >= at && given.endsWith(last);
    }

    /**
     * A grade of the Admiralty scale: A1 to F6 (NATO AJP-2.1).
     *
     * @param source A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged
     * @param information 1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged
     */
    public record Grade(char source, int information) {

        public Grade {
            if (source < 'A' || source > 'F' || information < 1 || information > 6) {
                throw new IllegalArgumentException(
                        "a grade of the Admiralty scale is A1 to F6, got " + source + information);
            }
        }

        /**
         * What a grade weighs. The scale is one of words; these numbers are our reading of them, and readers differ widely
         * (M. G. Samet, <i>Human Factors</i> 17, 1975). The letter says how often the source is right, the number how much
         * of that holds here. What cannot be judged counts as little as a doubt: F weighs nothing, and 6 a half.
         */
        public double weight() {
            double right = switch (source) {
                case 'A' -> 0.95;
                case 'B' -> 0.85;
                case 'C' -> 0.7;
                case 'D' -> 0.55;
                default -> 0.5;
            };
            double share = switch (information) {
                case 1 -> 1.25;
                case 2 -> 1;
                case 3 -> 0.75;
                case 4 -> 0.25;
                case 5 -> 0;
                default -> 0.5;
            };
            return weightOf(right) * share;
        }

        @Override
        public String toString() {
            return "" + source + information;
        }
    }

    /** Whom a grade is given to. */
    public record Grading(Condition who, Grade grade) {}

    /**
     * What a weight is multiplied by, each 0..{@value Perspective#MOST_FACTOR}; 0 silences such statements. Below 1, the
     * statement tells less because its speaker would say it anyway.
     *
     * @param hedged "allegedly", "is believed to"; also of {@link Stance#SUSPECTED}
     * @param doubt a doubt, beside a denial
     * @param evidenceNone the text says that no evidence is given
     * @param evidenceUnstated the text says nothing of evidence; 0 asks for evidence
     * @param ownClaim an actor says that it did it
     * @param ownDenial an actor says that it did not do it
     * @param enemyAccusation an actor is accused by an enemy
     */
    public record Factors(
            double hedged,
            double doubt,
            double evidenceNone,
            double evidenceCited,
            double evidenceUnstated,
            double ownClaim,
            double ownDenial,
            double enemyAccusation) {

        public static final Factors NONE = new Factors(1, 1, 1, 1, 1, 1, 1, 1);

        public Factors {
            double[] all = {
                hedged, doubt, evidenceNone, evidenceCited, evidenceUnstated, ownClaim, ownDenial, enemyAccusation
            };
            for (double factor : all) {
                range("a factor", factor, 0, MOST_FACTOR);
            }
        }
    }

    /**
     * How old a statement may be; null for any age. Where a day is not known, the statement is heard.
     *
     * @param afterIncident days between the incident's last day and the statement, at most
     * @param beforeAsOf days between the statement and the day of which the record is asked, at most
     */
    public record Age(
            @Nullable Integer afterIncident, @Nullable Integer beforeAsOf) {

        public static final Age ANY = new Age(null, null);

        public Age {
            if ((afterIncident != null && afterIncident < 0) || (beforeAsOf != null && beforeAsOf < 0)) {
                throw new IllegalArgumentException(
                        "an age is 0 days or more, got " + afterIncident + ", " + beforeAsOf);
            }
        }
    }

    /** What a claim by the actor itself means for {@link Status#CONFIRMED}. */
    public enum Claim implements Coded {
        /** Nothing is confirmed without one. */
        REQUIRED,
        /** One confirms, with any number of origins. */
        ENOUGH,
        /** Origins decide. */
        NOT_ASKED
    }

    /**
     * What the words of Airwars ask for here.
     *
     * @param fair independent origins for {@link Status#FAIR}
     * @param confirmed independent origins for {@link Status#CONFIRMED}
     * @param contestedFrom what a rival or the denials must weigh for {@link Status#CONTESTED}, as a share of what the leading
     *     actor weighs, 0..1; 0: any rival and any denial
     * @param support the least support for fair and confirmed, 0..1
     */
    public record StatusRules(int fair, int confirmed, Claim claim, double contestedFrom, double support) {

        /** Those of {@link EveryVoice}. */
        public static final StatusRules PLAIN = new StatusRules(2, 2, Claim.REQUIRED, 0, 0);

        public StatusRules {
            if (fair < 1 || confirmed < 1) {
                throw new IllegalArgumentException(
                        "a status needs one origin at least, got fair " + fair + ", confirmed " + confirmed);
            }
            range("status.contested-from", contestedFrom, 0, 1);
            range("status.support", support, 0, 1);
        }
    }

    /** Which number is the best one, of one number for each origin that is trusted on tolls. */
    public enum TollRule implements Coded {
        LOWEST,
        HIGHEST,
        /** The lower one of the two in the middle. */
        MEDIAN,
        /** Published last; of one day, the lower one. */
        LATEST,
        /** Of the heaviest voice; of equals, the latest, then the lower one. */
        MOST_TRUSTED,
        /**
         * A best estimate of UCDP where there is one; else that of the heaviest voice and of equals the lower one, as UCDP
         * does (UCDP Battle-Related Deaths Dataset Codebook, "best estimate").
         */
        UCDP_BEST
    }

    /** Actors of different sides, branches included. */
    boolean areOfDifferentSides(Set<String> a, Set<String> b) {
        Set<Integer> sidesOfA = sidesOf(a);
        Set<Integer> sidesOfB = sidesOf(b);
        return !sidesOfA.isEmpty() && !sidesOfB.isEmpty() && sidesOfA.stream().noneMatch(sidesOfB::contains);
    }

    private Set<Integer> sidesOf(Set<String> lineage) {
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < sides.size(); i++) {
            if (sides.get(i).stream().anyMatch(lineage::contains)) {
                found.add(i);
            }
        }
        return found;
    }

    /** Every voice counts, none more than another: what {@link EveryVoice} does, in the form of a policy. */
    public static Perspective everyVoice() {
        return new Perspective(
                EveryVoice.NAME,
                "Every voice",
                "Every voice counts, none more than another.",
                List.of(),
                Combine.COUNTS,
                0,
                List.of(),
                1,
                Factors.NONE,
                List.of(),
                0,
                List.of(),
                Age.ANY,
                StatusRules.PLAIN,
                TollRule.MEDIAN);
    }
}
