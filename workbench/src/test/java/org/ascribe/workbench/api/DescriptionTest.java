package org.ascribe.workbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final Speaker REPORT = new Speaker("author", null, null, Speaker.Role.AUTHOR, null, null);
    private static final Speaker POLICE = voice("police", Speaker.Role.OFFICIAL, null);
    private static final ActorRef BRIGADE = new ActorRef("green-brigade", "Green Brigade", null, null);

    private static Speaker voice(String name, Speaker.Role role, @Nullable Speaker reportedBy) {
        return new Speaker(name, null, null, role, null, reportedBy);
    }

    private static String described(Content content, Speaker speaker) {
        return Description.of(Assertion.of(
                Report.idOf(null, null, null, null, null, "A bomb went off."),
                "i1",
                content,
                speaker,
                Polarity.AFFIRMED,
                false,
                new Passage(0, 6),
                "A bomb",
                0.9,
                new ReadBy("test", "1")));
    }

    private static <T> Said<T> said(T value) {
        return new Said<>(value, new Passage(0, 6));
    }

    private static Content bombing(@Nullable EventDate when) {
        return new Content.Occurrence(
                said(IncidentType.BOMBING),
                when == null ? null : said(when),
                said(new Place("Oldtown", "AF", null, 34.5, 69.2, PlacePrecision.TOWN)),
                List.of(),
                List.of());
    }

    private static Content blames(Stance stance) {
        return new Content.Responsibility(BRIGADE, stance, EvidenceGiven.UNSTATED, null);
    }

    @Test
    void reportSpeaksInItsOwnVoiceAndOthersAreNamed() {
        Content killed = new Content.Toll(Harm.KILLED, Count.atLeast(16), null);
        assertThat(described(killed, REPORT)).isEqualTo("Killed 16+, in the report's own voice");
        assertThat(described(killed, POLICE)).isEqualTo("Killed 16+, according to police");
        assertThat(described(blames(Stance.ACCUSED), REPORT)).isEqualTo("The report itself accused Green Brigade");
        assertThat(described(blames(Stance.SUSPECTED), REPORT))
                .isEqualTo("Green Brigade is suspected, in the report's own voice");
        assertThat(described(blames(Stance.STATED), POLICE))
                .isEqualTo("Green Brigade is said to be responsible, according to police");
    }

    @Test
    void whoeverPassesAStatementOnIsNamedButForTheReportThatHoldsIt() {
        assertThat(described(blames(Stance.ACCUSED), voice("police", Speaker.Role.OFFICIAL, REPORT)))
                .isEqualTo("Police accused Green Brigade");
        assertThat(described(
                        blames(Stance.ACCUSED),
                        voice("police", Speaker.Role.OFFICIAL, voice("The Courier", Speaker.Role.MEDIUM, REPORT))))
                .isEqualTo("Police accused Green Brigade, as reported by The Courier");
    }

    @Test
    void dayIsWrittenAsOnThePage() {
        assertThat(described(bombing(EventDate.day(LocalDate.of(2024, 1, 6))), REPORT))
                .isEqualTo("Bombing in Oldtown, 6 Jan 2024, in the report's own voice");
        assertThat(described(bombing(null), POLICE)).isEqualTo("Bombing in Oldtown, according to police");
    }

    @Test
    void dateIsNeverFinerThanItWasSaid() {
        assertThat(Names.date(EventDate.month(2024, 3))).isEqualTo("March 2024");
        assertThat(Names.date(EventDate.year(2023))).isEqualTo("2023");
        assertThat(Names.date(
                        EventDate.between(LocalDate.of(2023, 9, 28), LocalDate.of(2023, 10, 3), DatePrecision.WEEK)))
                .isEqualTo("28 Sep – 3 Oct 2023");
        assertThat(Names.date(
                        EventDate.between(LocalDate.of(2022, 12, 30), LocalDate.of(2023, 1, 2), DatePrecision.RANGE)))
                .isEqualTo("30 Dec 2022 – 2 Jan 2023");
        assertThat(Names.date(EventDate.since(LocalDate.of(2021, 8, 15)))).isEqualTo("since 15 Aug 2021");
        assertThat(Names.date(new EventDate(null, LocalDate.of(2021, 8, 15), DatePrecision.RANGE, null)))
                .isEqualTo("until 15 Aug 2021");
        assertThat(Names.date(EventDate.yearlessMonth(3))).isEqualTo("March, year unknown");
        assertThat(Names.date(EventDate.yearlessDay(3, 21))).isEqualTo("21 Mar, year unknown");
    }
}
