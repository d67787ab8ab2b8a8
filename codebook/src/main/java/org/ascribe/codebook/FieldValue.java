package org.ascribe.codebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What stands in a field. */
public sealed interface FieldValue {

    record Day(LocalDate day) implements FieldValue {}

    /** @param number without trailing zeros, so that 3 and 3.0 are one value */
    record Amount(BigDecimal number) implements FieldValue {
        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        public static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }
    }

    record YesNo(boolean yes) implements FieldValue {}

    record Label(String label) implements FieldValue {}

    /** @param labels sorted, each once; empty if the coder chose none */
    record Labels(List<String> labels) implements FieldValue {
        public Labels {
            labels = List.copyOf(new TreeSet<>(labels));
        }

        public static Labels of(Collection<String> labels) {
            return new Labels(List.copyOf(labels));
        }
    }

    /** The coder left the field open: {@code null} in a file. */
    record Open() implements FieldValue {}
}
