package org.ascribe.extract.learned;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All marks of one report, in the order of the text.
 *
 * @param version of the model that read them; null where none did
 */
public record Marks(@Nullable String version, List<Mark> all) {

    /** Where no model has read. */
    public static final Marks NONE = new Marks(null, List.of());

    public Marks {
        all = List.copyOf(all);
    }

    public Stream<Mark> of(String name) {
        return all.stream().filter(mark -> mark.name().equals(name));
    }

    public Stream<Mark> in(int sentence, String name) {
        return of(name).filter(mark -> mark.sentence() == sentence);
    }

    /** The mark of this name on any of the tokens, if there is one. */
    public Stream<Mark> on(int sentence, int first, int end, String name) {
        return in(sentence, name).filter(mark -> mark.overlaps(first, end));
    }
}
