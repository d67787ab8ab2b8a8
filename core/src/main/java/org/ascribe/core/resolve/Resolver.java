package org.ascribe.core.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.link.Linker;
import org.ascribe.core.link.Match;
import org.ascribe.core.resolve.Link.Reason;
import org.jspecify.annotations.Nullable;

/**
 * From what single reports tell to incidents.
 *
 * <p>Tellings of copies of one text are first laid together. Then those that can be near in time and place are compared,
 * field by field ({@link Link}), and joined, the surest pair first, as long as what is joined agrees as a whole: no two of
 * its dates or places exclude each other, its members are alike on average and not only along a chain, and no report tells
 * two of them as two incidents. A telling that leaves place or time open joins afterwards, and only where it fits one
 * incident clearly better than every other; it never brings two incidents together. Judgements come before all of that.
 */
public final class Resolver {

    /** From so many bits on, two tellings are held to be of one incident. */
    public static final double ENOUGH = Likeness.ENOUGH;

    /** What two groups must reach on average, in bits, so that one likeness alone does not chain them. */
    private static final double LEAST_MEAN = Likeness.ENOUGH / 2;

    /** How much better, in bits, a vague telling must fit one incident than the next. */
    private static final double LEAST_LEAD = 1;

    /** From so many rows of each of two data sets on, weights are learned from them. */
    private static final int ENOUGH_ROWS = 200;

    private static final double LEAST_PROBABLE = 0.5;

    /** Bits for being one row of one data set. */
    private static final double SAME_ROW = 20;

    private final Set<String> learned = new HashSet<>();
    private final Likeness likeness;
    private final Set<Pair> notSame = new HashSet<>();
    private final Map<Pair, Judgement> same = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Telling, Node> nodeOf = new HashMap<>();

    /** Two tellings, whichever is named first. */
    private record Pair(Telling a, Telling b) {

