package org.ascribe.analyse.relations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Moved;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Signed, dated relations between two actors, with all that supports and contradicts them. From deeds: fights, strikes of the
 * one on the other, strikes made together. From words: what anybody says of the two, and accusations of the one by the other. A
 * relation that a data set's row states about its own incident is that deed over again and is not counted.
 */
public final class RelationsAnalysis implements Analysis {

    public static final String KIND = "relations";

    private static final int MOST_INFLUENTIAL = 3;
    private static final String METHOD =
            "Deeds and words about the two, each hostile or friendly, by period: hostile are fights, strikes on each other, accusations, "
                    + "hostility and splits; friendly are strikes made together, alliance (tacit ones too), support, toleration and talks. "
                    + "The sign is hostile or friendly where all that is affirmed is, else mixed. The balance is friendly less hostile "
                    + "over their sum; what is hedged or doubted weighs one half, what is denied contradicts and weighs nothing.";
    private static final String REFERENCE =
            "Words beside deeds: Blair, Chenoweth, Horowitz, Perkoski and Potter 2022, International Organization 76(1); signed relations "
                    + "over time: Doreian and Mrvar 2015, Journal of Social Structure 16; Bakke, Cunningham and Seymour 2012, Perspectives "
                    + "on Politics 10(2)";
    private static final List<String> LIMITS = List.of(
            "One deed weighs as much as one statement, and a statement that many repeat weighs for each of them that is no copy.",
            "What a party says of itself or its enemy serves it; such words are marked.",
            "Deeds without a known opponent say nothing here.");

    private final int months;

    public RelationsAnalysis() {
        this(12);
    }

