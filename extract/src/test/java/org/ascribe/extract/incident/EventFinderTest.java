package org.ascribe.extract.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascribe.extract.Texts;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorFinder;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.count.TollFinder;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceFinder;
import org.ascribe.extract.time.TimeFinder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words tell of violence that happened. */
class EventFinderTest {

    private static final EventFinder EVENTS = new EventFinder(Lexicon.load());
    private static final ActorFinder ACTORS = new ActorFinder(ActorDictionary.load());
    private static final PlaceFinder PLACES = new PlaceFinder(Gazetteer.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shots were fired at a guard post in Kabul on Friday. | fired at",
                "The convoy came under fire near Daquq on Monday. | came under fire",
                "Rockets landed in Marea on Monday evening. | landed",
                "A man blew himself up at the gate. | blew",
                "Jets bombed a village near the border on Sunday. | bombed",
                "A mob overran the airport of Makhachkala in October. | overran",
                "Gunmen shot dead a teacher in Idlib. | shot dead",
                "Fighters entered a gendarmerie school in Bamako before dawn. | entered",
                "Militants set fire to a school in Swat on Tuesday. | set fire",
                "A drone destroyed a car in Baghdad. | destroyed"
            })
    void violenceThatHappenedIsFound(String text, String words) {
        assertThat(found(text)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Officials fear an attack on the airport.",
                "Police foiled a bombing in the capital.",
                "The price of saffron has been under heavy fire.",
                "The army pays the men who shoot at it.",
                "Further attacks are possible.",
                "A heart attack killed the old singer's career."
            })
    void violenceThatIsFearedFoiledHabitualOrNoneIsNotFound(String text) {
        assertThat(found(text)).doesNotContain("attack", "bombing", "fire", "shoot", "attacks");
    }

    private static List<String> found(String text) {
        ParsedReport parsed = Texts.parse(text);
        Mentions mentions = new Mentions(
                parsed,
                parsed.sentences().stream().map(Clauses::of).toList(),
                ACTORS.find(parsed),
                PLACES.find(parsed),
                TimeFinder.find(parsed),
                TollFinder.find(parsed));
        return EVENTS.find(mentions).stream()
                .map(event -> mentions.words(event.sentence(), event.first(), event.end()))
                .toList();
    }
}