        static Pair of(Telling a, Telling b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** A telling with its copies. */
    private static final class Node {
        final int index;
        final Account lead;
        final @Nullable LocalDate since;
        final @Nullable LocalDate latest;
        final List<Account> accounts = new ArrayList<>();
        final List<Link> links = new ArrayList<>();
        Group group;

        Node(int index, Account lead) {
            this.index = index;
            this.lead = lead;
            since = lead.lookedForSince();
            latest = lead.latest();
            accounts.add(lead);
            group = new Group(this);
        }
    }

    /** An incident in the making. */
    private static final class Group {
        final List<Node> nodes = new ArrayList<>();
        final List<Link> links = new ArrayList<>();

        Group(Node node) {
            nodes.add(node);
        }

        boolean isStatementsOnly() {
            return nodes.stream().allMatch(node -> node.lead.isStatementOnly());
        }

        boolean isVague() {
            return nodes.stream().allMatch(node -> node.lead.isVague());
        }
    }

    private Resolver(Likeness likeness) {
        this.likeness = likeness;
    }

    /**
     * The incidents of all reports, sorted by date and then by id; every telling is in exactly one of them, but for rows that
     * only say who did something ({@link Spoken}): these are in the only incident that fits them, or in none. Cost grows with
     * the pairs of tellings that are near in time and country.
     *
     * @param judgements all of the ledger; those of other kinds, and those taken back, change nothing here
     */
    public static List<Incident> resolve(Collection<CodedReport> reports, Collection<Judgement> judgements) {
        Accounts accounts = Accounts.of(reports);
        Resolver resolver = new Resolver(new Likeness(accounts.telling()));
        resolver.take(judgements);
        resolver.lay(accounts.originals(), accounts.copies());
        resolver.bind();
        resolver.joinRevisions();
        resolver.linkDataSets();
        resolver.join();
        resolver.joinStatements();
        return resolver.incidents();
    }

    /**
     * What speaks for and against two tellings being of one incident, joined or not.
     *
     * @param reports all of the ledger, for what is rare is counted in them
     * @throws IllegalArgumentException if one of the two is in none of the reports
     */
    public static Link compare(Collection<CodedReport> reports, Telling a, Telling b) {
        Accounts accounts = Accounts.of(reports);
        return new Likeness(accounts.telling()).compare(accounts.get(a), accounts.get(b));
    }

    /**
     * The pairs of tellings of two reports that are alike by at least so many bits and that nothing excludes, for a person to
     * look at, sorted by tellings. Copies of one text stand behind their original, and rows of two data sets that are linked as
     * a whole are left to that. Those from {@link #ENOUGH} on are joined
     * where the rest allows it. Costs as much as {@link #resolve}.
     */
    public static List<Link> alike(Collection<CodedReport> reports, double least) {
        Accounts accounts = Accounts.of(reports);
        Resolver resolver = new Resolver(new Likeness(accounts.telling()));
        resolver.lay(accounts.originals(), accounts.copies());
        resolver.largeDataSets();
        List<Link> alike = resolver.likely(least);
        alike.sort(Comparator.comparing(Link::a).thenComparing(Link::b));
        return List.copyOf(alike);
    }

    /** The tellings of all reports, by report and label. */
    private record Accounts(List<Account> originals, List<Account> copies) {

        static Accounts of(Collection<CodedReport> reports) {
            Map<ReportId, CodedReport> byId = new TreeMap<>();
            reports.forEach(report -> byId.put(report.report().id(), report));
            Origins origins =
                    Origins.of(byId.values().stream().map(CodedReport::report).toList());
            Accounts accounts = new Accounts(new ArrayList<>(), new ArrayList<>());
            for (CodedReport report : byId.values()) {
                ReportId origin = origins.originOf(report.report().id());
                for (CodedIncident incident : report.incidents()) {
                    (origin.equals(report.report().id()) ? accounts.originals : accounts.copies)
                            .add(Account.of(report, incident, origin));
                }
            }
            return accounts;
        }

        /** Those that tell an incident, and are no copies. */
        List<Account> telling() {
            return originals.stream()
                    .filter(account -> !account.isStatementOnly())
                    .toList();
        }

        Account get(Telling telling) {
            return Stream.concat(originals.stream(), copies.stream())
                    .filter(account -> account.telling().equals(telling))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no report given tells " + telling));
        }
    }

    private void take(Collection<Judgement> judgements) {
        for (Judgement judgement : Judgement.inForce(judgements)) {
            switch (judgement.decision()) {
                case Decision.SameIncident is -> tie(is.a(), is.b(), judgement);
                case Decision.NotSameIncident is -> part(is.a(), is.b());
                case Decision.MergeIncidents(List<Telling> one, List<Telling> other) -> {
                    List<Telling> all =
                            Stream.concat(one.stream(), other.stream()).toList();
                    tie(all, judgement);
                }
                case Decision.SplitIncident(List<Telling> stays, List<Telling> leaves) -> {
                    tie(stays, judgement);
                    tie(leaves, judgement);
                    for (Telling a : stays) {
                        leaves.forEach(b -> part(a, b));
                    }
                }
                case Decision.Unsure is -> {
                    Pair pair = Pair.of(is.a(), is.b());
                    same.remove(pair);
                    notSame.remove(pair);
                }
                case Decision.WrongReading is -> {}
                case Decision.RightActor is -> {}
            }
        }
    }

    private void tie(Telling a, Telling b, Judgement judgement) {
        if (a.equals(b)) {
            return;
        }
        Pair pair = Pair.of(a, b);
        notSame.remove(pair);
        // the latest last
        same.remove(pair);
        same.put(pair, judgement);
    }

    /** Ties all of them to the first, and forgets what held any two of them apart. */
    private void tie(List<Telling> all, Judgement judgement) {
        if (!notSame.isEmpty()) {
            for (int i = 1; i < all.size(); i++) {
                for (int k = i + 1; k < all.size(); k++) {
                    notSame.remove(Pair.of(all.get(i), all.get(k)));
                }
            }
        }
        for (int i = 1; i < all.size(); i++) {
            tie(all.getFirst(), all.get(i), judgement);
        }
    }

    private void part(Telling a, Telling b) {
        if (a.equals(b)) {
            return;
        }
        Pair pair = Pair.of(a, b);
        same.remove(pair);
        notSame.add(pair);
    }

    /** Lays each telling of a copy on the telling of its original that it repeats. */
    private void lay(List<Account> originals, List<Account> copies) {
        Map<ReportId, List<Node>> byOrigin = new TreeMap<>();
        for (Account account : originals) {
            byOrigin.computeIfAbsent(account.origin(), key -> new ArrayList<>()).add(add(account));
        }
        record Copy(Account account, Node of, Link link) {}
        List<Copy> found = new ArrayList<>();
        for (Account account : copies) {
            for (Node node : byOrigin.getOrDefault(account.origin(), List.of())) {
                Link link = likeness.compare(node.lead, account);
                if (link.weight() >= Likeness.ENOUGH
                        && !Likeness.isNever(link)
                        && !notSame.contains(Pair.of(link.a(), link.b()))) {
                    found.add(new Copy(account, node, link));
                }
            }
        }
        found.sort(Comparator.comparingDouble((Copy copy) -> -copy.link().weight())
                .thenComparing(copy -> copy.link().a())
                .thenComparing(copy -> copy.link().b()));
        for (Copy copy : found) {
            Telling telling = copy.account().telling();
            boolean free = !nodeOf.containsKey(telling)
                    && copy.of().accounts.stream()
                            .noneMatch(other -> other.telling().report().equals(telling.report())
                                    || notSame.contains(Pair.of(other.telling(), telling)));
            if (free) {
                copy.of().accounts.add(copy.account());
                copy.of().links.add(copy.link());
                nodeOf.put(telling, copy.of());
            }
        }
        for (Account account : copies) {
            if (!nodeOf.containsKey(account.telling())) {
                add(account);
            }
        }
    }

    private Node add(Account account) {
        Node node = new Node(nodes.size(), account);
        nodes.add(node);
        nodeOf.put(account.telling(), node);
        return node;
    }

    /** Joins what people hold to be the same; of judgements that clash through others, the latest ones stand. */
    private void bind() {
        for (Map.Entry<Pair, Judgement> entry : List.copyOf(same.entrySet()).reversed()) {
            Pair pair = entry.getKey();
            Judgement judgement = entry.getValue();
            Node a = nodeOf.get(pair.a());
            Node b = nodeOf.get(pair.b());
            if (a == null || b == null || a.group == b.group || isForbidden(a.group, b.group)) {
                continue;
            }
            Reason reason = new Reason("judgement", judgement.user(), judgement.reason(), Double.POSITIVE_INFINITY);
            merge(a.group, b.group, new Link(pair.a(), pair.b(), Double.POSITIVE_INFINITY, List.of(reason)));
        }
    }

    private static boolean isSameRow(Account a, Account b) {
        return a.rowId() != null && a.rowId().equals(b.rowId());
    }

    /** What a data set says of one row in its several releases is of one incident. */
    private void joinRevisions() {
        Map<List<String>, Node> first = new HashMap<>();
        for (Node node : nodes) {
            String dataSet = node.lead.dataSet();
            String row = node.lead.rowId();
            if (dataSet == null || row == null) {
                continue;
            }
            Node before =
                    first.putIfAbsent(List.of(dataSet, row, node.lead.telling().label()), node);
            if (before != null && before.group != node.group && !isForbidden(before.group, node.group)) {
                Reason reason = new Reason("row", row, row, SAME_ROW);
                merge(
                        before.group,
                        node.group,
                        new Link(before.lead.telling(), node.lead.telling(), SAME_ROW, List.of(reason)));
            }
        }
    }

    /**
     * Rows of two data sets that both have many: how they name and place things is learned from them, which the weights set
     * by hand cannot know.
     */
    private void linkDataSets() {
        List<List<Node>> tables = largeDataSets();
        for (int i = 0; i < tables.size(); i++) {
            for (int k = i + 1; k < tables.size(); k++) {
                List<Match> matches = new ArrayList<>(Linker.link(
                        DataSetRows.of(
                                tables.get(i).stream().map(node -> node.lead).toList()),
                        DataSetRows.of(
                                tables.get(k).stream().map(node -> node.lead).toList()),
                        name -> Set.of(),
                        LEAST_PROBABLE));
                matches.sort(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(Match::a)
                        .thenComparing(Match::b));
                Map<String, Node> byId = new HashMap<>();
                tables.get(i).forEach(node -> byId.put(DataSetRows.id(node.lead), node));
                tables.get(k).forEach(node -> byId.put(DataSetRows.id(node.lead), node));
                for (Match match : matches) {
                    join(byId.get(match.a()), byId.get(match.b()), match);
                }
            }
        }
    }

    /** The rows of each data set that has many, from here on left to what is learned from them. */
    private List<List<Node>> largeDataSets() {
        Map<String, List<Node>> byDataSet = new TreeMap<>();
        for (Node node : nodes) {
            String dataSet = node.lead.dataSet();
            if (dataSet != null && node.since != null && !node.lead.isStatementOnly()) {
                byDataSet.computeIfAbsent(dataSet, key -> new ArrayList<>()).add(node);
            }
        }
        byDataSet.values().removeIf(rows -> rows.size() < ENOUGH_ROWS);
        learned.addAll(byDataSet.keySet());
        return List.copyOf(byDataSet.values());
    }

    private void join(@Nullable Node a, @Nullable Node b, Match match) {
        if (a == null || b == null || a.group == b.group || isForbidden(a.group, b.group)) {
            return;
        }
        for (Node one : a.group.nodes) {
            for (Node two : b.group.nodes) {
                if (sharesReport(one, two)) {
                    return;
                }
            }
        }
        List<Reason> reasons = match.reasons().stream()
                .map(reason -> new Reason(reason.field(), reason.a(), reason.b(), reason.weight()))
                .toList();
        double bits = reasons.stream().mapToDouble(Reason::weight).sum();
        merge(a.group, b.group, new Link(a.lead.telling(), b.lead.telling(), bits, reasons));
    }

    /** Whether the two are rows of data sets that were linked as a whole. */
    private boolean areLinkedAlready(Node a, Node b) {
        return a.lead.dataSet() != null
                && b.lead.dataSet() != null
                && learned.contains(a.lead.dataSet())
                && learned.contains(b.lead.dataSet());
    }

    /** The pairs that reach so many bits, in no particular order. */
    private List<Link> likely(double least) {
        List<Link> likely = new ArrayList<>();
        List<List<Node>> blocks = blocks();
        for (int block = 0; block < blocks.size(); block++) {
            List<Node> near = blocks.get(block);
            for (int i = 0; i < near.size(); i++) {
                for (int k = i + 1; k < near.size(); k++) {
                    Node a = near.get(i);
                    Node b = near.get(k);
                    LocalDate latest = a.latest;
                    LocalDate earliest = b.since;
                    if (latest != null && earliest != null && earliest.isAfter(latest)) {
                        break;
                    }
                    boolean elsewhere = block < blocks.size() - 1 && country(a) == null && country(b) == null;
                    if (!elsewhere
                            && !areLinkedAlready(a, b)
                            && !sharesReport(a, b)
                            && likeness.score(a.lead, b.lead) >= least) {
                        likely.add(compare(a, b));
                    }
                }
            }
        }
        return likely;
    }

    private void join() {
        List<Link> likely = likely(ENOUGH);
        likely.sort(Comparator.comparingDouble((Link link) -> -link.weight())
                .thenComparing(link -> link.a())
                .thenComparing(link -> link.b()));
        for (Link link : likely) {
            if (!isVague(link.a()) && !isVague(link.b())) {
                join(link);
            }
        }
        Map<Node, List<Link>> ofVague = new LinkedHashMap<>();
        for (Link link : likely) {
            if (isVague(link.a()) != isVague(link.b())) {
                ofVague.computeIfAbsent(node(isVague(link.a()) ? link.a() : link.b()), key -> new ArrayList<>())
                        .add(link);
            }
        }
        ofVague.forEach(this::joinToOnlyOne);
        for (Link link : likely) {
            if (node(link.a()).group.isVague() && node(link.b()).group.isVague()) {
                join(link);
            }
        }
    }

    /** What only says who did something goes to the one incident that fits it; each looks at the incidents alone. */
    private void joinStatements() {
        List<Group> groups = nodes.stream()
                .map(node -> node.group)
                .distinct()
                .filter(group -> !group.isStatementsOnly())
                .toList();
        List<List<Account>> told = groups.stream()
                .map(group -> group.nodes.stream()
                        .map(node -> node.lead)
                        .filter(account -> !account.isStatementOnly())
                        .toList())
                .toList();
        Spoken spoken = new Spoken(likeness, told);
        for (Node node : nodes) {
            if (node.lead.isStatementOnly() && node.group.isStatementsOnly()) {
                spoken.find(node.lead)
                        .filter(found -> !isForbidden(groups.get(found.incident()), node.group))
                        .ifPresent(found -> merge(groups.get(found.incident()), node.group, found.link()));
            }
        }
    }

    private boolean isVague(Telling telling) {
        return node(telling).lead.isVague();
    }

    private void join(Link link) {
        Group a = node(link.a()).group;
        Group b = node(link.b()).group;
        if (a != b && mayJoin(a, b)) {
            merge(a, b, link);
        }
    }

    /** A vague telling goes where it fits best, and nowhere if it fits another incident nearly as well. */
    private void joinToOnlyOne(Node vague, List<Link> surestFirst) {
        Link best = null;
        Group bestGroup = null;
        for (Link link : surestFirst) {
            Group group = node(link.a()) == vague ? node(link.b()).group : node(link.a()).group;
            if (group == vague.group) {
                return;
            }
            if (group == bestGroup || !mayJoin(group, vague.group)) {
                continue;
            }
            if (best == null) {
                best = link;
                bestGroup = group;
            } else {
                if (best.weight() - link.weight() < LEAST_LEAD) {
                    return;
                }
                break;
            }
        }
        if (best != null) {
            join(best);
        }
    }

    private Node node(Telling telling) {
        Node node = nodeOf.get(telling);
        if (node == null) {
            throw new IllegalStateException("no node for " + telling);
        }
        return node;
    }

    /** Nodes that can be of one country, each block by the day since when they are looked for; last those of none alone. */
    private List<List<Node>> blocks() {
        Map<String, List<Node>> byCountry = new TreeMap<>();
        List<Node> anywhere = new ArrayList<>();
        for (Node node : nodes) {
            if (node.lead.isStatementOnly()) {
                continue;
            }
            String country = country(node);
            if (country == null) {
                anywhere.add(node);
            } else {
                byCountry.computeIfAbsent(country, key -> new ArrayList<>()).add(node);
            }
        }
        byCountry.values().forEach(block -> block.addAll(anywhere));
        List<List<Node>> blocks = new ArrayList<>(byCountry.values());
        blocks.add(anywhere);
        Comparator<Node> byDay =
                Comparator.comparing(node -> node.since, Comparator.nullsFirst(Comparator.naturalOrder()));
        blocks.forEach(block -> block.sort(byDay.thenComparing(node -> node.lead.telling())));
        return blocks;
    }

    private static @Nullable String country(Node node) {
        return node.lead.incident().where() == null
                ? null
                : node.lead.incident().where().country();
    }

    private Link compare(Node a, Node b) {
        boolean inOrder = a.lead.telling().compareTo(b.lead.telling()) <= 0;
        return likeness.compare(inOrder ? a.lead : b.lead, inOrder ? b.lead : a.lead);
    }

    /** Whether both are of one report, or different rows of one data set, which its makers hold to be two. */
    private static boolean sharesReport(Node a, Node b) {
        String dataSet = a.lead.dataSet();
        if (dataSet != null && dataSet.equals(b.lead.dataSet()) && !isSameRow(a.lead, b.lead)) {
            return true;
        }
        for (Account one : a.accounts) {
            for (Account two : b.accounts) {
                if (one.telling().report().equals(two.telling().report())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayJoin(Group a, Group b) {
        if (isForbidden(a, b)) {
            return false;
        }
        double sum = 0;
        int pairs = 0;
        boolean vagueA = a.isVague();
        boolean vagueB = b.isVague();
        for (Node one : a.nodes) {
            for (Node two : b.nodes) {
                if (sharesReport(one, two)) {
                    return false;
                }
                double score = likeness.score(one.lead, two.lead);
                if (score <= Likeness.NEVER) {
                    return false;
                }
                // what is vague in a group that knows more speaks neither for nor against
                if (one.lead.isVague() == vagueA && two.lead.isVague() == vagueB) {
                    sum += score;
                    pairs++;
                }
            }
        }
        return sum / pairs >= LEAST_MEAN;
    }

    private boolean isForbidden(Group a, Group b) {
        if (notSame.isEmpty()) {
            return false;
        }
        for (Node one : a.nodes) {
            for (Node two : b.nodes) {
                for (Account left : one.accounts) {
                    for (Account right : two.accounts) {
                        if (notSame.contains(Pair.of(left.telling(), right.telling()))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static void merge(Group into, Group from, Link link) {
        into.nodes.addAll(from.nodes);
        into.links.addAll(from.links);
        into.links.add(link);
        from.nodes.forEach(node -> node.group = into);
    }

    private List<Incident> incidents() {
        List<Incident> incidents = new ArrayList<>();
        Set<Group> seen = new HashSet<>();
        for (Node node : nodes) {
            if (!node.group.isStatementsOnly() && seen.add(node.group)) {
                List<Account> accounts = new ArrayList<>();
                List<Link> links = new ArrayList<>(node.group.links);
                for (Node member : node.group.nodes) {
                    accounts.addAll(member.accounts);
                    links.addAll(member.links);
                }
                incidents.add(Reading.of(accounts, links));
            }
        }
        incidents.sort(Comparator.comparing(Resolver::day, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Incident::id));
        return List.copyOf(incidents);
    }

    private static @Nullable LocalDate day(Incident incident) {
        if (incident.when() == null) {
            return null;
        }
        return incident.when().from() == null
                ? incident.when().to()
                : incident.when().from();
    }
}
