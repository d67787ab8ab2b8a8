package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Judgement;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.Telling;
import org.ascribe.core.Weapon;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.resolve.Origins;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.ascribe.workbench.api.Answers.ActorMention;
import org.ascribe.workbench.api.Answers.ActorPage;
import org.ascribe.workbench.api.Answers.ActorRow;
import org.ascribe.workbench.api.Answers.ActorStances;
import org.ascribe.workbench.api.Answers.ActorView;
import org.ascribe.workbench.api.Answers.AliasView;
import org.ascribe.workbench.api.Answers.AssertionKind;
import org.ascribe.workbench.api.Answers.AssertionView;
import org.ascribe.workbench.api.Answers.ChangeView;
import org.ascribe.workbench.api.Answers.ClaimantView;
import org.ascribe.workbench.api.Answers.Context;
import org.ascribe.workbench.api.Answers.DecisionKind;
import org.ascribe.workbench.api.Answers.FacetValue;
import org.ascribe.workbench.api.Answers.Facets;
import org.ascribe.workbench.api.Answers.FurnitureView;
import org.ascribe.workbench.api.Answers.IncidentRow;
import org.ascribe.workbench.api.Answers.JudgementView;
import org.ascribe.workbench.api.Answers.LinkView;
import org.ascribe.workbench.api.Answers.MatchView;
import org.ascribe.workbench.api.Answers.Month;
import org.ascribe.workbench.api.Answers.NearView;
import org.ascribe.workbench.api.Answers.PassageView;
import org.ascribe.workbench.api.Answers.Range;
import org.ascribe.workbench.api.Answers.ReadByView;
import org.ascribe.workbench.api.Answers.ReasonView;
import org.ascribe.workbench.api.Answers.ReportRow;
import org.ascribe.workbench.api.Answers.ReportView;
import org.ascribe.workbench.api.Answers.Sheet;
import org.ascribe.workbench.api.Answers.SheetReport;
import org.ascribe.workbench.api.Answers.SpeakerView;
import org.ascribe.workbench.api.Answers.SupportView;
import org.ascribe.workbench.api.Answers.TargetView;
import org.ascribe.workbench.api.Answers.TellingRef;
import org.ascribe.workbench.api.Answers.TellingView;
import org.ascribe.workbench.api.Answers.ToldIncident;
import org.ascribe.workbench.api.Answers.ToldSide;
import org.ascribe.workbench.api.Answers.TollView;
import org.ascribe.workbench.api.Answers.WeaponView;
import org.ascribe.workbench.api.Answers.WeighedView;
import org.ascribe.workbench.api.Answers.When;
import org.ascribe.workbench.api.Answers.Where;
import org.ascribe.workbench.api.RecordSource.KnownActor;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;

/** Puts the answers together from one standing of the record. */
final class Showing {

    private static final int NEAR_DAYS = 2;

    /** Sentences of one telling beside those of another. */
    private static final int MOST_WORDS = 6;

    private final RecordIndex index;
    private final View view;

    /** Through every voice. */
    Showing(RecordIndex index) {
        this(View.of(index));
    }

    Showing(View view) {
        this.view = view;
        this.index = view.index;
    }

    IncidentRow row(LabelledSheet labelled) {
        IncidentSheet sheet = labelled.sheet();
        Incident incident = sheet.incident();
        Map<String, SupportView> supports = supports(labelled);
        List<ActorStances> actors = sheet.countedClaimants().stream()
                .map(claimant -> new ActorStances(
                        claimant.actor(),
                        claimant.name(),
                        claimant.statements().stream()
                                .filter(statement -> !statement.isOtherReading())
                                .flatMap(statement -> stance(statement).stream())
                                .distinct()
                                .toList(),
                        supports.get(claimant.actor())))
                .toList();
        return new IncidentRow(
                incident.id(),
                labelled.label(),
                incident.summary(),
                incident.type(),
                view.status(labelled),
                when(incident.when()),
                where(incident.where()),
                range(view.killed(labelled)),
                range(view.wounded(labelled)),
                actors,
                sheet.reports(),
                sheet.origins());
    }

    private Map<String, SupportView> supports(LabelledSheet labelled) {
        return view.supports(labelled).stream()
                .collect(Collectors.toMap(Settled.Support::actor, Showing::support, (first, again) -> first));
    }

    static SupportView support(Settled.Support support) {
        return new SupportView(share(support.support()), share(support.low()), share(support.high()));
    }

