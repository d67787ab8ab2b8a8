package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nearly the full-slot score of {@code score_muc4.py}, fast enough to choose cuts by: strings must be equal to be right, and
 * places and dates have the credit of the scorer only where they are quite right or the country or the day's end is.
 */
final class SlotScore {

    double right;
    double given;
    double wanted;

    /** Organisations with how surely they are tied to the incident: right only if both are. */
    final Score confidence = new Score();

    /** What one template of ours is worth beside one of the key. */
    private record Pairing(double right, double given, double wanted, boolean allowed) {}

    void add(Gold gold, List<Filled> ours) {
        List<Gold.Template> open = new ArrayList<>(gold.templates());
        List<Filled> left = new ArrayList<>(ours);
        while (!open.isEmpty() && !left.isEmpty()) {
            Gold.@Nullable Template bestKey = null;
            @Nullable Filled bestOurs = null;
            @Nullable Pairing best = null;
            for (Gold.Template key : open) {
                for (Filled one : left) {
                    Pairing pairing = pairing(key, one);
                    if (pairing.allowed()
                            && (best == null || pairing.right() / pairing.wanted() > best.right() / best.wanted())) {
                        best = pairing;
                        bestKey = key;
                        bestOurs = one;
                    }
                }
            }
            if (best == null || bestKey == null || bestOurs == null) {
                break;
            }
            open.remove(bestKey);
            left.remove(bestOurs);
            right += best.right();
            int both = confidence(bestKey, bestOurs);
            confidence.add(both, given(bestOurs, Slots.Kind.CONFIDENCE), both, confidences(bestKey));
            given += best.given();
            wanted += best.wanted();
        }
        for (Gold.Template key : open) {
            wanted += key.optional() ? 0 : wanted(key);
            confidence.add(0, 0, 0, key.optional() ? 0 : confidences(key));
        }
        for (Filled one : left) {
            given += given(one);
            confidence.add(0, given(one, Slots.Kind.CONFIDENCE), 0, 0);
        }
    }

    private static int confidence(Gold.Template key, Filled ours) {
        return (int) ours.template().of(Role.PERP_ORG).stream()
                .filter(entity -> key.attributes()
                        .getOrDefault(Slots.Kind.CONFIDENCE.slot, Map.of())
                        .getOrDefault(entity.first().form, Set.of())
                        .contains(String.valueOf(ours.value(entity, Slots.Kind.CONFIDENCE))))
                .count();
    }

    private static int confidences(Gold.Template key) {
        Set<String> named = key.attributes()
                .getOrDefault(Slots.Kind.CONFIDENCE.slot, Map.of())
                .keySet();
        return (int) key.entities().getOrDefault(Role.PERP_ORG, List.of()).stream()
                .filter(entity -> entity.forms().stream().anyMatch(named::contains))
                .count();
    }

    private static int given(Filled ours, Slots.Kind kind) {
        return (int) ours.template().entities.stream()
                .filter(entity -> ours.value(entity, kind) != null)
                .count();
    }

    void add(SlotScore other) {
        right += other.right;
        given += other.given;
        wanted += other.wanted;
        confidence.add(other.confidence);
    }

    double f1() {
        return given + wanted == 0 ? 0 : 200 * right / (given + wanted);
    }

    private static double wanted(Gold.Template key) {
        double wanted = 1;
        for (Role role : Role.values()) {
            wanted += key.entities().getOrDefault(role, List.of()).size();
        }
        for (String slot : List.of("inc_stage", "inc_date", "inc_loc", "perp_inc_cat")) {
            wanted += key.values().getOrDefault(slot, List.of()).isEmpty() ? 0 : 1;
        }
        for (Slots.Kind kind : Slots.Kind.values()) {
            if (!kind.isOfIncident()) {
                Map<String, Set<String>> byForm = key.attributes().getOrDefault(kind.slot, Map.of());
                for (Role role : kind.roles) {
                    for (Gold.Entity entity : key.entities().getOrDefault(role, List.of())) {
                        wanted += entity.forms().stream().anyMatch(byForm::containsKey) ? 1 : 0;
                    }
                }
            } else if (kind == Slots.Kind.INSTRUMENT_ALONE || kind == Slots.Kind.HUMAN_EFFECT_ALONE) {
                wanted += key.attributes().getOrDefault(kind.slot, Map.of()).containsKey("") ? 1 : 0;
            }
        }
        return wanted;
    }

