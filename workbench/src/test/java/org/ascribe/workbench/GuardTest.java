package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GuardTest {

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
    @ValueSource(strings = {"/", "/incidents/I-1", "/api/v1/about", "/api/v1/incidents/I-99", "/api/v1/incidents.csv"})
    void everyAnswerCarriesTheGuards(String path) {
        HttpHeaders headers = caller.get(path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("geolocation=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void browserRunsNoScriptButOurs() {
        String policy =
                caller.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy.split("; "))
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "worker-src 'self'",
                        "img-src 'self' data: blob:",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self'");
        assertThat(policy).as("not even in an attribute").doesNotContain("unsafe");
    }

    @Test
    void foreignHostNameIsRefused() {
        for (String host : new String[] {
            "evil.example",
            "evil.example:" + caller.port(),
            "localhost:1",
            "localhost.evil.example:" + caller.port(),
            "127.0.0.1"
        }) {
            String answer = caller.raw("GET /api/v1/about HTTP/1.1", "Host: " + host);
            assertThat(answer).as(host).startsWith("HTTP/1.1 403").contains("foreign-host");
        }
    }

    @Test
    void namesOfThisMachineAreAnswered() {
        for (String name : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"}) {
            assertThat(caller.raw("GET /api/v1/about HTTP/1.1", "Host: " + name + ":" + caller.port()))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void othersOnTheNetworkFindNoPort() throws Exception {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThat(isOpen(address)).as(address.toString()).isFalse();
                }
            }
        }
    }

    private static boolean isOpen(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, caller.port()), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void oddRequestsAreProblemsToo() {
        String host = "Host: localhost:" + caller.port();
        assertThat(caller.raw("GET /api//v1/about HTTP/1.1", host))
                .startsWith("HTTP/1.1 400")
                .contains("malformed-request");
        assertThat(caller.raw("TRACE /api/v1/about HTTP/1.1", host)).doesNotStartWith("HTTP/1.1 200");
        HttpResponse<String> wrongMethod = caller.postAsPage("/api/v1/about", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(JsonMapper.shared().readTree(wrongMethod.body()).at("/code").asString())
                .isEqualTo("method-not-allowed");
    }

    @Test
    void noAnswerStartsASession() {
        assertThat(caller.get("/api/v1/about").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void settingsOfTheEnvironmentDoNotReachTheServer() {
        System.setProperty("server.address", "0.0.0.0");
        try (Caller other = new Caller(new InventedRecord())) {
            assertThat(other.get("/api/v1/about").statusCode()).isEqualTo(200);
            assertThat(other.port()).isNotEqualTo(caller.port());
        } finally {
            System.clearProperty("server.address");
        }
    }
}