    /** To a millionth: what is behind that is rounding. */
    private static double share(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static Optional<Stance> stance(Statement statement) {
        return statement.assertion().content() instanceof Content.Responsibility said
                ? Optional.of(said.stance())
                : Optional.empty();
    }

    Sheet sheet(LabelledSheet labelled, @Nullable String redirectedFrom) {
        IncidentSheet sheet = labelled.sheet();
        Incident incident = sheet.incident();
        List<CodedReport> reports = index.reportsOf(labelled);
        Map<ReportId, Integer> numbers = IntStream.range(0, reports.size())
                .boxed()
                .collect(Collectors.toMap(i -> reports.get(i).report().id(), i -> i + 1));
        Function<Assertion, AssertionView> show = said -> assertion(said, numbers.get(said.report()));
        Set<AssertionId> shown = new LinkedHashSet<>();
        RecordIndex.statements(sheet)
                .forEach(statement -> shown.add(statement.assertion().id()));
        sheet.tolls().forEach(toll -> shown.add(toll.statement().assertion().id()));
        Settled settled = view.settled(labelled).orElse(null);
        Map<String, SupportView> supports = supports(labelled);
        return new Sheet(
                incident.id(),
                labelled.label(),
                incident.summary(),
                incident.type(),
                view.status(labelled),
                view.why(labelled, settled),
                view.perspective.name(),
                when(incident.when()),
                where(incident.where()),
                range(view.killed(labelled)),
                range(view.wounded(labelled)),
                settled == null ? null : settled.killed().best(),
                settled == null ? null : settled.wounded().best(),
                settled == null
                        ? List.of()
                        : settled.reasons().stream()
                                .map(reason -> new WeighedView(
                                        show.apply(reason.assertion()),
                                        reason.actor() == null
                                                ? null
                                                : new ActorView(reason.actor(), index.actorName(reason.actor())),
                                        reason.weight(),
                                        reason.rule()))
                                .toList(),
                targets(incident.targets()),
                weapons(incident.weapons()),
                sheet.claimants().stream()
                        .map(claimant -> new ClaimantView(
                                claimant.actor(),
                                claimant.name(),
                                claimant.origins(),
                                supports.get(claimant.actor()),
                                claimant.statements().stream()
                                        .map(Statement::assertion)
                                        .map(show)
                                        .toList()))
                        .toList(),
                sheet.nobody().stream().map(Statement::assertion).map(show).toList(),
                sheet.tolls().stream()
                        .map(toll -> new TollView(
                                toll.harm(),
                                new Range(toll.count().low(), toll.count().high()),
                                speaker(toll.speaker()),
                                show.apply(toll.statement().assertion())))
                        .toList(),
                index.assertionsOf(labelled).stream()
                        .filter(said -> !shown.contains(said.id()) && !isResponsibilityOrToll(said))
                        .map(show)
                        .toList(),
                sheet.history().stream()
                        .map(change -> new ChangeView(change.day(), change.what(), show.apply(change.because())))
                        .toList(),
                incident.tellings().stream()
                        .map(telling -> new TellingView(
                                telling.report().value(),
                                Objects.requireNonNullElse(numbers.get(telling.report()), 0),
                                telling.label(),
                                told(telling)))
                        .toList(),
                sheetReports(reports, numbers),
                sheet.origins(),
                incident.links().stream().map(Showing::link).toList(),
                near(labelled),
                redirectedFrom);
    }

    /** Those that the sheet leaves out, it leaves out for a reason: a judgement took them back. */
    private static boolean isResponsibilityOrToll(Assertion said) {
        return said.content() instanceof Content.Responsibility || said.content() instanceof Content.Toll;
    }

    private String told(Telling telling) {
        return index.getReport(telling.report()).incidents().stream()
                .filter(incident -> incident.label().equals(telling.label()))
                .map(CodedIncident::summary)
                .findFirst()
                .orElse("");
    }

    private static List<SheetReport> sheetReports(List<CodedReport> reports, Map<ReportId, Integer> numbers) {
        Origins origins = Origins.of(reports.stream().map(CodedReport::report).toList());
        return reports.stream()
                .map(CodedReport::report)
                .map(report -> {
                    ReportId origin = origins.originOf(report.id());
                    return new SheetReport(
                            Objects.requireNonNull(numbers.get(report.id())),
                            report.id().value(),
                            report.title(),
                            report.outlet(),
                            report.published(),
                            report.genre(),
                            origin.equals(report.id()) ? null : numbers.get(origin));
                })
                .toList();
    }

    MatchView match(Pairs.Found found) {
        Link link = found.link();
        return new MatchView(
                found.id(),
                told(link.a(), found.a()),
                told(link.b(), found.b()),
                link.weight(),
                reasons(link),
                found.isJoined(),
                found.judgement() == null ? null : judgement(found.judgement()));
    }

    private ToldSide told(Telling telling, LabelledSheet incident) {
        CodedReport coded = index.getReport(telling.report());
        Report report = coded.report();
        CodedIncident told = coded.incidents().stream()
                .filter(one -> one.label().equals(telling.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(report.id() + " does not tell " + telling.label()));
        Sentences sentences = index.sentences(coded);
        Map<Integer, Context> words = new TreeMap<>();
        told.mentions().forEach(mention -> {
            Context around = sentences.around(mention);
            words.putIfAbsent(around.start(), around);
        });
        Map<String, ActorStances> actors = new LinkedHashMap<>();
        for (Assertion said : coded.assertions()) {
            if (telling.label().equals(said.incident())
                    && said.content() instanceof Content.Responsibility tied
                    && tied.actor() != null
                    && !index.isOtherReading(said)) {
                actors.merge(
                        tied.actor().id(),
                        new ActorStances(tied.actor().id(), tied.actor().name(), List.of(tied.stance()), null),
                        (before, more) -> new ActorStances(
                                before.id(),
                                before.name(),
                                Stream.concat(before.stances().stream(), more.stances().stream())
                                        .distinct()
                                        .toList(),
                                null));
            }
        }
        return new ToldSide(
                new TellingRef(report.id().value(), telling.label()),
                report.title(),
                report.outlet(),
                report.published(),
                report.genre(),
                incident.label(),
                told.summary(),
                told.type(),
                when(told.when()),
                where(told.where()),
                range(told.killed()),
                range(told.wounded()),
                targets(told.targets()),
                weapons(told.weapons()),
                List.copyOf(actors.values()),
                words.values().stream().limit(MOST_WORDS).toList());
    }

    private static List<TargetView> targets(List<Target> targets) {
        return targets.stream()
                .map(target -> new TargetView(target.name(), target.targetClass()))
                .toList();
    }

    private static List<WeaponView> weapons(List<Weapon> weapons) {
        return weapons.stream()
                .map(weapon -> new WeaponView(weapon.name(), weapon.weaponClass()))
                .toList();
    }

    private static LinkView link(Link link) {
        return new LinkView(
                new TellingRef(link.a().report().value(), link.a().label()),
                new TellingRef(link.b().report().value(), link.b().label()),
                finite(link.weight()),
                reasons(link));
    }

    private static List<ReasonView> reasons(Link link) {
        return link.reasons().stream()
                .map(reason -> new ReasonView(reason.field(), reason.a(), reason.b(), finite(reason.weight())))
                .toList();
    }

    private static @Nullable Double finite(double weight) {
        return Double.isFinite(weight) ? weight : null;
    }

    /** Incidents of one of its actors that began at most 48 hours before or after, both dated to the day. */
    private List<NearView> near(LabelledSheet labelled) {
        LocalDate day = day(labelled);
        if (day == null) {
            return List.of();
        }
        List<NearView> found = new ArrayList<>();
        for (LabelledSheet other : index.incidents) {
            LocalDate otherDay = day(other);
            if (otherDay == null || other.label().equals(labelled.label())) {
                continue;
            }
            int apart = (int) ChronoUnit.DAYS.between(day, otherDay);
            List<ActorView> shared = sharedActors(labelled, other);
            if (Math.abs(apart) > NEAR_DAYS || shared.isEmpty()) {
                continue;
            }
            Incident incident = other.sheet().incident();
            Place here = labelled.sheet().incident().where();
            Double kilometres = here == null || incident.where() == null ? null : here.kilometresTo(incident.where());
            found.add(new NearView(
                    incident.id(),
                    other.label(),
                    incident.summary(),
                    when(incident.when()),
                    where(incident.where()),
                    shared,
                    apart,
                    kilometres == null ? null : (int) Math.round(kilometres)));
        }
        found.sort(Comparator.comparingInt((NearView near) -> Math.abs(near.daysApart()))
                .thenComparing(NearView::id));
        return found;
    }

    private static @Nullable LocalDate day(LabelledSheet labelled) {
        EventDate when = labelled.sheet().incident().when();
        return when == null || when.precision() != DatePrecision.DAY ? null : when.from();
    }

    private List<ActorView> sharedActors(LabelledSheet a, LabelledSheet b) {
        Set<String> lines = blamed(b)
                .flatMap(claimant -> index.lineage(claimant.actor()).stream())
                .collect(Collectors.toSet());
        return blamed(a)
                .filter(claimant -> index.lineage(claimant.actor()).stream().anyMatch(lines::contains))
                .map(claimant -> new ActorView(claimant.actor(), claimant.name()))
                .toList();
    }

    private static Stream<Claimant> blamed(LabelledSheet labelled) {
        return labelled.sheet().countedClaimants().stream()
                .filter(claimant -> claimant.statements().stream()
                        .anyMatch(statement ->
                                stance(statement).filter(Showing::blames).isPresent()));
    }

    private static boolean blames(Stance stance) {
        return switch (stance) {
            case CLAIMED, STATED, ACCUSED, SUSPECTED -> true;
            case DENIED, DOUBTED, UNCLAIMED -> false;
        };
    }

    Facets facets(IncidentFilter filter) {
        Map<String, List<LabelledSheet>> months = new TreeMap<>();
        int undated = 0;
        for (LabelledSheet incident : pass(filter, IncidentFilter.Part.DAYS)) {
            LocalDate day = RecordIndex.firstDay(incident.sheet().incident().when());
            if (day.equals(LocalDate.MIN)) {
                undated++;
            } else {
                months.computeIfAbsent(day.toString().substring(0, 7), month -> new ArrayList<>())
                        .add(incident);
            }
        }
        return new Facets(
                pass(filter, IncidentFilter.Part.NONE).size(),
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey(), month.getValue().size(), killed(month.getValue())))
                        .toList(),
                undated,
                count(filter, IncidentFilter.Part.COUNTRY, incident -> {
                    Place where = incident.sheet().incident().where();
                    String country = where == null ? null : where.country();
                    return country == null
                            ? Stream.empty()
                            : Stream.of(new Choice(country, Objects.requireNonNull(Names.country(country))));
                }),
                count(
                        filter,
                        IncidentFilter.Part.TYPE,
                        incident -> Stream.of(choice(incident.sheet().incident().type()))),
                count(
                        filter,
                        IncidentFilter.Part.ACTOR,
                        incident -> incident.sheet().claimants().stream()
                                .flatMap(claimant -> index.lineage(claimant.actor()).stream())
                                .distinct()
                                .map(actor -> new Choice(actor, index.actorName(actor)))),
                count(filter, IncidentFilter.Part.STATUS, incident -> Stream.of(choice(view.status(incident)))),
                count(filter, IncidentFilter.Part.PRECISION, incident -> {
                    Place where = incident.sheet().incident().where();
                    return where == null ? Stream.empty() : Stream.of(choice(where.precision()));
                }));
    }

