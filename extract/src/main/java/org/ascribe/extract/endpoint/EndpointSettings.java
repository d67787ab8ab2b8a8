package org.ascribe.extract.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, and how long to wait.
 *
 * @param address of chat completions, http or https, without user and fragment
 * @param model the name under which the server knows the model
 * @param key sent as bearer token; null sends none. Never printed
 * @param limit the longest that one report may take, all tries together; more than zero
 * @param tries the most requests for one report while the server is busy or away, at least 1
 * @param longestText the most code points of a report that are sent, at least 1; what is beyond is not read
 */
public record EndpointSettings(
        URI address, String model, @Nullable String key, Duration limit, int tries, int longestText) {

    /** How addresses beyond this machine may be reached. */
    public enum Transport {
        /** By https alone. */
        ENCRYPTED,
        /** By http too: whoever is on the way reads reports and key. */
        PLAIN_ALLOWED
    }

    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(300);

    private static final int TRIES = 4;
    private static final int LONGEST_TEXT = 40_000;

    public EndpointSettings {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The time for one report is more than 0 seconds, got "
                    + limit.toSeconds() + ".\n  Name a number of seconds with --second-opinion-limit, such as 300.");
        }
        if (tries < 1 || longestText < 1) {
            throw new IllegalArgumentException(
                    "tries and longest text are at least 1, got " + tries + " and " + longestText);
        }
        if (model.isBlank() || model.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Cannot ask for a second opinion: no model is named.\n  Name the one that the server has with --second-opinion-model.");
        }
        if (key != null && !key.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "Cannot use the key for the second opinion: it holds blanks, line breaks or letters beyond ASCII.\n"
                            + "  Set ASCRIBE_SECOND_OPINION_KEY to the key alone.");
        }
    }

    /**
     * With the usual patience.
     *
     * @param url the server's base address such as {@code http://localhost:11434/v1}, or that of its chat completions
     * @throws IllegalArgumentException if the address cannot or may not be used; the message is for people
     */
    public static EndpointSettings of(
            String url, String model, @Nullable String key, Duration limit, Transport transport) {
        return new EndpointSettings(
                address(url, transport),
                model,
                key == null || key.isBlank() ? null : key.strip(),
                limit,
                TRIES,
                LONGEST_TEXT);
    }

    private static URI address(String url, Transport transport) {
        URI given;
        try {
            given = new URI(url.strip());
        } catch (URISyntaxException wrong) {
            throw unusable("\"" + url + "\" is no address", "an address such as http://localhost:11434/v1");
        }
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (given.getRawUserInfo() != null) {
            throw unusable(
                    "the address holds a user or password",
                    "an address without; a key belongs into the environment as ASCRIBE_SECOND_OPINION_KEY");
        }
        if (!(scheme.equals("http") || scheme.equals("https")) || given.getHost() == null) {
            throw unusable("\"" + url + "\" is no web address", "an address such as http://localhost:11434/v1");
        }
        if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw unusable("\"" + url + "\" has a query or fragment", "the address up to the ? or #");
        }
        if (scheme.equals("http") && transport == Transport.ENCRYPTED && !isThisMachine(given.getHost())) {
            throw unusable(
                    given.getHost() + " is another machine, and http would show reports and key to everyone on the way",
                    "an address that begins with https; on a network that you trust, add --second-opinion-plain-http");
        }
        String path = given.getRawPath() == null ? "" : given.getRawPath().replaceFirst("/+$", "");
        if (!path.endsWith("/chat/completions")) {
            path = (path.isEmpty() ? "/v1" : path) + "/chat/completions";
        }
        String host = scheme + "://" + given.getRawAuthority();
        return URI.create(host + path);
    }

    private static IllegalArgumentException unusable(String found, String expected) {
        return new IllegalArgumentException(
                "Cannot ask for a second opinion: " + found + ".\n  Give " + expected + ".");
    }

    /** By name alone: nothing is looked up. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }

    /** Where the server lists its models. */
    URI models() {
        return URI.create(address.toString().replaceFirst("/chat/completions$", "/models"));
    }

    @Override
    public String toString() {
        return "EndpointSettings[address=%s, model=%s, key=%s, limit=%s, tries=%d, longestText=%d]"
                .formatted(address, model, key == null ? "none" : "<masked>", limit, tries, longestText);
    }
}