    /** @param months of a period, a divisor of 12 */
    public RelationsAnalysis(int months) {
        if (months < 1 || 12 % months != 0) {
            throw new IllegalArgumentException("a period has 1, 2, 3, 4, 6 or 12 months, got " + months);
        }
        this.months = months;
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    /** Of any two actors, or of the scope's actor and any other, of whom a deed or word tells. */
    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Deeds deeds = new Deeds(record, scope);
        Set<List<String>> pairs = new TreeSet<>(
                Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
        for (Deed deed : deeds.all()) {
            for (String doer : deed.doers()) {
                Set<String> others = new TreeSet<>(deed.doers());
                others.addAll(deed.struck());
                others.forEach(other -> pair(pairs, deeds, scope, doer, other));
            }
        }
        for (Statement word : record.words()) {
            if (word.assertion().content() instanceof Content.Relation relation) {
                pair(
                        pairs,
                        deeds,
                        scope,
                        relation.subject().id(),
                        relation.object().id());
            }
        }
        List<Finding<?>> findings = new ArrayList<>();
        for (List<String> pair : pairs) {
            Finding<Relation> finding = finding(record, deeds, pair.get(0), pair.get(1), scope, List.of());
            if (finding.result() != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static void pair(Set<List<String>> pairs, Deeds deeds, Scope scope, String one, String other) {
        String asked = scope.actor();
        String first =
                asked != null && !one.equals(asked) && deeds.family(asked).contains(one) ? asked : one;
        String second =
                asked != null && !other.equals(asked) && deeds.family(asked).contains(other) ? asked : other;
        if ((asked == null || first.equals(asked) || second.equals(asked)) && !deeds.areKin(first, second)) {
            pairs.add(first.compareTo(second) < 0 ? List.of(first, second) : List.of(second, first));
        }
    }

    /**
     * The finding on two actors; it says so where nothing tells of them.
     *
     * @param scope its actor is passed over; words count by the day of their report
     * @param others the same ledger under other perspectives, for the sensitivity
     * @throws IllegalArgumentException if one is the other or a branch of it
     */
    public Finding<Relation> finding(
            SettledRecord record, String first, String second, Scope scope, List<SettledRecord> others) {
        return finding(record, new Deeds(record, scope), first, second, scope, others);
    }

    private Finding<Relation> finding(
            SettledRecord record, Deeds deeds, String one, String other, Scope scope, List<SettledRecord> others) {
        if (deeds.areKin(one, other)) {
            throw new IllegalArgumentException(
                    "a relation is between two actors of which none is a branch of the other, got " + one + " and "
                            + other);
        }
        String first = one.compareTo(other) < 0 ? one : other;
        String second = first.equals(one) ? other : one;
        Attributed attributed = new Attributed(record, scope.leastSupport());
        String names = attributed.name(first) + " and " + attributed.name(second);
        List<Ground> grounds = grounds(record, deeds, first, second, scope);
        List<String> incidents = grounds.stream()
                .filter(ground -> ground.kind() == Ground.Kind.DEED)
                .map(Ground::id)
                .toList();
        List<AssertionId> statements = grounds.stream()
                .filter(ground -> ground.kind() == Ground.Kind.WORD)
                .map(ground -> new AssertionId(ground.id()))
                .toList();
        if (grounds.isEmpty()) {
            return new Finding<>(
                    KIND,
                    names,
                    "Nothing tells how " + names + " stand to each other: 0 deeds, 0 words.",
                    record.perspective(),
                    incidents,
                    statements,
                    METHOD,
                    REFERENCE,
                    LIMITS,
                    null,
                    null);
        }
        Relation relation = new Relation(
                first,
                second,
                periods(grounds, deeds, first, second),
                grounds.stream().filter(ground -> ground.day() == null).toList(),
                balance(grounds, deeds, first, second));
        Double net = relation.all().net();
        Sensitivity sensitivity = net == null
                ? null
                : new Sensitivity(
                        "balance of friendly and hostile, -1 to 1",
                        net,
                        without(grounds, net),
                        perspectives(others, first, second, scope));
        return new Finding<>(
                KIND,
                names,
                sentence(names, attributed, relation),
                record.perspective(),
                incidents,
                statements,
                METHOD,
                REFERENCE,
                LIMITS,
                sensitivity,
                relation);
    }

    private static String sentence(String names, Attributed attributed, Relation relation) {
        Relation.Balance all = relation.all();
        String sign = switch (all.sign()) {
            case HOSTILE -> "hostile";
            case FRIENDLY -> "friendly";
            case MIXED -> "both hostile and friendly";
            case DENIED -> "only spoken of by denials";
        };
        Double net = all.net();
        return "The relation of %s is %s%s: %d fights, %d strikes by %s and %d by %s on the other, %d together; %d hostile, %d friendly words, %d denials."
                .formatted(
                        names,
                        sign,
                        net == null ? "" : String.format(Locale.ROOT, " (balance %.2f)", net),
                        all.fights(),
                        all.strikesByFirst(),
                        attributed.name(relation.first()),
                        all.strikesBySecond(),
                        attributed.name(relation.second()),
                        all.together(),
                        all.hostileWords(),
                        all.friendlyWords(),
                        all.denials());
    }

    private static List<Moved> perspectives(List<SettledRecord> others, String first, String second, Scope scope) {
        List<Moved> moved = new ArrayList<>();
        for (SettledRecord other : others) {
            Double net = net(grounds(other, new Deeds(other, scope), first, second, scope));
            if (net != null) {
                moved.add(new Moved(other.perspective(), net));
            }
        }
        return moved;
    }

    private static List<Moved> without(List<Ground> grounds, double net) {
        List<Moved> moved = new ArrayList<>();
        for (Ground ground : grounds) {
            List<Ground> rest = new ArrayList<>(grounds);
            rest.remove(ground);
            Double left = net(rest);
            if (left != null) {
                moved.add(new Moved(ground.id(), left));
            }
        }
        return moved.stream()
                .sorted(Comparator.comparingDouble((Moved one) -> -Math.abs(one.value() - net))
                        .thenComparing(Moved::what))
                .limit(MOST_INFLUENTIAL)
                .toList();
    }

    // --- grounds

    /** Oldest first, what has no day last. */
    private static List<Ground> grounds(
            SettledRecord record, Deeds deeds, String firstId, String secondId, Scope scope) {
        Set<String> first = deeds.family(firstId);
        Set<String> second = deeds.family(secondId);
        List<Ground> grounds = new ArrayList<>();
        for (Deed deed : deeds.all()) {
            Ground ground = ground(deed, first, second);
            if (ground != null) {
                grounds.add(ground);
            }
            for (Settled.Reason reason : deed.settled().reasons()) {
                Ground word = accusation(reason, first, second);
                if (word != null && isIn(word.day(), scope)) {
                    grounds.add(word);
                }
            }
        }
        for (Statement statement : record.words()) {
            Ground word = word(statement, first, second);
            if (word != null && !statement.isOtherReading() && isIn(word.day(), scope)) {
                grounds.add(word);
            }
        }
        Comparator<Ground> oldestFirst =
                Comparator.comparing(Ground::day, Comparator.nullsLast(Comparator.naturalOrder()));
        return grounds.stream()
                .sorted(oldestFirst.thenComparing(Ground::kind).thenComparing(Ground::id))
                .distinct()
                .toList();
    }

    private static boolean isIn(@Nullable LocalDate day, Scope scope) {
        if (day == null) {
            return scope.from() == null && scope.to() == null;
        }
        return (scope.from() == null || !day.isBefore(scope.from()))
                && (scope.to() == null || !day.isAfter(scope.to()));
    }

    private static @Nullable Ground ground(Deed deed, Set<String> first, Set<String> second) {
        boolean isTogether = deed.form() == Deed.Form.JOINT_STRIKE
                && deed.doers().stream().anyMatch(first::contains)
                && deed.doers().stream().anyMatch(second::contains);
        if (!isTogether && !deed.isBetween(first, second)) {
            return null;
        }
        EventDate when = deed.settled().incident().when();
        Place where = deed.settled().incident().where();
        String what = isTogether ? "struck together" : deed.form() == Deed.Form.FIGHT ? "fight" : "strike on the other";
        return new Ground(
                Ground.Kind.DEED,
                deed.settled().incident().id(),
                isTogether ? Ground.Sign.FRIENDLY : Ground.Sign.HOSTILE,
                when == null ? null : when.from() == null ? when.to() : when.from(),
                null,
                false,
                false,
                1,
                where == null ? what : what + " in " + where.name());
    }

    /** The one accuses the other of an incident. */
    private static @Nullable Ground accusation(Settled.Reason reason, Set<String> first, Set<String> second) {
        Assertion said = reason.assertion();
        String speaker = said.speaker().actor();
        if (speaker == null
                || !(said.content() instanceof Content.Responsibility responsibility)
                || responsibility.actor() == null
                || !(responsibility.stance() == Stance.ACCUSED || responsibility.stance() == Stance.SUSPECTED)
                || said.polarity() == Polarity.DENIED) {
            return null;
        }
        String accused = responsibility.actor().id();
        boolean isOfTheTwo = first.contains(speaker) && second.contains(accused)
                || second.contains(speaker) && first.contains(accused);
        return isOfTheTwo ? word(said, reason.published(), Ground.Sign.HOSTILE, true) : null;
    }

    private static @Nullable Ground word(Statement statement, Set<String> first, Set<String> second) {
        Assertion said = statement.assertion();
        if (!(said.content() instanceof Content.Relation relation)
                || said.incident() != null && said.speaker().role() == Speaker.Role.DATA_SET) {
            return null;
        }
        String subject = relation.subject().id();
        String object = relation.object().id();
        if (!(first.contains(subject) && second.contains(object)
                || second.contains(subject) && first.contains(object))) {
            return null;
        }
        String speaker = said.speaker().actor();
        return word(
                said,
                statement.published(),
                sign(relation.relation()),
                speaker != null && (first.contains(speaker) || second.contains(speaker)));
    }

    private static Ground word(Assertion said, @Nullable LocalDate published, Ground.Sign sign, boolean isOwn) {
        boolean isHeldBack = said.hedged() || said.polarity() == Polarity.DOUBTED;
        return new Ground(
                Ground.Kind.WORD,
                said.id().value(),
                sign,
                published,
                said.speaker().name(),
                isOwn,
                said.polarity() == Polarity.DENIED,
                isHeldBack ? 0.5 : 1,
                said.text());
    }

    private static Ground.Sign sign(RelationKind kind) {
        return switch (kind) {
            case HOSTILE, SPLITTING -> Ground.Sign.HOSTILE;
            case ALLIED, SPONSORING, TOLERATING, NEGOTIATING -> Ground.Sign.FRIENDLY;
            case TACIT_ALLIANCE -> Ground.Sign.TACIT;
        };
    }

    // --- periods

    private List<Relation.Period> periods(List<Ground> grounds, Deeds deeds, String first, String second) {
        Map<YearMonth, List<Ground>> byStart = new TreeMap<>();
        for (Ground ground : grounds) {
            LocalDate day = ground.day();
            if (day != null) {
                byStart.computeIfAbsent(
                                YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1),
                                key -> new ArrayList<>())
                        .add(ground);
            }
        }
        List<Relation.Period> periods = new ArrayList<>();
        byStart.forEach((start, inIt) -> {
            Relation.Balance balance = balance(inIt, deeds, first, second);
            List<Ground> supporting = new ArrayList<>();
            List<Ground> contradicting = new ArrayList<>();
            for (Ground ground : inIt) {
                boolean speaksFor = switch (balance.sign()) {
                    case HOSTILE, MIXED -> ground.isFriendly() == ground.isDenied();
                    case FRIENDLY -> ground.isFriendly() != ground.isDenied();
                    case DENIED -> false;
                };
                (speaksFor ? supporting : contradicting).add(ground);
            }
            periods.add(new Relation.Period(
                    start.atDay(1), start.plusMonths(months - 1L).atEndOfMonth(), balance, supporting, contradicting));
        });
        return periods;
    }

    private static Relation.Balance balance(List<Ground> grounds, Deeds deeds, String firstId, String secondId) {
        Set<String> first = deeds.family(firstId);
        Set<String> second = deeds.family(secondId);
        Set<String> ids = new TreeSet<>();
        grounds.stream().filter(ground -> ground.kind() == Ground.Kind.DEED).forEach(ground -> ids.add(ground.id()));
        int fights = 0;
        int byFirst = 0;
        int bySecond = 0;
        int together = 0;
        for (Deed deed : deeds.all()) {
            if (ids.contains(deed.settled().incident().id())) {
                if (!deed.isBetween(first, second)) {
                    together++;
                } else if (deed.form() == Deed.Form.FIGHT) {
                    fights++;
                } else if (deed.opponents(first).stream().anyMatch(second::contains)) {
                    byFirst++;
                } else {
                    bySecond++;
                }
            }
        }
        int hostile = 0;
        int friendly = 0;
        int denials = 0;
        for (Ground ground : grounds) {
            if (ground.isDenied()) {
                denials++;
            } else if (ground.kind() == Ground.Kind.WORD) {
                hostile += ground.isFriendly() ? 0 : 1;
                friendly += ground.isFriendly() ? 1 : 0;
            }
        }
        boolean isHostile = fights + byFirst + bySecond + hostile > 0;
        boolean isFriendly = together + friendly > 0;
        Relation.Sign sign = isHostile
                ? isFriendly ? Relation.Sign.MIXED : Relation.Sign.HOSTILE
                : isFriendly ? Relation.Sign.FRIENDLY : Relation.Sign.DENIED;
        return new Relation.Balance(
                sign, fights, byFirst, bySecond, together, hostile, friendly, denials, net(grounds));
    }

    private static @Nullable Double net(List<Ground> grounds) {
        double hostile = 0;
        double friendly = 0;
        for (Ground ground : grounds) {
            if (!ground.isDenied()) {
                hostile += ground.isFriendly() ? 0 : ground.weight();
                friendly += ground.isFriendly() ? ground.weight() : 0;
            }
        }
        return hostile + friendly == 0 ? null : (Double) ((friendly - hostile) / (friendly + hostile));
    }
}
