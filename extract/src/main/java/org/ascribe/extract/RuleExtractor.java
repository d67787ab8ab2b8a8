package org.ascribe.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.Weapon;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorFinder;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.actor.Homes;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.count.TollFinder;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.EventMention;
import org.ascribe.extract.incident.Grouping;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.LanguageSteps;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.learned.MarkReader;
import org.ascribe.extract.learned.Marks;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.perpetrator.PerpetratorFinder;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceFinder;
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.speech.Voices;
import org.ascribe.extract.statement.StatementReader;
import org.ascribe.extract.time.TimeFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report by rules over OpenNLP's sentences, tokens and parts of speech, and by the trained model where there is one.
 */
final class RuleExtractor implements Extractor {

    private final LanguageSteps language;
    private final ActorFinder actors;
    private final PlaceFinder places;
    private final Voices.Finder voices;
    private final Homes homes;
    private final Grouping grouping;
    private final StatementReader statements;
    private final PerpetratorFinder perpetrators;

    private final @Nullable MarkReader model;

    private RuleExtractor(
            LanguageSteps language, ActorDictionary dictionary, Gazetteer gazetteer, @Nullable MarkReader model) {
        Speakers speakers = new Speakers(dictionary);
        this.model = model;
        this.language = language;
        this.actors = new ActorFinder(dictionary);
        this.places = new PlaceFinder(gazetteer);
        this.voices = new Voices.Finder(speakers);
        this.homes = new Homes(dictionary);
        this.grouping = new Grouping(gazetteer, homes);
        this.statements = new StatementReader(dictionary, speakers);
        this.perpetrators = new PerpetratorFinder(dictionary, gazetteer);
    }

    static RuleExtractor load(@Nullable ModelFile model) {
        return new RuleExtractor(
                LanguageSteps.english(),
                ActorDictionary.load(),
                Gazetteer.load(),
                model == null ? null : new MarkReader(model));
    }

    @Override
    public String version() {
        return model == null ? StatementReader.VERSION : StatementReader.VERSION + "+" + model.version();
    }

    @Override
    public CodedReport extract(Report report) {
        ParsedReport parsed = language.parse(report);
        List<Clauses> clauses = parsed.sentences().stream().map(Clauses::of).toList();
        List<TollMention> tolls = TollFinder.find(parsed).stream()
                .filter(toll -> !isKiller(clauses.get(toll.sentence()), toll))
                .toList();
        List<ActorMention> named = actors.find(parsed);
        Mentions mentions = new Mentions(
                parsed,
                clauses,
                named,
                places.find(parsed, homes.of(named)),
                TimeFinder.find(parsed),
                tolls,
                model == null ? Marks.NONE : model.read(parsed));
        Voices said = voices.find(mentions);
        List<Told> told = grouping.group(mentions, said);
        List<Assertion> assertions = statements.read(mentions, said, told);
        return new CodedReport(
                report, told.stream().map(one -> coded(mentions, one)).toList(), assertions);
    }

    /** "a man with a belt killed people who queued": the man is no victim. */
    private static boolean isKiller(Clauses clauses, TollMention toll) {
        Said<String> whom = toll.whom();
        return whom != null
                && clauses.verbAt(toll.firstTrigger())
                        .filter(verb -> verb.isAny("kill", "murder", "wound", "injure")
                                && verb.is(VerbGroup.Feature.FINITE)
                                && !verb.is(VerbGroup.Feature.PASSIVE))
                        .filter(verb -> clauses.object(verb)
                                .filter(object -> object.first() - verb.end() <= 1
                                        && !clauses.sentence()
                                                .token(object.head())
                                                .is("day", "days", "week", "weeks", "month", "months", "hours")
                                        && !clauses.sentence()
                                                .token(verb.end())
                                                .is("when", "after", "as", "while", "by", "during"))
                                .isPresent())
                        .filter(verb -> whom.passage().end()
                                <= clauses.sentence()
                                        .token(verb.first())
                                        .passage()
                                        .start())
                        .isPresent();
    }

    private CodedIncident coded(Mentions mentions, Told told) {
        EventDate when = told.when() == null ? null : told.when().value();
        Place where = told.where() == null ? null : told.where().value();
        return new CodedIncident(
                told.label(),
                told.type(),
                summary(told, where),
                when,
                where,
                targets(told).stream().map(Said::value).toList(),
                distinctWeapons(told),
                toll(told, Harm.KILLED),
                toll(told, Harm.WOUNDED),
                mentionsOf(mentions, told),
                perpetrators.find(mentions, told));
    }

    /** "Suicide bombing on a bank branch, Kandahar". */
    private static String summary(Told told, @Nullable Place where) {
        String type = told.type() == IncidentType.OTHER
                ? "attack"
                : told.type().code().replace('-', ' ');
        String what = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        String target = targets(told).stream()
                .map(said -> said.value().name())
                .findFirst()
                .map(name -> ": " + name)
                .orElse("");
        return what + target + (where == null ? "" : ", " + where.name());
    }

    /** What was attacked; those who are only said to have been killed or hurt stand for it where nothing else is named. */
    private static List<Said<Target>> targets(Told told) {
        List<Said<Target>> all = new ArrayList<>();
        List<Said<Target>> attacked = new ArrayList<>();
        for (Told.Part part : told.parts()) {
            all.addAll(part.targets());
            if (part.mention().strength() != EventMention.Strength.RESULT) {
                attacked.addAll(part.targets());
            }
        }
        return distinct(attacked.isEmpty() ? all : attacked);
    }

    private static List<Said<Target>> distinct(List<Said<Target>> targets) {
        Map<String, Said<Target>> byName = new LinkedHashMap<>();
        for (Said<Target> target : targets) {
            byName.putIfAbsent(target.value().name().toLowerCase(Locale.ROOT), target);
        }
        return new ArrayList<>(byName.values());
    }

    private static List<Weapon> distinctWeapons(Told told) {
        Map<String, Weapon> byName = new LinkedHashMap<>();
        told.parts().stream()
                .flatMap(part -> part.weapons().stream())
                .sorted(Comparator.comparing(Said::passage))
                .forEach(weapon -> byName.putIfAbsent(weapon.value().name().toLowerCase(Locale.ROOT), weapon.value()));
        return List.copyOf(byName.values());
    }

    /** Over all voices of the report; a number that somebody denies counts too, for the sheet shows who denies it. */
    private static Count toll(Told told, Harm harm) {
        List<TollMention> all = told.tolls().stream()
                .filter(toll -> toll.harm() == harm && toll.share() == TollMention.Share.ALL)
                .toList();
        // "84 people ..., 12 policemen": the number of people is the whole, the number of some kind of them a part.
        List<TollMention> whole =
                all.stream().filter(toll -> isEverybody(toll.whom())).toList();
        return (whole.isEmpty() ? all : whole).stream().map(TollMention::count).reduce(Count.UNKNOWN, Count::span);
    }

    private static boolean isEverybody(@Nullable Said<String> whom) {
        return whom == null
                || whom.value()
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "(?:other |more )?(?:people|persons|person|others|lives|dead|victims|casualties|civilians)");
    }

    private static List<Passage> mentionsOf(Mentions mentions, Told told) {
        return told.parts().stream()
                .map(part -> mentions.passage(
                        part.mention().sentence(),
                        part.mention().first(),
                        part.mention().end()))
                .distinct()
                .sorted()
                .toList();
    }
}
