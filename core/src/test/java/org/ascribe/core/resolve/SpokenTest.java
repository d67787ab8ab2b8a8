package org.ascribe.core.resolve;

import static org.ascribe.core.Told.day;
import static org.ascribe.core.Told.kabul;
import static org.ascribe.core.Told.kandahar;
import static org.ascribe.core.Told.krasnogorsk;
import static org.ascribe.core.Told.speaker;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Report;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that code a claim, a denial or an accusation and name no incident. Wording and events are invented. */
class SpokenTest {

    private static final Place AFGHANISTAN = new Place("Afghanistan", "AF", null, 33.9, 67.7, PlacePrecision.COUNTRY);

    private static final CodedReport BANK = attack("2024-03-21", kandahar(), "islamic-state-khorasan", "a bank");

    private static CodedReport attack(String day, Place where, @Nullable String actor, String what) {
        String words = "Gunmen attacked " + what + " in " + where.name() + " on " + day + ".";
        Told told = Told.on(day, "Wire", words)
                .incident("i1", IncidentType.ARMED_ASSAULT, day(day), where, what, Count.exactly(3), words);
        return actor == null
                ? told.build()
                : told.responsibility(
                                "i1",
                                actor,
                                Stance.ACCUSED,
                                EvidenceGiven.UNSTATED,
                                speaker("police", Speaker.Role.OFFICIAL, null),
                                words)
                        .build();
    }

    /** A row that says on this day that the actor claims, or denies, and nothing of what. */
    private static CodedReport row(String day, @Nullable Place where, String actor, Stance stance) {
        LocalDate said = LocalDate.parse(day);
        String words = "Actor: " + actor + ". Code: " + stance.code() + ". Day: " + day + ".";
        CodedReport news = Told.on(day, "GDELT", words)
                .incident(
                        "i1",
                        IncidentType.OTHER,
                        EventDate.between(said.minusDays(3), said, DatePrecision.RANGE),
                        where,
                        null,
                        Count.UNKNOWN,
                        words)
                .responsibility(
                        "i1", actor, stance, EvidenceGiven.UNSTATED, speaker(actor, Speaker.Role.PARTY, actor), words)
                .build();
        Report report = news.report();
        return new CodedReport(
                new Report(
                        report.id(),
                        "row-" + day + actor,
                        null,
                        "GDELT",
                        List.of(),
                        said,
                        "en",
                        Genre.DATA_SET,
                        null,
                        "data set: GDELT; licence: free; redistribution: yes; rows: mentions; cite: GDELT",
                        words,
                        List.of()),
                news.incidents(),
                news.assertions());
    }

    private static Telling telling(CodedReport report) {
        return new Telling(report.report().id(), "i1");
    }

    private static List<Incident> resolve(CodedReport... reports) {
        return Resolver.resolve(List.of(reports), List.of());
    }

    @Test
    void aClaimOfTheSameActorJoinsTheOnlyIncidentOfThoseDaysWithItsReasons() {
        CodedReport claim = row("2024-03-22", kandahar(), "islamic-state-khorasan", Stance.CLAIMED);
        List<Incident> incidents = resolve(BANK, claim);
        assertThat(incidents).hasSize(1);
        Incident bank = incidents.getFirst();
        assertThat(bank.tellings()).containsExactlyInAnyOrder(telling(BANK), telling(claim));
        assertThat(bank.links())
                .singleElement()
                .satisfies(link -> assertThat(link.reasons())
                        .extracting(Link.Reason::field)
                        .containsExactlyInAnyOrder("actor", "date", "place"));
    }

    @Test
    void theIncidentIsReadFromThoseWhoTellItAndKeepsItsId() {
        CodedReport claim = row("2024-03-21", AFGHANISTAN, "islamic-state", Stance.CLAIMED);
        Incident alone = resolve(BANK).getFirst();
        Incident claimed = resolve(BANK, claim).getFirst();
        assertThat(claimed.tellings()).hasSize(2);
        assertThat(claimed.id()).isEqualTo(alone.id());
        assertThat(claimed.when()).isEqualTo(alone.when());
        assertThat(claimed.where()).isEqualTo(alone.where());
        assertThat(claimed.type()).isEqualTo(alone.type());
    }

    @Test
    void aDenialOfTheAccusedJoinsToo() {
        CodedReport denial = row("2024-03-23", AFGHANISTAN, "islamic-state-khorasan", Stance.DENIED);
        assertThat(resolve(BANK, denial))
                .singleElement()
                .satisfies(bank -> assertThat(bank.tellings()).contains(telling(denial)));
    }

