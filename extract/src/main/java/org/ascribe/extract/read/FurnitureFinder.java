package org.ascribe.extract.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.core.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is not the report proper in a text: title, byline, dateline, captions, disclaimers, comment forms and the like,
 * by how pages of news sites, agencies and think tanks are laid out. On the way it reads what these parts state: title,
 * authors, day of publication.
 *
 * <p>It looks at one line or paragraph at a time and at its place among the others; a paragraph that might be the report's
 * own words is left alone, since what is marked is not coded.
 */
final class FurnitureFinder {

    /**
     * @param pieces sorted, none overlapping, those that the format knew included
     * @param title null if the text does not begin with one
     * @param published null unless a dateline or a line of its own states the whole day
     */
    record Found(
            List<Draft.Piece> pieces,
            @Nullable String title,
            List<String> authors,
            @Nullable LocalDate published) {}

    private static final int TITLE_CHARS = 200;
    private static final int LINE_CHARS = 300;
    private static final int PARAGRAPH_CHARS = 1500;

    private static final String NAME =
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|al|bin|ben|de|da|di|van|von|der|del|ul|ur|el|la|le)){0,4}";
    private static final String NAMES = NAME + "(?:(?:,? and|,| &) (?!in |for )" + NAME + ")*";
    private static final String MONTHS_AND_DAYS =
            "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|"
                    + "July|August|September|October|November|December|Night|Noon|Now|Then|Contrast|Comparison|The|This|That|All|"
                    + "Some|Most|Many|Early|Late|Late-";
    private static final Pattern BYLINE =
            Pattern.compile("(?:By|BY|by|Written by|Words by|Text by|Story by|Report by|Author:|Authors:|"
                    + "Posted by|Reported by)[:]? (?!(?:" + MONTHS_AND_DAYS + ")\\b)(?<names>" + NAMES + ")"
                    + "(?<rest>(?:,? (?:in|for|from|at|of) |[,|•·/(–—-]| [|•·/(–—-] ).{0,100})?");
    private static final Pattern CREDITS = Pattern.compile(
            "\\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Edited|Translated) by " + NAME + ".{0,250}");
    private static final Pattern NO_PERSON = Pattern.compile(
            "(?i).*\\b(?:staff|agenc(?:y|ies)|desk|correspondents?|reporters?|monitoring|web|team|newsroom|editors?|bureau|"
                    + "admin|news|afp|reuters|ap|dpa|efe|ani|ians|pti|xinhua|tass|admin|guest|contributor)\\b.*");

    private static final String CREDIT_WORD =
            "(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|screengrab|screenshot|cartoon|video)";
    /** One of these is in every line that the patterns for captions and disclaimers match; most lines have none. */
    private static final List<String> OF_A_CAPTION = List.of(
            "photo",
            "image",
            "pic",
            "illustration",
            "graphic",
            "screen",
            "cartoon",
            "video",
            "file",
            "caption",
            "reuters",
            "afp",
            "epa",
            "getty",
            "anadolu",
            "xinhua",
            "tass",
            "jazeera",
            "/ap",
            "(ap",
            "[ap",
            " ap]",
            "via ap");

    private static final List<String> OF_A_DISCLAIMER = List.of(
            "note",
            "disclaimer",
            "author",
            "writer",
            "contributor",
            "columnist",
            "article",
            "piece",
            "op-ed",
            "oped",
            "column",
            "publication",
            "commentary",
            "editorial",
            "expressed",
            "publisher",
            "website");

    private static final Pattern CAPTION = Pattern.compile("(?i)(?:"
            // "Photo: AP", "File photo of ...", "(Photo by X/Getty Images)", "Image credit: X"
            + "^[(\\[|*]*(?:file |representational |representative |handout |archive |ap |afp |reuters |epa )?"
            + CREDIT_WORD
            + "(?: \\(?(?:file|archive)\\)?)?(?:[ -](?:credits?|courtesy|source|caption|of))?(?: by |/|[:|–—] ?| (?:courtesy|via|from) | of )\\S.{0,250}$"
            + "|^(?:file|files|pictured|caption|image source|image caption|image credit|media caption|getty images)\\b ?(?:photo|image|picture)?[:,–—-] ?.{0,400}$"
            + "|^file (?:photo|image|picture)\\.?$|^[(\\[](?:file(?: photo)?|representational image|archive)[)\\]]\\.?$"
            // "... in August 2023. Photo by X for Y."
            + "|^.{1,450}(?:[.!?)\\]”\"|/–—-]|\\s{2,}) ?[(\\[]?(?:file |handout )?" + CREDIT_WORD
            + "(?: credits?| courtesy)?(?: by |/|: ?| (?:courtesy of|via) )[^.]{1,80}(?:\\.[^.]{1,20})?\\.?[)\\]]?$"
            // "... [Ali Khara/Reuters]", "... (AP Photo/Rahmat Gul)", "... (AFP)" closing a caption
            + "|^.{1,350}\\[[^\\]]{0,60}(?:reuters|afp|ap|epa|getty|file|anadolu|xinhua|tass|al jazeera)[^\\]]{0,40}\\]$"
            + "|^.{1,350}\\((?:[^)]{0,60}(?:photo|images|file|handout)[^)]{0,40}|[^)/]{2,40}/(?:reuters|afp|ap|epa|getty)[^)]{0,20})\\)$"
            + "|^.{1,300}(?:/| via )(?:AFP|REUTERS|AP|EPA|Getty Images)(?: via Getty Images)?$"
            + ")");

    private static final Pattern MENU =
            Pattern.compile("(?i)(?:skip to (?:main )?(?:content|navigation)|(?:main |toggle )?(?:menu|navigation)|"
                    + "search|home|sections?|close|log ?in|sign in|register|my account|latest|latest news|breaking news|back to top|next|previous|"
                    + "next (?:article|post)|previous (?:article|post)|listen|listen to (?:this )?article|\\d+ min(?:ute)?s? read|reading time.{0,20}|"
                    + "font size.{0,20}|print|email|save|comments?|photos?|videos?|gallery)[:.]?");
    private static final Pattern MENU_BAR = Pattern.compile("(?:[^|»>›·•]{1,30} ?[|»>›·•] ?){2,}[^|»>›·•]{1,60}");
    private static final Pattern RELATED = Pattern.compile("(?i)[*\\[(»>►▶ -]*(?:"
            + "(?:also read|read also|read more|see also|also see|related|related (?:news|stor(?:y|ies)|articles?|posts?|coverage|content|topics|reading|links)|"
            + "more (?:on|from|about) [\\w ’'-]{2,40}|recommended|must[ -]read|don[’']t miss|in case you missed it|further reading|"
            + "watch|watch more|listen|in pictures|explore more|you (?:may|might) (?:also )?(?:like|be interested in)|more stories|top stories|"
            + "trending(?: now)?|most (?:read|popular|viewed)|read the full (?:story|report|article)(?: here)?|read)"
            + "(?:[:|»>–—-] ?.{0,250}|[\\])]?)"
            + "|(?:click here|read more|continue reading)\\b.{0,120})");
    private static final Pattern RELATED_HEADING =
            Pattern.compile("(?i)(?:related|related (?:news|stor(?:y|ies)|articles?|posts?|coverage|content|links)|"
                    + "recommended(?: for you)?|more stories|top stories|trending(?: now)?|most (?:read|popular|viewed)|you (?:may|might) also like|"
                    + "more from [\\w ’'-]{2,40}|further reading)[:.]?");
    private static final Pattern PROMOTION = Pattern.compile("(?i)[*\\[(»>►▶ -]*(?:"
            + "subscribe(?: now| today)?(?: (?:to|for|here)\\b.{0,200}|[!.]?)|sign[ -]?up\\b.{0,200}|(?:follow|join|like|find) (?:us|our|\\w+) (?:on|at) .{0,200}|"
            + "join (?:us|our|the) (?:\\w+ )?(?:channel|whatsapp|telegram|newsletter|mailing list).{0,150}|"
            + "share(?: this)?(?: (?:on|via|with|article|story|post|page|link|now)\\b.{0,100}|[:!.]?)|share (?:facebook|twitter|whatsapp).{0,80}|"
            + "(?:facebook|twitter|whatsapp|telegram|linkedin|x|email|pinterest|reddit|copy link|tweet|messenger|instagram|youtube)(?:[ |,/]+(?:facebook|twitter|whatsapp|telegram|linkedin|x|email|pinterest|reddit|copy link|print|instagram|youtube))*|"
            + "advertisements?|adverti[sz]ing|sponsored(?: content)?|paid (?:content|post)|story continues below.{0,60}|article continues (?:below|after).{0,60}|"
            + "(?:copyright|©|\\(c\\)).{0,200}|.{0,120}\\ball rights reserved\\b.{0,120}|"
            + "tags?:.{0,200}|topics?:.{0,200}|filed under:?.{0,200}|categor(?:y|ies):.{0,200}|keywords:.{0,200}|"
            + "(?:our |the |weekly |daily )?newsletters?[:!.]?|get (?:the latest|our|breaking|daily|more).{0,40}(?:inbox|newsletter|email|alerts|app)\\b.{0,100}|"
            + "support (?:us|our (?:work|journalism)|independent journalism).{0,150}|donate(?: now| today| here)?[!.]?|"
            + "download (?:our|the) .{0,40}app\\b.{0,100}|download pdf|for immediate release|view (?:all )?comments.{0,20}|"
            + "(?:this|the) (?:article|story|piece|report) (?:was |has been )?(?:first|originally) (?:published|appeared)\\b.{0,200}|"
            + "first published (?:in|on|by|at)\\b.{0,150}|"
            + "(?:we use|this (?:web)?site uses) cookies.{0,250}|accept (?:all )?cookies.{0,60}|unsubscribe.{0,150}|to unsubscribe.{0,200}|you (?:are|have) (?:received|receiving) this e?-?mail.{0,250}|view (?:this )?(?:e?-?mail )?in (?:your |a )?browser.{0,60}|"
            + "privacy policy.{0,80}|terms (?:of (?:use|service)|and conditions).{0,80}|"
            + "#{3}|-{1,2} ?30 ?-{1,2}|\\*{3}|ends?)");

    private static final Pattern COMMENT_START = Pattern.compile(
            "(?i)(?:leave (?:a|your) (?:reply|comment|response)|post a (?:comment|reply)|"
                    + "add (?:a|your) comment|join the (?:conversation|discussion)|(?:\\d+|no|one) (?:comments?|responses?|replies)(?: (?:on|to) .{0,150})?|"
                    + "\\d+ thoughts? on .{0,150}|write a comment|have your say|what do you think\\?)(?: cancel reply)?[.!…]*");
    private static final Pattern COMMENT_LINE = Pattern.compile(
            "(?i)(?:your e?-?mail(?: address)? will not be (?:published|shown|displayed).*|"
                    + ".{0,100}\\brequired fields are marked\\b.{0,20}|save my name.{0,150}|(?:comment|name|e-?mail|website) ?\\*?|(?:post|submit|add|send) (?:a )?(?:comment|reply)|"
                    + "cancel reply|(?:you must be |please )?(?:log(?:ged)? ?in|sign(?:ed)? in|register)(?: or \\w+)? to (?:post |leave |add )?(?:a )?(?:comment|reply).{0,60}|"
                    + "notify me of .{0,120}|comments? (?:are|is) (?:closed|moderated|disabled).{0,80}|this site uses akismet.{0,150}|reply)");

    private static final Pattern NOTE = Pattern.compile(
            "(?i)^[*\\[( ]*(?:note|disclaimer|editor[’']?s?[’']? note|ed\\.? note|publisher[’']s note)\\b ?[:.–—-].*");
    private static final Pattern NAMED_NOTE =
            Pattern.compile("(?i)^[*\\[( ]*(?:disclaimer|editor[’']?s?[’']? note|publisher[’']s note)\\b.*");
    private static final Pattern DISCLAIMER = Pattern.compile("(?i)(?:"
            + "\\b(?:views?|opinions?|contents?|statements|ideas|positions|conclusions)\\b.{0,120}\\b(?:expressed|contained|presented|published|of (?:the|this) (?:article|piece|author|writer|op-?ed|column)|in (?:the|this) (?:article|piece|op-?ed|column|publication|commentary)|author)\\b.{0,250}"
            + "\\b(?:do(?:es)? not|don[’']t|may not|are (?:solely |entirely |strictly )?(?:those|the author|the writer|his|her|their|personal)|(?:the )?(?:sole|personal|exclusive)(?:ly)?\\b|own\\b|responsib)"
            + "|\\b(?:will|shall|can|does|is) (?:not|neither)\\b.{0,40}\\b(?:responsib(?:le|ility)|liab(?:le|ility)|endorse)\\b.{0,120}\\b(?:contents?|statements?|articles?|accuracy|views|opinions|inaccura)"
            + "|\\b(?:do|does) not (?:necessarily )?(?:reflect|represent|constitute)\\b.{0,80}\\b(?:views?|opinions?|positions?|polic(?:y|ies)|editorial)\\b.{0,150}"
            + "|\\bauthor[’']?s?[’']? own\\b.{0,60}\\b(?:reflect|views|opinion)|\\bviews? (?:expressed )?(?:here|above|in this \\w+)? ?(?:are|is) (?:the author[’']?s?|personal|his own|her own|their own)"
            + ")");
    private static final Pattern OF_AN_AUTHOR = Pattern.compile(
            "(?i)\\b(?:authors?[’']?s?|writers?[’']?s?|contributors?[’']?s?|columnists?|article|piece|op-?ed|column|publication|commentary|editorial|views expressed|opinions expressed|publisher|website)\\b");

    private static final Pattern PROFESSION = Pattern.compile(
            "(?i)\\b(?:professor|lecturer|journalist|reporter|correspondent|columnist|writer|author|analyst|"
                    + "researcher|fellow|scholar|academic|activist|editor|student|lawyer|expert|historian|commentator|consultant|director|candidate|"
                    + "adviser|advisor|associate|specialist|freelancer?|contributor|diplomat|ambassador|political scientist|economist|founder|teaches|"
                    + "reports|covers|writes|officer|general|minister|photographer|blogger|poet|novelist|producer|co-?author)\\b");
    private static final Pattern ABOUT_TAIL = Pattern.compile(
            "(?i)(?:\\bbased in\\b|\\bwrites? (?:about|on|for)\\b|\\bcovers\\b|\\bspeciali[sz]|\\bfocus(?:es|ing)?\\b|"
                    + "\\btweets?\\b|\\bcan be (?:reached|followed|contacted)\\b|\\bfollow (?:him|her|them)\\b|@\\w{3,}|\\bauthor of\\b|\\bformer(?:ly)?\\b|"
                    + "\\bat (?:the )?(?:[\\p{L}’' ]{0,60})?(?:university|institute|cent(?:re|er)|college|school|foundation|council|think tank|program)|"
                    + "\\b(?:phd|doctoral|master[’']s)\\b|\\b(?:research|interests) (?:interests|include|focus))");
    private static final Pattern ABOUT_START = Pattern.compile(
            "(?i)^[*\\[( ]*(?:about the (?:authors?|writer)\\b.*|(?:the )?(?:authors?|writer|columnist)\\b ?(?:is|are|was|:|[–—-]).*)");
    private static final Pattern NAME_IS = Pattern.compile(
            "^[*\\[( ]*(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Gen|Maj|Lt|Col|Amb|Ambassador)\\.? )*(?<name>" + NAME
                    + ")(?:,[^,]{1,80},)? (?:is|was|are|has been|serves|works|teaches|writes|reports|covers|holds) .*",
            Pattern.DOTALL);
    private static final Pattern VIOLENCE = Pattern.compile(
            "(?i)\\b(?:killed|wounded|injured|attack(?:ed|s)?|blast|explosion|shot|gunmen|detained|arrested|abducted|kidnapped|assassinat\\w+|died|bomb\\w*)\\b");

    private static final String PLACE = "(?:[A-Z][\\p{L}.'’-]+|[A-Z]{2,})";
    private static final String AGENCY = "\\((?:[A-Z][\\p{L}&.’' /-]{1,40})\\)";
    private static final String SOME_DATE =
            "(?:" + Dates.MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? " + Dates.MONTH
                    + "(?:,? ?(?:\\d{4}|\\d{2})(?!\\d))?)";
    private static final String DASH = "(?:-{1,2}|[–—―])";
    private static final Pattern DATELINE = Pattern.compile("^(?<all>(?:"
            // SAN SALVADOR, 3 JAN 90 (EFE) -- [REPORT] [TEXT]; CLANDESTINE, 8 JAN 90 (RADIO VENCEREMOS) --
            + "(?<wire>\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?: \\([\\p{Lu} ]+\\))?(?:, \\p{Lu}[\\p{Lu} ]+)?,? (?i:" + SOME_DATE
            + ")(?: ?\\([^)\\n]{2,60}\\))? ?" + DASH + "(?: ?\\[[^\\]]{2,200}\\])*)"
            // KABUL, Afghanistan (Nov. 20, 2011) with or without a dash
            + "|(?<release>\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?:, " + PLACE + "(?: " + PLACE + "){0,3})? \\((?i:" + SOME_DATE
            + ")\\)(?: ?" + DASH + ")?)"
            // KABUL, Afghanistan, March 22 (Reuters) -;  Kabul (AFP) –;  KABUL —
            + "|(?<plain>(?<city>\\p{Lu}[\\p{L}.'’-]+(?:[ /]\\p{Lu}[\\p{L}.'’-]+){0,3})(?:/[A-Z][\\p{L} ]{2,30})?(?:, "
            + PLACE + "(?: " + PLACE + "){0,2})?"
            + "(?:,? (?i:" + SOME_DATE + "))?(?: ?" + AGENCY + ")?(?:,? (?i:" + SOME_DATE + "))? ?(?<end>" + DASH
            + "|:))"
            + "|(?<agency>" + AGENCY + " ?" + DASH + ")"
            + "))(?:\\s+|$)(?<left>\\S)?");
    private static final Pattern FULL_DATE = Pattern.compile("(?i)" + Dates.WORDED);
    private static final Pattern DATE_LINE = Pattern.compile(
            "(?i)(?:(?:first )?(?:published|posted|date|issued|released|dated|filed|created)"
                    + "(?: (?:on|at))?\\b ?:? ?)?(?<date>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:"
                    + Dates.WORDED
                    + "|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})(?:[,T ]+(?:at )?\\d{1,2}[:.]\\d{2}.{0,25})?)(?: ?[|•·–—-] ?.{0,80})?");
    private static final Pattern UPDATE_LINE = Pattern.compile(
            "(?i)(?:last )?(?:updated|modified)(?: (?:on|at))?\\b ?:? ?.{0,60}\\d{4}.{0,60}|(?:updated|published|posted):? \\d+ (?:hours?|days?|minutes?) ago");

    private final String text;
    private final List<Line> lines;
    private final List<Paragraph> paragraphs;
    private final @Nullable Kind[] kinds;
    private final List<Draft.Piece> within = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private @Nullable String title;
    private @Nullable LocalDate published;

    /** A line without its surrounding white space; never blank. */
    private record Line(int start, int end, String words) {}

    /**
     * Lines with no blank line between them.
     *
     * @param first index of its first line
     * @param end index after its last line
     * @param words its lines with a space between
     */
    private record Paragraph(int first, int end, String words) {}

    private FurnitureFinder(Draft draft) {
        text = draft.text;
        lines = new ArrayList<>();
        paragraphs = new ArrayList<>();
        split();
        kinds = new Kind[lines.size()];
        title = draft.title;
        authors.addAll(draft.authors);
        int line = 0;
        for (Draft.Piece piece : draft.furniture.stream()
                .sorted(Comparator.comparingInt(Draft.Piece::start))
                .toList()) {
            while (line < lines.size() && lines.get(line).end() <= piece.start()) {
                line++;
            }
            for (int i = line; i < lines.size() && lines.get(i).start() < piece.end(); i++) {
                kinds[i] = piece.kind();
            }
        }
    }

    static Found find(Draft draft) {
        FurnitureFinder finder = new FurnitureFinder(draft);
        finder.markLines();
        finder.markTitle();
        finder.markHead();
        finder.markComments();
        finder.markAboutAuthor();
        finder.markDatelines();
        return new Found(finder.pieces(), finder.title, List.copyOf(finder.authors), finder.published);
    }

    private void split() {
        int first = 0;
        int at = 0;
        StringBuilder words = new StringBuilder();
        while (at <= text.length()) {
            int end = at;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            int from = at;
            int to = end;
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from == to) {
                closeParagraph(first, words);
                first = lines.size();
            } else {
                String content = text.substring(from, to).replace('\u00A0', ' ');
                lines.add(new Line(from, to, content));
                if (words.length() <= PARAGRAPH_CHARS) {
                    words.append(words.isEmpty() ? "" : " ")
                            .append(content, 0, Math.min(content.length(), PARAGRAPH_CHARS + 1));
                }
            }
            boolean crLf = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = end + (crLf ? 2 : 1);
        }
        closeParagraph(first, words);
    }

    private void closeParagraph(int first, StringBuilder words) {
        if (lines.size() > first) {
            paragraphs.add(new Paragraph(first, lines.size(), words.toString()));
        }
        words.setLength(0);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
    }

    // ---- lines and paragraphs that tell what they are by themselves

    private void markLines() {
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.words().length() <= PARAGRAPH_CHARS) {
                Kind kind = kindOf(paragraph.words());
                if (kind != null) {
                    mark(paragraph.first(), paragraph.end(), kind);
                    continue;
                }
            }
            for (int i = paragraph.first(); i < paragraph.end(); i++) {
                String words = lines.get(i).words();
                if (words.length() <= PARAGRAPH_CHARS) {
                    mark(i, i + 1, kindOf(words));
                }
            }
        }
        for (int p = 0; p + 1 < paragraphs.size(); p++) {
            if (RELATED_HEADING.matcher(paragraphs.get(p).words()).matches()) {
                markHeadlinesAfter(p);
            }
        }
    }

    /** Headlines that follow "Related articles": short lines without a full stop. */
    private void markHeadlinesAfter(int heading) {
        int most = 10;
        for (int p = heading + 1; p < paragraphs.size() && p <= heading + most; p++) {
            Paragraph paragraph = paragraphs.get(p);
            String words = paragraph.words();
            if (words.length() > 150 * (paragraph.end() - paragraph.first())
                    || words.endsWith(".")
                    || words.endsWith(":")) {
                return;
            }
            mark(paragraph.first(), paragraph.end(), Kind.RELATED);
        }
    }

    private static @Nullable Kind kindOf(String words) {
        boolean isShort = words.length() <= LINE_CHARS;
        String lower = words.toLowerCase(Locale.ROOT);
        if (isShort && COMMENT_LINE.matcher(words).matches()) {
            return Kind.COMMENT_FORM;
        }
        if (isShort && COMMENT_START.matcher(words).matches()) {
            return Kind.COMMENT_FORM;
        }
        if (isDisclaimer(words, lower)) {
            return Kind.DISCLAIMER;
        }
        if (isShort && MENU.matcher(words).matches()) {
            return Kind.MENU;
        }
        if (isShort && PROMOTION.matcher(words).matches()) {
            return Kind.PROMOTION;
        }
        if (isShort && RELATED.matcher(words).matches()) {
            return Kind.RELATED;
        }
        if (words.length() <= 500
                && holdsAny(lower, OF_A_CAPTION)
                && CAPTION.matcher(words).find()) {
            return Kind.CAPTION;
        }
        if (isShort && MENU_BAR.matcher(words).matches() && !words.endsWith(".")) {
            return Kind.MENU;
        }
        return isShort && CREDITS.matcher(words).matches() ? Kind.BYLINE : null;
    }

    private static boolean isDisclaimer(String words, String lower) {
        if (words.length() > 1000 || !holdsAny(lower, OF_A_DISCLAIMER)) {
            return false;
        }
        if (NAMED_NOTE.matcher(words).matches() && words.length() <= 600) {
            return true;
        }
        boolean isNote = NOTE.matcher(words).matches();
        return (isNote
                        || (OF_AN_AUTHOR.matcher(words).find()
                                && !VIOLENCE.matcher(words).find()))
                && DISCLAIMER.matcher(words).find();
    }

    private static boolean holdsAny(String words, List<String> parts) {
        return parts.stream().anyMatch(words::contains);
    }

    // ---- the head: title, byline, day, letterhead

    private void markTitle() {
        if (title != null) {
            String given = letters(title);
            for (int i = 0; i < Math.min(lines.size(), 12); i++) {
                String line = letters(lines.get(i).words());
                boolean same = line.equals(given)
                        || (line.length() >= 15 && given.startsWith(line))
                        || (given.length() >= 15 && line.startsWith(given) && line.length() <= given.length() + 30);
                if (same && !line.isEmpty() && lines.size() > 1) {
                    mark(i, i + 1, Kind.TITLE);
                    return;
                }
            }
            return;
        }
        for (int p = 0; p < Math.min(paragraphs.size() - 1, 6); p++) {
            Paragraph paragraph = paragraphs.get(p);
            if (kinds[paragraph.first()] != null) {
                continue;
            }
            String words = lines.get(paragraph.first()).words();
            boolean alone = paragraph.end() == paragraph.first() + 1
                    || isHeadLine(lines.get(paragraph.first() + 1).words());
            boolean marked = words.startsWith("# ");
            boolean looksLikeTitle = words.length() <= TITLE_CHARS
                    && words.indexOf(' ') > 0
                    && words.codePoints().filter(Character::isLetter).count() >= 8
                    && ".,;:".indexOf(words.charAt(words.length() - 1)) < 0
                    && !words.startsWith("[")
                    && !isHeadLine(words)
                    && !DATELINE.matcher(words).find();
            if (marked || (alone && looksLikeTitle)) {
                title = words.replaceFirst("^#+ ", "").replaceFirst("(?i)^(?:title|headline): ", "");
                mark(paragraph.first(), paragraph.first() + 1, Kind.TITLE);
            }
            if (!isHeadLine(words)) {
                return;
            }
        }
    }

    private boolean isHeadLine(String words) {
        return words.length() <= 140
                && (BYLINE.matcher(words).matches()
                        || DATE_LINE.matcher(words).matches()
                        || UPDATE_LINE.matcher(words).matches());
    }

    private void markHead() {
        int body = 0; // lines with whole sentences met so far
        for (int i = 0; i < lines.size() && body < 3; i++) {
            String words = lines.get(i).words();
            if (kinds[i] == null && words.length() <= 140) {
                Matcher byline = BYLINE.matcher(words);
                Matcher date = DATE_LINE.matcher(words);
                if (byline.matches() && !words.endsWith(":")) {
                    mark(i, i + 1, Kind.BYLINE);
                    addAuthors(byline.group("names"));
                    statesDay(fullDate(words));
                } else if (date.matches()) {
                    mark(i, i + 1, Kind.DATELINE);
                    statesDay(date.group("date"));
                } else if (UPDATE_LINE.matcher(words).matches()) {
                    mark(i, i + 1, Kind.DATELINE);
                }
            }
            body += kinds[i] == null && words.length() > 120 ? 1 : 0;
        }
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 12); i--) {
            String words = lines.get(i).words();
            Matcher byline = BYLINE.matcher(words);
            if (kinds[i] == null && words.length() <= 80 && byline.matches() && !words.endsWith(":")) {
                mark(i, i + 1, Kind.BYLINE);
                addAuthors(byline.group("names"));
            }
        }
        markLetterhead();
    }

    /** The lines above "For immediate release": the issuing office, its number, a link. */
    private void markLetterhead() {
        for (int i = 0; i < Math.min(lines.size(), 8); i++) {
            if (lines.get(i).words().toLowerCase(Locale.ROOT).contains("for immediate release")) {
                for (int before = 0; before <= i; before++) {
                    if (lines.get(before).words().length() <= TITLE_CHARS) {
                        mark(before, before + 1, before == i ? Kind.PROMOTION : Kind.MENU);
                        statesDay(fullDate(lines.get(before).words()));
                    }
                }
                return;
            }
        }
    }

    /** Whether a byline of this name tells of an office or an agency. */
    static boolean isNoPerson(String name) {
        return NO_PERSON.matcher(name).matches();
    }

    private void addAuthors(String names) {
        for (String name : names.split(",? and |, | & ", -1)) {
            String clean = name.strip();
            boolean person = clean.contains(" ") && !isNoPerson(clean);
            if (person && authors.stream().noneMatch(clean::equalsIgnoreCase)) {
                authors.add(clean);
            }
        }
    }

    private static @Nullable String fullDate(String words) {
        Matcher date = FULL_DATE.matcher(words);
        return date.find() ? date.group() : null;
    }

    private void statesDay(@Nullable String date) {
        if (published == null) {
            published = Dates.find(date).orElse(null);
        }
    }

    // ---- the tail: comment form, author

    private void markComments() {
        for (int i = 0; i < lines.size(); i++) {
            boolean late = lines.get(i).start() * 5L >= text.length() * 2L;
            if (late
                    && kinds[i] == Kind.COMMENT_FORM
                    && COMMENT_START.matcher(lines.get(i).words()).matches()) {
                mark(i, lines.size(), Kind.COMMENT_FORM);
                return;
            }
        }
    }

    private void markAboutAuthor() {
        int looked = 0;
        for (int p = paragraphs.size() - 1; p > 0 && looked < 4; p--) {
            Paragraph paragraph = paragraphs.get(p);
            if (kinds[paragraph.first()] != null) {
                continue;
            }
            looked++;
            if (isAboutAuthor(paragraph.words())) {
                mark(paragraph.first(), paragraph.end(), Kind.ABOUT_AUTHOR);
            }
        }
    }

    private boolean isAboutAuthor(String words) {
        if (words.length() > 900) {
            return false;
        }
        if (ABOUT_START.matcher(words).matches()) {
            return true;
        }
        Matcher introduced = NAME_IS.matcher(words);
        if (!introduced.matches()) {
            return false;
        }
        String name = letters(introduced.group("name"));
        boolean isAuthor = authors.stream()
                .map(FurnitureFinder::letters)
                .anyMatch(author -> author.equals(name)
                        || (name.length() >= 5 && (author.endsWith(name) || name.endsWith(author))));
        boolean profession = PROFESSION.matcher(words).find();
        boolean tail = ABOUT_TAIL.matcher(words).find();
        // A name that no byline gives may be anybody's: then everything else has to fit.
        return isAuthor
                ? profession || tail
                : profession
                        && tail
                        && !VIOLENCE.matcher(words).find()
                        && words.length() <= 500
                        && introduced.group("name").contains(" ");
    }

    // ---- datelines: only their own words, the sentence after them stays

    private void markDatelines() {
        boolean first = true;
        for (Paragraph paragraph : paragraphs) {
            int i = paragraph.first();
            if (kinds[i] != null) {
                for (; i < paragraph.end() && kinds[i] != null; i++) {}
                if (i == paragraph.end()) {
                    continue;
                }
            }
            Line line = lines.get(i);
            String head = text.substring(line.start(), Math.min(text.length(), line.start() + 400))
                    .replace('\u00A0', ' ');
            Matcher dateline = DATELINE.matcher(head);
            if (dateline.find() && isDateline(dateline, first)) {
                within.add(new Draft.Piece(line.start(), line.start() + dateline.end("all"), Kind.DATELINE));
                if (first) {
                    statesDay(fullDate(dateline.group("all")));
                }
            }
            first &= paragraph.words().length() < 30; // a bare number or label above the dateline
        }
    }

    private static boolean isDateline(Matcher dateline, boolean first) {
        if (dateline.group("plain") == null) {
            return first || dateline.group("agency") == null;
        }
        String all = dateline.group("all");
        String city = dateline.group("city");
        boolean capitals = city.equals(city.toUpperCase(Locale.ROOT)) && city.length() > 3;
        boolean agency = all.contains("(");
        boolean day = all.chars().anyMatch(Character::isDigit);
        String left = dateline.group("left");
        boolean sentenceFollows = left != null && !Character.isLowerCase(left.charAt(0));
        if (dateline.group("end").equals(":")) {
            return first && capitals && sentenceFollows;
        }
        return (agency || (capitals && (first || day))) && (sentenceFollows || left == null || capitals);
    }

    // ---- result

    private void mark(int first, int end, @Nullable Kind kind) {
        for (int i = first; i < end; i++) {
            if (kinds[i] == null) {
                kinds[i] = kind;
            }
        }
    }

    /** Neighbouring lines of one kind are one piece. */
    private List<Draft.Piece> pieces() {
        List<Draft.Piece> pieces = new ArrayList<>(within);
        for (int i = 0; i < lines.size(); i++) {
            Kind kind = kinds[i];
            if (kind == null) {
                continue;
            }
            int last = i;
            while (last + 1 < lines.size() && kinds[last + 1] == kind) {
                last++;
            }
            pieces.add(new Draft.Piece(lines.get(i).start(), lines.get(last).end(), kind));
            i = last;
        }
        pieces.sort(Comparator.comparingInt(Draft.Piece::start));
        return pieces;
    }

    private static String letters(String words) {
        StringBuilder letters = new StringBuilder();
        words.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
