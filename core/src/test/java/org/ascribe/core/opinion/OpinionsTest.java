package org.ascribe.core.opinion;

import static org.ascribe.core.Told.day;
import static org.ascribe.core.Told.krasnogorsk;
import static org.ascribe.core.Told.speaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.Told;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.Status;
import org.junit.jupiter.api.Test;

class OpinionsTest {

    private static final String TEXT = "Gunmen attacked a concert hall near Moscow, killing 137 people. "
            + "The Islamic State group claimed the attack. Officials in Moscow accused Ukraine of a part in it.";
    private static final String ATTACK = "Gunmen attacked a concert hall near Moscow, killing 137 people.";
    private static final String CLAIM = "The Islamic State group claimed the attack.";
    private static final String BLAME = "Officials in Moscow accused Ukraine of a part in it.";

    private static final Speaker IS = speaker("Islamic State", Role.PARTY, "islamic-state");
    private static final Speaker RUSSIA = speaker("Officials in Moscow", Role.OFFICIAL, "russia");
    private static final Speaker AUTHOR = speaker("author", Role.AUTHOR, null);
    private static final ReadBy SECOND = ReadBy.secondOpinion("prompt-1/some-model");

    private static Told told() {
        return Told.on("2024-03-23", "Herald", TEXT);
    }

    private static CodedReport first() {
        return told().incident(
                        "i1",
                        IncidentType.ARMED_ASSAULT,
                        day("2024-03-22"),
                        krasnogorsk(),
                        null,
                        Count.exactly(137),
                        "attacked")
                .toll("i1", Harm.KILLED, Count.exactly(137), AUTHOR, "killing 137 people")
                .responsibility("i1", "ukraine", Stance.ACCUSED, EvidenceGiven.UNSTATED, RUSSIA, BLAME)
                .build();
    }

    /** The same report as a second extractor codes it: under labels of its own. */
    private static CodedReport second(Told told) {
        CodedReport coded = told.build();
        return new CodedReport(
                coded.report(),
                coded.incidents(),
                coded.assertions().stream()
                        .map(a -> Assertion.of(
                                a.report(),
                                a.incident(),
                                a.content(),
                                a.speaker(),
                                a.polarity(),
                                a.hedged(),
                                a.passage(),
                                a.text(),
                                0.5,
                                SECOND))
                        .toList());
    }

    private static Told other() {
        return told().incident("i1", IncidentType.OTHER, null, null, "hall", Count.UNKNOWN, ATTACK);
    }

    private static IncidentSheet sheet(CodedReport coded, List<Judgement> judgements) {
        Incident incident = Resolver.resolve(List.of(coded), judgements).stream()
                .filter(one ->
                        one.tellings().contains(new Telling(coded.report().id(), "i1")))
                .findFirst()
                .orElseThrow();
        return new EveryVoice(actor -> Optional.empty(), actor -> Optional.empty())
                .sheet(incident, List.of(coded), judgements);
    }

    @Test
    void whatBothReadStandsOnceAndNamesBoth() {
        CodedReport both =
                Opinions.beside(first(), second(other().toll("i1", Harm.KILLED, Count.exactly(137), AUTHOR, ATTACK)));

        assertThat(both.assertions()).hasSize(2);
        assertThat(both.assertions())
                .filteredOn(said -> said.content() instanceof Content.Toll)
                .singleElement()
                .satisfies(toll -> {
                    assertThat(toll.by().step()).isEqualTo("test");
                    assertThat(toll.alsoBy()).containsExactly(SECOND);
                });
        assertThat(both.assertions())
                .filteredOn(said -> said.content() instanceof Content.Responsibility)
                .singleElement()
                .extracting(Assertion::alsoBy)
                .isEqualTo(List.of());
        assertThat(sheet(both, List.of()).tolls()).hasSize(1);
    }

    @Test
    void whatOnlyTheSecondReadsStandsBesideAndCounts() {
        CodedReport both = Opinions.beside(
                first(),
                second(other().responsibility(
                                "i1", "islamic-state", Stance.CLAIMED, EvidenceGiven.UNSTATED, IS, CLAIM)));

        assertThat(Opinions.otherReadings(both, Set.of())).isEmpty();
        IncidentSheet sheet = sheet(both, List.of());
        assertThat(sheet.claimants())
                .extracting(IncidentSheet.Claimant::actor)
                .containsExactlyInAnyOrder("islamic-state", "ukraine");
        assertThat(sheet.status()).isEqualTo(Status.CONTESTED);
    }

