package org.ascribe.exchange.perspective;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ascribe.core.weigh.Perspective;

/** The perspectives that come with the program, as files beside this class. */
public final class BuiltIn {

    private static final List<String> NAMES = List.of(
            "every-voice",
            "cautious-coder",
            "claims-first",
            "most-conservative",
            "independent-monitors",
            "without-parties-own-outlets",
            "competing-hypotheses");

    private BuiltIn() {}

    /** Their names, every voice first. */
    public static List<String> names() {
        return NAMES;
    }

    /** All of them, in the order of {@link #names}. */
    public static List<Perspective> all() {
        return NAMES.stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** The perspective of this name; empty if none is built in. */
    public static Optional<Perspective> find(String name) {
        return source(name).map(PerspectiveFile::parse);
    }

    /** Its text; empty if none is built in. */
    public static Optional<PerspectiveFile.Source> source(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = BuiltIn.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the built-in perspective " + name + " is not in the program");
            }
            return Optional.of(new PerspectiveFile.Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
