package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** CEAF-REE and the GTT score as {@code score_muc4.py} has them, for tuning; reported figures come from that program. */
final class QuickScore {

    private static final List<Role> ROLES =
            List.of(Role.PERP_IND, Role.PERP_ORG, Role.TARGET, Role.VICTIM, Role.WEAPON);

    /** A template of the five-role form: type, then by role the things with their forms. */
    private record Simple(String type, List<List<Set<String>>> roles) {}

    final Score ree = new Score();
    final Score gtt = new Score();
    final Score gttTypes = new Score();
    final Score[] reeByRole = new Score[ROLES.size()];
    final Score[] gttByRole = new Score[ROLES.size()];

    QuickScore() {
        Arrays.setAll(reeByRole, i -> new Score());
        Arrays.setAll(gttByRole, i -> new Score());
    }

    void add(@Nullable JsonNode simple, List<Template> answer) {
        List<Simple> gold = new ArrayList<>();
        if (simple != null) {
            simple.forEach(node -> {
                Simple one = simple(node);
                if (!gold.contains(one)) {
                    gold.add(one);
                }
            });
        }
        List<Simple> system = answer.stream().map(QuickScore::simple).toList();
        addRee(gold, system);
        addGtt(gold, system);
    }

    void add(QuickScore other) {
        ree.add(other.ree);
        gtt.add(other.gtt);
        gttTypes.add(other.gttTypes);
        for (int r = 0; r < ROLES.size(); r++) {
            reeByRole[r].add(other.reeByRole[r]);
            gttByRole[r].add(other.gttByRole[r]);
        }
    }

    private static Simple simple(JsonNode node) {
        List<List<Set<String>>> roles = new ArrayList<>();
        for (Role role : ROLES) {
            List<Set<String>> things = new ArrayList<>();
            for (JsonNode thing : node.path(role.field)) {
                Set<String> forms = new HashSet<>();
                thing.forEach(form -> forms.add(Mentions.plain(form.asString())));
                things.add(forms);
            }
            roles.add(things);
        }
        return new Simple(node.path("incident_type").asString().toLowerCase(Locale.ROOT), roles);
    }

    private static Simple simple(Template template) {
        List<List<Set<String>>> roles = new ArrayList<>();
        for (Role role : ROLES) {
            List<Set<String>> things = new ArrayList<>();
            template.of(role).forEach(entity -> things.add(Set.of(entity.first().form)));
            roles.add(things);
        }
        return new Simple(template.typeName(), roles);
    }

    private static List<Set<String>> pooled(List<Simple> templates, int role) {
        List<Set<String>> pooled = new ArrayList<>();
        for (Simple template : templates) {
            for (Set<String> thing : template.roles().get(role)) {
                if (pooled.stream().noneMatch(other -> other.containsAll(thing) || thing.containsAll(other))) {
                    pooled.add(thing);
                }
            }
        }
        return pooled;
    }

    private void addRee(List<Simple> gold, List<Simple> system) {
        for (int r = 0; r < ROLES.size(); r++) {
            List<Set<String>> want = pooled(gold, r);
            List<Set<String>> have = pooled(system, r);
            boolean[] used = new boolean[want.size()];
            int hits = 0;
            // one form a thing: greedy is exact but for forms that two things share
            for (Set<String> thing : have) {
                for (int g = 0; g < used.length; g++) {
                    if (!used[g] && want.get(g).containsAll(thing)) {
                        used[g] = true;
                        hits++;
                        break;
                    }
                }
            }
            reeByRole[r].add(hits, have.size(), hits, want.size());
            ree.add(hits, have.size(), hits, want.size());
        }
    }

