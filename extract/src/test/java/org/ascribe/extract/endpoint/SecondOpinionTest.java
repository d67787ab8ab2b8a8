package org.ascribe.extract.endpoint;

import static org.ascribe.extract.endpoint.StubServer.says;
import static org.ascribe.extract.endpoint.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.ascribe.core.Stance;
import org.ascribe.extract.Extractor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondOpinionTest {

    private static final Extractor RULES = Extractor.rules();
    private static final AnswerReader READER = AnswerReader.load();
    private static final String KEY = "sk-secret-0123456789";

    private static final String TEXT = """
            Gunmen attacked a concert hall near Moscow on Friday, killing at least 137
            people. The Islamic State group claimed the attack. Russian officials accused Ukraine of organising it.

            Share this article with your friends.""";

    private static final String ANSWER = """
            {"incidents": [{"id": "a", "type": "armed-assault", "quote": "Gunmen attacked a concert hall near Moscow on Friday",
              "when": "on Friday", "where": "Moscow", "targets": [{"words": "concert hall", "class": "civilians"}], "weapons": []}],
             "statements": [
              {"kind": "toll", "incident": "a", "quote": "killing at least 137 people", "speaker": null, "speaker_role": "author",
               "reported_by": null, "hedged": false, "polarity": "affirmed", "actor": null, "object": null, "stance": null,
               "evidence": null, "harm": "killed", "number": "at least 137", "whom": "people", "relation": null,
               "capability": null, "place": null},
              {"kind": "responsibility", "incident": "a", "quote": "The Islamic State group claimed the attack.",
               "speaker": "The Islamic State group", "speaker_role": "party", "hedged": false, "polarity": "affirmed",
               "actor": "Islamic State", "stance": "claimed", "evidence": "unstated"},
              {"kind": "relation", "incident": null, "quote": "Russian officials accused Ukraine of organising it.",
               "speaker": "Russian officials", "speaker_role": "official", "hedged": false, "polarity": "affirmed",
               "actor": "Russian officials", "object": "Ukraine", "relation": "hostile"}]}""";

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> dropped = Collections.synchronizedList(new ArrayList<>());
    private final Witness witness = new Witness() {
        @Override
        public void failed(Report report, EndpointException why) {
            warnings.add(why.code() + ": " + why.getMessage());
        }

        @Override
        public void dropped(Report report, String reason, String words) {
            dropped.add(reason);
        }
    };

    private static Report report(String text) {
        LocalDate day = LocalDate.of(2024, 3, 24);
        int share = text.indexOf("Share this");
        List<Furniture> furniture = share < 0
                ? List.of()
                : List.of(new Furniture(
                        new Passage(text.codePointCount(0, share), text.codePointCount(0, text.length())),
                        Furniture.Kind.PROMOTION));
        return new Report(
                Report.idOf("d1", null, null, day, null, text),
                "d1",
                null,
                null,
                List.of(),
                day,
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                furniture);
    }

    private EndpointExtractor endpoint(String url, Duration limit, @Nullable String key) {
        return new EndpointExtractor(
                EndpointSettings.of(url, "some-model", key, limit, EndpointSettings.Transport.ENCRYPTED),
                READER,
                witness,
                pauses::add);
    }

    private EndpointExtractor endpoint(StubServer server) {
        return endpoint(server.url(), Duration.ofSeconds(30), KEY);
    }

    private SecondOpinion opinion(EndpointExtractor endpoint) {
        return new SecondOpinion(RULES, endpoint, witness);
    }

    private CodedReport alone(String content) {
        try (StubServer server = new StubServer(says(content))) {
            return endpoint(server).extract(report(TEXT));
        }
    }

    /** The report keeps what the rules read, and the user is told why there is no more. */
    private String withoutOpinion(StubServer.Answer... answers) {
        try (StubServer server = new StubServer(answers)) {
            Report report = report(TEXT);
            assertThat(opinion(endpoint(server)).readings(report)).containsExactly(RULES.extract(report));
            assertThat(warnings).hasSize(1);
            assertThat(warnings.getFirst()).doesNotContain(KEY);
            return warnings.getFirst();
        }
    }

    @Test
    void aGoodReplyBecomesACodedReportInTheReportsOwnWords() {
        CodedReport coded = alone(ANSWER);

        assertThat(coded.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.type()).isEqualTo(IncidentType.ARMED_ASSAULT);
            assertThat(Objects.requireNonNull(incident.when()).from()).isEqualTo(LocalDate.of(2024, 3, 22));
            assertThat(Objects.requireNonNull(incident.where()).country()).isEqualTo("RU");
            assertThat(incident.killed()).isEqualTo(Count.atLeast(137));
        });
        assertThat(coded.assertions())
                .extracting(said -> said.content().kind())
                .containsExactlyInAnyOrder("occurrence", "toll", "responsibility", "relation");
        assertThat(coded.assertions()).allMatch(said -> said.by().isSecondOpinion());
        assertThat(coded.assertions())
                .filteredOn(said -> said.content() instanceof Content.Toll)
                .extracting(Assertion::text)
                .containsExactly("killing at least 137\npeople");
        assertThat(dropped).isEmpty();
    }

    @Test
    void bothReadingsAreKeptAndWhatBothReadNamesBoth() {
        try (StubServer server = new StubServer(says(ANSWER))) {
            EndpointExtractor endpoint = endpoint(server);
            List<CodedReport> readings = opinion(endpoint).readings(report(TEXT));

            assertThat(readings).hasSize(2);
            assertThat(readings.getFirst()).isEqualTo(RULES.extract(report(TEXT)));
            assertThat(readings.getLast().incidents())
                    .extracting(CodedIncident::label)
                    .containsExactly("i1");
            assertThat(readings.getLast().assertions())
                    .filteredOn(
                            said -> said.content() instanceof Content.Responsibility r && r.stance() == Stance.CLAIMED)
                    .singleElement()
                    .satisfies(claim -> {
                        assertThat(claim.by().isSecondOpinion()).isFalse();
                        assertThat(claim.alsoBy()).hasSize(1);
                    });
            assertThat(endpoint.tally().tokensIn()).isEqualTo(900);
            assertThat(endpoint.tally().tokensOut()).isEqualTo(70);
            assertThat(endpoint.tally().answered()).isEqualTo(1);
            assertThat(String.join("\n", endpoint.notes()))
                    .contains("in 900, out 70")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void theReportIsSentWithoutItsFurnitureAndWithTheKey() {
        try (StubServer server = new StubServer(says(ANSWER))) {
            endpoint(server).extract(report(TEXT));

            assertThat(server.keys).containsExactly("Bearer " + KEY);
            assertThat(server.asked.getFirst().path("model").asString()).isEqualTo("some-model");
            assertThat(server.asked
                            .getFirst()
                            .path("messages")
                            .path(1)
                            .path("content")
                            .asString())
                    .contains("near Moscow on Friday")
                    .contains("Published: 2024-03-24")
                    .doesNotContain("Share this article");
        }
    }

    @Test
    void aReplyInACodeFenceAfterThoughtsIsRead() {
        CodedReport coded = alone("<think>{is it?}</think>Here it is:\n```json\n" + ANSWER + "\n```\n");
        assertThat(coded.assertions()).hasSize(4);
    }

    @Test
    void wordsThatTheReportDoesNotHaveAreDropped() {
        CodedReport coded = alone(ANSWER.replace("killing at least 137 people", "killing more than 137 people")
                .replace("The Islamic State group claimed the attack.", "Share this article with your friends."));
        assertThat(coded.assertions())
                .extracting(said -> said.content().kind())
                .containsExactlyInAnyOrder("occurrence", "relation");
        assertThat(dropped).containsExactly("quote-not-in-text", "quote-not-in-text");
    }

    @Test
    void whatAnInjectedReplyAddsStandsInTheTextOrNotAtAll() {
        CodedReport coded = alone(ANSWER.replace("\"Ukraine\"", "\"Atlantis\"")
                .replace("at least 137\"", "900\"")
                .replace("\"armed-assault\"", "\"miracle\""));
        assertThat(coded.incidents()).isEmpty();
        assertThat(coded.assertions()).isEmpty();
        assertThat(dropped)
                .containsExactlyInAnyOrder(
                        "type-unknown", "incident-unknown", "incident-unknown", "object-not-in-text");
    }

    @Test
    void wordsThatStandTwiceAreTakenWhereTheirSentenceIs() {
        String text = "In Kabul a bomb killed three people. In Herat a bomb killed three people, police said.";
        Quotes quotes = new Quotes(report(text));
        Passage herat = quotes.find("In Herat a bomb killed three people", null).getFirst();
        assertThat(quotes.find("three people", null)).hasSize(2);
        assertThat(quotes.find("three people", herat).getFirst()).isEqualTo(new Passage(60, 72));
        assertThat(quotes.find("rat", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"incidents\": [{\"id\": \"a\", ", "I cannot help with that.", "[1, 2]", "{\"a\": 1}"})
    void aReplyThatIsNoCodedReportLeavesTheRulesReading(String content) {
        assertThat(withoutOpinion(says(content))).startsWith("answer-not-json").contains("name a larger model");
    }

    @Test
    void aReplyThatTheServerCutIsToldApart() {
        assertThat(withoutOpinion(says(ANSWER.substring(0, 300), "length"))).startsWith("answer-cut");
    }

    @Test
    void aPageInsteadOfAReplyIsTold() {
        assertThat(withoutOpinion(status(200, "<html>Welcome</html>"))).contains("no reply of a chat server");
    }

    @Test
    void aWrongModelIsToldWithItsName() {
        assertThat(withoutOpinion(status(404, "{\"error\": {\"message\": \"model 'some-model' not found\"}}")))
                .startsWith("model-unknown")
                .contains("\"some-model\"", "404", "not found", "/v1/models");
    }

    @Test
    void aRefusedKeyIsNeverRepeated() {
        assertThat(withoutOpinion(status(401, "{\"error\": {\"message\": \"Incorrect API key: " + KEY + "\"}}")))
                .startsWith("key-refused")
                .contains("ASCRIBE_SECOND_OPINION_KEY", "<masked>");
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (StubServer elsewhere = new StubServer(says(ANSWER))) {
            String told = withoutOpinion(status(307, "", "Location", elsewhere.url() + "/chat/completions"));
            assertThat(told).startsWith("redirected").contains(elsewhere.url());
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void aReplyWithoutEndIsCut() {
        assertThat(withoutOpinion(StubServer.endless())).startsWith("answer-too-long");
    }

    @Test
    void aSilentServerIsLeftAfterTheLimit() {
        try (StubServer server = new StubServer(StubServer.silent())) {
            EndpointExtractor endpoint = endpoint(server.url(), Duration.ofMillis(300), null);
            assertThat(opinion(endpoint).readings(report(TEXT))).hasSize(1);
            assertThat(warnings.getFirst()).startsWith("too-slow").contains("--second-opinion-limit");
            assertThat(server.keys).containsExactly("null");
        }
    }

    @Test
    void whereNobodyAnswersTheServerIsTriedAgainAndAfterThreeReportsLeft() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        EndpointExtractor endpoint = endpoint("http://127.0.0.1:" + port, Duration.ofSeconds(30), null);
        assertThatThrownBy(endpoint::check)
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("nobody answers at 127.0.0.1:" + port)
                .hasMessageContaining("start the server");
        for (int i = 0; i < 5; i++) {
            assertThat(opinion(endpoint).readings(report(TEXT))).hasSize(1);
        }
        assertThat(warnings).hasSize(5).allMatch(warning -> warning.startsWith("no-server"));
        assertThat(endpoint.tally().failed()).containsEntry("no-server", 3).containsEntry("not-asked", 2);
        assertThat(pauses.subList(0, 3))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSaysSo() {
        try (StubServer server =
                new StubServer(status(429, "{}", "Retry-After", "7"), status(503, "{}"), says(ANSWER))) {
            assertThat(endpoint(server).extract(report(TEXT)).assertions()).hasSize(4);
            assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
        }
    }

    @Test
    void aServerThatStaysBusyIsLeft() {
        assertThat(withoutOpinion(status(429, "{\"error\": \"quota\"}")))
                .startsWith("too-many-requests")
                .contains("quota");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void waitingLongerThanAReportMayTakeIsNotBegun() {
        assertThat(withoutOpinion(status(429, "{}", "Retry-After", "3600"))).startsWith("too-many-requests");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatKnowsNoSchemaIsAskedForAnObjectAndThenForNothing() {
        try (StubServer server = new StubServer(status(400, "{}"), status(400, "{}"), says(ANSWER))) {
            EndpointExtractor endpoint = endpoint(server);
            assertThat(endpoint.extract(report(TEXT)).assertions()).hasSize(4);
            endpoint.extract(report(TEXT));
            assertThat(server.asked)
                    .extracting(
                            body -> body.path("response_format").path("type").asString("none"))
                    .containsExactly("json_schema", "json_object", "none", "none");
        }
    }

    @Test
    void aRefusalThatHoldsForAllReportsIsAskedForOnce() {
        try (StubServer server = new StubServer(status(401, "{}"))) {
            EndpointExtractor endpoint = endpoint(server);
            opinion(endpoint).readings(report(TEXT));
            opinion(endpoint).readings(report(TEXT));
            assertThat(server.asked).hasSize(1);
            assertThat(endpoint.tally().failed())
                    .containsEntry("key-refused", 1)
                    .containsEntry("not-asked", 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/v1",
                "http://localhost.example.org",
                "http://127.0.0.1.example.org",
                "ftp://localhost",
                "localhost:11434",
                "https://user:word@example.org",
                "https://example.org/v1?key=1"
            })
    void anAddressThatWouldShowReportsOrKeyIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EndpointSettings.of(url, "m", KEY, Duration.ofSeconds(1), EndpointSettings.Transport.ENCRYPTED))
                .withMessageStartingWith("Cannot ask for a second opinion")
                .withMessageContaining("Give ")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("word@"));
    }

    @Test
    void addressesAreCompletedAndTheKeyIsNeverPrinted() {
        EndpointSettings settings = EndpointSettings.of(
                "http://box.local:8000", "m", KEY, Duration.ofSeconds(1), EndpointSettings.Transport.PLAIN_ALLOWED);
        assertThat(settings.address()).hasToString("http://box.local:8000/v1/chat/completions");
        assertThat(settings.models()).hasToString("http://box.local:8000/v1/models");
        assertThat(settings.toString()).contains("<masked>").doesNotContain(KEY);
    }
}