    private static double given(Filled ours) {
        double given = 3 + ours.template().entities.size() + (ours.date() == null ? 0 : 1);
        Set<Entity> titles = new HashSet<>(ours.titles().keySet());
        for (Map.Entry<@Nullable Entity, Map<Slots.Kind, String>> entry :
                ours.values().entrySet()) {
            Entity entity = entry.getKey();
            for (Slots.Kind kind : entry.getValue().keySet()) {
                given += kind == Slots.Kind.STAGE || entity != null && titles.contains(entity) ? 0 : 1;
            }
        }
        return given;
    }

    private static Pairing pairing(Gold.Template key, Filled ours) {
        Template template = ours.template();
        if (!key.types().contains(template.typeName())) {
            return new Pairing(0, 1, 1, false);
        }
        double right = 1;
        boolean common = false;
        Set<Entity> titles = new HashSet<>(ours.titles().keySet());
        for (Entity entity : template.entities) {
            boolean there = key.has(entity.role(), entity.first().form);
            right += there ? 1 : 0;
            common |= entity.role() != Role.WEAPON
                    && (there || sharesWord(key.entities().getOrDefault(entity.role(), List.of()), entity));
            if (there && !titles.contains(entity)) {
                for (Map.Entry<Slots.Kind, String> value :
                        ours.values().getOrDefault(entity, Map.of()).entrySet()) {
                    right += key.attributes()
                                    .getOrDefault(value.getKey().slot, Map.of())
                                    .getOrDefault(entity.first().form, Set.of())
                                    .contains(value.getValue())
                            ? 1
                            : 0;
                }
            }
        }
        for (Map.Entry<Slots.Kind, String> value :
                ours.values().getOrDefault(null, Map.of()).entrySet()) {
            Slots.Kind kind = value.getKey();
            if (kind == Slots.Kind.STAGE) {
                continue;
            }
            boolean alone = kind == Slots.Kind.INSTRUMENT_ALONE || kind == Slots.Kind.HUMAN_EFFECT_ALONE;
            right += alone
                    ? key.attributes()
                                    .getOrDefault(kind.slot, Map.of())
                                    .getOrDefault("", Set.of())
                                    .contains(value.getValue())
                            ? 1
                            : 0
                    : key.values().getOrDefault(kind.slot, List.of()).contains(value.getValue()) ? 1 : 0;
        }
        @Nullable String stage = ours.value(null, Slots.Kind.STAGE);
        right += key.values().getOrDefault("inc_stage", List.of()).contains(stage == null ? "ACCOMPLISHED" : stage)
                ? 1
                : 0;
        right += date(key, ours.date());
        right += place(key, ours.location());
        boolean nothing = template.entities.stream().allMatch(e -> e.role() == Role.WEAPON)
                && key.entities().entrySet().stream()
                        .allMatch(e -> e.getKey() == Role.WEAPON || e.getValue().isEmpty());
        return new Pairing(right, given(ours), wanted(key), common || nothing);
    }

    private static boolean sharesWord(List<Gold.Entity> gold, Entity entity) {
        Set<String> ours = new HashSet<>(List.of(entity.first().form.split(" ")));
        return gold.stream()
                .anyMatch(one -> one.forms().stream().anyMatch(form -> {
                    for (String word : form.split(" ")) {
                        if (ours.contains(word)) {
                            return true;
                        }
                    }
                    return false;
                }));
    }

    private static double date(Gold.Template key, @Nullable String ours) {
        if (ours == null) {
            return 0;
        }
        double best = 0;
        String mine = Times.plain(ours);
        for (String one : key.values().getOrDefault("inc_date", List.of())) {
            String theirs = Times.plain(one);
            if (theirs.equals(mine)) {
                return 1;
            }
            best = theirs.endsWith(mine.replace("-", "")) ? 0.5 : best;
        }
        return best;
    }

    private static double place(Gold.Template key, String ours) {
        double best = 0;
        String mine = ours.replace("(TOWN)", "(CITY)");
        for (String one : key.values().getOrDefault("inc_loc", List.of())) {
            String theirs = one.replace("(TOWN)", "(CITY)");
            if (theirs.equals(mine)) {
                return 1;
            }
            best = theirs.split(":")[0].strip().equals(mine.split(":")[0].strip()) ? 0.5 : best;
        }
        return best;
    }
}