    private void addGtt(List<Simple> gold, List<Simple> system) {
        int[][][][] cells = new int[system.size()][gold.size()][][];
        int found = 0;
        int wanted = 0;
        for (Simple one : system) {
            found += 1 + one.roles().stream().mapToInt(List::size).sum();
        }
        for (Simple one : gold) {
            wanted += 1 + one.roles().stream().mapToInt(List::size).sum();
        }
        for (int s = 0; s < system.size(); s++) {
            for (int g = 0; g < gold.size(); g++) {
                cells[s][g] = cell(system.get(s), gold.get(g));
            }
        }
        int[] chosen = new int[system.size()];
        Arrays.fill(chosen, -1);
        Search search = new Search(cells, found, wanted, gold.size());
        search.walk(0, 0, 0, new boolean[gold.size()], chosen);
        for (int s = 0; s < system.size(); s++) {
            int g = search.best[s];
            if (g >= 0) {
                int[][] cell = cells[s][g];
                gttTypes.add(1, 0, 1, 0);
                gtt.add(1, 0, 1, 0);
                for (int r = 0; r < ROLES.size(); r++) {
                    gttByRole[r].add(cell[r][0], 0, cell[r][1], 0);
                    gtt.add(cell[r][0], 0, cell[r][1], 0);
                }
            }
        }
        gttTypes.add(0, system.size(), 0, gold.size());
        gtt.add(0, found, 0, wanted);
        for (int r = 0; r < ROLES.size(); r++) {
            int role = r;
            gttByRole[r].add(
                    0,
                    system.stream()
                            .mapToInt(one -> one.roles().get(role).size())
                            .sum(),
                    0,
                    gold.stream().mapToInt(one -> one.roles().get(role).size()).sum());
        }
    }

    /** By role what is right of the system's things and what is found of the key's; empty if the types do not fit. */
    private static int[][] cell(Simple system, Simple gold) {
        if (!gold.type().contains(system.type())) {
            return new int[0][];
        }
        int[][] cell = new int[ROLES.size()][2];
        for (int r = 0; r < ROLES.size(); r++) {
            List<Set<String>> have = system.roles().get(r);
            List<Set<String>> want = gold.roles().get(r);
            for (Set<String> thing : have) {
                cell[r][0] += want.stream().anyMatch(other -> other.containsAll(thing)) ? 1 : 0;
            }
            for (Set<String> thing : want) {
                cell[r][1] += have.stream().anyMatch(thing::containsAll) ? 1 : 0;
            }
        }
        return cell;
    }

    private static final class Search {

        private final int[][][][] cells;
        private final int found;
        private final int wanted;
        private final int gold;
        private double most = -1;
        private int steps;
        private int[] best = {};

        Search(int[][][][] cells, int found, int wanted, int gold) {
            this.cells = cells;
            this.found = found;
            this.wanted = wanted;
            this.gold = gold;
        }

        void walk(int s, int right, int hit, boolean[] used, int[] chosen) {
            if (steps++ > 300_000 && best.length > 0) {
                return;
            }
            if (s == cells.length) {
                double p = found == 0 ? 0 : right / (double) found;
                double r = wanted == 0 ? 0 : hit / (double) wanted;
                double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
                if (f > most) {
                    most = f;
                    best = chosen.clone();
                }
                return;
            }
            for (int g = 0; g < gold; g++) {
                int[][] cell = cells[s][g];
                if (used[g] || cell.length == 0) {
                    continue;
                }
                int more = 1;
                int hits = 1;
                for (int[] role : cell) {
                    more += role[0];
                    hits += role[1];
                }
                used[g] = true;
                chosen[s] = g;
                walk(s + 1, right + more, hit + hits, used, chosen);
                used[g] = false;
            }
            chosen[s] = -1;
            walk(s + 1, right, hit, used, chosen);
        }
    }

    String report() {
        StringBuilder lines = new StringBuilder("REE  " + ree + "   GTT  " + gtt + "   types " + gttTypes + "\n");
        for (int r = 0; r < ROLES.size(); r++) {
            lines.append("  %-9s REE %s  (%d of %d found, %d wanted)   GTT %s%n"
                    .formatted(
                            ROLES.get(r),
                            reeByRole[r],
                            reeByRole[r].right,
                            reeByRole[r].found,
                            reeByRole[r].wanted,
                            gttByRole[r]));
        }
        return lines.toString();
    }
}
