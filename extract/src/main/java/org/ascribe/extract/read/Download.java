package org.ascribe.extract.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one address into memory, bounded in time and size. Redirects are followed by hand, so that the policy sees every
 * host before it is reached. The addresses checked are those that the connection then uses, because the JDK keeps a
 * resolved name for thirty seconds.
 */
final class Download {

    private static final int REDIRECTS = 5;
    private static final Set<Integer> REDIRECT_STATUS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]+)");

    private final AddressPolicy policy;
    private final Duration limit;

    Download(AddressPolicy policy, Duration limit) {
        this.policy = policy;
        this.limit = limit;
    }

    Input fetch(URI url) throws IOException, Unreadable {
        // No keep-alive across calls: a client a call, shut down with it, also ends a body that never ends.
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .build();
        try {
            CompletableFuture<Input> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(follow(client, url));
                } catch (IOException | Unreadable | RuntimeException failed) {
                    answer.completeExceptionally(failed);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    answer.completeExceptionally(stopped);
                }
            });
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new Unreadable(
                    "url-timed-out",
                    "no whole answer came within %d s; try again later, or save the page and give the file"
                            .formatted(limit.toSeconds()));
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Unreadable bad -> throw bad;
                case IOException broken ->
                    throw new Unreadable(
                            "url-unreachable",
                            "the host did not answer (%s); check the address and the connection, or save the page and give the file"
                                    .formatted(reason(broken)));
                case null, default ->
                    throw new IllegalStateException(
                            "a download failed in an unforeseen way: " + failed.getCause(), failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while fetching " + url);
        } finally {
            client.shutdownNow();
        }
    }

    private Input follow(HttpClient client, URI start) throws IOException, InterruptedException, Unreadable {
        URI url = start;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            check(url, hop == 0 ? "" : "it leads to %s, and ".formatted(url));
            HttpRequest request;
            try {
                request = HttpRequest.newBuilder(url)
                        .timeout(limit)
                        .header("User-Agent", "Ascribe (reads one report for a person)")
                        .header("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5")
                        .build();
            } catch (IllegalArgumentException odd) {
                throw new Unreadable(
                        "url-malformed", "it is not a whole address; give one such as https://example.org/report");
            }
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            int status = answer.statusCode();
            String location = answer.headers().firstValue("Location").orElse(null);
            if (REDIRECT_STATUS.contains(status) && location != null) {
                answer.body().close();
                url = resolve(url, location);
                continue;
            }
            try (InputStream body = answer.body()) {
                if (status != 200) {
                    throw new Unreadable(
                            "url-refused-by-host",
                            "the host answered %d%s; open it in a browser, save the page and give the file"
                                    .formatted(status, meaning(status)));
                }
                return input(start, url, answer, body);
            }
        }
        throw new Unreadable(
                "url-redirects",
                "it redirects more than %d times, the last time to %s; give the final address"
                        .formatted(REDIRECTS, url));
    }

    private static Input input(URI start, URI url, HttpResponse<InputStream> answer, InputStream body)
            throws IOException, Unreadable {
        byte[] content = body.readNBytes(Limits.DOCUMENT_BYTES);
        if (body.read() >= 0) {
            throw new Unreadable(
                    "url-too-large",
                    "the answer is larger than %d MB; fetch it by hand and split it"
                            .formatted(Limits.DOCUMENT_BYTES >> 20));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        Matcher charset = CHARSET.matcher(type);
        String path = url.getPath() == null ? "" : url.getPath();
        return new Input(
                start.toString(),
                path.substring(path.lastIndexOf('/') + 1),
                url.toString(),
                type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset.group(1) : null,
                () -> new ByteArrayInputStream(content));
    }

    private static URI resolve(URI from, String location) throws Unreadable {
        try {
            return from.resolve(location.strip());
        } catch (IllegalArgumentException odd) {
            throw new Unreadable(
                    "url-redirects",
                    "it redirects to \"%s\", which is no address; give the final address"
                            .formatted(Fields.shorten(location)));
        }
    }

    private void check(URI url, String leading) throws Unreadable {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Unreadable(
                    "url-scheme-unsupported",
                    leading
                            + "only http and https addresses are fetched, got \"%s\"; give such an address or a file"
                                    .formatted(url.getScheme()));
        }
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null) {
            throw new Unreadable(
                    "url-malformed",
                    leading
                            + "an address needs a host and carries no user name; give one such as https://example.org/report");
        }
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new Unreadable(
                    "url-unreachable",
                    leading
                            + "there is no host \"%s\"; check the address and the connection, or give a file"
                                    .formatted(host));
        }
        for (InetAddress address : addresses) {
            if (!policy.allows(address)) {
                throw new Unreadable(
                        "url-address-private",
                        leading
                                + "%s is an address of this machine or a private network, and only public ones are fetched; save the page and give the file"
                                        .formatted(
                                                host.equals(address.getHostAddress())
                                                        ? host
                                                        : host + " at " + address.getHostAddress()));
            }
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401, 403 -> " (it does not let us in)";
            case 404, 410 -> " (there is no such page)";
            case 429 -> " (too many requests)";
            default -> status >= 500 ? " (it is out of order)" : "";
        };
    }

    private static String reason(@Nullable Throwable broken) {
        if (broken == null) {
            return "no reason given";
        }
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : Fields.shorten(message);
    }
}
