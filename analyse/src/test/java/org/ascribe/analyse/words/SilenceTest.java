package org.ascribe.analyse.words;

import static org.ascribe.analyse.InventedRecord.HARBOUR;
import static org.ascribe.analyse.InventedRecord.claim;
import static org.ascribe.analyse.InventedRecord.dead;
import static org.ascribe.analyse.InventedRecord.presence;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.words.Silence.Unsaid;
import org.ascribe.core.Assertion;
import org.ascribe.core.EventDate;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.weigh.Settled.Support;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {

    private static final EventDate DAY = EventDate.day(LocalDate.of(2024, 1, 1));

    private static InventedRecord with(InventedRecord record, Integer killed, Assertion... said) {
        return record.attack(
                List.of(new Support("river-front", "River Front", 1, 1, 1)), HARBOUR, DAY, killed, List.of(said));
    }

    @Test
    void claimsTollsAndAccidentsAreCountedByIncident() {
        InventedRecord record = new InventedRecord();
        with(record, 3, claim("river-front"));
        with(record, null, claim("green-brigade"));
        with(
                record,
                4,
                presence(Role.OFFICIAL, "river-front", null, Polarity.DENIED, "It was a gas explosion, he said"));
        with(record, 4, presence(Role.WITNESS, "river-front", null, Polarity.DENIED, "It was an accident"));
        with(record, 9, dead(Role.OFFICIAL, 2), dead(Role.MEDIUM, 9));
        with(record, 9, dead(Role.OFFICIAL, 9), dead(Role.MEDIUM, 9));

        Finding<?> finding = new Silence().findings(record.settled(), Scope.ALL).getFirst();
        Unsaid unsaid = (Unsaid) finding.result();

        assertThat(unsaid).isNotNull();
        assertThat(unsaid.incidents()).isEqualTo(6);
        assertThat(unsaid.unclaimed().count()).isEqualTo(5);
        assertThat(unsaid.tollUnknown().count()).isEqualTo(1);
        assertThat(unsaid.calledAccident().count()).isEqualTo(1);
        assertThat(unsaid.played()).isNotNull().satisfies(played -> {
            assertThat(played.count()).isEqualTo(1);
            assertThat(played.of()).isEqualTo(2);
        });
        assertThat(finding.sentence()).contains("of 6 incidents, 5 without a claim");
    }

    @Test
    void fourIncidentsMakeNoShare() {
        InventedRecord record = new InventedRecord();
        for (int i = 0; i < 4; i++) {
            with(record, 1);
        }

        assertThat(new Silence().findings(record.settled(), Scope.ofActor("river-front")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.result()).isNull();
                    assertThat(finding.sentence()).contains("4 incidents; 5 are needed");
                });
        assertThat(new Silence().findings(record.settled(), Scope.ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"An accident at the depot", "caused by a gas leak", "a short-circuit in the hall"})
    void wordsOfAnAccidentAreKnown(String words) {
        assertThat(AccidentWords.areIn(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This was not an accident",
                "police ruled out a gas leak",
                "sabotage rather than a technical fault",
                "the accidentals of the score",
                "an attack on the gas pipeline"
            })
    void wordsThatRuleAnAccidentOutAreNone(String words) {
        assertThat(AccidentWords.areIn(words)).isFalse();
    }
}
