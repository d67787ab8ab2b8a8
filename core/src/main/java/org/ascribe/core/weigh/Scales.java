package org.ascribe.core.weigh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Stance;
import org.ascribe.core.weigh.Docket.Form;
import org.ascribe.core.weigh.Perspective.Condition;
import org.ascribe.core.weigh.Perspective.Grade;
import org.ascribe.core.weigh.Perspective.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A perspective made ready for one docket: for each rule, which forms, speakers, outlets and actors it fits, so that the weight
 * of a statement is a few look-ups. Immutable; safe to share between threads.
 */
final class Scales {

    /** How a speaker stands to the actor of whom it speaks. */
    private static final byte NO_INTEREST = 0;

    private static final byte SELF = 1;
    private static final byte ENEMY = 2;

    private final Docket docket;
    private final Perspective perspective;
    private final int asOf;
    private final List<Fit> fits;
    private final List<Fit> gradings;
    /** By form, the rules that its kind, role, stance and the like leave open, in their order. */
    private final int[][] rulesOfForm;

    private final double[] formFactor;
    private final byte @Nullable [] @Nullable [] interests;

    /** By number, what a condition admits; null admits all. */
    private record Fit(
            boolean @Nullable [] forms,
            boolean @Nullable [] speakers,
            boolean @Nullable [] outlets,
            boolean @Nullable [] actors,
            boolean @Nullable [] about,
            Set<Character> sources,
            Set<Integer> information) {

        boolean admitsForm(int form) {
            return forms == null || forms[form];
        }

        boolean admits(int form, int speaker, int outlet, int actor, int named) {
            return (forms == null || forms[form])
                    && (speakers == null || speakers[speaker])
                    && (outlets == null || (outlet >= 0 && outlets[outlet]))
                    && (actors == null || (actor >= 0 && actors[actor]))
                    && (about == null || (named >= 0 && about[named]));
        }

        boolean admits(@Nullable Grade grade) {
            return (sources.isEmpty() || (grade != null && sources.contains(grade.source())))
                    && (information.isEmpty() || (grade != null && information.contains(grade.information())));
        }
    }

    Scales(Docket docket, Perspective perspective, int asOf) {
        this.docket = docket;
        this.perspective = perspective;
        this.asOf = asOf;
        fits = perspective.trust().stream().map(rule -> fit(rule.when())).toList();
        gradings = perspective.grades().stream().map(each -> fit(each.who())).toList();
        rulesOfForm = new int[docket.forms.size()][];
        for (int form = 0; form < rulesOfForm.length; form++) {
            int asked = form;
            rulesOfForm[form] = IntStream.range(0, fits.size())
                    .filter(rule -> fits.get(rule).admitsForm(asked))
                    .toArray();
        }
        formFactor = new double[docket.forms.size()];
        Arrays.setAll(formFactor, i -> factor(docket.forms.get(i)));
        interests = interests();
    }

    private Fit fit(Condition asked) {
        boolean anyForm = asked.kinds().isEmpty()
                && asked.roles().isEmpty()
                && asked.stances().isEmpty()
                && asked.hedged() == null
                && asked.evidence().isEmpty()
                && asked.genres().isEmpty()
                && asked.channel() == null;
        return new Fit(
                anyForm ? null : mask(docket.forms.size(), i -> fits(asked, docket.forms.get(i))),
                asked.speakers().isEmpty()
                        ? null
                        : mask(docket.speakers.size(), i -> isLike(asked.speakers(), docket.speakers.get(i))),
                asked.outlets().isEmpty()
                        ? null
                        : mask(docket.outlets.size(), i -> isLike(asked.outlets(), docket.outlets.get(i))),
                asked.actors().isEmpty()
                        ? null
                        : mask(docket.actors.size(), i -> meets(asked.actors(), docket.lineages.get(i))),
                asked.about().isEmpty()
                        ? null
                        : mask(docket.actors.size(), i -> meets(asked.about(), docket.lineages.get(i))),
                asked.sources(),
                asked.information());
    }

    private static boolean[] mask(int size, IntPredicate admits) {
        boolean[] mask = new boolean[size];
        for (int i = 0; i < size; i++) {
            mask[i] = admits.test(i);
        }
        return mask;
    }

    private static boolean meets(Set<String> wanted, Set<String> lineage) {
        return lineage.stream().anyMatch(wanted::contains);
    }

