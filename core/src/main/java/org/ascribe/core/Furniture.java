package org.ascribe.core;

/** A part of the text that is not the report: kept and marked, and nothing is coded from it. */
public record Furniture(Passage passage, Kind kind) {

    public enum Kind implements Coded {
        /** The report's own title, where the text repeats it. */
        TITLE,
        BYLINE,
        DATELINE,
        CAPTION,
        MENU,
        DISCLAIMER,
        ABOUT_AUTHOR,
        COMMENT_FORM,
        RELATED,
        /** Share buttons, newsletter calls, advertisements, copyright lines. */
        PROMOTION
    }
}
