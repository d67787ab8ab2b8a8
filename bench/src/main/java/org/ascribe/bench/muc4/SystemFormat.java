package org.ascribe.bench.muc4;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The system format of {@code score_muc4.py}. */
final class SystemFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SystemFormat() {}

    /** One line for one document. */
    static String line(String docid, List<Filled> templates) {
        ObjectNode line = JSON.createObjectNode();
        line.put("docid", docid);
        ArrayNode all = line.putArray("templates");
        templates.forEach(template -> template(all.addObject(), template));
        return JSON.writeValueAsString(line);
    }

    private static void template(ObjectNode node, Filled filled) {
        Template template = filled.template();
        node.put("incident_type", template.typeName());
        for (Role role : Role.values()) {
            if (!role.field.isEmpty()) {
                ArrayNode things = node.putArray(role.field);
                template.of(role).forEach(entity -> things.addArray().add(mention(entity)));
            }
        }
        String stage = filled.value(null, Slots.Kind.STAGE);
        node.put("stage", stage == null ? "ACCOMPLISHED" : stage);
        node.put("date", filled.date());
        node.put("location", filled.location());
        node.put("category", filled.value(null, Slots.Kind.CATEGORY));
        ObjectNode confidence = node.putObject("org_confidence");
        for (Entity entity : template.of(Role.PERP_ORG)) {
            String value = filled.value(entity, Slots.Kind.CONFIDENCE);
            if (value != null) {
                confidence.put(mention(entity), value);
            }
        }
        ArrayNode instruments = node.putArray("instruments");
        for (Entity entity : template.of(Role.WEAPON)) {
            instruments
                    .addObject()
                    .put("id", mention(entity))
                    .put("type", filled.value(entity, Slots.Kind.INSTRUMENT_TYPE));
        }
        if (filled.value(null, Slots.Kind.INSTRUMENT_ALONE) != null) {
            instruments.addObject().putNull("id").put("type", filled.value(null, Slots.Kind.INSTRUMENT_ALONE));
        }
        ArrayNode targets = node.putArray("phys_targets");
        if (!template.typeName().equals("kidnapping")) {
            for (Entity entity : template.of(Role.TARGET)) {
                targets.addObject()
                        .put("id", mention(entity))
                        .put("type", filled.value(entity, Slots.Kind.TARGET_TYPE))
                        .put("number", filled.value(entity, Slots.Kind.TARGET_NUMBER))
                        .put("nation", filled.value(entity, Slots.Kind.TARGET_NATION))
                        .put("effect", filled.value(entity, Slots.Kind.TARGET_EFFECT));
            }
        }
        people(node.putArray("hum_targets"), filled);
    }

    private static void people(ArrayNode people, Filled filled) {
        Template template = filled.template();
        for (Entity victim : template.of(Role.VICTIM)) {
            ObjectNode node = people.addObject().put("name", mention(victim));
            filled.titles().entrySet().stream()
                    .filter(title -> title.getValue() == victim)
                    .map(Map.Entry::getKey)
                    .max(Comparator.comparingDouble(Entity::score))
                    .ifPresent(title -> node.put("description", mention(title)));
            person(node, filled, victim);
        }
        Set<Entity> titles = new HashSet<>(filled.titles().keySet());
        for (Entity described : template.of(Role.PEOPLE)) {
            if (!titles.contains(described)) {
                ObjectNode node = people.addObject().putNull("name").put("description", mention(described));
                person(node, filled, described);
            }
        }
        if (filled.value(null, Slots.Kind.HUMAN_EFFECT_ALONE) != null) {
            people.addObject()
                    .putNull("name")
                    .putNull("description")
                    .put("effect", filled.value(null, Slots.Kind.HUMAN_EFFECT_ALONE));
        }
    }

    private static void person(ObjectNode node, Filled filled, Entity entity) {
        node.put("type", filled.value(entity, Slots.Kind.HUMAN_TYPE))
                .put("number", filled.value(entity, Slots.Kind.HUMAN_NUMBER))
                .put("nation", filled.value(entity, Slots.Kind.HUMAN_NATION))
                .put("effect", filled.value(entity, Slots.Kind.HUMAN_EFFECT));
    }

    private static String mention(Entity entity) {
        return entity.first().mention.toLowerCase(Locale.ROOT);
    }
}