    @Test
    void aClaimThatFitsTwoIncidentsStaysWithNeither() {
        CodedReport other = attack("2024-03-20", kabul(), "islamic-state-khorasan", "a minibus");
        CodedReport claim = row("2024-03-22", AFGHANISTAN, "islamic-state-khorasan", Stance.CLAIMED);
        assertThat(resolve(BANK, other, claim))
                .hasSize(2)
                .allSatisfy(incident -> assertThat(incident.tellings()).doesNotContain(telling(claim)));
        CodedReport placed = row("2024-03-22", kandahar(), "islamic-state-khorasan", Stance.CLAIMED);
        assertThat(resolve(BANK, other, placed))
                .as("the town decides")
                .anySatisfy(incident ->
                        assertThat(incident.tellings()).containsExactlyInAnyOrder(telling(BANK), telling(placed)));
    }

    @Test
    void aClaimOfAnotherActorPlaceOrTimeMakesNoIncidentAndJoinsNone() {
        for (CodedReport claim : List.of(
                row("2024-03-22", kandahar(), "taliban", Stance.CLAIMED),
                row("2024-03-22", kabul(), "islamic-state-khorasan", Stance.CLAIMED),
                row("2024-03-22", krasnogorsk(), "islamic-state-khorasan", Stance.CLAIMED),
                row("2024-03-22", null, "islamic-state-khorasan", Stance.CLAIMED),
                row("2024-03-20", kandahar(), "islamic-state-khorasan", Stance.CLAIMED),
                row("2024-03-29", kandahar(), "islamic-state-khorasan", Stance.CLAIMED))) {
            assertThat(resolve(BANK, claim))
                    .singleElement()
                    .satisfies(bank -> assertThat(bank.tellings()).containsExactly(telling(BANK)));
        }
    }

    @Test
    void aRoleThatNoDictionaryKnowsIsNoActorInParticular() {
        CodedReport police = attack("2024-03-21", kandahar(), "x-police", "a bank");
        CodedReport claim = row("2024-03-22", kandahar(), "x-police", Stance.CLAIMED);
        assertThat(resolve(police, claim))
                .singleElement()
                .satisfies(bank -> assertThat(bank.tellings()).containsExactly(telling(police)));
    }

    @Test
    void anIncidentThatNobodyIsNamedForTakesNoClaim() {
        CodedReport unnamed = attack("2024-03-21", kandahar(), null, "a bank");
        CodedReport claim = row("2024-03-22", kandahar(), "islamic-state-khorasan", Stance.CLAIMED);
        assertThat(resolve(unnamed, claim))
                .singleElement()
                .satisfies(bank -> assertThat(bank.tellings()).containsExactly(telling(unnamed)));
    }

    @Test
    void aPersonsWordComesFirst() {
        CodedReport claim = row("2024-03-22", kandahar(), "islamic-state-khorasan", Stance.CLAIMED);
        Judgement not = Judgement.of(
                Instant.parse("2024-04-01T00:00:00Z"),
                "reader",
                "another bank",
                new Decision.NotSameIncident(telling(BANK), telling(claim)),
                null);
        assertThat(Resolver.resolve(List.of(BANK, claim), List.of(not)))
                .singleElement()
                .satisfies(bank -> assertThat(bank.tellings()).containsExactly(telling(BANK)));
        CodedReport late = row("2024-06-01", kandahar(), "islamic-state-khorasan", Stance.CLAIMED);
        Judgement same = Judgement.of(
                Instant.parse("2024-07-01T00:00:00Z"),
                "reader",
                "it names the bank",
                new Decision.SameIncident(telling(BANK), telling(late)),
                null);
        assertThat(Resolver.resolve(List.of(BANK, late), List.of(same)))
                .singleElement()
                .satisfies(bank -> assertThat(bank.tellings()).contains(telling(late)));
    }

    @Test
    void orderChangesNothing() {
        List<CodedReport> reports = new ArrayList<>(List.of(
                BANK,
                attack("2024-03-20", kabul(), "islamic-state-khorasan", "a minibus"),
                row("2024-03-22", AFGHANISTAN, "islamic-state-khorasan", Stance.CLAIMED),
                row("2024-03-22", kandahar(), "islamic-state", Stance.CLAIMED),
                row("2024-03-23", kabul(), "islamic-state-khorasan", Stance.DENIED)));
        List<Incident> expected = Resolver.resolve(reports, List.of());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(reports, new Random(seed));
            assertThat(Resolver.resolve(reports, List.of())).as("seed " + seed).isEqualTo(expected);
        }
    }
}
