package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascribe.core.Assertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportApiTest {

    private static InventedRecord record;
    private static Caller caller;

    @BeforeAll
    static void start() {
        record = new InventedRecord();
        caller = new Caller(record);
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @Test
    void aboutCountsTheLedgerAndSaysAsOfWhichDay() {
        JsonNode about = caller.json("/api/v1/about");
        assertThat(about.at("/reports").asInt()).isEqualTo(3);
        assertThat(about.at("/incidents").asInt()).isEqualTo(3);
        assertThat(about.at("/asOf").asString()).isEqualTo("2023-05-04");
        assertThat(about.at("/version").asString()).isEqualTo("0.1.0");
        assertThat(about.at("/perspectives/0/id").asString()).isEqualTo("every-voice");
    }

    @Test
    void reportComesWithItsWholeTextAndEveryPassageStandsInIt() {
        JsonNode report =
                caller.json("/api/v1/reports/" + record.herald.report().id());
        String text = report.at("/text").asString();
        assertThat(text).isEqualTo(record.herald.report().text());
        assertThat(report.at("/assertions")).hasSize(4);
        for (JsonNode said : report.at("/assertions")) {
            int start = text.offsetByCodePoints(0, said.at("/passage/start").asInt());
            int end = text.offsetByCodePoints(0, said.at("/passage/end").asInt());
            assertThat(text.substring(start, end)).isEqualTo(said.at("/text").asString());
            assertThat(said.at("/incident").asString()).isEqualTo("I-1");
        }
        assertThat(report.at("/paragraphs")).hasSize(3);
        assertThat(report.at("/furniture/0/kind").asString()).isEqualTo("caption");
        assertThat(report.at("/incidents/0/toldAs").asString()).isEqualTo("i1");
        assertThat(report.at("/incidents/0/mentions")).hasSize(1);
    }

    @Test
    void reportsAreFilteredByWordsOutletAndDay() {
        assertThat(caller.json("/api/v1/reports").at("/items")).hasSize(3);
        assertThat(caller.json("/api/v1/reports?q=mill").at("/items")).hasSize(1);
        assertThat(caller.json("/api/v1/reports?outlet=the%20courier").at("/items/0/incidents"))
                .hasSize(2);
        assertThat(caller.json("/api/v1/reports?from=2023-05-04").at("/items")).hasSize(1);
    }

    @Test
    void outletsAreListedWithTheirReports() {
        JsonNode outlets = caller.json("/api/v1/outlets");
        assertThat(outlets).hasSize(2);
        assertThat(outlets.at("/0/outlet").asString()).isEqualTo("Oldtown Herald");
        assertThat(outlets.at("/1/reports").asInt()).isEqualTo(1);
    }

    @Test
    void actorsOfTheDictionaryAreListedWhenAskedFor() {
        assertThat(caller.json("/api/v1/actors").at("/items")).hasSize(2);
        JsonNode known = caller.json("/api/v1/actors?scope=known").at("/items");
        assertThat(known).hasSize(3);
        assertThat(known.at("/2/id").asString()).isEqualTo("red-front");
        assertThat(known.at("/2/incidents").asInt()).isZero();
        assertThat(caller.json("/api/v1/actors?scope=all").at("/field").asString())
                .isEqualTo("scope");
    }

    @Test
    void assertionIsFoundById() {
        Assertion said = record.quiet.assertions().getFirst();
        JsonNode found = caller.json("/api/v1/assertions/" + said.id());
        assertThat(found.at("/description").asString())
                .isEqualTo("Nobody has claimed responsibility, in the report's own voice");
        assertThat(found.at("/incident").asString()).isEqualTo("I-3");
    }

    @Test
    void idOfNothingIsAProblemEvenWhereItIsNoId() {
        assertThat(caller.json("/api/v1/reports/r-0000000000000000").at("/code").asString())
                .isEqualTo("unknown-report");
        assertThat(caller.json("/api/v1/reports/nonsense").at("/code").asString())
                .isEqualTo("unknown-report");
        assertThat(caller.json("/api/v1/assertions/nonsense").at("/code").asString())
                .isEqualTo("unknown-assertion");
        assertThat(caller.json("/api/v1/actors/nonsense").at("/code").asString())
                .isEqualTo("unknown-actor");
        assertThat(caller.json("/api/v1/nonsense").at("/code").asString()).isEqualTo("unknown-path");
    }

    @Test
    void actorIsCountedByStance() {
        JsonNode actors = caller.json("/api/v1/actors").at("/items");
        assertThat(actors.at("/0/id").asString()).isEqualTo("green-brigade");
        assertThat(actors.at("/0/claimed").asInt()).isEqualTo(2);
        assertThat(actors.at("/0/aliases/0/alias").asString()).isEqualTo("GB");
        assertThat(actors.at("/1/id").asString()).isEqualTo("northern-state");
        assertThat(actors.at("/1/accused").asInt()).isEqualTo(1);
        assertThat(actors.at("/1/denied").asInt()).isEqualTo(1);
    }

    @Test
    void actorComesWithWhatIsSaidOfItApartFromIncidents() {
        JsonNode actor = caller.json("/api/v1/actors/green-brigade");
        assertThat(actor.at("/statements")).hasSize(2);
        assertThat(actor.at("/statements/0/relation").asString()).isEqualTo("allied");
        assertThat(actor.at("/statements/1/capability").asString()).isEqualTo("resurgence");
        assertThat(actor.at("/incidents")).hasSize(2);
    }

    @Test
    void searchFindsIncidentsReportsAndActors() {
        JsonNode found = caller.json("/api/v1/search?q=oldtown");
        assertThat(found.at("/incidents/0/label").asString()).isEqualTo("I-1");
        assertThat(found.at("/reports")).hasSize(2);
        assertThat(caller.json("/api/v1/search?q=brig").at("/actors/0/id").asString())
                .isEqualTo("green-brigade");
        assertThat(caller.json("/api/v1/search?q=i-3").at("/incidents/0/label").asString())
                .isEqualTo("I-3");
        assertThat(caller.json("/api/v1/search").at("/code").asString()).isEqualTo("invalid-q");
    }
}
