package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentApiTest {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static Caller caller;

    @BeforeAll
    static void start() {
        caller = new Caller(new InventedRecord());
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @Test
    void contestedAttributionShowsBothClaims() {
        JsonNode sheet = caller.json(INCIDENTS + "/I-1");
        assertThat(sheet.at("/status").asString()).isEqualTo("contested");
        assertThat(texts(sheet.at("/claimants"), "actor")).containsExactly("green-brigade", "northern-state");
        assertThat(sheet.at("/claimants/0/statements/0/stance").asString()).isEqualTo("claimed");
        assertThat(texts(sheet.at("/claimants/1/statements"), "stance")).containsExactly("accused", "denied");
        assertThat(sheet.at("/claimants/1/statements/0/evidence").asString()).isEqualTo("none");
    }

    @Test
    void statementComesWithItsSpeakerItsWordsAndTheSentenceAroundThem() {
        JsonNode claim = caller.json(INCIDENTS + "/I-1").at("/claimants/0/statements/0");
        assertThat(claim.at("/description").asString()).isEqualTo("Green Brigade claimed responsibility");
        assertThat(claim.at("/speaker/role").asString()).isEqualTo("party");
        assertThat(claim.at("/channel").asString()).isEqualTo("its channel");
        assertThat(claim.at("/text").asString()).isEqualTo("it was behind the attack");
        assertThat(claim.at("/reportNumber").asInt()).isEqualTo(1);
        assertThat(claim.at("/sentence").asInt())
                .as("the caption is no sentence of the report")
                .isEqualTo(2);
        String context = claim.at("/context/text").asString();
        assertThat(context).isEqualTo("The Green Brigade said 😀 on its channel that it was behind the attack.");
        int start =
                context.offsetByCodePoints(0, claim.at("/context/passageStart").asInt());
        int end = context.offsetByCodePoints(0, claim.at("/context/passageEnd").asInt());
        assertThat(context.substring(start, end)).isEqualTo("it was behind the attack");
    }

    @Test
    void titleBeforeANameEndsNoSentence() {
        JsonNode accusation = caller.json(INCIDENTS + "/I-1").at("/claimants/1/statements/0");
        assertThat(accusation.at("/context/text").asString())
                .startsWith("Gen. Ask of the ministry")
                .endsWith("without offering evidence.");
    }

    @Test
    void unknownIsNullAndNotZero() {
        JsonNode row = caller.json(INCIDENTS + "?status=unclaimed").at("/items/0");
        assertThat(row.get("killed").isNull()).isTrue();
        assertThat(row.get("when").isNull()).isTrue();
        assertThat(row.get("where").isNull()).isTrue();
        assertThat(caller.json(INCIDENTS + "/I-1").at("/killed/high").isNull()).isTrue();
    }

    @Test
    void incidentOfTheSameActorNextDayIsNear() {
        JsonNode near = caller.json(INCIDENTS + "/I-1").at("/near");
        assertThat(texts(near, "label")).containsExactly("I-2");
        assertThat(near.at("/0/daysApart").asInt()).isEqualTo(1);
        assertThat(near.at("/0/kilometresApart").asInt()).isBetween(440, 450);
    }

    @Test
    void linkSaysWhyTwoReportsTellOneIncident() {
        JsonNode link = caller.json(INCIDENTS + "/I-1").at("/links/0");
        assertThat(link.at("/weight").asDouble()).isEqualTo(9.5);
        assertThat(texts(link.at("/reasons"), "field")).containsExactly("place", "type");
    }

    @Test
    void labelOfAMergedIncidentLeadsToTheOneItWentInto() {
        JsonNode sheet = caller.json(INCIDENTS + "/i-4");
        assertThat(sheet.at("/label").asString()).isEqualTo("I-1");
        assertThat(sheet.at("/redirectedFrom").asString()).isEqualTo("i-4");
        assertThat(caller.json(INCIDENTS + "/I-1").at("/redirectedFrom").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | I-2 I-1 I-3
            from=2023-05-03             | I-2
            to=2023-05-02               | I-1
            country=AF,TJ               | I-2 I-1
            country=af                  | I-1
            type=bombing&type=arson     | I-1 I-3
            actor=northern-state        | I-1
            actor=green-movement        | I-2 I-1
            status=unclaimed            | I-3
            precision=town              | I-2 I-1
            precision=country           |
            q=oldtown                   | I-1
            q=Green%20raided            | I-2
            q=tajikistan                | I-2
            bbox=60,30,70,36            | I-1
            bbox=170,30,69,36           |
            bbox=170,30,69.5,36         | I-1
            """)
    void filterIsTheQueryString(String query, String labels) {
        assertThat(texts(caller.json(INCIDENTS + "?" + query).at("/items"), "label"))
                .isEqualTo(labels == null ? List.of() : List.of(labels.split(" ")));
    }

    @Test
    void facetLeavesOutItsOwnFilterAndObeysTheOthers() {
        JsonNode facets = caller.json(INCIDENTS + "/facets?type=bombing&country=AF");
        assertThat(facets.at("/total").asInt()).isEqualTo(1);
        assertThat(texts(facets.at("/types"), "value")).containsExactly("bombing");
        assertThat(texts(facets.at("/countries"), "value")).containsExactly("AF");
        assertThat(texts(facets.at("/actors"), "value"))
                .containsExactly("green-brigade", "northern-state", "green-movement");
        JsonNode all = caller.json(INCIDENTS + "/facets?type=bombing");
        assertThat(texts(all.at("/types"), "value")).containsExactly("armed-assault", "arson", "bombing");
        assertThat(texts(all.at("/countries"), "name")).containsExactly("Afghanistan");
    }

    @Test
    void monthsSumTheDeadAndCountWhatHasNoDate() {
        JsonNode facets = caller.json(INCIDENTS + "/facets?from=2023-05-03");
        assertThat(facets.at("/months/0/month").asString()).isEqualTo("2023-05");
        assertThat(facets.at("/months/0/incidents").asInt()).isEqualTo(2);
        assertThat(facets.at("/months/0/killed/low").asInt()).isEqualTo(12);
        assertThat(facets.at("/months/0/killed/high").isNull()).isTrue();
        assertThat(facets.at("/undated").asInt()).isEqualTo(1);
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        JsonNode first = caller.json(INCIDENTS + "?limit=2");
        assertThat(texts(first.at("/items"), "label")).containsExactly("I-2", "I-1");
        assertThat(first.at("/total").asInt()).isEqualTo(3);
        JsonNode last =
                caller.json(INCIDENTS + "?limit=2&cursor=" + first.at("/next").asString());
        assertThat(texts(last.at("/items"), "label")).containsExactly("I-3");
        assertThat(last.at("/next").isNull()).isTrue();
    }

    @Test
    void csvHasTheSameRowsAsTheTable() {
        HttpResponse<String> csv = caller.get(INCIDENTS + ".csv?country=AF");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"incidents.csv\"");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("label,id,summary,type,status,date_from");
        assertThat(lines.get(1))
                .startsWith("I-1,inc-00000000000000a1,Bombing in Oldtown,bombing,contested,2023-05-02,2023-05-02,day,,")
                .contains(",12,,,,green-brigade: claimed; northern-state: accused denied,2,2");
    }

    @Test
    void assertionsOfAnIncidentAsCsvKeepEveryVoice() {
        List<String> lines =
                caller.get(INCIDENTS + "/I-1/assertions.csv").body().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(",northern-state,", ",denied,"));
    }

    @Test
    void cellThatASpreadsheetWouldRunIsDisarmed() {
        assertThat(caller.get(INCIDENTS + "/I-2/assertions.csv").body()).contains(",'=The Brigade,");
    }

    @Test
    void unknownIncidentIsAProblemWithACode() {
        HttpResponse<String> answer = caller.get(INCIDENTS + "/I-99");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo("unknown-incident");
        assertThat(problem.at("/found").asString()).isEqualTo("I-99");
        assertThat(problem.at("/detail").asString()).contains("\"I-99\"").contains("/api/v1/incidents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=12/3/21                        | from   | 12/3/21 | a date such as 2024-03-22
            from=2024-02-02&to=2024-01-01       | to     | 2024-01-01 | a day not before from, which is 2024-02-02
            status=disputed                     | status | disputed | one of confirmed, fair, weak, contested, discounted, unclaimed
            type=bombing&type=boom              | type   | boom | one of bombing
            bbox=1,2,3                          | bbox   | 1,2,3 | west,south,east,north
            limit=0                             | limit  | 0 | a whole number from 1 to 500
            limit=ten                           | limit  | ten | a whole number
            cursor=xyz                          | cursor | xyz | the value of "next"
            colour=red                          | colour | red | one of from, to, country
            """)
    void wrongParameterIsNamedWithWhatWasExpected(String query, String field, String found, String expected) {
        HttpResponse<String> answer = caller.get(INCIDENTS + "?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/field").asString()).isEqualTo(field);
        assertThat(problem.at("/found").asString()).contains(found);
        assertThat(problem.at("/expected").asString()).startsWith(expected);
        assertThat(problem.at("/detail").asString()).contains(found).contains(expected);
    }

    private static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(member).asString())
                .toList();
    }
}
