package org.ascribe.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ascribe.core.Coded;
import org.ascribe.core.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What other codebooks call an incident type, from {@code incident-types.tsv} with its sources. A code that depends on
 * more than the type is null.
 *
 * @param acled event type, colon, sub-event type
 * @param gtd attack type
 * @param ucdp possible types of violence, 1..3: which one depends on the actors and the victims; may be empty
 * @param plover event type
 */
public record IncidentCodes(
        @Nullable String acled,
        @Nullable String gtd,
        List<Integer> ucdp,
        @Nullable String plover) {

    private static final Map<IncidentType, IncidentCodes> ALL = load();

    public IncidentCodes {
        ucdp = List.copyOf(ucdp);
    }

    public static IncidentCodes of(IncidentType type) {
        IncidentCodes codes = ALL.get(type);
        if (codes == null) {
            throw new IllegalStateException("incident-types.tsv lacks the type " + type.code());
        }
        return codes;
    }

    private static Map<IncidentType, IncidentCodes> load() {
        try (InputStream stream = IncidentCodes.class.getResourceAsStream("incident-types.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("incident-types.tsv is missing from the class path");
            }
            Map<IncidentType, IncidentCodes> all = new EnumMap<>(IncidentType.class);
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        all.put(
                                Coded.parse(IncidentType.class, cells[0]),
                                new IncidentCodes(
                                        cells[1].isEmpty() ? null : cells[1] + ": " + cells[2],
                                        cells[3].isEmpty() ? null : cells[3],
                                        Arrays.stream(cells[4].split(","))
                                                .filter(number -> !number.isEmpty())
                                                .map(Integer::valueOf)
                                                .toList(),
                                        cells[5].isEmpty() ? null : cells[5]));
                    });
            return Collections.unmodifiableMap(all);
        } catch (IOException broken) {
            throw new UncheckedIOException("incident-types.tsv cannot be read", broken);
        }
    }
}
