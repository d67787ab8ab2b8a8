package org.ascribe.workbench.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.exchange.perspective.BuiltIn;
import org.ascribe.exchange.perspective.PerspectiveException;
import org.ascribe.exchange.perspective.PerspectiveFile;
import org.ascribe.exchange.perspective.PerspectiveFile.Source;
import org.jspecify.annotations.Nullable;

/**
 * The perspectives that one may choose from: those built in, then the users' own, by name. Their own lie beside the ledger, one
 * file each, and are read anew when asked for, so that a file changed in an editor is heeded at once.
 */
final class Shelf {

    private static final List<Entry> BUILT_IN = BuiltIn.names().stream()
            .map(name -> {
                Source source = BuiltIn.source(name).orElseThrow();
                return new Entry(name, true, source.yaml(), PerspectiveFile.parse(source), null, null);
            })
            .toList();

    private final Map<String, String> own;

    /**
     * A perspective as it lies on the shelf.
     *
     * @param policy null where the file cannot be used
     * @param problem why not, and in which {@code line} of the file
     */
    record Entry(
            String name,
            boolean isBuiltIn,
            String yaml,
            @Nullable Perspective policy,
            @Nullable String problem,
            @Nullable Integer line) {}

    /** @param own the users' files by name, as {@link RecordSource#perspectives} gives them */
    Shelf(Map<String, String> own) {
        this.own = own;
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>(BUILT_IN);
        own.forEach((name, yaml) -> all.add(read(name, yaml)));
        return List.copyOf(all);
    }

    /** What a text would be on this shelf, where it may build on those that lie there. */
    Entry read(String place, String yaml) {
        try {
            Perspective policy = PerspectiveFile.parse(new Source(place, yaml), this::source);
            return new Entry(policy.name(), false, yaml, policy, null, null);
        } catch (PerspectiveException refused) {
            return new Entry(place, false, yaml, null, refused.getMessage(), refused.line());
        }
    }

    /** By name, or by the name of its file, as the command line reads it. */
    private Optional<Source> source(String nameOrFile) {
        String name = nameOrFile.endsWith(RecordSource.PERSPECTIVE_FILE)
                ? nameOrFile.substring(0, nameOrFile.length() - RecordSource.PERSPECTIVE_FILE.length())
                : nameOrFile;
        return Optional.ofNullable(own.get(name)).map(yaml -> new Source(name, yaml));
    }

    /** The policy of this name; null is every voice. */
    Perspective get(@Nullable String name) {
        String wanted = name == null || name.isBlank() ? EveryVoice.NAME : name;
        Entry entry = BUILT_IN.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .or(() -> Optional.ofNullable(own.get(wanted)).map(yaml -> read(wanted, yaml)))
                .orElseThrow(() -> ProblemException.unknown(
                        "perspective", wanted, "/api/v1/perspectives lists those that there are."));
        if (entry.policy() == null) {
            throw ProblemException.conflict("perspective-unusable", String.valueOf(entry.problem()));
        }
        return entry.policy();
    }
}
