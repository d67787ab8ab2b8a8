package org.ascribe.codebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ascribe.core.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Fills the rows of a file of JSON Lines, {@code {"id", "text"}}, in their order. */
public final class FillFile {

    /** @param filled rows that have an answer in the output */
    public record Tally(int rows, int filled) {}

    private static final Set<String> MEMBERS = Set.of("id", "text");

    private FillFile() {}

    /**
     * Reads to the end of {@code in}.
     *
     * @param place name of the input, for messages
     * @param skipped is told of each row that could not be filled, and once of each member that is not read
     */
    public static Tally fill(
            CodebookModel model,
            TextReader reader,
            String place,
            BufferedReader in,
            Writer out,
            Consumer<Outcome.Skipped<String>> skipped)
            throws IOException {
        int number = 0;
        int rows = 0;
        int filled = 0;
        Set<String> told = new HashSet<>(MEMBERS);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            rows++;
            String where = place + ", line " + number;
            JsonNode row;
            try {
                row = Values.JSON.readTree(line);
            } catch (JacksonException broken) {
                skipped.accept(new Outcome.Skipped<>(
                        "json-broken", where, "it is no JSON; expected {\"id\", \"text\"} on one line, correct it"));
                continue;
            }
            for (String member : row.isObject() ? row.propertyNames() : List.<String>of()) {
                if (told.add(member)) {
                    skipped.accept(new Outcome.Skipped<>(
                            "member-not-read",
                            where + " and after",
                            "the member \"%s\" is not read, only \"id\" and \"text\" are; nothing needs to be done"
                                    .formatted(member)));
                }
            }
            JsonNode text = row.get("text");
            if (text == null || !text.isString() || text.stringValue().isBlank()) {
                skipped.accept(new Outcome.Skipped<>(
                        "text-empty", where, "\"text\" is missing or empty; put the report's words there"));
                continue;
            }
            JsonNode id = row.get("id");
            String name =
                    id == null || id.isNull() ? "line " + number : id.isString() ? id.stringValue() : id.toString();
            out.write(FilledJson.write(name, text.stringValue(), model.fill(text.stringValue(), reader)));
            out.write('\n');
            filled++;
        }
        return new Tally(rows, filled);
    }
}
