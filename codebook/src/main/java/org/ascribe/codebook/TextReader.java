package org.ascribe.codebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorFinder;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.actor.Homes;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.count.NumberFinder;
import org.ascribe.extract.count.TollFinder;
import org.ascribe.extract.incident.Grouping;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.LanguageSteps;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.perpetrator.PerpetratorFinder;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceFinder;
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.speech.Voices;
import org.ascribe.extract.time.TimeFinder;
import org.jspecify.annotations.Nullable;

/** Reads a text with the steps of the extractor. Safe to share between threads; half a second to load. */
public final class TextReader {

    /** Days beyond this many are not tried as the one that the text counts from. */
    private static final int DAYS = 6;

    private final LanguageSteps language;
    private final ActorFinder actors;
    private final PlaceFinder places;
    private final Voices.Finder voices;
    private final Homes homes;
    private final Grouping grouping;
    private final PerpetratorFinder perpetrators;

    private TextReader(LanguageSteps language, ActorDictionary dictionary, Gazetteer gazetteer) {
        this.language = language;
        this.actors = new ActorFinder(dictionary);
        this.places = new PlaceFinder(gazetteer);
        this.voices = new Voices.Finder(new Speakers(dictionary));
        this.homes = new Homes(dictionary);
        this.grouping = new Grouping(gazetteer, homes);
        this.perpetrators = new PerpetratorFinder(dictionary, gazetteer);
    }

    public static TextReader load() {
        return new TextReader(LanguageSteps.english(), ActorDictionary.load(), Gazetteer.load());
    }

    /**
     * Reads one text.
     *
     * @param years the years to think of where the text names a day without one
     */
    ReadText read(String text, List<Integer> years) {
        Map<LocalDate, DayWords.Found> days = new LinkedHashMap<>();
        for (DayWords.Found found : DayWords.find(text)) {
            for (LocalDate date : found.in(years)) {
                days.putIfAbsent(date, found);
            }
        }
        LocalDate first = days.keySet().stream().findFirst().orElse(null);
        ParsedReport parsed = language.parse(report(text, first));
        List<ActorMention> named = actors.find(parsed);
        Mentions mentions = new Mentions(
                parsed,
                parsed.sentences().stream().map(Clauses::of).toList(),
                named,
                places.find(parsed, homes.of(named)),
                TimeFinder.find(parsed),
                TollFinder.find(parsed));
        List<Told> told = grouping.group(mentions, voices.find(mentions));
        List<ReadText.CountedFrom> counted = new ArrayList<>();
        days.forEach((date, found) -> {
            if (counted.size() < DAYS) {
                counted.add(new ReadText.CountedFrom(
                        found, date, TimeFinder.find(new ParsedReport(report(text, date), parsed.sentences()))));
            }
        });
        return new ReadText(
                text,
                mentions,
                NumberFinder.find(parsed),
                told,
                told.stream()
                        .flatMap(one -> perpetrators.find(mentions, one).stream())
                        .toList(),
                List.copyOf(counted),
                Quantity.find(mentions, counted));
    }

    private static Report report(String text, @Nullable LocalDate published) {
        return new Report(
                Report.idOf(null, null, null, published, null, text),
                null,
                null,
                null,
                List.of(),
                published,
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of());
    }
}
