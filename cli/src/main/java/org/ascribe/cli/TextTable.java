package org.ascribe.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table for a screen: columns as wide as their content. Where the screen ends, the widest of those that may be cut
 * are, and the others, such as ids and dates, only when that is not enough.
 */
final class TextTable {

    private static final int GAP = 2;
    private static final int LEAST = 8;

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();
    private Set<String> cuttable;

    TextTable(String... heads) {
        this.heads = List.of(heads);
        this.cuttable = Set.copyOf(this.heads);
    }

    /** Only these columns are cut as long as that is enough. */
    TextTable cutting(String... columns) {
        cuttable = Set.of(columns);
        return this;
    }

    TextTable row(String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalStateException("a row of " + heads.size() + " cells is needed, got " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** With a line feed at the end of each line, no blanks before it. */
    String print(int width) {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(heads.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        int all = GAP * (widths.length - 1);
        for (int each : widths) {
            all += each;
        }
        for (boolean every : new boolean[] {false, true}) {
            while (all > width) {
                int widest = -1;
                for (int i = 0; i < widths.length; i++) {
                    if ((every || cuttable.contains(heads.get(i))) && (widest < 0 || widths[i] > widths[widest])) {
                        widest = i;
                    }
                }
                if (widest < 0 || widths[widest] <= LEAST) {
                    break;
                }
                widths[widest]--;
                all--;
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, heads, widths);
        List<String> rules = new ArrayList<>();
        for (int each : widths) {
            rules.add("-".repeat(each));
        }
        line(text, rules, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - length(cell) + GAP));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** On one line, at most that many code points, with an ellipsis where something is missing. */
    static String cut(String words, int width) {
        String flat = words.replaceAll("\\s+", " ").strip();
        if (length(flat) <= width) {
            return flat;
        }
        return flat.substring(0, flat.offsetByCodePoints(0, width - 1)).stripTrailing() + "…";
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }

    /** Broken between words, every line after {@code indent}; a word longer than a line stands alone. */
    static String wrap(String words, int width, String indent) {
        return wrap(words, width, indent, indent);
    }

    /** As above, with another indent for all lines but the first. */
    static String wrap(String words, int width, String indent, String hanging) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : words.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + length(word) > width) {
                text.append(line).append('\n');
                line = new StringBuilder(hanging);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return text.append(line).append('\n').toString();
    }
}
