package org.ascribe.bench.muc4;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident with the slots of the full form.
 *
 * @param titles description to the named person whose title it is
 * @param values by thing of the incident, null for the incident itself: slot to value
 */
record Filled(
        Template template,
        Map<Entity, Entity> titles,
        @Nullable String date,
        String location,
        Map<@Nullable Entity, Map<Slots.Kind, String>> values) {

    Filled {
        // of a kind that has a place for null, which the incident itself stands under
        values = new LinkedHashMap<>(values);
    }

    @Nullable
    String value(@Nullable Entity entity, Slots.Kind kind) {
        return values.getOrDefault(entity, Map.of()).get(kind);
    }
}
