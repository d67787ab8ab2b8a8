package org.ascribe.exchange;

import org.ascribe.core.CodedReport;

/** The coded report as JSON, schema {@code ascribe/coded-report/1}: docs/formats/coded-report.md. Safe to share. */
public final class CodedReportJson {

    /** One line, without the report's text. */
    public static String write(CodedReport report) {
        throw new UnsupportedOperationException("being written");
    }

    /** One line, with the report's text, which {@link #read} needs. */
    public static String writeWithText(CodedReport report) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * What {@link #writeWithText} wrote.
     *
     * @throws IllegalArgumentException if the line is not of this format; says where and what was expected
     */
    public static CodedReport read(String json) {
        throw new UnsupportedOperationException("being written");
    }

    private CodedReportJson() {}
}