    @Test
    void theSameWordsReadAsAnotherActorAreShownAndNotCounted() {
        CodedReport both = Opinions.beside(
                first(),
                second(other().responsibility(
                                "i1", "islamic-state", Stance.ACCUSED, EvidenceGiven.UNSTATED, RUSSIA, BLAME)));

        IncidentSheet sheet = sheet(both, List.of());
        assertThat(sheet.claimants())
                .extracting(IncidentSheet.Claimant::actor, IncidentSheet.Claimant::origins)
                .containsExactly(tuple("ukraine", 1), tuple("islamic-state", 0));
        assertThat(sheet.claimants().get(1).statements()).allMatch(IncidentSheet.Statement::isOtherReading);
        assertThat(sheet.countedClaimants())
                .extracting(IncidentSheet.Claimant::actor)
                .containsExactly("ukraine");
        assertThat(sheet.status()).isEqualTo(Status.WEAK);
        assertThat(sheet.history()).noneMatch(change -> change.what().contains("islamic-state"));
    }

    @Test
    void aNumberReadTwiceFromOneVoiceChangesNoTotal() {
        CodedReport both =
                Opinions.beside(first(), second(other().toll("i1", Harm.KILLED, Count.exactly(13), AUTHOR, ATTACK)));

        IncidentSheet sheet = sheet(both, List.of());
        assertThat(sheet.killed()).isEqualTo(Count.exactly(137));
        assertThat(sheet.tolls())
                .extracting(toll -> toll.statement().isOtherReading())
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void aReadingThatAPersonStruckOutLeavesItsPlaceToTheSecond() {
        CodedReport both =
                Opinions.beside(first(), second(other().toll("i1", Harm.KILLED, Count.exactly(13), AUTHOR, ATTACK)));
        Assertion read = both.assertions().stream()
                .filter(said ->
                        said.content() instanceof Content.Toll && !said.by().isSecondOpinion())
                .findFirst()
                .orElseThrow();

        IncidentSheet sheet = sheet(
                both,
                List.of(Judgement.of(Instant.EPOCH, "u", "", new Judgement.Decision.WrongReading(read.id()), null)));

        assertThat(sheet.killed()).isEqualTo(Count.exactly(13));
        assertThat(sheet.tolls()).hasSize(1).noneMatch(toll -> toll.statement().isOtherReading());
    }

    @Test
    void whatTheFirstLeavesUnknownIsFilledInAndWhatItKnowsStays() {
        CodedReport both = Opinions.beside(first(), second(other()));

        CodedIncident incident = both.incidents().getFirst();
        assertThat(both.incidents()).hasSize(1);
        assertThat(incident.type()).isEqualTo(IncidentType.ARMED_ASSAULT);
        assertThat(incident.where()).isEqualTo(krasnogorsk());
        assertThat(incident.targets()).extracting(target -> target.name()).containsExactly("hall");
    }

    @Test
    void anIncidentOfAnotherDayIsAnother() {
        CodedReport both = Opinions.beside(
                first(),
                second(told().incident("i1", IncidentType.BOMBING, day("2024-03-20"), null, null, Count.UNKNOWN, ATTACK)
                        .responsibility("i1", "islamic-state", Stance.CLAIMED, EvidenceGiven.UNSTATED, IS, CLAIM)));

        assertThat(both.incidents()).extracting(CodedIncident::label).containsExactly("i1", "i2");
        assertThat(both.assertions())
                .filteredOn(said -> said.by().isSecondOpinion())
                .extracting(Assertion::incident)
                .containsExactly("i2");
    }

    @Test
    void theFirstReadingIsNeverChanged() {
        CodedReport first = first();
        CodedReport both = Opinions.beside(
                first,
                second(other().toll("i1", Harm.KILLED, Count.exactly(137), AUTHOR, ATTACK)
                        .responsibility("i1", "islamic-state", Stance.CLAIMED, EvidenceGiven.UNSTATED, IS, CLAIM)));

        assertThat(both.assertions())
                .extracting(Assertion::id)
                .containsAll(first.assertions().stream().map(Assertion::id).toList());
        assertThat(Opinions.beside(first, second(told()))).isEqualTo(first);
    }

    @Test
    void readingsOfTwoReportsAreNotPutTogether() {
        CodedReport elsewhere = Told.on("2024-03-23", "Courier", TEXT).build();
        assertThatThrownBy(() -> Opinions.beside(first(), elsewhere)).hasMessageContaining("one report");
    }
}
