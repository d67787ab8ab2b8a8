package org.ascribe.core.weigh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.Judgement;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.opinion.Opinions;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Origins;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is said about all incidents, laid out once so that every perspective can settle it in one pass over arrays: origins are
 * found, copies struck, judgements heeded, speakers, outlets and actors numbered. Immutable; safe to share between threads.
 *
 * <p>Statements on responsibility and on tolls are entries; those of one incident lie together, the oldest first. A slot is
 * an actor of an incident; slots lie in the order of actor ids.
 */
public final class Docket {

    /** A day, or a number, that is not known. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    /** Of {@link #flags}. */
    static final int NAMES = 1;

    static final int CLAIM = 2;
    static final int RESERVED = 4;
    static final int ROW = 8;

    /** All of a statement that is the same in many; what a rule asks for besides are speaker, outlet and actors. */
    record Form(
            String kind,
            Speaker.Role role,
            @Nullable Stance stance,
            boolean names,
            boolean doubted,
            boolean hedged,
            EvidenceGiven evidence,
            Genre genre,
            boolean channel) {}

    final List<Incident> incidents;
    final Function<String, Optional<String>> nameOf;
    private final Function<String, Optional<String>> parentOf;

    final List<Form> forms;
    final List<String> speakers;
    final List<String> outlets;
    /** Actors by number, with all of which each is a branch, itself first. */
    final List<String> actors;

    final int[] parent;
    final List<Set<String>> lineages;
    /** Names of actors as reports give them, for those that no dictionary knows. */
    final List<String> actorNames;
    /** Speakers as sources whose reliability can be estimated. */
    final List<String> sources;

    /** By incident: the last day on which it can have happened; the day on which it was first known. */
    final int[] lastDay;

    final int[] firstKnown;
    final int[] slotFrom;
    final int[] slotActor;
    final int[] originCount;

    final int[] from;
    final int[] form;
    final int[] speaker;
    final int[] outlet;
    final int[] speakerActor;
    final int[] slot;
    final int[] origin;
    final int[] day;
    final int[] voice;
    final int[] source;
    final int[] row;
    final byte[] flags;
    final Statement[] statements;

    final int[] tollFrom;
    final int[] tollForm;
    final int[] tollSpeaker;
    final int[] tollOutlet;
    final int[] tollSpeakerActor;
    final int[] tollOrigin;
    final int[] tollDay;
    final int[] tollLow;
    final int[] tollHigh;
    final int[] tollTelling;
    final byte[] tollHarm;
    final @Nullable Statement[] tollStatements;
    /** By telling: what the report's own reading of the whole is; both unknown where a person struck a part of it out. */
    final int[] wholeLow;

    final int[] wholeHigh;

    /** By pair of actors, the days of the independent origins that call them hostile, sorted. */
    private final Map<Long, int[]> hostile;

    /** The latest day on which anything was published; {@link #UNKNOWN} if no day is known. */
    final int latest;

    private final List<Statement> words;
    private final int statementCount;

    /**
     * Lays out a record. Cost grows with all statements and the words of all reports.
     *
     * @param incidents those of the ledger; the docket keeps them in the order of their ids
     * @param reports all that the incidents' tellings name, and others for the relations that they state
     * @param judgements all of the ledger; wrong readings are left out, right actors put in
     * @param parentOf the actor of which an actor is a branch, by id
     * @param nameOf the usual name of an actor, by id
     */
    public static Docket of(
            Collection<Incident> incidents,
            Map<ReportId, CodedReport> reports,
            Collection<Judgement> judgements,
            Function<String, Optional<String>> parentOf,
            Function<String, Optional<String>> nameOf) {
        return new Docket(new Laying(parentOf, nameOf).lay(incidents, reports, judgements));
    }

