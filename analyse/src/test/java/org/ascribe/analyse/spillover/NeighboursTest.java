package org.ascribe.analyse.spillover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void afghanistanHasSixNeighbours() {
        assertThat(Neighbours.of("AF")).containsExactly("CN", "IR", "PK", "TJ", "TM", "UZ");
    }

    @Test
    void bordersHoldBothWaysAndIslandsHaveNone() {
        assertThat(Neighbours.of("PK")).contains("AF", "IN", "IR");
        assertThat(Neighbours.of("IR")).contains("PK");
        assertThat(Neighbours.of("MT")).isEmpty();
    }
}
