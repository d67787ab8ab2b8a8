package org.ascribe.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Where reports come from, as a user names it. */
public sealed interface Source {

    /** A file, or a folder with all in it. */
    record Files(Path path) implements Source {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** An http or https address. */
    record Address(URI uri) implements Source {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /**
     * What the words mean: an address if they begin as one, else a path.
     *
     * @throws IllegalArgumentException if they are neither
     */
    static Source parse(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            try {
                URI uri = new URI(words);
                if (uri.getRawUserInfo() != null) {
                    throw new IllegalArgumentException("the address carries a user name or password");
                }
                return new Address(uri);
            } catch (URISyntaxException wrong) {
                throw new IllegalArgumentException("it is no whole address (%s)".formatted(wrong.getReason()), wrong);
            }
        }
        if (words.matches("(?i)[a-z][a-z\\d+.-]+://.*")) {
            throw new IllegalArgumentException("only http and https addresses are fetched");
        }
        return new Files(Path.of(words));
    }
}
