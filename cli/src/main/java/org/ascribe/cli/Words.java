package org.ascribe.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.TypeConversionException;

/** The words of a command line as values. */
final class Words {

    private Words() {}

    static LocalDate day(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException("expected a date such as 2021-03-12");
        }
    }
}
