package org.ascribe.analyse.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Scope;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.weigh.Settled;
import org.junit.jupiter.api.Test;

class RelationsAnalysisTest {

    private static Finding<Relation> between(Record record, String one, String other) {
        return new RelationsAnalysis().finding(record.settled(), one, other, Scope.ALL, List.of());
    }

    private static Relation result(Record record, String one, String other) {
        Relation relation = between(record, one, other).result();
        assertThat(relation).isNotNull();
        return relation;
    }

    @Test
    void situationalAlliesAreMixed() {
        Record record = new Record()
                .on("2024-01-05")
                .fight("red", "blue")
                .says("analyst", "red", RelationKind.TACIT_ALLIANCE, "blue", Polarity.AFFIRMED, true)
                .says("blue", "red", RelationKind.TACIT_ALLIANCE, "blue", Polarity.DENIED, false);
        Relation relation = result(record, "red", "blue");
        Relation.Period period = relation.periods().getFirst();
        assertThat(period.balance().sign()).isEqualTo(Relation.Sign.MIXED);
        // one fight against half of a hedged word
        assertThat(period.balance().net()).isEqualTo((0.5 - 1) / 1.5);
        assertThat(period.balance().denials()).isEqualTo(1);
        assertThat(period.supporting())
                .hasSize(2)
                .filteredOn(Ground::isDenied)
                .singleElement()
                .matches(Ground::isOwn);
        assertThat(period.contradicting()).singleElement().matches(Ground::isFriendly);
    }

    @Test
    void yearsAreKeptApart() {
        Record record = new Record()
                .on("2019-05-01")
                .strikeTogether("red", "blue", Record.post("state"))
                .on("2020-05-01")
                .fight("red", "blue")
                .strike("blue", Record.post("red"));
        Relation relation = result(record, "red", "blue");
        assertThat(relation.periods())
                .extracting(period -> period.balance().sign())
                .containsExactly(Relation.Sign.FRIENDLY, Relation.Sign.HOSTILE);
        assertThat(relation.all().together()).isEqualTo(1);
        assertThat(relation.all().fights()).isEqualTo(1);
        // blue comes first by its id
        assertThat(relation.all().strikesByFirst()).isEqualTo(1);
    }

    @Test
    void anAccusationIsAHostileWord() {
        Relation relation = result(new Record().accuses("red", "blue"), "red", "blue");
        assertThat(relation.all().hostileWords()).isEqualTo(1);
        assertThat(relation.periods().getFirst().supporting()).singleElement().matches(Ground::isOwn);
    }

    @Test
    void aDenialAloneShowsNoRelation() {
        Record record = new Record().says("red", "red", RelationKind.SPONSORING, "blue", Polarity.DENIED, false);
        Relation relation = result(record, "red", "blue");
        assertThat(relation.all().sign()).isEqualTo(Relation.Sign.DENIED);
        assertThat(relation.all().net()).isNull();
        assertThat(between(record, "red", "blue").sensitivity()).isNull();
    }

    @Test
    void whereNothingIsToldTheFindingSaysSo() {
        Finding<Relation> finding = between(new Record().fight("red", "state"), "red", "blue");
        assertThat(finding.result()).isNull();
        assertThat(finding.sentence()).contains("0 deeds, 0 words");
    }

    @Test
    void swappingTheTwoAndShufflingTheIncidentsGiveTheSame() {
        Record record = new Record()
                .fights(3, "red", "blue")
                .strike("red-north", Record.post("blue"))
                .strikeTogether("red", "blue", Record.police())
                .says("analyst", "blue", RelationKind.ALLIED, "red", Polarity.DOUBTED, false);
        List<Settled> shuffled = new ArrayList<>(record.incidents());
        Collections.shuffle(shuffled, new Random(7));
        Finding<Relation> there = between(record, "red", "blue");
        assertThat(between(record, "blue", "red")).isEqualTo(there);
        assertThat(new RelationsAnalysis()
                        .finding(record.settled("test", shuffled), "red", "blue", Scope.ALL, List.of()))
                .isEqualTo(there);
    }

    @Test
    void everyPairThatMeetsHasAFinding() {
        Record record = new Record()
                .fight("red", "blue")
                .says("analyst", "red", RelationKind.ALLIED, "green", Polarity.AFFIRMED, false);
        assertThat(new RelationsAnalysis().findings(record.settled(), Scope.ALL))
                .extracting(Finding::subject)
                .containsExactly("The blue and The red", "The green and The red");
        assertThat(new RelationsAnalysis().findings(record.settled(), Scope.ofActor("blue")))
                .hasSize(1);
    }
}
