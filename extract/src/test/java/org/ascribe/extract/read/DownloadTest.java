package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final String PAGE = "<html><body><p>" + Reads.WORDS + "</p></body></html>";

    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/page", 200, Map.of("Content-Type", "text/html; charset=utf-8"), PAGE);
        answer("/gone", 404, Map.of(), "");
        answer("/hop", 302, Map.of("Location", "/page"), "");
        answer("/loop", 302, Map.of("Location", "/loop"), "");
        answer("/inward", 302, Map.of("Location", "http://169.254.169.254/latest/meta-data/"), "");
        answer("/file", 301, Map.of("Location", "file:///etc/hostname"), "");
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[] {'a'});
            exchange.getResponseBody().flush(); // and nothing more
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pageBehindARedirectIsRead() {
        Report report = Reads.report(read(base + "/hop"));

        assertThat(report.text()).isEqualTo(Reads.WORDS);
        assertThat(report.url()).isEqualTo(base + "/page");
    }

    @Test
    void errorOfTheHostIsNamed() {
        assertThat(reason(base + "/gone").code()).isEqualTo("url-refused-by-host");
        assertThat(reason(base + "/gone").why()).contains("404");
    }

    @Test
    void redirectsAreCounted() {
        assertThat(reason(base + "/loop").code()).isEqualTo("url-redirects");
    }

    @Test
    void redirectToAPrivateAddressIsNotFollowed() {
        var skipped = reason(base + "/inward");

        assertThat(skipped.code()).isEqualTo("url-address-private");
        assertThat(skipped.why()).contains("169.254.169.254");
        assertThat(reason(base + "/file").code()).isEqualTo("url-scheme-unsupported");
    }

    @Test
    void endlessAnswerIsGivenUp() {
        Download download = new Download(address -> true, Duration.ofMillis(300));

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Unreadable.class, () -> download.fetch(URI.create(base + "/slow")))
                        .code())
                .isEqualTo("url-timed-out");
    }

    @Test
    void hostThatDoesNotAnswerIsNamed() {
        server.stop(0);

        assertThat(reason(base + "/page").code()).isEqualTo("url-unreachable");
    }

    @Test
    void thisMachineIsNotReachedByDefault() {
        try (var outcomes = new ReportReader().read(URI.create(base + "/page"), ReadSettings.DEFAULT)) {
            assertThat(Reads.reason(Reads.only(outcomes.toList())).code()).isEqualTo("url-address-private");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/x", "file:///etc/passwd", "jar:file:/x!/y", "report.txt"})
    void otherSchemesAreRefused(String url) {
        assertThat(reason(url).code()).isEqualTo("url-scheme-unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "168.63.129.16",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void privateAddressesAreKnown(String address) throws IOException {
        assertThat(AddressPolicy.PUBLIC_ONLY.allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "64:ff9b::5db8:d822"})
    void publicAddressesAreAllowed(String address) throws IOException {
        assertThat(AddressPolicy.PUBLIC_ONLY.allows(InetAddress.getByName(address)))
                .isTrue();
    }

    private Outcome<Report> read(String url) {
        AddressPolicy here = address -> address.isLoopbackAddress() || AddressPolicy.PUBLIC_ONLY.allows(address);
        try (var outcomes = new ReportReader(here).read(URI.create(url), ReadSettings.DEFAULT)) {
            return Reads.only(outcomes.toList());
        }
    }

    private Outcome.Skipped<Report> reason(String url) {
        return Reads.reason(read(url));
    }

    private void answer(String path, int status, Map<String, String> headers, String body) {
        server.createContext(path, exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