    private record Choice(String value, String name) {}

    private static Choice choice(Enum<?> constant) {
        return new Choice(Codes.of(constant), Names.plain(constant));
    }

    List<LabelledSheet> pass(IncidentFilter filter, IncidentFilter.Part but) {
        return index.incidents.stream().filter(filter.test(view, but)).toList();
    }

    private List<FacetValue> count(
            IncidentFilter filter, IncidentFilter.Part part, Function<LabelledSheet, Stream<Choice>> choices) {
        Map<Choice, Long> counts = pass(filter, part).stream()
                .flatMap(choices)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new FacetValue(
                        entry.getKey().value(),
                        entry.getKey().name(),
                        entry.getValue().intValue()))
                .sorted(Comparator.comparingInt(FacetValue::incidents)
                        .reversed()
                        .thenComparing(FacetValue::name)
                        .thenComparing(FacetValue::value))
                .toList();
    }

    /** Sums low and high over the incidents that number their dead; a sum is open above if one of them is. */
    private @Nullable Range killed(List<LabelledSheet> incidents) {
        List<Count> counts = incidents.stream()
                .map(view::killed)
                .filter(count -> !count.isUnknown())
                .toList();
        if (counts.isEmpty()) {
            return null;
        }
        boolean open = counts.stream().anyMatch(count -> count.high() == null);
        int low = counts.stream()
                .mapToInt(count -> count.low() == null ? 0 : count.low())
                .sum();
        int high = counts.stream()
                .mapToInt(count -> count.high() == null ? 0 : count.high())
                .sum();
        return new Range(low, open ? null : (Integer) high);
    }

    AssertionView assertion(Assertion said, @Nullable Integer reportNumber) {
        CodedReport coded = index.getReport(said.report());
        Report report = coded.report();
        Sentences sentences = index.sentences(coded);
        Content content = said.content();
        Content.@Nullable Responsibility responsibility = content instanceof Content.Responsibility r ? r : null;
        Content.@Nullable Toll toll = content instanceof Content.Toll t ? t : null;
        Content.@Nullable Relation relation = content instanceof Content.Relation r ? r : null;
        Content.@Nullable Occurrence occurrence = content instanceof Content.Occurrence o ? o : null;
        Content.@Nullable Presence presence = content instanceof Content.Presence p ? p : null;
        Content.@Nullable Capability capability = content instanceof Content.Capability c ? c : null;
        Content.@Nullable Evidence evidence = content instanceof Content.Evidence e ? e : null;
        return new AssertionView(
                said.id().value(),
                kind(content),
                Description.of(said),
                index.findIncidentOf(said).map(LabelledSheet::label).orElse(null),
                mention(
                        responsibility != null
                                ? responsibility.actor()
                                : relation != null
                                        ? relation.subject()
                                        : presence != null
                                                ? presence.actor()
                                                : capability != null ? capability.actor() : null),
                mention(relation == null ? null : relation.object()),
                responsibility == null ? null : responsibility.stance(),
                responsibility != null ? responsibility.evidence() : evidence == null ? null : evidence.evidence(),
                responsibility == null ? null : value(responsibility.channel()),
                toll == null ? null : toll.harm(),
                toll == null ? null : range(toll.count()),
                toll == null ? null : value(toll.whom()),
                relation == null ? null : relation.relation(),
                capability == null ? null : capability.capability(),
                where(
                        presence != null
                                ? value(presence.place())
                                : occurrence != null ? value(occurrence.where()) : null),
                occurrence == null ? null : occurrence.type().value(),
                when(occurrence == null ? null : value(occurrence.when())),
                evidence == null ? null : evidence.about().value(),
                speaker(said.speaker()),
                said.polarity(),
                said.hedged(),
                passage(said.passage()),
                said.text(),
                sentences.around(said.passage()),
                report.id().value(),
                reportNumber,
                report.title(),
                report.outlet(),
                report.published(),
                sentences.numberOf(said.passage()),
                said.confidence(),
                readBy(said.by()),
                said.alsoBy().stream().map(Showing::readBy).toList(),
                index.isOtherReading(said));
    }

    private static ReadByView readBy(ReadBy by) {
        return new ReadByView(by.step(), by.version());
    }

    private static AssertionKind kind(Content content) {
        return switch (content) {
            case Content.Occurrence o -> AssertionKind.OCCURRENCE;
            case Content.Responsibility r -> AssertionKind.RESPONSIBILITY;
            case Content.Toll t -> AssertionKind.TOLL;
            case Content.Relation r -> AssertionKind.RELATION;
            case Content.Presence p -> AssertionKind.PRESENCE;
            case Content.Capability c -> AssertionKind.CAPABILITY;
            case Content.Evidence e -> AssertionKind.EVIDENCE;
        };
    }

    private static <T> @Nullable T value(@Nullable Said<T> said) {
        return said == null ? null : said.value();
    }

    private static @Nullable ActorMention mention(@Nullable ActorRef actor) {
        return actor == null ? null : new ActorMention(actor.id(), actor.name(), actor.as());
    }

    private static PassageView passage(Passage passage) {
        return new PassageView(passage.start(), passage.end());
    }

    private static SpeakerView speaker(Speaker speaker) {
        return new SpeakerView(
                speaker.name(),
                speaker.as(),
                speaker.role(),
                speaker.actor(),
                speaker.reportedBy() == null ? null : speaker(speaker.reportedBy()));
    }

    static @Nullable When when(@Nullable EventDate when) {
        return when == null ? null : new When(when.from(), when.to(), when.precision(), when.yearless());
    }

    static @Nullable Where where(@Nullable Place where) {
        return where == null
                ? null
                : new Where(
                        where.name(),
                        where.country(),
                        where.admin1(),
                        where.latitude(),
                        where.longitude(),
                        where.precision());
    }

    static @Nullable Range range(Count count) {
        return count.isUnknown() ? null : new Range(count.low(), count.high());
    }

    ReportRow reportRow(CodedReport coded) {
        Report report = coded.report();
        return new ReportRow(
                report.id().value(),
                report.title(),
                report.outlet(),
                report.published(),
                report.genre(),
                coded.incidents().stream()
                        .flatMap(told -> index.findIncident(new Telling(report.id(), told.label())).stream())
                        .map(LabelledSheet::label)
                        .distinct()
                        .toList(),
                coded.assertions().size());
    }

    ReportView report(CodedReport coded) {
        Report report = coded.report();
        return new ReportView(
                report.id().value(),
                report.docid(),
                report.title(),
                report.outlet(),
                report.authors(),
                report.published(),
                report.language(),
                report.genre(),
                report.url(),
                report.source(),
                report.text(),
                index.sentences(coded).paragraphs(),
                report.furniture().stream()
                        .map(piece -> new FurnitureView(
                                piece.passage().start(), piece.passage().end(), piece.kind()))
                        .toList(),
                coded.assertions().stream()
                        .sorted(Comparator.comparing(Assertion::passage).thenComparing(Assertion::id))
                        .map(said -> assertion(said, null))
                        .toList(),
                coded.incidents().stream()
                        .flatMap(told -> index.findIncident(new Telling(report.id(), told.label())).stream()
                                .map(incident -> new ToldIncident(
                                        incident.sheet().incident().id(),
                                        incident.label(),
                                        told.label(),
                                        told.summary(),
                                        told.type(),
                                        when(told.when()),
                                        where(told.where()),
                                        told.mentions().stream()
                                                .map(Showing::passage)
                                                .toList())))
                        .toList());
    }

    /** Actors that any voice speaks of, most incidents first; those that no report names are left out. */
    List<ActorRow> actors() {
        Set<String> named = index.reports.stream()
                .flatMap(report -> report.assertions().stream())
                .flatMap(said -> RecordIndex.actorsIn(said.content()))
                .map(ActorRef::id)
                .collect(Collectors.toSet());
        return knownActors().stream()
                .filter(actor -> named.contains(actor.id()))
                .toList();
    }

    /** Actors of the reports and of the dictionary, most incidents first. */
    List<ActorRow> knownActors() {
        return index.actors().values().stream()
                .map(this::actorRow)
                .sorted(Comparator.comparingInt(ActorRow::incidents)
                        .reversed()
                        .thenComparing(ActorRow::name)
                        .thenComparing(ActorRow::id))
                .toList();
    }

    private ActorRow actorRow(KnownActor actor) {
        Map<Stance, Long> stances = columns(actor.id())
                .flatMap(claimant -> claimant.statements().stream())
                .filter(statement -> !statement.isOtherReading())
                .flatMap(statement -> stance(statement).stream())
                .collect(Collectors.groupingBy(stance -> stance, Collectors.counting()));
        return new ActorRow(
                actor.id(),
                actor.name(),
                actor.kind(),
                actor.parent(),
                actor.aliases().stream()
                        .map(alias -> new AliasView(alias.alias(), alias.status(), alias.source()))
                        .toList(),
                (int) columns(actor.id()).count(),
                times(stances, Stance.CLAIMED),
                times(stances, Stance.STATED),
                times(stances, Stance.ACCUSED),
                times(stances, Stance.SUSPECTED),
                times(stances, Stance.DENIED),
                times(stances, Stance.DOUBTED));
    }

    private static int times(Map<Stance, Long> stances, Stance stance) {
        return stances.getOrDefault(stance, 0L).intValue();
    }

    /** The columns of the actor on all sheets. */
    private Stream<Claimant> columns(String actor) {
        return index.incidents.stream()
                .flatMap(incident -> incident.sheet().countedClaimants().stream())
                .filter(claimant -> claimant.actor().equals(actor));
    }

    ActorPage actor(KnownActor actor) {
        return new ActorPage(
                actorRow(actor),
                index.reports.stream()
                        .flatMap(report -> report.assertions().stream())
                        .filter(said -> !(said.content() instanceof Content.Responsibility)
                                && RecordIndex.actorsIn(said.content())
                                        .anyMatch(named -> named.id().equals(actor.id())))
                        .map(said -> assertion(said, null))
                        .toList(),
                index.incidents.stream()
                        .filter(incident -> incident.sheet().claimants().stream()
                                .anyMatch(claimant -> claimant.actor().equals(actor.id())))
                        .map(this::row)
                        .toList());
    }

    /** The judgement that takes this one back and is not taken back itself. */
    static Optional<Judgement> findUndo(String judgement, List<Judgement> all) {
        return all.stream()
                .filter(later -> judgement.equals(later.undoes()))
                .filter(later -> findUndo(later.id(), all).isEmpty())
                .findFirst();
    }

    JudgementView judgement(Judgement judged) {
        String undoneBy = findUndo(judged.id(), index.standing.judgements())
                .map(Judgement::id)
                .orElse(null);
        String description = Description.of(judged, index);
        return switch (judged.decision()) {
            case Judgement.Decision.SameIncident d ->
                pair(judged, description, DecisionKind.SAME_INCIDENT, d.a(), d.b(), undoneBy);
            case Judgement.Decision.NotSameIncident d ->
                pair(judged, description, DecisionKind.NOT_SAME_INCIDENT, d.a(), d.b(), undoneBy);
            case Judgement.Decision.Unsure d -> pair(judged, description, DecisionKind.UNSURE, d.a(), d.b(), undoneBy);
            case Judgement.Decision.MergeIncidents d ->
                view(judged, description, DecisionKind.MERGE_INCIDENTS, d.one(), d.other(), undoneBy);
            case Judgement.Decision.SplitIncident d ->
                view(judged, description, DecisionKind.SPLIT_INCIDENT, d.stays(), d.leaves(), undoneBy);
            case Judgement.Decision.WrongReading d ->
                view(judged, description, DecisionKind.WRONG_READING, d.assertion(), null, undoneBy);
            case Judgement.Decision.RightActor d ->
                view(judged, description, DecisionKind.RIGHT_ACTOR, d.assertion(), d.actor(), undoneBy);
        };
    }

    private JudgementView pair(
            Judgement judged, String description, DecisionKind kind, Telling a, Telling b, @Nullable String undoneBy) {
        return view(judged, description, kind, List.of(a, b), new Judged(ref(a), ref(b), null, null), undoneBy);
    }

    private JudgementView view(
            Judgement judged,
            String description,
            DecisionKind kind,
            List<Telling> one,
            List<Telling> other,
            @Nullable String undoneBy) {
        return view(
                judged,
                description,
                kind,
                Stream.concat(one.stream(), other.stream()).toList(),
                new Judged(null, null, null, null),
                undoneBy);
    }

    private JudgementView view(
            Judgement judged,
            String description,
            DecisionKind kind,
            AssertionId assertion,
            @Nullable String actor,
            @Nullable String undoneBy) {
        List<Telling> judgedOn = index.findAssertion(assertion.value()).stream()
                .map(RecordIndex.Located::assertion)
                .filter(said -> said.incident() != null)
                .map(said -> new Telling(said.report(), Objects.requireNonNull(said.incident())))
                .toList();
        return view(judged, description, kind, judgedOn, new Judged(null, null, assertion, actor), undoneBy);
    }

    private record Judged(
            @Nullable TellingRef a,
            @Nullable TellingRef b,
            @Nullable AssertionId assertion,
            @Nullable String actor) {}

    private static TellingRef ref(Telling telling) {
        return new TellingRef(telling.report().value(), telling.label());
    }

    private JudgementView view(
            Judgement judged,
            String description,
            DecisionKind kind,
            List<Telling> judgedOn,
            Judged on,
            @Nullable String undoneBy) {
        AssertionId assertion = on.assertion();
        List<String> reports = assertion == null
                ? judgedOn.stream()
                        .map(telling -> telling.report().value())
                        .distinct()
                        .toList()
                : index.findAssertion(assertion.value()).stream()
                        .map(found -> found.report().report().id().value())
                        .toList();
        return new JudgementView(
                judged.id(),
                judged.at(),
                judged.user(),
                judged.reason(),
                kind,
                description,
                on.a(),
                on.b(),
                assertion == null ? null : assertion.value(),
                on.actor(),
                judgedOn.stream()
                        .flatMap(telling -> index.findIncident(telling).stream())
                        .map(LabelledSheet::label)
                        .distinct()
                        .toList(),
                reports,
                judged.undoes(),
                undoneBy);
    }
}
