package org.ascribe.extract.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.TargetClass;
import org.ascribe.extract.Codings;
import org.junit.jupiter.api.Test;

class VictimTollsTest {

    private static final Set<TargetClass> AID = Set.of(TargetClass.AID, TargetClass.HEALTH);

    private static VictimTolls tolls(String text) {
        return VictimTolls.of(Codings.code(text), null);
    }

    @Test
    void aidWorkersAreToldFromThoseBesideThem() {
        VictimTolls tolls = tolls("An NGO nurse and two villagers were killed when gunmen attacked their bus.");
        assertThat(tolls.count(Harm.KILLED, AID)).isEqualTo(Count.exactly(1));
    }

    @Test
    void peopleWithoutAnEmployerWorkForTheOneThatTheReportNames() {
        assertThat(tolls("Gunmen stopped an NGO truck. The driver was abducted.")
                        .count(Harm.CAPTURED, AID))
                .isEqualTo(Count.exactly(1));
        assertThat(tolls("Gunmen stopped a truck. The driver was abducted.").count(Harm.CAPTURED, AID))
                .isEqualTo(Count.UNKNOWN);
    }

    @Test
    void whoDiesOfWoundsIsAmongTheKilledAlone() {
        VictimTolls tolls = tolls("An aid worker was wounded by gunmen and later died of his injuries.");
        assertThat(tolls.count(Harm.KILLED, AID)).isEqualTo(Count.exactly(1));
        assertThat(tolls.count(Harm.WOUNDED, AID)).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void whatIsSaidTwiceCountsOnceAndAnotherCountsAgain() {
        assertThat(tolls("Gunmen killed an aid worker. The aid worker was killed near the river.")
                        .count(Harm.KILLED, AID))
                .isEqualTo(Count.exactly(1));
        assertThat(tolls("An aid worker was killed by gunmen and another aid worker was killed by a mine.")
                        .count(Harm.KILLED, AID))
                .isEqualTo(Count.exactly(2));
    }
}