    private static boolean isLike(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> Perspective.isLike(pattern, name));
    }

    private static boolean fits(Condition asked, Form form) {
        return (asked.kinds().isEmpty() || asked.kinds().contains(form.kind()))
                && (asked.roles().isEmpty() || asked.roles().contains(form.role()))
                && (asked.stances().isEmpty()
                        || (form.stance() != null && asked.stances().contains(form.stance())))
                && (asked.hedged() == null || asked.hedged() == form.hedged())
                && (asked.evidence().isEmpty() || asked.evidence().contains(form.evidence()))
                && (asked.genres().isEmpty() || asked.genres().contains(form.genre()))
                && (asked.channel() == null || asked.channel() == form.channel());
    }

    // --- factors

    private double factor(Form form) {
        Perspective.Factors factors = perspective.factors();
        double factor = 1;
        if (form.hedged() || form.stance() == Stance.SUSPECTED) {
            factor *= factors.hedged();
        }
        if (form.doubted()) {
            factor *= factors.doubt();
        }
        if (form.names() && (form.stance() == Stance.ACCUSED || form.stance() == Stance.SUSPECTED)) {
            factor *= switch (form.evidence()) {
                case NONE -> factors.evidenceNone();
                case CITED -> factors.evidenceCited();
                case UNSTATED -> factors.evidenceUnstated();
            };
        }
        return factor;
    }

    /** By speaker's actor and named actor; null where no interest changes a weight. */
    private byte @Nullable [] @Nullable [] interests() {
        Perspective.Factors factors = perspective.factors();
        if (factors.ownClaim() == 1 && factors.ownDenial() == 1 && factors.enemyAccusation() == 1) {
            return null;
        }
        return new byte[docket.actors.size()][];
    }

    private byte interest(int speaker, int named) {
        if (interests == null || speaker < 0) {
            return NO_INTEREST;
        }
        byte[] row = interests[speaker];
        if (row == null) {
            // two threads may work it out at once, to the same values
            row = new byte[docket.actors.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = docket.areKin(speaker, i) ? SELF : areEnemies(speaker, i) ? ENEMY : NO_INTEREST;
            }
            interests[speaker] = row;
        }
        return row[named];
    }

    private boolean areEnemies(int a, int b) {
        return perspective.areOfDifferentSides(docket.lineages.get(a), docket.lineages.get(b))
                || (perspective.enemiesFrom() > 0 && docket.hostilities(a, b, asOf) >= perspective.enemiesFrom());
    }

    private double interestFactor(int form, int speaker, int named) {
        byte interest = interest(speaker, named);
        if (interest == NO_INTEREST) {
            return 1;
        }
        boolean names = docket.forms.get(form).names();
        if (interest == SELF) {
            return names
                    ? perspective.factors().ownClaim()
                    : perspective.factors().ownDenial();
        }
        return names ? perspective.factors().enemyAccusation() : 1;
    }

    private boolean isTooOld(int day, int lastDay) {
        Integer after = perspective.age().afterIncident();
        Integer before = perspective.age().beforeAsOf();
        if (day == Docket.UNKNOWN) {
            return false;
        }
        return (after != null && lastDay != Docket.UNKNOWN && day - lastDay > after)
                || (before != null && asOf != Docket.UNKNOWN && Math.min(asOf, docket.latest) - day > before);
    }

    // --- weights

    /** Of an entry of an incident; 0 if it was not known yet. */
    double weight(int incident, int entry) {
        int day = docket.day[entry];
        if (day > asOf || isTooOld(day, docket.lastDay[incident])) {
            return 0;
        }
        int named = docket.slotActor[docket.slotFrom[incident] + docket.slot[entry]];
        int form = docket.form[entry];
        double weight = base(form, docket.speaker[entry], docket.outlet[entry], docket.speakerActor[entry], named)
                * formFactor[form];
        return weight == 0
                ? 0
                : Math.min(Perspective.MOST_WEIGHT, weight * interestFactor(form, docket.speakerActor[entry], named));
    }

    /** Of an entry on a toll. */
    double tollWeight(int incident, int entry) {
        int day = docket.tollDay[entry];
        if (day > asOf || isTooOld(day, docket.lastDay[incident])) {
            return 0;
        }
        int form = docket.tollForm[entry];
        return base(form, docket.tollSpeaker[entry], docket.tollOutlet[entry], docket.tollSpeakerActor[entry], -1)
                * formFactor[form];
    }

    private double base(int form, int speaker, int outlet, int actor, int named) {
        int rule = rule(form, speaker, outlet, actor, named);
        if (rule < 0) {
            return perspective.otherwise();
        }
        Double weight = perspective.trust().get(rule).weight();
        if (weight != null) {
            return weight;
        }
        Grade grade = grade(form, speaker, outlet, actor, named);
        return grade == null ? 0 : grade.weight();
    }

    private int rule(int form, int speaker, int outlet, int actor, int named) {
        for (int i : rulesOfForm[form]) {
            Fit fit = fits.get(i);
            if (fit.admits(form, speaker, outlet, actor, named)
                    && (fit.sources().isEmpty() && fit.information().isEmpty()
                            || fit.admits(grade(form, speaker, outlet, actor, named)))) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Grade grade(int form, int speaker, int outlet, int actor, int named) {
        for (int i = 0; i < gradings.size(); i++) {
            if (gradings.get(i).admits(form, speaker, outlet, actor, named)) {
                return perspective.grades().get(i).grade();
            }
        }
        return null;
    }

    // --- in words

    /** Why an entry weighs what it does. */
    String why(int incident, int entry) {
        if (docket.day[entry] > asOf) {
            return "not known yet on that day";
        }
        if (isTooOld(docket.day[entry], docket.lastDay[incident])) {
            return age(docket.day[entry], docket.lastDay[incident]);
        }
        int named = docket.slotActor[docket.slotFrom[incident] + docket.slot[entry]];
        int form = docket.form[entry];
        int actor = docket.speakerActor[entry];
        StringBuilder words =
                new StringBuilder(inWords(form, docket.speaker[entry], docket.outlet[entry], actor, named));
        words.append(factors(form));
        double interest = interestFactor(form, actor, named);
        if (interest != 1) {
            boolean names = docket.forms.get(form).names();
            words.append(times(
                    interest,
                    interest(actor, named) == ENEMY
                            ? "accusation by an enemy"
                            : names ? "claim by the actor itself" : "denial by the accused"));
        }
        return words.toString();
    }

    String tollWhy(int incident, int entry) {
        if (docket.tollDay[entry] > asOf) {
            return "not known yet on that day";
        }
        if (isTooOld(docket.tollDay[entry], docket.lastDay[incident])) {
            return age(docket.tollDay[entry], docket.lastDay[incident]);
        }
        int form = docket.tollForm[entry];
        return inWords(form, docket.tollSpeaker[entry], docket.tollOutlet[entry], docket.tollSpeakerActor[entry], -1)
                + factors(form);
    }

    private String age(int day, int lastDay) {
        Integer after = perspective.age().afterIncident();
        return after != null && lastDay != Docket.UNKNOWN && day - lastDay > after
                ? "said %d days after the incident; heard up to %d days after".formatted(day - lastDay, after)
                : "said %d days before that day; heard up to %d days before"
                        .formatted(
                                Math.min(asOf, docket.latest) - day,
                                perspective.age().beforeAsOf());
    }

    private String inWords(int form, int speaker, int outlet, int actor, int named) {
        int number = rule(form, speaker, outlet, actor, named);
        if (number < 0) {
            return perspective.trust().isEmpty()
                    ? "every voice " + plain(perspective.otherwise())
                    : "no rule fits, " + plain(perspective.otherwise());
        }
        Rule rule = perspective.trust().get(number);
        if (rule.weight() != null) {
            return rule.name() + " " + plain(rule.weight());
        }
        Grade grade = grade(form, speaker, outlet, actor, named);
        return rule.name() + (grade == null ? ", no grade, 0" : ", grade " + grade + ", " + plain(grade.weight()));
    }

    private String factors(int number) {
        Form form = docket.forms.get(number);
        Perspective.Factors factors = perspective.factors();
        StringBuilder words = new StringBuilder();
        if (form.hedged() || form.stance() == Stance.SUSPECTED) {
            words.append(times(factors.hedged(), "under reserve"));
        }
        if (form.doubted()) {
            words.append(times(factors.doubt(), "a doubt"));
        }
        if (form.names() && (form.stance() == Stance.ACCUSED || form.stance() == Stance.SUSPECTED)) {
            words.append(
                    form.evidence() == EvidenceGiven.NONE
                            ? times(factors.evidenceNone(), "no evidence given")
                            : form.evidence() == EvidenceGiven.CITED
                                    ? times(factors.evidenceCited(), "evidence cited")
                                    : times(factors.evidenceUnstated(), "evidence not stated"));
        }
        return words.toString();
    }

    private static String times(double factor, String why) {
        return factor == 1 ? "" : " x " + plain(factor) + " " + why;
    }

    static String plain(double value) {
        String two = String.format(Locale.ROOT, "%.2f", value);
        return two.contains(".") ? two.replaceAll("0+$", "").replaceAll("\\.$", "") : two;
    }

    /** The rule that an entry falls under, by its place in the policy; -1 for none. */
    int ruleOf(int incident, int entry) {
        return rule(
                docket.form[entry],
                docket.speaker[entry],
                docket.outlet[entry],
                docket.speakerActor[entry],
                docket.slotActor[docket.slotFrom[incident] + docket.slot[entry]]);
    }

    @Override
    public String toString() {
        return perspective.name() + ": "
                + IntStream.range(0, fits.size())
                        .mapToObj(i -> perspective.trust().get(i).name())
                        .collect(Collectors.joining(", "));
    }
}
