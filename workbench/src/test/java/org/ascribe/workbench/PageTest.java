package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static Caller caller;

    @BeforeAll
    static void start() {
        caller = new Caller(new InventedRecord());
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/incidents", "/incidents/I-17", "/reports/r-0123456789abcdef"})
    void placeOnThePageGivesThePage(String path) {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.body()).containsIgnoringCase("<title>Ascribe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.js",
                "/assets/missing-0123abcd.js",
                "/api",
                "/api/v2/incidents",
                "/api/v1/incidents/I-1/x"
            })
    void missingFileAndUnknownApiPathGiveNoPage(String path) {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-path");
    }

    @Test
    void fileNamedByItsContentIsKeptForAYear() {
        HttpResponse<String> answer = caller.get("/assets/probe-0123abcd.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void pageIsSentAgainOnlyWhenItsContentHasChanged() {
        String tag = caller.get("/").headers().firstValue("ETag").orElseThrow();
        assertThat(caller.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(caller.get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(caller.get("/").headers().firstValue("Last-Modified")).isEmpty();
    }

    @Test
    void longAnswersAreCompressed() {
        HttpResponse<String> answer = caller.get("/api/v1/incidents/I-1", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void apiDescribesItself() {
        assertThat(caller.json("/api/v1/openapi.json").at("/info/title").asString())
                .isEqualTo("Ascribe workbench");
    }
}
