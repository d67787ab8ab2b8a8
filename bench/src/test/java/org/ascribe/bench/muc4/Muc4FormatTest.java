package org.ascribe.bench.muc4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ascribe.extract.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class Muc4FormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Entity entity(Role role, String mention) {
        Candidate candidate = new Candidate(role, Mentions.plain(mention));
        candidate.mention = mention;
        candidate.spans.add(new Span(0, 1, 1));
        return new Entity(candidate);
    }

    private static Template template(int type, Entity... entities) {
        Template template = new Template(type);
        template.entities.addAll(List.of(entities));
        return template;
    }

    private static QuickScore score(String simple, Template... answer) {
        QuickScore score = new QuickScore();
        score.add(JSON.readTree(simple), List.of(answer));
        return score;
    }

    private static final String GOLD = """
            [{"incident_type": "bombing / attack", "PerpInd": [["rebels", "two rebels"]], "PerpOrg": [], "Target": [["the bridge"]],
              "Victim": [], "Weapon": []},
             {"incident_type": "arson", "PerpInd": [["rebels"]], "PerpOrg": [], "Target": [["bus"]], "Victim": [], "Weapon": []}]
            """;

    @Test
    void aWholeAnswerIsRightAsAWhole() {
        QuickScore score = score(
                GOLD,
                template(1, entity(Role.PERP_IND, "REBELS"), entity(Role.TARGET, "BRIDGE")),
                template(3, entity(Role.PERP_IND, "REBELS"), entity(Role.TARGET, "BUS")));
        assertThat(score.ree.f1()).isEqualTo(100);
        assertThat(score.gtt.f1()).isEqualTo(100);
    }

    @Test
    void oneIncidentInTwoCostsAndAWrongTypeCostsAllOfItsTemplate() {
        assertThat(score(GOLD, template(1, entity(Role.TARGET, "BRIDGE")), template(1, entity(Role.PERP_IND, "REBELS")))
                        .gtt
                        .right)
                .isEqualTo(2);
        assertThat(score(GOLD, template(2, entity(Role.TARGET, "BRIDGE"))).gtt.right)
                .isZero();
        assertThat(score(GOLD, template(2, entity(Role.TARGET, "BRIDGE"))).ree.right)
                .isEqualTo(1);
    }

    @Test
    void aLineHasWhatTheScorerReads() {
        Entity group = entity(Role.PERP_ORG, "PEOPLE'S FRONT");
        Entity people = entity(Role.PEOPLE, "MAYOR");
        Entity victim = entity(Role.VICTIM, "JUAN DOE");
        Filled filled = new Filled(
                template(0, group, people, victim),
                Map.of(people, victim),
                "- 15 MAR 89",
                "PERU: LIMA (CITY)",
                Map.of(
                        group, Map.of(Slots.Kind.CONFIDENCE, "CLAIMED OR ADMITTED"),
                        victim, Map.of(Slots.Kind.HUMAN_EFFECT, "DEATH")));
        JsonNode template = JSON.readTree(SystemFormat.line("A-1", List.of(filled)))
                .path("templates")
                .path(0);
        assertThat(template.path("incident_type").asString()).isEqualTo("attack");
        assertThat(template.path("org_confidence").path("people's front").asString())
                .isEqualTo("CLAIMED OR ADMITTED");
        assertThat(template.path("hum_targets")).hasSize(1);
        assertThat(template.path("hum_targets").path(0).path("description").asString())
                .isEqualTo("mayor");
        assertThat(template.path("hum_targets").path(0).path("effect").asString())
                .isEqualTo("DEATH");
        assertThat(template.path("date").asString()).isEqualTo("- 15 MAR 89");
    }

    @Test
    void aLineThatIsNoDocumentIsNamedWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"), "{\"docid\": \"A\", \"text\": \"B\"}\n\n{\"docid\": 3}\n");
        assertThatThrownBy(() -> Muc4Document.read(file))
                .hasMessageContaining("in.jsonl, line 3")
                .hasMessageContaining("docid");
        assertThatThrownBy(() -> Muc4Document.read(folder.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void theKeysOfTheTrainingTextsScoredAgainstThemselvesAreNearlyWhole() throws IOException {
        Path file = Path.of("..", "..", "shared", "bench", "muc4", "dev", "tst1.jsonl");
        assumeTrue(Files.exists(file), "skipped: ../shared/bench/muc4 is not there");
        QuickScore score = new QuickScore();
        for (Muc4Document document : Muc4Document.read(file)) {
            List<Template> same = Gold.of(document.templates()).templates().stream()
                    .map(gold -> {
                        Template ours = new Template(gold.types().stream()
                                .mapToInt(Muc4Text.TYPES::indexOf)
                                .max()
                                .orElse(0));
                        gold.entities()
                                .forEach((role, things) -> things.stream()
                                        .filter(thing -> !thing.forms().isEmpty())
                                        .forEach(thing -> ours.entities.add(entity(
                                                role, thing.forms().iterator().next()))));
                        return ours;
                    })
                    .toList();
            score.add(document.simple(), same);
        }
        // fillers that are not in the text are left out of the five-role form, so it is not a hundred
        assertThat(score.gtt.recall()).isGreaterThan(85);
        assertThat(score.gttTypes.f1()).isGreaterThan(97);
    }
}
