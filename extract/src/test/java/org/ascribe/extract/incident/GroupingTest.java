package org.ascribe.extract.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Genre;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Report;
import org.ascribe.core.Target;
import org.ascribe.extract.Extractor;
import org.junit.jupiter.api.Test;

/** Which incidents a report tells: one for each, with its own place, day and toll. Wording and events are invented. */
class GroupingTest {

    /** A Friday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 5, 10);

    private static final Extractor RULES = Extractor.rules();

    @Test
    void aDeathTollInTheNextSentenceBelongsToTheAttackBefore() {
        CodedIncident only = only("Gunmen stormed a police station in Herat on Thursday. Nine people were killed and"
                + " four were wounded, the governor said.");
        assertThat(only.type()).isEqualTo(IncidentType.ARMED_ASSAULT);
        assertThat(only.killed()).isEqualTo(Count.exactly(9));
        assertThat(only.wounded()).isEqualTo(Count.exactly(4));
    }

    @Test
    void aCampThatIsRaidedIsWhereItHappened() {
        CodedIncident only = only("The Nur Shams Refugee Camp was raided by soldiers.");
        assertThat(only.where()).extracting(place -> place.name()).isEqualTo("Nur Shams camp");
    }

    @Test
    void aVillageThatNoTableHasStandsAtTheAreaItIsSaidToLieIn() {
        CodedIncident only = only("Gunmen burned a school in Qwartabad village, Tombouctou region, Mali.");
        assertThat(only.where()).isNotNull().satisfies(place -> {
            assertThat(place.name()).startsWith("Qwartabad");
            assertThat(place.precision()).isEqualTo(PlacePrecision.ADMIN1);
            assertThat(place.latitude()).isNotNull();
        });
    }

    @Test
    void whoFightsTellsTheCountryOfATown() {
        CodedIncident only = only("A teacher was abducted by JNIM militants in Douentza.");
        assertThat(only.where()).extracting(place -> place.country()).isEqualTo("ML");
    }

    @Test
    void aShortReportOfNothingElseTellsAnIncidentInWeakWords() {
        CodedIncident only = only("In Jenin in the West Bank, roads were bulldozed by soldiers.");
        assertThat(only.where()).extracting(place -> place.country()).isEqualTo("PS");
    }

    @Test
    void aKillingInTheSentenceOfABombingIsItsOutcome() {
        CodedIncident only =
                only("Five people were killed in Kandahar on Wednesday when a bomb exploded outside a bank.");
        assertThat(only.type()).isEqualTo(IncidentType.BOMBING);
        assertThat(only.killed()).isEqualTo(Count.exactly(5));
    }

    @Test
    void theDayOfACondemnationIsNotTheDayOfTheAttack() {
        CodedIncident only = only("A bomb exploded in a mosque in Kunduz on Monday, killing six people.\n\n"
                + "On Thursday the president condemned the attack.");
        assertThat(only.when()).isEqualTo(EventDate.day(LocalDate.of(2024, 5, 6)));
    }

    @Test
    void theAttackOfADayNamedIsTheOneToldBeforeAndNotTheNext() {
        List<CodedIncident> told =
                incidents("Police said they had found the van used in the bombing of a mosque in Balkh."
                        + " They gave no names.\n\nTuesday's attack killed 19 people and wounded 40.\n\n"
                        + "The group also claimed an explosion in Kunduz on Wednesday.");
        assertThat(told).hasSize(2);
        assertThat(told.get(0).killed()).isEqualTo(Count.exactly(19));
        assertThat(told.get(0).when()).isEqualTo(EventDate.day(LocalDate.of(2024, 5, 7)));
        assertThat(told.get(1).killed()).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void aDayBeforeTheDayOfAReactionIsCountedFromIt() {
        CodedIncident only =
                only("China asked its citizens to leave on Tuesday, a day after an assault on a hotel in Kabul in which"
                        + " three people were killed.");
        assertThat(only.when()).isEqualTo(EventDate.day(LocalDate.of(2024, 5, 6)));
    }

    @Test
    void aTownThatNoGazetteerHasIsAPlaceInTheCountryNamedBesideIt() {
        CodedIncident only = only("Rockets landed in Zarqumabad, in Syria, on Monday evening, wounding two children.");
        assertThat(only.where()).isNotNull().satisfies(where -> {
            assertThat(where.name()).isEqualTo("Zarqumabad");
            assertThat(where.country()).isEqualTo("SY");
            assertThat(where.latitude()).isNull();
        });
    }

    @Test
    void theStateThatFiresIsNotTheScene() {
        CodedIncident only = only("On Tuesday Iran fired missiles at a camp near Erbil in Iraq, killing two guards.");
        assertThat(only.where()).isNotNull().extracting(Place::country).isEqualTo("IQ");
    }

    @Test
    void anEmbassyStandsInTheCityWhereItIsAttacked() {
        CodedIncident only = only("A man blew himself up at Russia's embassy in Kabul on Monday.");
        assertThat(only.where()).isNotNull().extracting(Place::country).isEqualTo("AF");
        assertThat(only.type()).isEqualTo(IncidentType.SUICIDE_BOMBING);
    }

    @Test
    void twoTownsInOneSentenceAreTwoAttacks() {
        List<CodedIncident> both = incidents(
                "Gunmen opened fire on a church in Derbent on Sunday and on a police post in" + " Makhachkala.");
        assertThat(both).extracting(incident -> name(incident.where())).containsExactly("Derbent", "Makhachkala");
    }

    @Test
    void paragraphsHeadedByATownTellIncidentsOfTheirOwn() {
        List<CodedIncident> both = incidents("Kirkuk. A roadside bomb killed a soldier on Monday.\n\n"
                + "Idlib. Gunmen shot dead a teacher on Tuesday.");
        assertThat(both).extracting(incident -> name(incident.where())).containsExactly("Kirkuk", "Idlib");
    }

    @Test
    void anAttackAndTheArrestsAfterItAreTwoIncidents() {
        List<CodedIncident> both =
                incidents("Gunmen attacked a concert hall in Moscow on Friday and killed 40 people. Police"
                        + " detained 11 people in Bryansk on Saturday.");
        assertThat(both)
                .extracting(CodedIncident::type)
                .containsExactly(IncidentType.ARMED_ASSAULT, IncidentType.RAID_OR_ARREST);
    }

    @Test
    void thePlaceThatWasHitIsTheTargetAndNotThoseWhoDiedThere() {
        CodedIncident only =
                only("A bomb exploded in a mosque in Kunduz on Monday. Six worshippers were killed and ten wounded.");
        assertThat(only.targets()).extracting(Target::name).containsExactly("mosque");
    }

    @Test
    void anEarthquakeIsNoIncident() {
        assertThat(incidents("The earthquake of October, which killed 1,500 people in Zinda Jan, destroyed canals."))
                .isEmpty();
    }

    @Test
    void whatIsDoneAgainAndAgainIsNoIncident() {
        assertThat(incidents("Its cells in the desert now attack convoys and checkpoints."))
                .isEmpty();
    }

    @Test
    void anAttackThatIsFearedOrWasFoiledIsNoIncident() {
        assertThat(incidents("Washington had warned of an attack on a concert in Moscow. Police foiled a bombing."))
                .isEmpty();
    }

    @Test
    void theWorstBombingSinceAYearIsNotOfThatYear() {
        CodedIncident only =
                only("A bomb exploded in Kabul on Monday, killing 20. It was the deadliest attack since 2021.");
        assertThat(only.when()).isEqualTo(EventDate.day(LocalDate.of(2024, 5, 6)));
    }

    private static String name(Place place) {
        return place == null ? "nowhere" : place.name();
    }

    private static CodedIncident only(String text) {
        List<CodedIncident> all = incidents(text);
        assertThat(all).as(text).hasSize(1);
        return all.get(0);
    }

    private static List<CodedIncident> incidents(String text) {
        CodedReport coded = RULES.extract(new Report(
                Report.idOf(null, null, null, PUBLISHED, null, text),
                null,
                null,
                null,
                List.of(),
                PUBLISHED,
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of()));
        return coded.incidents();
    }
}
