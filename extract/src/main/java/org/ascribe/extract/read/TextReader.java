package org.ascribe.extract.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text, with or without front matter: lines of {@code key: value} between two lines of three hyphens. The text begins
 * after the closing line and one blank line.
 */
final class TextReader implements FormatReader {

    private static final int FRONT_LINES = 40;
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");
    private static final Pattern KEY = Pattern.compile("([A-Za-z][\\w-]*):(?:[ \\t]+(.*))?");

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        String all = TextDecoder.decode(input.all(Limits.PAGE_BYTES), input.charset());
        return Reading.of(ReportMaker.make(draft(input, all, settings), settings));
    }

    private static Draft draft(Input input, String all, ReadSettings settings) throws Unreadable {
        Map<String, String> front = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        int textStart = frontMatter(all, front, lines);
        Draft draft = new Draft(input.place(), all.substring(textStart));
        draft.docid = Draft.orNull(front.get("docid"));
        draft.title = Draft.orNull(front.get("title"));
        draft.outlet = Draft.orNull(front.get("outlet"));
        draft.authors.addAll(Fields.names(front.get("authors")));
        draft.language = Draft.orNull(front.get("language"));
        draft.url = front.containsKey("url") ? Draft.orNull(front.get("url")) : input.url();
        draft.source = front.containsKey("source") ? Draft.orNull(front.get("source")) : input.place();
        String key = "published";
        try {
            draft.published = Fields.date(key, front.get(key), settings);
            key = "genre";
            draft.genre = Fields.genre(front.get(key));
        } catch (Unreadable bad) {
            throw new Unreadable(bad.code(), "line %d: %s".formatted(lines.get(key), bad.why()));
        }
        return draft;
    }

    /** Where the text begins; 0 if there is no front matter. */
    private static int frontMatter(String all, Map<String, String> front, Map<String, Integer> lines) {
        if (!all.startsWith("---")) {
            return 0;
        }
        Matcher line = LINE.matcher(all);
        for (int number = 1; number <= FRONT_LINES && line.find(); number++) {
            String content = line.group(1).stripTrailing();
            if (number == 1 ? !content.equals("---") : false) {
                return 0;
            }
            if (number > 1 && content.equals("---")) {
                int end = line.end();
                boolean blankFollows = line.find() && line.group(1).isBlank();
                return blankFollows ? line.end() : end;
            }
            Matcher pair = KEY.matcher(content);
            if (number > 1 && pair.matches()) {
                String key = pair.group(1).toLowerCase(Locale.ROOT);
                String value = pair.group(2) == null ? "" : pair.group(2).strip();
                front.put(key, unquoted(value));
                lines.put(key, number);
            } else if (number > 1 && !content.isBlank() && !content.startsWith("#")) {
                break;
            }
        }
        front.clear();
        return 0;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
