package org.ascribe.extract.mention;

import java.util.List;
import org.ascribe.core.Passage;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.learned.Marks;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.time.TimeMention;

/** A parsed report with its phrases and the actors, places, times and tolls named in it, each in the order of the text. */
public record Mentions(
        ParsedReport parsed,
        List<Clauses> clauses,
        List<ActorMention> actors,
        List<PlaceMention> places,
        List<TimeMention> times,
        List<TollMention> tolls,
        Marks marks) {

    public Mentions {
        clauses = List.copyOf(clauses);
        actors = List.copyOf(actors);
        places = List.copyOf(places);
        times = List.copyOf(times);
        tolls = List.copyOf(tolls);
    }

    /** Mentions that no model has read. */
    public Mentions(
            ParsedReport parsed,
            List<Clauses> clauses,
            List<ActorMention> actors,
            List<PlaceMention> places,
            List<TimeMention> times,
            List<TollMention> tolls) {
        this(parsed, clauses, actors, places, times, tolls, Marks.NONE);
    }

    public Mentions withPlaces(List<PlaceMention> all) {
        return new Mentions(parsed, clauses, actors, all, times, tolls, marks);
    }

    public Sentence sentence(int index) {
        return parsed.sentences().get(index);
    }

    public Clauses clauses(int sentence) {
        return clauses.get(sentence);
    }

    public List<ActorMention> actorsIn(int sentence) {
        return actors.stream().filter(mention -> mention.sentence() == sentence).toList();
    }

    public List<PlaceMention> placesIn(int sentence) {
        return places.stream().filter(mention -> mention.sentence() == sentence).toList();
    }

    public List<TimeMention> timesIn(int sentence) {
        return times.stream().filter(mention -> mention.sentence() == sentence).toList();
    }

    public List<TollMention> tollsIn(int sentence) {
        return tolls.stream().filter(mention -> mention.sentence() == sentence).toList();
    }

    /** The words of the report from one token to the one before {@code end}. */
    public String words(int sentence, int first, int end) {
        return parsed.text(passage(sentence, first, end));
    }

    public Passage passage(int sentence, int first, int end) {
        return sentence(sentence).passage(first, end);
    }
}
