package org.ascribe.analyse.words;

import static org.ascribe.analyse.InventedRecord.BORDER;
import static org.ascribe.analyse.InventedRecord.HARBOUR;
import static org.ascribe.analyse.InventedRecord.presence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.InventedRecord;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.words.WordAgainstRecord.Beside;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.junit.jupiter.api.Test;

class WordAgainstRecordTest {

    private static final Place NORWAY = new Place("Norway", "NO", null, null, null, PlacePrecision.COUNTRY);
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static InventedRecord denied(Speaker.Role role) {
        return new InventedRecord()
                .says(presence(role, "river-front", NORWAY, Polarity.DENIED, "The Front does not exist here"), DAY)
                .attack("river-front", HARBOUR, LocalDate.of(2022, 1, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2023, 6, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2023, 12, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 1, 20))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 2, 20))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 3, 20))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 11, 20))
                .attack("river-front", BORDER, LocalDate.of(2024, 2, 1))
                .attack("green-brigade", HARBOUR, LocalDate.of(2024, 12, 31));
    }

    private static List<Finding<?>> findings(InventedRecord record) {
        return new WordAgainstRecord().findings(record.settled(), Scope.ALL);
    }

    @Test
    void aDenialOfPresenceStandsBesideTheAttacksBeforeAndAfter() {
        Finding<?> finding = findings(denied(Speaker.Role.OFFICIAL)).getFirst();

        assertThat(finding.sentence())
                .contains(
                        "\"The Front does not exist here\"",
                        "In the 365 days before, 2 incidents are there attributed to it; in the 365 after, 4");
        Beside beside = (Beside) finding.result();
        assertThat(beside).isNotNull();
        assertThat(beside.says()).isEqualTo("absent");
        assertThat(beside.windows().getFirst().before()).isEqualTo(1);
        assertThat(beside.windows().getFirst().after()).isEqualTo(3);
        assertThat(beside.windows().getFirst().ratio()).isCloseTo(3, within(1e-9));
        assertThat(beside.windows().getLast().ratio()).isCloseTo(2, within(1e-9));
    }

    @Test
    void anotherCountryAndAnotherActorDoNotCount() {
        assertThat(findings(denied(Speaker.Role.OFFICIAL)).getFirst().incidents())
                .hasSize(6);
    }

    @Test
    void anExpertIsNoOfficial() {
        assertThat(findings(denied(Speaker.Role.EXPERT))).isEmpty();
    }

    @Test
    void aWindowEndsWhereTheRecordEnds() {
        InventedRecord record = new InventedRecord()
                .says(presence(Speaker.Role.OFFICIAL, "river-front", NORWAY, Polarity.DENIED, "gone"), DAY)
                .attack("river-front", HARBOUR, LocalDate.of(2022, 1, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2023, 12, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2023, 12, 2))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 1, 31));

        Beside beside = (Beside) findings(record).getFirst().result();
        assertThat(beside).isNotNull();
        assertThat(beside.windows().getLast().daysBefore()).isEqualTo(365);
        assertThat(beside.windows().getLast().daysAfter()).isEqualTo(30);
        assertThat(beside.windows().getLast().ratio()).isCloseTo(365.0 / 60, within(1e-9));
    }

    @Test
    void twoAttacksAreTooFewAndAreCounted() {
        InventedRecord record = new InventedRecord()
                .says(presence(Speaker.Role.OFFICIAL, "river-front", NORWAY, Polarity.DENIED, "gone"), DAY)
                .attack("river-front", HARBOUR, LocalDate.of(2023, 12, 1))
                .attack("river-front", HARBOUR, LocalDate.of(2024, 1, 31));

        Finding<?> finding = findings(record).getFirst();

        assertThat(finding.result()).isNull();
        assertThat(finding.sentence()).contains("1 incident is", "3 are needed to compare");
    }

    @Test
    void wordsOfNoKnownDayAreKeptAndNotCompared() {
        InventedRecord record = new InventedRecord()
                .says(presence(Speaker.Role.OFFICIAL, "river-front", NORWAY, Polarity.DENIED, "gone"), null)
                .attack("river-front", HARBOUR, LocalDate.of(2023, 12, 1));

        Finding<?> finding = findings(record).getFirst();

        assertThat(finding.result()).isNull();
        assertThat(finding.sentence()).contains("No day is known");
        assertThat(finding.statements()).hasSize(1);
    }
}
