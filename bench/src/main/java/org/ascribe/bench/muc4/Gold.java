package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The key of one text, as the second stage learns from it.
 *
 * @param templates in the order of the key, optional ones among them
 */
record Gold(List<Template> templates) {

    /** One thing of the key: its alternatives as the scorer compares them. */
    record Entity(Role role, Set<String> forms) {}

    /**
     * @param types one, or two where the key leaves it open
     * @param values by slot, all alternatives of the first filler in upper case
     * @param attributes by slot, then by form of the filler that the value belongs to, empty where it belongs to none: the values
     */
    record Template(
            Set<String> types,
            boolean optional,
            Map<Role, List<Entity>> entities,
            Map<String, List<String>> values,
            Map<String, Map<String, Set<String>>> attributes) {

        /** By the forms of a named person, the forms of that person's titles. */
        Map<String, Set<String>> titles() {
            Map<String, Set<String>> titles = new HashMap<>();
            attributes.getOrDefault("hum_tgt_desc", Map.of()).forEach((name, forms) -> {
                if (!name.isEmpty()) {
                    forms.forEach(form ->
                            titles.computeIfAbsent(name, k -> new HashSet<>()).add(Mentions.plain(form)));
                }
            });
            return titles;
        }

        boolean has(Role role, String form) {
            return entities.getOrDefault(role, List.of()).stream()
                    .anyMatch(one -> one.forms().contains(form));
        }
    }

    static Gold of(@Nullable JsonNode templates) {
        List<Template> found = new ArrayList<>();
        if (templates != null) {
            templates.forEach(one -> found.add(template(one)));
        }
        return new Gold(found);
    }

    private static Template template(JsonNode node) {
        JsonNode slots = node.path("slots");
        Map<Role, List<Entity>> entities = new EnumMap<>(Role.class);
        Map<String, List<String>> values = new HashMap<>();
        Map<String, Map<String, Set<String>>> attributes = new HashMap<>();
        for (Map.Entry<String, JsonNode> slot : slots.properties()) {
            if (!slot.getValue().isArray()) {
                continue;
            }
            for (JsonNode filler : slot.getValue()) {
                List<String> alternatives = new ArrayList<>();
                filler.path("alts").forEach(alternative -> alternatives.add(alternative.asString()));
                values.putIfAbsent(slot.getKey(), alternatives);
                Map<String, Set<String>> ofSlot = attributes.computeIfAbsent(slot.getKey(), k -> new HashMap<>());
                JsonNode ref = filler.path("ref");
                if (ref.isArray()) {
                    ref.forEach(form -> ofSlot.computeIfAbsent(Mentions.plain(form.asString()), k -> new HashSet<>())
                            .addAll(alternatives));
                } else {
                    ofSlot.computeIfAbsent("", k -> new HashSet<>()).addAll(alternatives);
                }
            }
        }
        for (Role role : Role.values()) {
            JsonNode fillers = slots.path(role.slot);
            if (!fillers.isArray()) {
                continue;
            }
            List<Entity> all = new ArrayList<>();
            for (JsonNode filler : fillers) {
                Set<String> forms = new LinkedHashSet<>();
                filler.path("alts").forEach(alternative -> forms.add(Mentions.plain(alternative.asString())));
                forms.remove("");
                all.add(new Entity(role, forms));
            }
            entities.put(role, all);
        }
        Set<String> types = new HashSet<>();
        values.getOrDefault("inc_type", List.of()).forEach(type -> types.add(type.toLowerCase(Locale.ROOT)));
        return new Template(types, node.path("optional").asBoolean(false), entities, values, attributes);
    }

    /** Every thing of one role, each once, as the whole text has them. */
    List<Entity> pooled(Role role) {
        List<Entity> pooled = new ArrayList<>();
        for (Template template : templates) {
            for (Entity entity : template.entities().getOrDefault(role, List.of())) {
                boolean known = pooled.stream()
                        .anyMatch(other -> other.forms().containsAll(entity.forms())
                                || entity.forms().containsAll(other.forms()));
                if (!known) {
                    pooled.add(entity);
                }
            }
        }
        return pooled;
    }
}
