package org.ascribe.bench.muc4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ascribe.extract.model.Span;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class SlotScoreTest {

    private static final Gold GOLD = Gold.of(new ObjectMapper().readTree("""
            [{"template": 1, "optional": false, "slots": {
              "inc_date": [{"alts": ["09 DEC 89"]}],
              "inc_loc": [{"alts": ["PERU: LIMA (CITY)"]}],
              "inc_type": [{"alts": ["BOMBING"]}],
              "inc_stage": [{"alts": ["ACCOMPLISHED"]}],
              "perp_org_id": [{"alts": ["SHINING PATH"]}],
              "perp_org_conf": [{"alts": ["REPORTED AS FACT"], "ref": ["SHINING PATH"]}],
              "phys_tgt_id": [{"alts": ["THE BRIDGE"]}]}}]
            """));

    private static Entity entity(Role role, String mention) {
        Candidate candidate = new Candidate(role, Mentions.plain(mention));
        candidate.mention = mention;
        candidate.spans.add(new Span(0, 1, 1));
        return new Entity(candidate);
    }

    private static Filled filled(int type, String organisation, String confidence, String date) {
        Template template = new Template(type);
        Entity party = entity(Role.PERP_ORG, organisation);
        template.entities.add(party);
        template.entities.add(entity(Role.TARGET, "BRIDGE"));
        return new Filled(
                template,
                Map.of(),
                date,
                "PERU: LIMA (CITY)",
                Map.of(party, Map.of(Slots.Kind.CONFIDENCE, confidence)));
    }

    private static double score(Filled... filled) {
        SlotScore score = new SlotScore();
        score.add(GOLD, List.of(filled));
        return score.f1();
    }

    @Test
    void nothingIsWorthMoreThanTheKeyAndNothingLessThanNoAnswer() {
        double whole = score(filled(1, "SHINING PATH", "REPORTED AS FACT", "09 DEC 89"));
        assertThat(whole).isLessThanOrEqualTo(100).isGreaterThan(90);
        assertThat(score()).isZero();
        assertThat(score(filled(0, "SHINING PATH", "REPORTED AS FACT", "09 DEC 89")))
                .as("an attack where the key has a bombing")
                .isZero();
    }

    @Test
    void aWrongConfidenceAWrongPartyAndAWrongDayEachCost() {
        double whole = score(filled(1, "SHINING PATH", "REPORTED AS FACT", "09 DEC 89"));
        double doubtful = score(filled(1, "SHINING PATH", "POSSIBLE", "09 DEC 89"));
        double day = score(filled(1, "SHINING PATH", "REPORTED AS FACT", "- 09 DEC 89"));
        assertThat(doubtful).isLessThan(day);
        assertThat(day).isLessThan(whole);
        assertThat(score(filled(1, "MRTA", "REPORTED AS FACT", "09 DEC 89"))).isLessThan(doubtful);
    }

    @Test
    void anOrganisationCountsStrictlyOnlyWithItsConfidence() {
        SlotScore score = new SlotScore();
        score.add(GOLD, List.of(filled(1, "SHINING PATH", "REPORTED AS FACT", "09 DEC 89")));
        assertThat(score.confidence.f1()).isEqualTo(100);
        score.add(GOLD, List.of(filled(1, "SHINING PATH", "POSSIBLE", "09 DEC 89")));
        assertThat(score.confidence.f1()).isEqualTo(50);
        score.add(GOLD, List.of());
        assertThat(score.confidence.recall()).isBetween(33.0, 34.0);
        assertThat(score.confidence.precision()).isEqualTo(50);
    }
}