    private Docket(Laying laid) {
        incidents = List.copyOf(laid.incidents);
        parentOf = laid.parentOf;
        nameOf = laid.nameOf;
        forms = laid.forms.list();
        speakers = laid.speakers.list();
        outlets = laid.outlets.list();
        actors = laid.actors.list();
        actorNames = List.copyOf(laid.actorNames);
        sources = laid.sources.list();
        parent = new int[actors.size()];
        List<Set<String>> all = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            String above = parentOf.apply(actors.get(i)).orElse(null);
            Integer known = above == null ? null : laid.actors.find(above);
            parent[i] = known == null ? -1 : known;
            all.add(lineage(actors.get(i)));
        }
        lineages = List.copyOf(all);
        lastDay = laid.lastDay.toArray();
        firstKnown = laid.firstKnown.toArray();
        slotFrom = laid.slotFrom.toArray();
        slotActor = laid.slotActor.toArray();
        originCount = laid.originCount.toArray();
        from = laid.from.toArray();
        form = laid.form.toArray();
        speaker = laid.speaker.toArray();
        outlet = laid.outlet.toArray();
        speakerActor = laid.speakerActor.toArray();
        slot = laid.slot.toArray();
        origin = laid.origin.toArray();
        day = laid.day.toArray();
        voice = laid.voice.toArray();
        source = laid.source.toArray();
        row = laid.row.toArray();
        flags = new byte[laid.flags.size()];
        int[] wide = laid.flags.toArray();
        for (int i = 0; i < wide.length; i++) {
            flags[i] = (byte) wide[i];
        }
        statements = laid.statements.toArray(Statement[]::new);
        tollFrom = laid.tollFrom.toArray();
        tollForm = laid.tollForm.toArray();
        tollSpeaker = laid.tollSpeaker.toArray();
        tollOutlet = laid.tollOutlet.toArray();
        tollSpeakerActor = laid.tollSpeakerActor.toArray();
        tollOrigin = laid.tollOrigin.toArray();
        tollDay = laid.tollDay.toArray();
        tollLow = laid.tollLow.toArray();
        tollHigh = laid.tollHigh.toArray();
        tollTelling = laid.tollTelling.toArray();
        int[] harms = laid.tollHarm.toArray();
        tollHarm = new byte[harms.length];
        for (int i = 0; i < harms.length; i++) {
            tollHarm[i] = (byte) harms[i];
        }
        tollStatements = new Statement[laid.tollStatements.size()];
        for (int i = 0; i < tollStatements.length; i++) {
            tollStatements[i] = laid.tollStatements.get(i);
        }
        wholeLow = laid.wholeLow.toArray();
        wholeHigh = laid.wholeHigh.toArray();
        hostile = laid.hostile;
        latest = laid.latest;
        words = List.copyOf(laid.words);
        statementCount = statements.length + tollStatements.length;
        // a report without a day is known from the latest day on: nobody can say that it was known before
        for (int[] days : List.of(day, tollDay, firstKnown)) {
            for (int i = 0; i < days.length; i++) {
                if (days[i] == UNKNOWN) {
                    days[i] = latest;
                }
            }
        }
    }

    /** How many incidents there are. */
    public int size() {
        return incidents.size();
    }

    /** The incident at a place of the docket. */
    public Incident incident(int index) {
        return incidents.get(index);
    }

    /** The place of an incident, by id; empty if the docket lacks it. */
    public Optional<Integer> find(String incidentId) {
        int low = 0;
        int high = incidents.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = incidents.get(middle).id().compareTo(incidentId);
            if (order == 0) {
                return Optional.of(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** How many statements on responsibility and tolls there are. */
    public int statementCount() {
        return statementCount;
    }

    /**
     * Statements on relations, presence and strength, about any incident or none, oldest first; what a copy only repeats, once.
     *
     * @param asOf only what was published by this day; null for all. Those without a day are heard from the latest day on.
     */
    public List<Statement> words(@Nullable LocalDate asOf) {
        return asOf == null
                ? words
                : words.stream()
                        .filter(statement -> {
                            LocalDate published = statement.published();
                            return published == null ? asOf.toEpochDay() >= latest : !published.isAfter(asOf);
                        })
                        .toList();
    }

    /** The latest day on which anything was published; empty if no day is known. */
    public Optional<LocalDate> latestDay() {
        return latest == UNKNOWN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(latest));
    }

    /** The actor and all of which it is a branch. */
    public Set<String> lineage(String actor) {
        Set<String> lineage = new HashSet<>();
        Optional<String> next = Optional.of(actor);
        while (next.isPresent() && lineage.add(next.get())) {
            next = parentOf.apply(next.get());
        }
        return Set.copyOf(lineage);
    }

    /** Whether {@code ancestor} is the actor or one of which it is a branch, by number. */
    boolean isOf(int actor, int ancestor) {
        int steps = 0;
        for (int at = actor; at >= 0 && steps <= parent.length; at = parent[at], steps++) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    boolean areKin(int a, int b) {
        return isOf(a, b) || isOf(b, a);
    }

    String nameOf(int actor) {
        return nameOf.apply(actors.get(actor)).orElse(actorNames.get(actor));
    }

    /** How many independent origins call the two, or those of which they are branches, hostile up to a day. */
    int hostilities(int a, int b, int asOf) {
        int found = 0;
        for (int x = a; x >= 0; x = parent[x]) {
            for (int y = b; y >= 0; y = parent[y]) {
                int[] days = hostile.get(pair(x, y));
                if (days != null) {
                    for (int known : days) {
                        found += known == UNKNOWN ? (asOf >= latest ? 1 : 0) : known <= asOf ? 1 : 0;
                    }
                }
            }
        }
        return found;
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    /** Things by number, in the order in which they came. */
    private static final class Numbered<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int of(T thing) {
            Integer known = numbers.get(thing);
            if (known == null) {
                known = things.size();
                numbers.put(thing, known);
                things.add(thing);
            }
            return known;
        }

        @Nullable
        Integer find(T thing) {
            return numbers.get(thing);
        }

        List<T> list() {
            return List.copyOf(things);
        }
    }

    /** A docket in the making. */
    private static final class Laying {
        final Function<String, Optional<String>> parentOf;
        final Function<String, Optional<String>> nameOf;
        final EveryVoice everyVoice;
        final List<Incident> incidents = new ArrayList<>();
        final Numbered<Form> forms = new Numbered<>();
        final Numbered<String> speakers = new Numbered<>();
        final Numbered<String> outlets = new Numbered<>();
        final Numbered<String> actors = new Numbered<>();
        final Numbered<String> sources = new Numbered<>();
        final List<String> actorNames = new ArrayList<>();
        final Ints lastDay = new Ints();
        final Ints firstKnown = new Ints();
        final Ints slotFrom = new Ints();
        final Ints slotActor = new Ints();
        final Ints originCount = new Ints();
        final Ints from = new Ints();
        final Ints form = new Ints();
        final Ints speaker = new Ints();
        final Ints outlet = new Ints();
        final Ints speakerActor = new Ints();
        final Ints slot = new Ints();
        final Ints origin = new Ints();
        final Ints day = new Ints();
        final Ints voice = new Ints();
        final Ints source = new Ints();
        final Ints row = new Ints();
        final Ints flags = new Ints();
        final List<Statement> statements = new ArrayList<>();
        final Ints tollFrom = new Ints();
        final Ints tollForm = new Ints();
        final Ints tollSpeaker = new Ints();
        final Ints tollOutlet = new Ints();
        final Ints tollSpeakerActor = new Ints();
        final Ints tollOrigin = new Ints();
        final Ints tollDay = new Ints();
        final Ints tollLow = new Ints();
        final Ints tollHigh = new Ints();
        final Ints tollTelling = new Ints();
        final Ints tollHarm = new Ints();
        final List<@Nullable Statement> tollStatements = new ArrayList<>();
        final Ints wholeLow = new Ints();
        final Ints wholeHigh = new Ints();
        final Map<Long, int[]> hostile = new HashMap<>();
        final List<Statement> words = new ArrayList<>();
        int latest = UNKNOWN;

        Laying(Function<String, Optional<String>> parentOf, Function<String, Optional<String>> nameOf) {
            this.parentOf = parentOf;
            this.nameOf = nameOf;
            everyVoice = new EveryVoice(parentOf, nameOf);
        }

        Laying lay(Collection<Incident> all, Map<ReportId, CodedReport> reports, Collection<Judgement> judgements) {
            EveryVoice.Judged judged = EveryVoice.Judged.by(judgements);
            reports.values()
                    .forEach(coded ->
                            latest = Math.max(latest, epochDay(coded.report().published())));
            all.stream().sorted(Comparator.comparing(Incident::id)).forEach(incident -> lay(incident, reports, judged));
            slotFrom.add(slotActor.size());
            from.add(form.size());
            tollFrom.add(tollForm.size());
            layHostilities(reports.values(), judged);
            layWords(reports.values(), judged);
            return this;
        }

        private int actor(String id, @Nullable String name) {
            Integer known = actors.find(id);
            if (known != null) {
                if (name != null && actorNames.get(known).equals(id)) {
                    actorNames.set(known, name);
                }
                return known;
            }
            int number = actors.of(id);
            actorNames.add(name == null ? id : name);
            // those of which it is a branch are known too, so that kin is found by number
            parentOf.apply(id).ifPresent(parent -> actor(parent, null));
            return number;
        }

        private void lay(Incident incident, Map<ReportId, CodedReport> reports, EveryVoice.Judged judged) {
            incidents.add(incident);
            Set<Telling> tellings = new HashSet<>(incident.tellings());
            Map<ReportId, CodedReport> involved = new TreeMap<>();
            int known = Integer.MAX_VALUE;
            for (Telling telling : incident.tellings()) {
                CodedReport coded = reports.get(telling.report());
                if (coded != null) {
                    involved.put(telling.report(), coded);
                    int published = epochDay(coded.report().published());
                    known = Math.min(known, published == UNKNOWN ? latest : published);
                }
            }
            firstKnown.add(known == Integer.MAX_VALUE ? UNKNOWN : known);
            lastDay.add(
                    incident.when() == null
                            ? UNKNOWN
                            : epochDay(
                                    incident.when().to() == null
                                            ? incident.when().from()
                                            : incident.when().to()));
            Origins origins = Origins.of(
                    involved.values().stream().map(CodedReport::report).toList());
            Map<ReportId, Integer> originNumbers = new HashMap<>();
            involved.keySet().forEach(id -> originNumbers.putIfAbsent(origins.originOf(id), originNumbers.size()));
            originCount.add(originNumbers.size());
            List<Statement> all = everyVoice.statements(involved.values(), tellings, origins, judged);

            slotFrom.add(slotActor.size());
            from.add(form.size());
            tollFrom.add(tollForm.size());
            Map<String, Integer> slots = new TreeMap<>();
            Map<String, String> names = new HashMap<>();
            for (Statement statement : all) {
                ActorRef named = responsible(statement);
                if (named != null) {
                    slots.put(named.id(), 0);
                    names.putIfAbsent(named.id(), named.name());
                }
            }
            int next = 0;
            for (Map.Entry<String, Integer> entry : slots.entrySet()) {
                entry.setValue(next++);
                slotActor.add(actor(entry.getKey(), names.get(entry.getKey())));
            }
            Numbered<String> voices = new Numbered<>();
            Numbered<List<Object>> rows = new Numbered<>();
            Map<Telling, List<Statement>> tolls = new TreeMap<>();
            for (Statement statement : all) {
                if (statement.isOtherReading()) {
                    continue;
                }
                Assertion assertion = statement.assertion();
                Report report =
                        Objects.requireNonNull(involved.get(assertion.report())).report();
                if (assertion.content() instanceof Content.Toll && assertion.polarity() == Polarity.AFFIRMED) {
                    tolls.computeIfAbsent(
                                    new Telling(assertion.report(), Objects.requireNonNull(assertion.incident())),
                                    telling -> new ArrayList<>())
                            .add(statement);
                }
                ActorRef named = responsible(statement);
                if (named == null || !(assertion.content() instanceof Content.Responsibility said)) {
                    continue;
                }
                boolean naming = Attribution.names(assertion);
                boolean isRow = assertion.speaker().role() == Speaker.Role.DATA_SET
                        && !assertion.hedged()
                        && naming
                        && said.stance() == Stance.STATED;
                form.add(forms.of(formOf(assertion, report)));
                speaker.add(speakers.of(assertion.speaker().name()));
                outlet.add(report.outlet() == null ? -1 : outlets.of(report.outlet()));
                speakerActor.add(speakerActor(assertion));
                slot.add(Objects.requireNonNull(slots.get(named.id())));
                origin.add(Objects.requireNonNull(originNumbers.get(origins.originOf(report.id()))));
                day.add(epochDay(statement.published()));
                voice.add(voices.of(
                        assertion.speaker().role() == Speaker.Role.AUTHOR
                                ? "the author of " + assertion.report()
                                : assertion.speaker().name()));
                source.add(sources.of(sourceOf(assertion, report)));
                row.add(isRow ? rows.of(List.of(assertion.report(), assertion.passage())) : -1);
                flags.add((naming ? NAMES : 0)
                        | (naming && said.stance() == Stance.CLAIMED && !assertion.hedged() ? CLAIM : 0)
                        | (assertion.hedged() || said.stance() == Stance.SUSPECTED ? RESERVED : 0)
                        | (isRow ? ROW : 0));
                statements.add(statement);
            }
            layTolls(tellings, involved, origins, originNumbers, tolls, judged);
        }

        private static @Nullable ActorRef responsible(Statement statement) {
            return statement.assertion().content() instanceof Content.Responsibility said
                            && said.stance() != Stance.UNCLAIMED
                            && !statement.isOtherReading()
                    ? said.actor()
                    : null;
        }

        private int speakerActor(Assertion assertion) {
            String id = assertion.speaker().actor();
            return id == null ? -1 : actor(id, assertion.speaker().name());
        }

        private static String sourceOf(Assertion assertion, Report report) {
            Speaker speaker = assertion.speaker();
            return speaker.role() == Speaker.Role.AUTHOR
                    ? report.outlet() == null ? "reports without an outlet" : report.outlet()
                    : speaker.name();
        }

        private static Form formOf(Assertion assertion, Report report) {
            if (assertion.content() instanceof Content.Responsibility said) {
                return new Form(
                        said.kind(),
                        assertion.speaker().role(),
                        said.stance(),
                        Attribution.names(assertion),
                        said.stance() == Stance.DOUBTED || assertion.polarity() == Polarity.DOUBTED,
                        assertion.hedged(),
                        said.evidence(),
                        report.genre(),
                        said.channel() != null);
            }
            return tollForm(assertion.speaker().role(), assertion.hedged(), report);
        }

        private static Form tollForm(Speaker.Role role, boolean hedged, Report report) {
            return new Form("toll", role, null, true, false, hedged, EvidenceGiven.UNSTATED, report.genre(), false);
        }

        // --- tolls

        private void layTolls(
                Set<Telling> tellings,
                Map<ReportId, CodedReport> involved,
                Origins origins,
                Map<ReportId, Integer> originNumbers,
                Map<Telling, List<Statement>> tolls,
                EveryVoice.Judged judged) {
            for (CodedReport coded : involved.values()) {
                Report report = coded.report();
                int originNumber = Objects.requireNonNull(originNumbers.get(origins.originOf(report.id())));
                for (CodedIncident told : coded.incidents()) {
                    Telling telling = new Telling(report.id(), told.label());
                    if (!tellings.contains(telling)) {
                        continue;
                    }
                    List<Statement> said = tolls.getOrDefault(telling, List.of());
                    for (Harm harm : List.of(Harm.KILLED, Harm.WOUNDED)) {
                        boolean struck = coded.assertions().stream()
                                .anyMatch(assertion -> told.label().equals(assertion.incident())
                                        && assertion.content() instanceof Content.Toll toll
                                        && toll.harm() == harm
                                        && judged.wrong().contains(assertion.id()));
                        boolean numbered = coded.assertions().stream()
                                .anyMatch(assertion -> told.label().equals(assertion.incident())
                                        && assertion.content() instanceof Content.Toll toll
                                        && toll.harm() == harm);
                        Count whole = struck ? Count.UNKNOWN : harm == Harm.KILLED ? told.killed() : told.wounded();
                        int number = wholeLow.size();
                        wholeLow.add(whole.low() == null ? UNKNOWN : whole.low());
                        wholeHigh.add(whole.high() == null ? UNKNOWN : whole.high());
                        for (Statement statement : said) {
                            Assertion assertion = statement.assertion();
                            if (assertion.content() instanceof Content.Toll toll && toll.harm() == harm) {
                                toll(
                                        formOf(assertion, report),
                                        assertion.speaker().name(),
                                        speakerActor(assertion),
                                        report,
                                        originNumber,
                                        toll.count(),
                                        number,
                                        harm,
                                        statement);
                            }
                        }
                        if (!numbered
                                && !whole.isUnknown()
                                && origins.originOf(report.id()).equals(report.id())) {
                            toll(
                                    tollForm(Speaker.Role.AUTHOR, false, report),
                                    "author",
                                    -1,
                                    report,
                                    originNumber,
                                    whole,
                                    number,
                                    harm,
                                    null);
                        }
                    }
                }
            }
        }

        private void toll(
                Form asked,
                String name,
                int actor,
                Report report,
                int originNumber,
                Count count,
                int telling,
                Harm harm,
                @Nullable Statement statement) {
            tollForm.add(forms.of(asked));
            tollSpeaker.add(speakers.of(name));
            tollOutlet.add(report.outlet() == null ? -1 : outlets.of(report.outlet()));
            tollSpeakerActor.add(actor);
            tollOrigin.add(originNumber);
            tollDay.add(epochDay(report.published()));
            tollLow.add(count.low() == null ? UNKNOWN : count.low());
            tollHigh.add(count.high() == null ? UNKNOWN : count.high());
            tollTelling.add(telling);
            tollHarm.add(harm.ordinal());
            tollStatements.add(statement);
        }

        // --- who is at odds with whom

        private void layHostilities(Collection<CodedReport> reports, EveryVoice.Judged judged) {
            Map<Long, Set<ReportId>> saying = new TreeMap<>();
            Map<ReportId, Report> texts = new TreeMap<>();
            for (CodedReport coded : reports) {
                for (Assertion assertion : coded.assertions()) {
                    if (assertion.content() instanceof Content.Relation said
                            && said.relation() == RelationKind.HOSTILE
                            && assertion.polarity() == Polarity.AFFIRMED
                            && !judged.wrong().contains(assertion.id())) {
                        long pair = pair(
                                actor(said.subject().id(), said.subject().name()),
                                actor(said.object().id(), said.object().name()));
                        saying.computeIfAbsent(pair, key -> new TreeSet<>())
                                .add(coded.report().id());
                        texts.put(coded.report().id(), coded.report());
                    }
                }
            }
            Origins origins = Origins.of(texts.values());
            saying.forEach((pair, ids) -> hostile.put(
                    pair,
                    ids.stream()
                            .map(origins::originOf)
                            .distinct()
                            .mapToInt(id -> epochDay(
                                    Objects.requireNonNull(texts.get(id)).published()))
                            .sorted()
                            .toArray()));
        }

        private void layWords(Collection<CodedReport> reports, EveryVoice.Judged judged) {
            List<CodedReport> speaking = reports.stream()
                    .filter(coded -> coded.assertions().stream().anyMatch(Laying::isWord))
                    .toList();
            Origins origins =
                    Origins.of(speaking.stream().map(CodedReport::report).toList());
            List<Statement> all = new ArrayList<>();
            for (CodedReport coded : speaking) {
                Set<AssertionId> otherReadings = Opinions.otherReadings(coded, judged.wrong());
                for (Assertion assertion : coded.assertions()) {
                    if (isWord(assertion)
                            && !judged.wrong().contains(assertion.id())
                            && !otherReadings.contains(assertion.id())) {
                        all.add(new Statement(
                                assertion,
                                coded.report().published(),
                                coded.report().outlet()));
                    }
                }
            }
            // a copy's own report is later than its origin, so the origin's statement is met first
            all.sort(EveryVoice.OLDEST_FIRST);
            Set<List<Object>> met = new HashSet<>();
            for (Statement statement : all) {
                ReportId report = statement.assertion().report();
                ReportId origin = origins.originOf(report);
                boolean isNew = met.add(EveryVoice.repeated(origin, statement.assertion()));
                if (origin.equals(report) || isNew) {
                    words.add(statement);
                }
            }
        }

        private static boolean isWord(Assertion assertion) {
            return switch (assertion.content()) {
                case Content.Relation said -> true;
                case Content.Presence said -> true;
                case Content.Capability said -> true;
                case Content.Occurrence said -> false;
                case Content.Responsibility said -> false;
                case Content.Toll said -> false;
                case Content.Evidence said -> false;
            };
        }

        private static int epochDay(@Nullable LocalDate date) {
            return date == null ? UNKNOWN : Math.toIntExact(date.toEpochDay());
        }
    }

    @Override
    public String toString() {
        return "docket of " + incidents.size() + " incidents, "
                + Arrays.stream(from).max().orElse(0) + " statements on responsibility";
    }
}
