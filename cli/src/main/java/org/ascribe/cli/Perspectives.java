package org.ascribe.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.exchange.perspective.BuiltIn;
import org.ascribe.exchange.perspective.PerspectiveException;
import org.ascribe.exchange.perspective.PerspectiveFile;
import org.ascribe.exchange.perspective.PerspectiveFile.Source;

/** Perspectives as a command line names them: built-in ones by name, others by their file. */
final class Perspectives {

    private Perspectives() {}

    static Perspective named(String nameOrFile) {
        Source source = source(nameOrFile);
        Path folder = Path.of(source.place()).toAbsolutePath().getParent();
        try {
            return PerspectiveFile.parse(source, other -> {
                Path file = folder == null ? Path.of(other) : folder.resolve(other);
                return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
            });
        } catch (PerspectiveException wrong) {
            throw CannotException.wrongUsage(String.valueOf(wrong.getMessage()));
        }
    }

    static Source source(String nameOrFile) {
        Optional<Source> builtIn = BuiltIn.source(nameOrFile);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw CannotException.wrongUsage(
                    "Cannot use the perspective %s: it is neither built in nor a file.%n  Built in are %s.%s"
                            .formatted(
                                    nameOrFile,
                                    String.join(", ", BuiltIn.names()),
                                    Suggestions.nearest(nameOrFile, BuiltIn.names())
                                            .map(near -> " Did you mean " + near + "?")
                                            .orElse("")));
        }
        return read(file);
    }

    private static Source read(Path file) {
        try {
            return new Source(file.normalize().toString(), Files.readString(file));
        } catch (CharacterCodingException noText) {
            throw CannotException.wrongUsage("Cannot use the perspective %s: it is no text in UTF-8.".formatted(file));
        } catch (IOException refused) {
            throw new CannotException("Cannot read the perspective %s: %s.".formatted(file, refused.getMessage()));
        }
    }
}
