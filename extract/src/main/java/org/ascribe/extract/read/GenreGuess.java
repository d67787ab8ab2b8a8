package org.ascribe.extract.read;

import java.util.regex.Pattern;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.jspecify.annotations.Nullable;

/** What kind of text a report is, by the cues that its layout and first words give. News unless something says otherwise. */
final class GenreGuess {

    private static final int TOP_CHARS = 600;
    private static final Pattern RELEASE = Pattern.compile(
            "(?im)\\bfor immediate release\\b|^\\W*(?:press release|media release|news release|media advisory)\\b");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)\\b(?:joint |press |public |official )?(?:statement|communiqu[eé]"
                    + "|declaration)\\b(?: (?:by|of|from|on|attributable|regarding|issued)\\b|\\W*$)|^\\W*(?:communiqu[eé]|statement)\\b");
    private static final Pattern RELEASED_TEXT = Pattern.compile("\\[(?:COMMUNIQUE|STATEMENT|PROCLAMATION)\\b");
    private static final Pattern OPINION_LABEL = Pattern.compile(
            "(?im)^\\W*(?:opinions?|op-?ed|editorials?|commentary|viewpoint|letters? to the editor)\\s*(?:[:|/–—-].*)?$"
                    + "|\\[(?:COMMENTARY|EDITORIAL|STATION COMMENTARY)\\b");
    private static final Pattern ANALYSIS_LABEL = Pattern.compile(
            "(?im)^\\W*(?:(?:news |expert )?analysis|explainer|explained|policy brief|briefing(?: paper)?|research note|backgrounder)\\s*(?:[:|/–—-].*)?$");
    private static final Pattern FIRST_PERSON = Pattern.compile(
            "(?i)\\b(?:I (?:believe|argue|think|would argue)|in my (?:view|opinion)|we must|we cannot afford to)\\b");
    private static final Pattern VIEWS = Pattern.compile("(?i)\\b(?:views|opinions?|contents?|author|writer)\\b");
    /** An author so introduced may well write news. */
    private static final Pattern ON_STAFF = Pattern.compile(
            "(?i)\\b(?:reporter|correspondent|staff writer|bureau chief|reports|covers|freelancer?)\\b");

    private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]{0,2000}[”\"]");

    private GenreGuess() {}

    static Genre of(Draft draft, @Nullable String title, FurnitureFinder.Found found) {
        String text = draft.text;
        String top = text.substring(0, Math.min(text.length(), TOP_CHARS));
        if (RELEASE.matcher(top).find()) {
            return Genre.PRESS_RELEASE;
        }
        if ((title != null && STATEMENT.matcher(title).find())
                || RELEASED_TEXT.matcher(top).find()) {
            return Genre.STATEMENT;
        }
        if (OPINION_LABEL.matcher(top).find()
                || (title != null && OPINION_LABEL.matcher(title).find())) {
            return Genre.OPINION;
        }
        if (ANALYSIS_LABEL.matcher(top).find()
                || (title != null && ANALYSIS_LABEL.matcher(title).find())) {
            return Genre.ANALYSIS;
        }
        boolean disclaimed = found.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.DISCLAIMER)
                .anyMatch(piece -> VIEWS.matcher(text.substring(piece.start(), piece.end()))
                        .find());
        boolean introduced = found.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.ABOUT_AUTHOR)
                .anyMatch(piece -> !ON_STAFF.matcher(text.substring(piece.start(), piece.end()))
                        .find());
        long firstPerson = FIRST_PERSON
                .matcher(QUOTED.matcher(text.substring(0, Math.min(text.length(), 50_000)))
                        .replaceAll(""))
                .results()
                .limit(2)
                .count();
        return disclaimed || firstPerson >= 2 || introduced ? Genre.OPINION : Genre.NEWS;
    }
}
